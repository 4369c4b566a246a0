"""Disturbances leave every character at its place."""

from __future__ import annotations

from bench.disturbed import WAYS, WIDTH, tight, wrapped
from hypothesis import given
from hypothesis import strategies as st


@given(st.text("ab “”’ßİ\n. "))
def test_every_way_keeps_the_length(text: str) -> None:
    assert {len(way(text)) for way in WAYS.values()} == {len(text)}


def test_lines_are_broken_at_a_space_and_empty_ones_closed() -> None:
    text = "word " * 60 + "end"
    assert max(map(len, wrapped(text).split("\n"))) <= WIDTH
    assert wrapped(text).replace("\n", " ") == text
    assert tight("One.\n\nTwo.\n") == "One. \nTwo.\n"
