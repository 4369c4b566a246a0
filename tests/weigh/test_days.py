"""A month or week is told of one act on some day of it; a stretch, or several acts, last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.builders import article, claim

from sayso.model.when import Moment
from sayso.weigh.days import anew, lasts, sequel, several


@pytest.mark.parametrize(
    ("text", "words", "first", "last", "stretch"),
    [
        ("A raid last month killed 2", "last month", "2016-02-01", "2016-02-29", False),
        ("Troops shot them earlier this week", "earlier this week", "2017-02-06", "2017-02-08", False),
        ("Since Monday 40 were killed", "Monday", "2017-02-06", "2017-02-13", True),
        ("Raids over the past week killed 40", "the past week", "2017-02-07", "2017-02-13", True),
        ("He was killed in 2011", "2011", "2011-01-01", "2011-12-31", True),
    ],
)
def test_what_fills_its_days(text: str, words: str, first: str, last: str, stretch: bool) -> None:
    at = text.index(words)
    span = replace(claim(replace(article(text), id="a1"), text).content[0], start=at, end=at + len(words))
    days = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    assert lasts(text, *days, Moment(words, span, "when.in-claim", first, last)) is stretch


def test_days_without_words_of_their_own_fill_nothing() -> None:
    assert lasts("A raid killed 2", 736000, 736006, None) is False


@pytest.mark.parametrize(
    ("words", "many"),
    [
        ("A suicide bomber killed 20", False),
        ("Air strikes killed 20", True),
        ("the siege of the town", True),
        ("twin blasts", False),
    ],
)
def test_words_of_several_deeds(words: str, many: bool) -> None:
    a = replace(article(words), id="a1")
    assert several(words, claim(a, words)) is many


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("Later, another suicide bomber attacked a restaurant", True),
        ("A second car bomb went off", True),
        ("Another 20 people were wounded in the blast", False),
        ("Elsewhere on Monday jets bombed the town", True),
        ("two days after jets hit an aid convoy", True),
        ("The second largest city was bombed", False),
    ],
)
def test_a_further_deed_is_another(words: str, other: bool) -> None:
    a = replace(article(words), id="a1")
    assert anew(words, claim(a, words)) is other


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("just hours after a gas attack left dozens dead", True),
        ("two days after jets hit an aid convoy", True),
        ("The shelling comes a day after the fall of the town", False),
        ("Two people died two days ago", False),
    ],
)
def test_what_the_news_came_after_is_another_deed(words: str, before: bool) -> None:
    a = replace(article(words), id="a1")
    assert sequel(words, claim(a, words)) is before
