"""Texts in capitals as they would stand in small letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.find.quiet import quieted


def test_capitals_become_small_but_at_the_beginning_of_sentences() -> None:
    text = 'GUNMEN SHELLED ÜSKÜDAR.  "WE SAW IT," A WITNESS SAID.\n\n   THE ARMY DENIED IT.'
    assert quieted(text) == 'Gunmen shelled üsküdar.  "We saw it," a witness said.\n\n   The army denied it.'


def test_ordinary_texts_and_short_names_stay() -> None:
    for text in ("The FMLN and the ERP attacked SAN SALVADOR.", "FMLN", "AFP, REUTERS", ""):
        assert quieted(text) == text


@given(st.text())
def test_places_stay(text: str) -> None:
    assert len(quieted(text)) == len(text)
