"""Cells of ACLED-compatible tables."""

from __future__ import annotations

import pytest
from tests.builders import actor
from tests.show.exports.by_hand import TEXT, known, make

from sayso.model.happening import Figure
from sayso.model.span import Span
from sayso.show.exports import acled


def test_acled_types_follow_the_sub_type() -> None:
    found = acled.cells(make())
    assert (found["acled_type"], found["acled_sub"]) == ("Explosions/Remote violence", "Air/drone strike")
    assert (found["acled_actor1"], found["acled_inter1"]) == ("Russian air force", 8)
    assert (found["acled_actor2"], found["acled_inter2"], found["acled_interaction"]) == ("civilians", 7, 78)
    assert found["acled_tags"] == "killed=15.."


def test_forces_of_the_place_are_the_state_and_armed_groups_are_not_told_apart() -> None:
    t = make(
        actors=(known("Russian jets", "Syrian Arab Army", "sy-army"),),
        targets=(known("civilians", "x", "islamic-state"),),
    )
    found = acled.cells(t)
    assert (found["acled_inter1"], found["acled_inter2"], found["acled_interaction"]) == (1, None, None)


def test_things_are_no_actors() -> None:
    found = acled.cells(make(targets=(actor(TEXT, "a market"), actor(TEXT, "civilians"))))
    assert (found["acled_actor2"], found["acled_assoc2"]) == ("civilians", "")


@pytest.mark.parametrize(
    ("low", "rule", "expected"),
    [(24, "figure.dozens", 12), (200, "figure.hundreds", 100), (40, "figure.scores", 40), (15, "figure.at-least", 15)],
)
def test_fatalities_are_conservative(low: int, rule: str, expected: int) -> None:
    assert acled.fatalities(Figure(low, low, None, Span(0, 1), rule)) == expected
    assert acled.fatalities(None) is None
