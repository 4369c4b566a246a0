"""Which stretches of an article are about an armed conflict."""

from __future__ import annotations

import pytest

from sayso.find.about import about_conflict, surely_about
from sayso.model.span import Span

FILLER = "Shares of the brewer rose after its results were better than brokers had hoped. " * 40
WAR = "Rebels shelled the town and troops withdrew."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rebels took the town.", True),
        ("Shares rose on Monday.", False),
        ("An army of lawyers came. " + "More words follow here. " * 30, False),
        (f"{WAR} " * 20, True),
        ("", False),
    ],
)
def test_whole_article(text: str, wanted: bool) -> None:
    assert about_conflict(text, Span(0, len(text))) is wanted


def test_an_article_about_several_things_is_read_by_neighbourhood() -> None:
    text = FILLER + WAR + FILLER
    at = len(FILLER)
    assert about_conflict(text, Span(at, at + len(WAR)))
    assert not about_conflict(text, Span(0, 70))


def test_surely_where_the_article_and_the_neighbourhood_are() -> None:
    text = (WAR + " ") * 20
    assert surely_about(text, Span(0, len(WAR)))
    assert not surely_about(FILLER + WAR + FILLER, Span(len(FILLER), len(FILLER) + len(WAR)))
    assert not surely_about(text + FILLER[:2000], Span(len(text) + 1500, len(text) + 1550))


def test_a_long_line_takes_little_time() -> None:
    assert not about_conflict("a" * 200_000 + "-" * 200_000, Span(0, 5))
