"""The day an article's words of time are counted from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model.article import Article
from sayso.resolve.anchors import anchor

DATES = {
    "dateline": "2017-09-24",
    "original_published": "2017-09-25",
    "published": "2017-09-26",
    "modified": "2017-09-30",
}


@pytest.mark.parametrize(
    ("known", "text"),
    [
        (["modified", "published", "original_published", "dateline"], "dateline 2017-09-24"),
        (["published", "original_published"], "original 2017-09-25"),
        (["modified", "published"], "published 2017-09-26"),
        (["modified"], "modified 2017-09-30"),
    ],
)
def test_the_nearest_to_the_words_decides(known: list[str], text: str, make_article: Callable[..., Article]) -> None:
    found = anchor(make_article("x", **{k: DATES[k] for k in known}))
    assert (found.text, found.problems) == (text, ())
    assert found.day is not None
    assert found.day.isoformat() == text.split()[1]


def test_a_stated_date_that_is_none_is_a_problem(make_article: Callable[..., Article]) -> None:
    found = anchor(make_article("x", dateline="2017-02-31", published="2017-03-01"))
    assert found.text == "published 2017-03-01"
    assert [p.code for p in found.problems] == ["S202"]


def test_no_date_at_all(make_article: Callable[..., Article]) -> None:
    found = anchor(make_article("x"))
    assert (found.day, [p.code for p in found.problems]) == (None, ["S201"])
