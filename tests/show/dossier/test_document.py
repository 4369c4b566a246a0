from __future__ import annotations

import re

import pytest
from tests.show.dossier.made import HOSTILE, MANAR, NOW, key
from tests.show.dossier.test_site import Page

from sayso.ledger.sqlite import SqliteStore
from sayso.model.review import Dossier
from sayso.show.dossier.document import document


@pytest.fixture
def text(store: SqliteStore, dossier: Dossier) -> str:
    return document(store, dossier, profile="public", now=NOW)


def test_it_stands_alone(text: str) -> None:
    page = Page(text)
    assert {t for t, _ in page.tags} & {"script", "img", "iframe", "form"} == set()
    inside = [x for x in page.links if not x.startswith(("https://", "http://", "data:"))]
    assert inside
    assert all(x.startswith("#") and x[1:] in page.ids for x in inside)
    assert len(page.ids) == len(set(page.ids))


def test_it_holds_all_chapters_and_hides_nothing_behind_a_shut_fold(text: str) -> None:
    page = Page(text)
    assert {"index", "map", "timeline", "chronology", "sources", "tags", "method"} <= set(page.ids)
    assert all("open" in a for t, a in page.tags if t == "details")
    assert "Read as: said by" in text


def test_words_are_escaped_and_decisions_named(text: str) -> None:
    assert HOSTILE not in text
    assert "Darwish" not in text
    assert re.search(r"<strong>Jo</strong> rejected this on \d{4}-\d\d-\d\d, because: counts another day", text)
    assert key(MANAR) in text


def test_it_is_the_same_every_time(store: SqliteStore, dossier: Dossier, text: str) -> None:
    assert document(store, dossier, profile="public", now=NOW) == text
