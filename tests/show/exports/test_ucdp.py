"""Cells of UCDP tables: sides and the dead."""

from __future__ import annotations

from typing import Any

import pytest
from tests.show.exports.by_hand import make

from sayso.model.happening import Figure, Share, Side
from sayso.model.span import Span
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


def share(low: int, side: Side, *, within: bool = False) -> Share:
    return Share(low, low, side, Span(0, 1), within)


@pytest.mark.parametrize(
    ("low", "shares", "of_civilians", "expected"),
    [
        (8, (share(5, "civilians"), share(3, "combatants")), False, (5, 3)),
        (23, (share(23, ""), share(9, "civilians", within=True)), False, (9, 14)),
        (12, (share(12, "civilians"),), False, (12, None)),
        (12, (), True, (12, None)),
        (12, (), False, (None, 12)),
        (8, (share(5, "civilians"), share(3, "combatants")), True, (5, 3)),
        (0, (), False, (None, 0)),
    ],
)
def test_civilians_are_counted_as_worded(
    low: int, shares: tuple[Share, ...], of_civilians: bool, expected: tuple[int | None, int | None]
) -> None:
    found = ucdp.deaths(Figure(low, low, None, Span(0, 1), "test", shares), of_civilians=of_civilians)
    assert found == expected
    assert sum(n or 0 for n in found) == low
