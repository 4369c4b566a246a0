"""What the shipped incident reader senses in whole texts."""

from __future__ import annotations

import time

import numpy as np
import pytest

from sayso.find.encoder.incidents import FILE, SIGNS, sensed
from sayso.find.encoder.session import encoder
from sayso.find.incidents import Incident, incidents
from sayso.model.article import Article, Zone
from sayso.model.span import Span

KIDNAPPING = (
    "LIMA, 5 MAY 91 -- FIVE HOODED GUERRILLAS OF THE RED COLUMN KIDNAPPED THE MAYOR OF A SMALL TOWN AND TWO BUSINESSMEN "
    "LAST NIGHT, THE POLICE REPORTED. THE GUERRILLAS, WHO CARRIED RIFLES, DEMANDED A RANSOM."
)
BOMBING = (
    "A powerful bomb exploded early today outside a bank in the capital and damaged the building and three cars, the "
    "police said. Two guards were wounded. Terrorists of the Red Column claimed responsibility for the attack."
)
TALKS = (
    "The ministers of trade met in Geneva on Monday. They spoke about coffee prices and agreed to meet again in June."
)


def read(text: str) -> tuple[Incident, ...]:
    return incidents(Article("a", "a", "", text, (Zone("body", Span(0, len(text)), "test"),)))


def test_the_reader_is_one_of_the_files_described() -> None:
    assert FILE in encoder().described.files


def test_a_kidnapping_told_in_capitals() -> None:
    (found,) = read(KIDNAPPING)
    assert found.type.value == "KIDNAPPING"
    assert "GUERRILLAS" in " ".join(f.words.value for f in found.fillers["perp_ind"])
    assert "BUSINESSMEN" in " ".join(f.words.value for f in found.fillers["victim"])


def test_a_bombing_told_in_small_letters() -> None:
    (found,) = read(BOMBING)
    assert found.type.value == "BOMBING"
    assert "bomb" in found.fillers["weapon"][0].words.value
    assert "cars" in " ".join(f.words.value for f in found.fillers["target"])


def test_talks_are_no_incident() -> None:
    assert read(TALKS) == ()


@pytest.mark.parametrize("text", [KIDNAPPING, f"{BOMBING}\n\n{TALKS}"])
def test_every_filler_stands_where_its_spans_say(text: str) -> None:
    for incident in read(text):
        assert len(incident.type.spans) == 1
        for fillers in incident.fillers.values():
            for f in fillers:
                assert {s.of(text).casefold() for s in f.words.spans} == {f.words.value.casefold()}


def test_words_and_senses_are_as_many() -> None:
    found = sensed(BOMBING, [Span(0, 40), Span(41, len(BOMBING))])
    assert found.tags.shape == (len(found.words), 5, 3)
    assert found.signs.shape == (len(found.words), 6, SIGNS)
    assert np.allclose(np.exp(found.tags).sum(-1), 1, atol=1e-5)


@pytest.mark.parametrize(
    "text", ["", "BOMB " * 5_000, "x" * 100_000, "бомба " * 300], ids=["empty", "bombs", "one", "cyrillic"]
)
def test_any_text_is_sensed_in_bounded_time(text: str) -> None:
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 30
