"""What users type becomes a question, or an error that says how to write it."""

from __future__ import annotations

import pytest

from sayso.ledger.store import Near
from sayso.model.problem import SaysoError
from sayso.show.arguments import circle, day, query


@pytest.mark.parametrize(("words", "found"), [("2017-09-26", "2017-09-26"), ("20170926", "2017-09-26"), ("", "")])
def test_days(words: str, found: str) -> None:
    assert day(words) == found


@pytest.mark.parametrize("words", ["2017-02-30", "yesterday", "26/09/2017", "2017-09", "2017-09-26T10:00", " "])
def test_what_is_no_day_is_told(words: str) -> None:
    with pytest.raises(SaysoError, match="write YYYY-MM-DD"):
        day(words)


def test_circles() -> None:
    assert circle("35.3, 40.1,25") == Near(35.3, 40.1, 25.0)


@pytest.mark.parametrize(
    "words", ["", "1,2", "1,2,3,4", "a,b,c", "91,0,1", "0,181,1", "0,0,0", "0,0,-1", "nan,0,1", "0,0,nan", "0,0,inf"]
)
def test_what_is_no_circle_is_told(words: str) -> None:
    with pytest.raises(SaysoError, match="not a circle"):
        circle(words)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (("air", "strike"), "air strike"),
        (("air strike", "Douma"), '"air strike" Douma'),
        (('"a b" c',), '"a b" c'),
        ((), ""),
    ],
)
def test_quoted_words_stay_together(typed: tuple[str, ...], asked: str) -> None:
    assert query(typed, {"since": "", "until": ""}).text == asked
