"""What the words between two names say of how the second stands to the first."""

from __future__ import annotations

import pytest

from sayso.resolve.joins import joined
from sayso.resolve.place_words import read_gap


@pytest.mark.parametrize(
    ("between", "join"),
    [
        ("in", "within"),
        (",", "within"),
        ("of", "within"),
        ("near", "beside"),
        ("south of", "beside"),
        ("and", "and"),
        (", and", "and"),
        ("/", "same"),
    ],
)
def test_words_between(between: str, join: str) -> None:
    before = between.replace(",", ", ").split() if between != "," else [","]
    assert joined(before, read_gap(before), border=False, owner=False, country=False) == join


def test_an_owner_holds() -> None:
    gap = read_gap(["city", "of"])
    assert joined(["city", "of"], gap, border=False, owner=True, country=True) == "held"
    assert joined(["and"], read_gap(["and"]), border=True, owner=True, country=True) == "and"
    assert joined([], read_gap([]), border=False, owner=False, country=True) == "held"
