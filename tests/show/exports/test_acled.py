"""Cells of ACLED-compatible tables."""

from __future__ import annotations

from tests.builders import actor
from tests.show.exports.by_hand import TEXT, known, make

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
