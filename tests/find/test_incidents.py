"""Incidents put together from what the reader senses word by word."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.find.encoder.incidents import SIGNS, Sensed
from sayso.find.encoder.pieces import words
from sayso.find.encoder.session import encoder
from sayso.find.incidents import assembled, incidents
from sayso.model.article import Article, Zone
from sayso.model.span import Span

FAR = "Nothing else was told that day and nobody spoke of it again in the weeks that came after the rain had ended. "
SURE, NOT = 6.0, -9.0


def sense(text: str, counts: dict[str, dict[str, float]], named: dict[str, list[str]], many: int = 1) -> Sensed:
    """Return senses of a text: words that tell a type, by type, and words that fill slots."""
    read = words(text, [Span(0, len(text))])
    types, slots = encoder().described.incidents, encoder().described.fillers
    signs = np.zeros((len(read), len(types), SIGNS), np.float32)
    signs[:, :, 1:] = NOT
    tags = np.tile(np.log(np.array([0.98, 0.01, 0.01], np.float32)), (len(read), len(slots), 1))
    for type_, telling in counts.items():
        signs[:, types.index(type_), 1 : 1 + many] = SURE
        for word, count in telling.items():
            signs[read.text.index(word), types.index(type_), -1] = count
    for slot, found in named.items():
        for wording in found:
            at = [w for w in range(len(read)) if text.startswith(wording, read.start[w])]
            for first in at:
                tags[first, slots.index(slot)] = np.log([0.01, 0.98, 0.01])
                tags[first + 1 : first + len(wording.split()), slots.index(slot)] = np.log([0.01, 0.01, 0.98])
    return Sensed(read, tags, signs)


def test_a_type_told_once_is_one_incident_with_its_fillers(doc: str) -> None:
    """Gunmen kidnapped the mayor near the mill; the mayor was freed."""
    (found,) = assembled(
        doc, sense(doc, {"KIDNAPPING": {"kidnapped": 3}}, {"perp_ind": ["Gunmen"], "victim": ["the mayor"]})
    )
    assert found.type.value == "KIDNAPPING"
    assert [s.of(doc) for s in found.type.spans] == ["kidnapped"]
    assert {s: [f.words.value for f in fs] for s, fs in found.fillers.items()} == {
        "perp_ind": ["Gunmen"],
        "victim": ["the mayor"],
    }
    assert [s.of(doc) for s in found.fillers["victim"][0].words.spans] == ["the mayor", "the mayor"]
    assert 0.8 < found.fillers["victim"][0].sure < 1


def test_a_filler_goes_to_the_incident_told_nearest() -> None:
    text = f"A bomb damaged the bank. {FAR}Rebels burned the mill."
    sensed = sense(text, {"BOMBING": {"bomb": 2}, "ARSON": {"burned": 2}}, {"target": ["the bank", "the mill"]})
    assert [(i.type.value, i.fillers["target"][0].words.value) for i in assembled(text, sensed)] == [
        ("BOMBING", "the bank"),
        ("ARSON", "the mill"),
    ]


def test_two_incidents_of_one_type_are_told_by_words_apart() -> None:
    text = f"A bomb exploded at the bank. {FAR}Another bomb exploded at the mill."
    sensed = sense(text, {"BOMBING": {"exploded": 2, "Another": 1}}, {"target": ["the bank", "the mill"]}, many=2)
    found = assembled(text, sensed)
    assert [i.type.spans[0].of(text) for i in found] == ["exploded", "Another"]
    assert [i.fillers["target"][0].words.value for i in found] == ["the bank", "the mill"]


def test_what_is_not_likely_enough_is_left_out(doc: str) -> None:
    """Gunmen kidnapped the mayor near the mill."""
    sensed = sense(doc, {"KIDNAPPING": {"kidnapped": 3}}, {"victim": ["the mayor"]})
    assert not assembled(doc, sensed, told=1.0)
    (found,) = assembled(doc, sensed, fills=1.0)
    assert not found.fillers


def test_chances_never_rise_with_the_count() -> None:
    drawn = np.random.default_rng(1).normal(0, 4, (40, 6, SIGNS)).astype(np.float32)
    read = words("word " * 40, [Span(0, 200)])
    chances = Sensed(read, np.zeros((40, 5, 3), np.float32), drawn).chances()
    assert chances.shape == (6, 3)
    assert (np.diff(chances, axis=1) <= 0).all()


@pytest.mark.parametrize("text", ["", " \n", "\u200f"])
def test_a_text_without_words_tells_nothing(text: str) -> None:
    assert incidents(Article("a", "a", "", text, (Zone("body", Span(0, len(text)), "test"),))) == ()
