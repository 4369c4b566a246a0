"""A month or week is told of one act on some day of it; a stretch, or several acts, last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.builders import article, claim

from sayso.weigh.days import on_calendar, several


def span(first: str, last: str) -> tuple[int, int]:
    return date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()


@pytest.mark.parametrize(
    ("first", "last", "one"),
    [
        ("2016-02-01", "2016-02-29", True),
        ("2017-02-06", "2017-02-12", True),
        ("2017-02-07", "2017-02-13", False),
        ("2017-02-01", "2017-02-09", False),
        ("2017-01-01", "2017-12-31", False),
    ],
)
def test_a_month_and_a_week_are_on_the_calendar(first: str, last: str, one: bool) -> None:
    assert on_calendar(*span(first, last)) is one


@pytest.mark.parametrize(
    ("words", "many"),
    [("A suicide bomber killed 20", False), ("Air strikes killed 20", True), ("the siege of the town", True)],
)
def test_words_of_several_deeds(words: str, many: bool) -> None:
    a = replace(article(words), id="a1")
    assert several(words, claim(a, words)) is many
