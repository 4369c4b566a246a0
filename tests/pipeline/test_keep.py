"""What is kept already is passed over unread; what is new is kept batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from tests.builders import refusal

from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import Query
from sayso.model.article import Capture, Refusal
from sayso.pipeline import keep as room
from sayso.pipeline.keep import keep

Maker = Callable[[str], Capture]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    found = SqliteStore(tmp_path / "x.ledger")
    yield found
    found.close()


def test_everything_is_counted(capture: Maker, stages: list[list[str]], store: SqliteStore) -> None:
    steps: list[int] = []
    given: list[Capture | Refusal] = [
        *(capture(f"text {n}") for n in range(10)),
        refusal("a"),
        capture("breaks"),
        capture("text 3"),
        refusal("b"),
    ]
    tally = keep(given, store, 1, steps.append)
    assert (tally.added, tally.known, tally.refused, tally.claims) == (10, 1, 3, 10)
    assert [(r.ref, r.problem.code) for r in tally.shown] == [("a", "S001"), ("breaks", "S099"), ("b", "S001")]
    assert sum(steps) == len(given)
    assert store.verify().captures == 10
    assert stages


def test_what_is_known_is_not_read_again(capture: Maker, stages: list[list[str]], store: SqliteStore) -> None:
    given = [capture(f"text {n}") for n in range(10)]
    keep(given, store)
    head = store.verify().head
    del stages[:]
    tally = keep(given, store)
    assert (tally.added, tally.known, tally.claims) == (0, 10, 0)
    assert stages == []
    assert store.verify().head == head


def test_a_copy_that_is_still_on_its_way_is_not_read_again(
    capture: Maker, stages: list[list[str]], store: SqliteStore
) -> None:
    tally = keep([capture("same")] * 50, store)
    assert (tally.added, tally.known) == (1, 49)
    assert stages == [["same"]]


def test_what_is_remembered_of_the_way_is_bounded(
    capture: Maker, stages: list[list[str]], store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy behind the bound is read again and kept once all the same."""
    monkeypatch.setattr(room, "RECENT", 3)
    tally = keep([capture(f"text {n}") for n in (0, 1, 2, 3, 0)], store)
    assert (tally.added, tally.known) == (4, 1)
    assert sum(batch.count("text 0") for batch in stages) == 2
    assert store.verify().captures == 4


def test_a_run_that_was_stopped_is_run_again_to_its_end(
    capture: Maker, stages: list[list[str]], store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "CHUNK", 4)

    def breaking() -> Iterator[Capture]:
        yield from (capture(f"text {n}") for n in range(30))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        keep(breaking(), store)
    kept = store.verify()
    assert kept.faults == ()
    assert 0 < kept.captures <= 30
    tally = keep((capture(f"text {n}") for n in range(40)), store)
    assert tally.known == kept.captures
    assert tally.added == 40 - kept.captures
    assert [r.claim.content for r in store.claims(Query(limit=100)).rows]
    assert stages


def test_only_the_first_refusals_are_remembered(store: SqliteStore) -> None:
    before = store.verify().log
    tally = keep((refusal(f"r{n}") for n in range(200)), store)
    assert tally.refused == 200
    assert len(tally.shown) == room.SHOWN
    assert store.verify().log - before == 200


def test_problems_are_counted_by_code(capture: Maker, store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.builders import article

    from sayso.model.problem import Problem
    from sayso.model.reading import Reading

    def outcomes(found: Iterable[Capture], _workers: int) -> Iterator[tuple[Capture, Reading]]:
        for c in found:
            yield c, Reading(article(c.data.decode()), (), (), (Problem("S032", "m"), Problem("S033", "m")))

    monkeypatch.setattr(room, "outcomes", outcomes)
    assert keep([capture("a"), capture("b")], store).codes == (("S032", 2), ("S033", 2))
