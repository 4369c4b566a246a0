"""Cells of UCDP tables: sides and the dead."""

from __future__ import annotations

from typing import Any

import pytest
from tests.show.exports.by_hand import make

from sayso.show.exports import ucdp
from sayso.show.exports.people import Party
from sayso.show.exports.sheets import cells

STATE, REBELS, OTHERS = (
    Party(n, s, "military", c)
    for n, s, c in (("Army", "state", "SY"), ("Rebels", "nonstate", ""), ("Group", "nonstate", ""))
)
PEOPLE = Party("16 civilians", "civilians")


@pytest.mark.parametrize(
    ("actors", "targets", "kind", "one", "other"),
    [
        ([STATE], [PEOPLE], 3, "Army", "Civilians"),
        ([REBELS], [STATE], 1, "Army", "Rebels"),
        ([STATE], [REBELS], 1, "Army", "Rebels"),
        ([REBELS], [OTHERS], 2, "Rebels", "Group"),
        ([REBELS], [], None, "Rebels", ""),
        ([], [PEOPLE], None, "", ""),
    ],
)
def test_sides_and_type_of_violence(
    actors: list[Party], targets: list[Party], kind: int | None, one: str, other: str
) -> None:
    assert ucdp.sides(tuple(actors), tuple(targets)) == (kind, one, other)


def test_the_dead_are_the_least_that_the_wording_allows() -> None:
    found: dict[str, Any] = cells("ucdp", make(targets=()))
    assert (found["killed_low"], found["killed_high"]) == (15, None)
    assert (found["deaths_civilians"], found["deaths_unknown"]) == (None, 15)
    assert cells("ucdp", make())["deaths_civilians"] == 15
