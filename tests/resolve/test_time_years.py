"""Years and longer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model.article import Article
from sayso.resolve.dates import tag


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The theater 1861-1863", ["1861", "1863"]),
        ("In 1995-96 tension rose.", ["1995", "1996"]),
        ("Room 1995-12 is free.", ["1995"]),
        ("In nineteen ninety-six it fell.", ["1996"]),
        ("By the year two thousand it fell.", ["2000"]),
        ("Through the nineties it grew.", ["199"]),
        ("In the years 1955 and 1956", ["1955", "1956"]),
        ("In the latter half of 2008 it fell.", ["2008-H2"]),
        ("In 1956 demonstrations forced them out.", ["1956"]),
        ("They burned 1956 houses.", []),
        ("The raids hit Hass around 1130 am.", []),
        ("They killed more than 1400 people and 1407 injured others.", []),
        ("They hold the 1070 apartment blocks.", []),
        ("In 1503 war broke out.", ["1503"]),
    ],
)
def test_years(text: str, values: list[str], make_article: Callable[..., Article]) -> None:
    assert [t.value for t in tag(make_article(text, published="2009-12-19"))] == values
