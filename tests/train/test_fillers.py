"""Messages with templates to what the incident reader and its table learn from."""

from __future__ import annotations

from typing import Any

from train.fillers import Case, learn
from train.heads import FILLERS, INCIDENTS
from train.messages import UNKNOWN, message, tried

from sayso.find.encoder.session import FOLDER
from sayso.find.encoder.wordpiece import wordpiece
from sayso.find.incidents import Candidate, likely

NUMBERS = wordpiece(FOLDER / "vocab.txt")
SLOTS = ("perp_individual", "perp_org", "victim_name", "victim_desc", "target_phys", "weapon")


def template(type_: str, *, optional: bool = False, **slots: str) -> dict[str, Any]:
    named = {s: [{"optional": False, "alternates": [{"str": w}]}] for s, w in slots.items()}
    return {"incident_type": [type_], "optional": optional, **{s: named.get(s, []) for s in SLOTS}}


ROW = {
    "id": "m",
    "text": "A BOMB DAMAGED THE\nGAS STATION. THE BOMB ALSO HURT A GUARD.",
    "gold": {
        "templates": [
            template("BOMBING", target_phys="GAS STATION", weapon="BOMB"),
            template("ATTACK", optional=True, victim_desc="GUARD"),
        ]
    },
}


def test_words_of_fillers_are_tagged_wherever_they_stand_and_open_ones_left_unknown() -> None:
    tags = dict(zip(FILLERS, message(ROW, NUMBERS).marked.tags["fillers"], strict=True))
    assert tags["weapon"] == [0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]
    assert tags["target"] == [0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0]
    assert tags["victim"] == [0] * 12 + [UNKNOWN, 0]


def test_counts_are_a_range_where_an_incident_is_left_open() -> None:
    counts = dict(zip(INCIDENTS, message(ROW, NUMBERS).counts, strict=True))
    assert counts["BOMBING"] == (1, 1)
    assert counts["ATTACK"] == (0, 1)
    assert counts["ARSON"] == (0, 0)


def test_some_messages_are_kept_out_by_their_names() -> None:
    names = [f"DEV-{n}" for n in range(600)]
    assert 50 < sum(tried(n, 6) for n in names) < 150
    assert not any(tried(n, 0) for n in names)


def test_signs_of_what_was_taken_gain() -> None:
    def case(odds: float, *, right: bool | None) -> Case:
        return Case(Candidate("victim", "x", ((0, 0),), {"slot=victim": 1.0, "odds": odds}), right)

    weights = learn([case(2, right=True), case(1, right=True), case(-2, right=False), case(9, right=None)] * 20)
    assert likely(case(2, right=True).candidate, weights) > 0.8
    assert likely(case(-2, right=True).candidate, weights) < 0.2
