"""The stores that every test of this folder is run over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import Store

Opener = Callable[[], Store]


@pytest.fixture(params=["sqlite"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Give a function that opens the one ledger of the test, again at each call."""
    opened: list[Store] = []

    def sqlite() -> Store:
        opened.append(SqliteStore(tmp_path / "test.ledger"))
        return opened[-1]

    yield {"sqlite": sqlite}[request.param]
    for store in opened:
        store.close()


@pytest.fixture
def store(opener: Opener) -> Store:
    return opener()
