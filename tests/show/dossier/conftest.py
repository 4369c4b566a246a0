"""A ledger of the articles made for dossiers, and a dossier of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.show.dossier.made import AHRAM, ALL, HOSTILE, MANAR, POSITION, SAW, items, key

from sayso.ledger.reviews import Reviews
from sayso.ledger.sqlite import SqliteStore
from sayso.model.review import Dossier
from sayso.pipeline.weighing import Weighing


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "d.ledger")
    opened.add(ALL)
    Weighing(opened).catch_up()
    yield opened
    opened.close()


@pytest.fixture
def dossier(store: SqliteStore) -> Dossier:
    """Return a saved dossier; people have confirmed, amended and rejected."""
    reviews = Reviews(store.db)
    with reviews.writing():
        reviews.decide(key(AHRAM), "confirm", "Mona", why="read it")
        reviews.decide(key(MANAR), "reject", "Jo", why=f"counts another day {HOSTILE}")
        reviews.decide(key(POSITION), "amend", "Jo", field="place", value="Well 7", why="the map has it")
        reviews.decide(key(SAW), "amend", "Jo", field="voices", value="Basil Haddad", why="misheard")
        made = reviews.save("jayrud", 0, "Jayrud in July", items(), ["Syria"], ["Civilians"], "Mona")
    assert made
    return made
