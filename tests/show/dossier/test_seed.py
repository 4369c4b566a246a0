"""The shipped sample's seed story, read in earnest and published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from tests.show.dossier.test_site import Page

from sayso.ledger.happenings import EventQuery
from sayso.ledger.reviews import Reviews
from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import Query
from sayso.model.article import Supplied
from sayso.model.review import Dossier, Item
from sayso.pipeline.keep import keep
from sayso.pipeline.weighing import Weighing
from sayso.read import captures
from sayso.show.dossier.gather import gathered
from sayso.show.dossier.shown import Published
from sayso.show.dossier.site import files as pages

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path_factory.mktemp("seed") / "s.ledger")
    with as_file(files("sayso.show") / "sample") as folder:
        seed = [Path(folder) / "seed-deir-ezzor.txt"]
        keep(captures(seed, supplied=Supplied(url="https://example.org/seed")), opened)
    Weighing(opened).catch_up()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def published(store: SqliteStore) -> Published:
    claims = [Item("claim", r.claim.id, "", "Mona") for r in store.claims(Query(limit=500)).rows]
    told = [Item("happening", e.id, "", "Mona") for e in Weighing(store).events(EventQuery(articles=1))]
    reviews = Reviews(store.db)
    with reviews.writing():
        made = reviews.save("seed", 0, "The seed", [*told, *claims], [], [], "Mona")
    assert isinstance(made, Dossier)
    return gathered(store, made, profile="public", now=NOW)


def test_the_article_is_linked_and_not_given_whole(store: SqliteStore, published: Published) -> None:
    (shown,) = published.articles.values()
    home = store.article(shown.id)
    assert home
    assert shown.url.startswith("https://")
    given = {w.strip("…*") for c in published.claims.values() for w in c.words.split()}
    assert 0 < len(given) <= published.held.excerpt_words < len(home.text.split()) / 3


def test_what_is_no_reporting_is_nowhere(published: Published) -> None:
    text = b"".join(pages(published).values()).decode().lower()
    assert not any(words in text for words in ("paypal", "donate", "@list.ru"))


def test_positions_are_coarse_and_claims_name_their_chain(published: Published) -> None:
    guarded = [c for c in published.claims.values() if c.guarded and c.place and c.place.precision != "country"]
    assert guarded
    assert all((c.place.radius_km or 25) >= 25 for c in guarded if c.place)
    assert any(
        c.credit == "South Front wrote on 2017-09-25, citing CNN, citing a US official (unnamed)."
        for c in published.claims.values()
    )


def test_pages_are_well_formed(published: Published) -> None:
    for name, data in pages(published).items():
        if name.endswith(".html"):
            assert Page(data.decode()).ids
