"""Words to classes, and patterns over them."""

from __future__ import annotations

import pytest

from sayso.resolve.dates import READERS
from sayso.resolve.time_patterns import figure, grammar, lex, said


def test_every_pattern_names_a_reader_and_every_reader_is_named() -> None:
    named = {read for _, read in grammar().rules.values()}
    assert named == set(READERS)


@pytest.mark.parametrize(
    ("word", "class_"),
    [("7", "dd"), ("31", "dd"), ("32", "num"), ("0", "no_year"), ("2017", "year"), ("3000", "num"), ("10:30", "clock"),
     ("16.04.2017", "numeric"), ("1,000", ""), ("3.5", ""), ("123456", "no_year"), ("1234567", "")],
)  # fmt: skip
def test_figures(word: str, class_: str) -> None:
    assert figure(word) == class_


def test_tokens_stand_where_they_say(doc: str) -> None:
    """On 16.04.2017, at 10:30, two of us (Sept. 3) fled."""
    lexed = lex(doc, 0, len(doc), grammar())
    assert all(doc.startswith(w, s) for w, s in zip(lexed.words, lexed.starts, strict=True))
    assert len(lexed.classes) == len(lexed.words)


def test_matches_carry_what_was_said(doc: str) -> None:
    """It fell on Monday 6 Jun 2016."""
    (found,) = said(lex(doc, 0, len(doc), grammar()), grammar())
    assert (found.number("weekday"), found.number("dd"), found.number("month_short"), found.number("year")) == (
        1,
        6,
        6,
        2016,
    )
    assert found.rule == "time.weekday-day-month"
