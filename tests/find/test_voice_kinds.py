"""Kinds of voices by their words."""

from __future__ import annotations

import pytest

from sayso.find.voice_kinds import kind_of_words, singular

CASES = [
    ("the russian defense ministry", "military"),
    ("the foreign ministry", "government"),
    ("a us official", "government"),
    ("a rebel commander", "armed-group"),
    ("the general staff", "military"),
    ("the syrian observatory for human rights", "ngo-monitor"),
    ("observatory chief rami abdel rahman", "ngo-monitor"),
    ("the syrian civil defence", "medical-rescue"),
    ("hospital sources", "medical-rescue"),
    ("local media", "media"),
    ("the isis-linked aamaq news agency", "media"),
    ("residents", "witness-local"),
    ("a un spokesman", "international-org"),
    ("analysts", "expert"),
    ("the houthis", "armed-group"),
    ("hamas", "armed-group"),
    ("an opposition lawmaker", "politician"),
]


@pytest.mark.parametrize(("words", "kind"), CASES)
def test_kind(words: str, kind: str) -> None:
    split = words.split()
    assert kind_of_words(split, len(split) - 1)[0] == kind


def test_activists_in_a_held_town_are_witnesses() -> None:
    assert kind_of_words(["activists", "in", "islamic", "state-held", "raqqa"], 0)[0] == "witness-local"


def test_unknown_words_have_no_kind() -> None:
    assert kind_of_words(["zyx"], 0) == (None, None, "kind.unknown")


def test_singular() -> None:
    assert [singular(w) for w in ("activists", "witnesses", "gunmen", "authorities", "press")] == [
        "activist",
        "witness",
        "gunman",
        "authority",
        "press",
    ]
