"""How the day counted from moves on in a story."""

from __future__ import annotations

from collections.abc import Callable

from sayso.model.article import Article
from sayso.resolve.dates import tag

HISTORY = " In 1951 it began. In 1952 it grew. In 1953 it spread. In 1954 it slowed. In 1955 it stopped. In 1956 it was over. In 1957, 1958 and 1959 all was calm."
"""Years enough for a text to count as one that tells its own days."""


def told(text: str, make: Callable[..., Article]) -> dict[str, str]:
    article = make(HISTORY + " " + text, published="2009-12-19")
    return {t.span.of(article.text): t.value for t in tag(article)}


def test_until_is_an_aside(doc: str, make_article: Callable[..., Article]) -> None:
    """In October 1960 they attacked. The siege lasted until the fall of the city in February 1961. In November they withdrew."""
    assert told(doc, make_article)["November"] == "1960-11"


def test_a_look_back_by_years_is_an_aside(doc: str, make_article: Callable[..., Article]) -> None:
    """On 8 March 1965 they landed. It was as it had been two decades earlier. The force sent in March grew."""
    found = told(doc, make_article)
    assert (found["two decades earlier"], found["March"]) == ("194", "1965-03")


def test_the_story_s_own_year_repeated_changes_nothing(doc: str, make_article: Callable[..., Article]) -> None:
    """In June 1961 they met. On 7 December (8 December there), 1961, they attacked. In January the city fell."""
    assert told(doc, make_article)["January"] == "1962-01"


def test_that_year_is_the_year_said_last(doc: str, make_article: Callable[..., Article]) -> None:
    """On 11 May 1961 it ended. The war was stalemated by 1960. In August of that year they attacked."""
    assert told(doc, make_article)["August of that year"] == "1960-08"


def test_a_far_year_in_the_middle_of_a_sentence_is_an_aside(doc: str, make_article: Callable[..., Article]) -> None:
    """In May 1961 the king, crowned in 1935, fled. In June he died."""
    assert told(doc, make_article)["June"] == "1961-06"
