"""People told one by one."""

from __future__ import annotations

import pytest
from tests.find.test_numerals import tree

from sayso.find.numbers import counts
from sayso.find.singly import singles, suffered


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Shelling killed a general near the city.", ["a general"]),
        ("A woman and a child were killed.", ["A woman", "a child"]),
        ("The Russian ambassador was assassinated.", ["The Russian ambassador"]),
        ("The rebels took 12 people hostage.", []),
        ("The police were attacked.", []),
    ],
)
def test_one_person_at_a_time(text: str, people: list[str]) -> None:
    t = tree(text)
    tokens = tuple(range(len(t)))
    found = singles(t, tokens, frozenset(tokens), counts(t, tokens))
    assert [t.words(c.first, c.end).of(text) for c in found if suffered(t, c, frozenset(tokens))] == people
