"""What a ledger holds is weighed as it comes, article by article, with the same outcome as all at once; judgements survive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from tests.builders import article, claim, day, figure, happening, kept, place, voice

from sayso.ledger.happenings import EventQuery
from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import Kept, Query
from sayso.model.problem import SaysoError
from sayso.pipeline.weighing import Weighing, weighed

LEADS = (
    (
        "Ahram",
        "Shelling killed 31 people in the town of Jayrud on Saturday, the Observatory said. Medics were among the dead.",
        31,
    ),
    (
        "Manar",
        "Heavy shelling on Saturday killed 43 people in the town of Jayrud, the Observatory said. Medics were killed.",
        43,
    ),
    ("Trt", "Shelling on Saturday killed 31 people in Jayrud town, rescuers said, medics among them and children.", 31),
    ("Sana", "A car bomb killed 4 people in the town of Rankus on Friday, a police source said.", 4),
)


def told(outlet: str, text: str, killed: int) -> Kept:
    a = article(text, ref=f"{outlet}.txt", outlet=outlet, published="2016-07-03", title=f"{outlet} on it")
    bomb = "car bomb" in text
    where = place(text, "Rankus", 33.76, 36.38, km=2.0) if bomb else place(text, "Jayrud", 33.81, 36.74, km=2.0)
    when = day(text, "Friday" if bomb else "Saturday", "2016-07-01" if bomb else "2016-07-02")
    h = happening(
        "ied-mine" if bomb else "shelling-artillery-missile", place=where, when=when,
        killed=figure(text, str(killed), killed, killed),
    )  # fmt: skip
    who = voice(text, "the Observatory", "ngo-monitor", cue="said") if "Observatory" in text else None
    said = [who] if who is None else [replace(who, id="sohr")]
    return kept(
        a, claim(a, text.split(",", maxsplit=1)[0].split(".", maxsplit=1)[0], *(v for v in said if v), happening=h)
    )


ALL = [told(*lead) for lead in LEADS]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "w.ledger")
    yield opened
    opened.close()


def groups(weighing: Weighing) -> list[tuple[str, ...]]:
    return sorted(tuple(sorted(a.outlet for a in e.accounts)) for e in weighing.events(EventQuery()))


def test_one_by_one_is_as_all_at_once(tmp_path: Path) -> None:
    once = {e.id: e for e in weighed([k.reading for k in ALL])}
    for n, order in enumerate(permutations(ALL)):
        opened = SqliteStore(tmp_path / f"{n}.ledger")
        weighing = Weighing(opened)
        for one in order:
            opened.add([one])
            assert weighing.catch_up() == 1
        assert {e.id: e for e in weighing.events(EventQuery())} == once
        opened.close()


def test_two_tolls_are_a_contradiction_and_one_voice_one_origin(store: SqliteStore) -> None:
    store.add(ALL)
    weighing = Weighing(store)
    assert (weighing.catch_up(), weighing.catch_up()) == (4, 0)
    assert groups(weighing) == [("Ahram", "Manar", "Trt"), ("Sana",)]
    (e,) = weighing.events(EventQuery(articles=2))
    assert [o.voice for o in e.origins] == ["the Observatory", ""]
    assert {g.name: g.value for g in e.grades}["contested"] == "killed"


def test_filters_are_those_of_claims(store: SqliteStore) -> None:
    store.add(ALL)
    weighing = Weighing(store)
    weighing.catch_up()
    asked = [Query(place="Rankus"), Query(killed_min=40), Query(kind=("protest",)), Query(text="Jayrud")]
    assert [len(weighing.events(EventQuery(q))) for q in asked] == [1, 1, 0, 1]
    assert len(weighing.events(EventQuery(contested=True))) == 1
    assert len(weighing.events(EventQuery(origins=3))) == 0
    assert len(weighing.events(EventQuery(after=1))) == 1


def split_off(weighing: Weighing, claims: Sequence[str]) -> None:
    e = weighing.event(claims[0])
    weighing.judge("split", e.id, claims, "a reader", "another shelling")


def test_a_judgement_wins_and_survives_weighing_again(store: SqliteStore) -> None:
    store.add(ALL)
    weighing = Weighing(store)
    weighing.catch_up()
    manar, sana = (k.reading.claims[0].id for k in (ALL[1], ALL[3]))
    split_off(weighing, [manar])
    weighing.judge("merge", manar, [sana], "a reader", "")
    parted = [("Ahram", "Trt"), ("Manar", "Sana")]
    assert groups(weighing) == parted
    assert weighing.again() == 4
    assert groups(weighing) == parted
    assert store.verify().faults == ()
    actions = [a for (a,) in store.db.execute("SELECT action FROM log WHERE action = 'judged'")]
    assert len(actions) == 2


def test_what_comes_later_does_not_undo_a_judgement(store: SqliteStore) -> None:
    store.add(ALL[:2])
    weighing = Weighing(store)
    weighing.catch_up()
    split_off(weighing, [ALL[1].reading.claims[0].id])
    store.add(ALL[2:])
    weighing.catch_up()
    assert all(not {"Ahram", "Manar"} <= set(g) for g in groups(weighing))


def test_misuse_is_said(store: SqliteStore) -> None:
    store.add(ALL)
    weighing = Weighing(store)
    weighing.catch_up()
    with pytest.raises(SaysoError, match="no happening"):
        weighing.event("cffffffff")
    with pytest.raises(SaysoError, match="at least"):
        weighing.event("c")
    only = weighing.events(EventQuery(Query(place="Rankus")))[0]
    with pytest.raises(SaysoError, match="both sides"):
        weighing.judge("split", only.id, [only.accounts[0].tellers[0].claim], "a reader", "")
