"""Scoring of incidents: the same counts as the scorer that came with the set, on messages made up for this test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from bench.muc4 import alike, counts, f1, pooled

Row = dict[str, Any]


def filler(*wordings: str, optional: bool = False) -> Row:
    return {"optional": optional, "alternates": [{"str": w} for w in wordings]}


def template(type_: str, *, optional: bool = False, **slots: Sequence[Row]) -> Row:
    names = ("perp_individual", "perp_org", "victim_name", "victim_desc", "target_phys", "weapon")
    return {"incident_type": [type_], "optional": optional, **{n: list(slots.get(n, ())) for n in names}}


def row(*templates: Row) -> Row:
    return {"gold": {"templates": list(templates)}}


ROWS: tuple[tuple[Row, Sequence[Mapping[str, Any]]], ...] = (
    (
        row(
            template("BOMBING", perp_org=[filler("PEOPLE'S LIBERATION ARMY", "EPL")], target_phys=[filler("THE BANK")]),
            template("BOMBING", target_phys=[filler("THE BANK"), filler("GAS STATION", optional=True)]),
            template("ATTACK", optional=True, victim_desc=[filler("TWO GUARDS")]),
        ),
        (
            {"type": "BOMBING", "perp_org": ["EPL", "the army"], "target": ["Bank of the City"]},
            {"type": "ATTACK", "victim": ["GUARDS", "CASHIER"], "target": ["GAS STATION", "BANK"]},
        ),
    ),
    (
        row(template("KIDNAPPING", victim_name=[filler("ANA RUIZ")], victim_desc=[filler("TEACHER"), filler("PUPIL")])),
        (
            {"type": "KIDNAPPING", "victim": ["RUIZ", "SCHOOL TEACHER"]},
            {"type": "KIDNAPPING", "victim": ["RUIZ"], "weapon": ["RIFLES"]},
        ),
    ),
    (row(), ({"type": "ARSON", "perp_ind": ["YOUTHS"]},)),
    (row(template("ATTACK", perp_individual=[filler("GUNMEN")], weapon=[filler("RIFLE")])), ()),
    (row(), ()),
)
BY_ITS_OWN_SCORER = {  # right, read, asked for, as the set's scorer counts these messages ("pooled" is the sum of the slots)
    "told": (3, 5, 5),
    "type": (2, 4, 4),
    "perp_ind": (0, 1, 1),
    "perp_org": (1, 1, 1),
    "victim": (2, 3, 3),
    "target": (1, 1, 1),
    "weapon": (0, 1, 1),
    "pooled": (4, 7, 7),
}


@pytest.mark.parametrize("part", BY_ITS_OWN_SCORER)
def test_counts_are_those_of_the_set_s_own_scorer(part: str) -> None:
    total: Counter[str] = Counter()
    for gold, read in ROWS:
        total += pooled(counts(gold, read))
    assert tuple(total[f"{part} {k}"] for k in ("right", "read", "asked")) == BY_ITS_OWN_SCORER[part]


def test_wordings_are_alike_when_one_has_the_other_in_it() -> None:
    assert alike("The Bank", "bank of the city")
    assert alike("PEOPLE'S ARMY", "Peoples Army")
    assert not alike("the", "the")
    assert not alike("bank", "station")


def test_f1_of_nothing() -> None:
    assert f1(0, 0, 0) == 0
    assert f1(2, 4, 4) == 0.5
