"""Part of speech and lemma by word form, held to spaCy's own components."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.find.parse import load_pipeline, parser
from sayso.find.wordforms import RULED, WordForms

SAMPLE = Path(__file__).parents[2] / "src" / "sayso" / "show" / "sample"


def texts() -> list[str]:
    rows = [json.loads(line)["text"] for line in (SAMPLE / "governments.jsonl").read_text().splitlines()]
    return [(SAMPLE / "seed-deir-ezzor.txt").read_text(), *rows[:25]]


def test_every_word_of_the_sample_is_as_spacy_has_it() -> None:
    nlp, forms = parser().nlp, parser().forms
    for doc in nlp.pipe(texts()):
        assert forms.of([(t.text, t.tag_, t.dep_) for t in doc]) == [(t.pos_, t.lemma_) for t in doc]


@pytest.mark.parametrize(
    "text",
    [
        "I'm gonna go.",
        "He ain't here.",
        "There is a war.",
        "There are no talks, there's fire.",
        "Let's go; c'mon, y'all.",
        "I gotta go.",
    ],
)
def test_words_that_go_in_pairs_are_as_spacy_has_them(text: str) -> None:
    doc = parser().nlp(text)
    forms = WordForms(load_pipeline())
    assert forms.of([(t.text, t.tag_, t.dep_) for t in doc]) == [(t.pos_, t.lemma_) for t in doc]


def test_what_is_remembered_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    forms = WordForms(parser().nlp)
    forms.of([("army", "NN", "nsubj")])
    monkeypatch.setattr(forms, "_ask", lambda _: pytest.fail("asked again"))
    assert forms.of([("army", "NN", "nsubj")]) == [("NOUN", "army")]


def test_the_parts_stood_in_for_are_parts_of_the_pipeline() -> None:
    assert set(RULED) <= set(parser().nlp.pipe_names)
