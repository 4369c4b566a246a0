"""Numbers as they are written, in digits and in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.find.numerals import number_at
from sayso.find.parse import parser
from sayso.find.tree import Tree
from sayso.model.article import Article, Zone
from sayso.model.span import Span


def trees(text: str) -> list[Tree]:
    article = Article("a1", "test", "0" * 64, text, (Zone("body", Span(0, len(text)), "test"),))
    return list(parser().parse([article])[0])


def tree(text: str) -> Tree:
    return trees(text)[0]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("20", 20), ("1,500", 1500), ("1.500", 1500), ("1 200", 1200), ("1 200 000", 1200000), ("2.5 million", 2500000),
        ("twenty-five", 25), ("thirty one", 31), ("two hundred and fifty", 250), ("two hundred fifty", 250),
        ("a hundred", 100), ("a dozen", 12), ("three dozen", 36), ("two-hundred", 200), ("10k", 10000), ("1.5m", 1500000),
        ("seventeen thousand", 17000), ("two million three hundred thousand", 2300000),
    ],
)  # fmt: skip
def test_a_number_is_read_to_its_end(words: str, value: int) -> None:
    t = tree(f"{words} people died.")
    found = number_at(t, 0)
    assert found is not None
    assert (found[0], t.lower[found[1] + 1]) == (value, "people")


@pytest.mark.parametrize("words", ["300m away stood", "people", "M23 fighters", "12.345.6 was"])
def test_no_number_begins_here(words: str) -> None:
    found = number_at(tree(f"{words} a tank."), 0)
    assert found is None or found[0] == 300


def test_after_a_month_groups_are_not_joined() -> None:
    t = tree("On March 15 200 people were killed.")
    assert number_at(t, 2) == (15, 2)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 999_999))
def test_groups_set_apart_by_spaces_are_one_number(n: int) -> None:
    written = f"{n:,}".replace(",", " ")
    found = number_at(tree(f"{written} people died."), 0)
    assert found is not None
    assert found[0] == n
