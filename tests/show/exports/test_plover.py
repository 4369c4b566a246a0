"""Cells of PLOVER tables."""

from __future__ import annotations

from tests.show.exports.by_hand import make

from sayso.show.exports import plover


def test_plover_codes_and_parties() -> None:
    found = plover.cells(make())
    assert (found["plover_event"], found["plover_mode"], found["plover_context"]) == ("ASSAULT", "aerial", "military")
    assert (found["plover_quad"], found["plover_scale"], found["cameo"]) == (4, -9, "195")
    assert (found["plover_actors"], found["plover_actor_countries"], found["plover_actor_sectors"]) == (
        "Russian air force",
        "RUS",
        "MIL",
    )
    assert found["plover_recipient_sectors"] == "CVL"


def test_plover_auxiliary_modes() -> None:
    t = make(said={"polarity": "negative", "tense": "future", "certainty": "possible"})
    assert plover.auxiliary(t) == ["negation", "future", "hypothetical"]
