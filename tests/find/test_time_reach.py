"""How far the time of a happening reaches."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.find.told import Told

from sayso.find.time_reach import told_on
from sayso.find.timing import when
from sayso.model.article import Article, Stated
from sayso.model.span import Span
from sayso.model.when import Moment, Timex


def found(told: Told, article: Article, *years: str) -> Moment | None:
    """Return the time of the whole sentence's happening, published in 2017, with these years as its times."""
    article = replace(article, published=Stated("2017-09-26", "test"))
    spans = [Span(article.text.index(y), article.text.index(y) + len(y)) for y in years]
    times = [Timex(s, "DATE", y, "test", f"{y}-01-01", f"{y}-12-31", "year") for s, y in zip(spans, years, strict=True)]
    return when(told.unit(), told.trigger("armed-clash"), article, times)


def days(moment: Moment | None) -> tuple[str | None, str | None] | None:
    return None if moment is None else (moment.start, moment.end)


def test_a_clause_of_beginning_reaches_to_the_article(told: Told, article: Article) -> None:
    """Rebels have killed many soldiers since the war began in 2011."""
    assert days(found(told, article, "2011")) == ("2011-01-01", "2017-09-26")


def test_a_range_has_two_ends(told: Told, article: Article) -> None:
    """Rebels attacked the base between 2011 and 2015."""
    moment = found(told, article, "2011", "2015")
    assert days(moment) == ("2011-01-01", "2015-12-31")
    assert moment is not None
    assert moment.text == "2011 and 2015"


def test_a_list_is_no_range(told: Told, article: Article) -> None:
    """Rebels attacked the base in 2011 and 2015."""
    assert days(found(told, article, "2011", "2015")) == ("2011-01-01", "2011-12-31")


def test_the_first_since_is_a_measure(told: Told, article: Article) -> None:
    """Rebels launched the deadliest attack since the war began in 2011."""
    assert found(told, article, "2011") is None


def test_at_least_is_no_superlative(told: Told, article: Article) -> None:
    """Rebels have killed at least ten soldiers since the war began in 2011."""
    assert days(found(told, article, "2011")) == ("2011-01-01", "2017-09-26")


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        ({"published": "2017-09-26", "dateline": "2017-09-24"}, "2017-09-24"),
        ({"published": "2017-09-26", "dateline": "2017-02-31"}, "2017-09-26"),
        ({}, None),
    ],
)
def test_the_day_an_article_tells_from(dates: dict[str, str], day: str | None) -> None:
    stated = {k: Stated(v, "test") for k, v in dates.items()}
    assert told_on(replace(Article("a", "t", "0", "x", ()), **stated)) == day  # type: ignore[arg-type]


def test_the_most_lethal_since_a_year_is_not_of_that_year(told: Told, article: Article) -> None:
    """It was the most lethal attack since 2013."""
    assert found(told, article, "2013") is None
