"""Paragraphs of texts with and without broken lines."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from sayso.find.lines import flowing, paragraphs

LONG = "Soldiers shelled the town on Sunday and " * 8 + "left."


def of(text: str) -> list[str]:
    return [text[a:b] for a, b in paragraphs(text)]


def test_a_line_is_a_paragraph() -> None:
    assert of("One line.\nAnother one.\n") == ["One line.\n", "Another one.\n"]
    assert of(f"{LONG}\n{LONG}\n{LONG}\n{LONG}\n{LONG}") == [f"{LONG}\n"] * 4 + [LONG]


def test_broken_lines_are_joined_up_to_an_empty_one() -> None:
    broken = "\n".join(textwrap.wrap(LONG, 72))
    assert of(f"{broken}\n\n{broken}") == [f"{broken}\n", "\n", broken]


def test_short_lines_stay_apart() -> None:
    rows = "The mayor spoke.\nNobody answered him.\nRain fell.\nIt was late.\nThey left."
    assert len(of(rows)) == 5


@given(st.lists(st.text("ab \n", max_size=90)).map("\n".join))
def test_together_they_are_the_text(text: str) -> None:
    assert "".join(of(text)) == text


@given(st.text())
def test_a_paragraph_flows_with_every_character_at_its_place(text: str) -> None:
    line = flowing(text)
    assert "\n" not in line
    assert "\r" not in line
    assert [c if c not in "\r\n" else " " for c in text] == list(line)
