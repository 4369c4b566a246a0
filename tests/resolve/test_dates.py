"""Time expressions to first and last day."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.article import Article, Stated, Zone
from sayso.model.span import Span
from sayso.resolve.dates import problems, tag

Make = Callable[..., Article]


def days(text: str, published: str, make: Make) -> list[tuple[str, str | None, str | None]]:
    article = make(text, published=published)
    return [(t.span.of(text), t.start, t.end) for t in tag(article)]


SEED = "2017-09-26"
"""A Tuesday."""


@pytest.mark.parametrize(
    ("text", "published", "start", "end"),
    [
        ("It fell on Sunday.", SEED, "2017-09-24", "2017-09-24"),
        ("It fell on Sunday.", "2017-09-25", "2017-09-24", "2017-09-24"),
        ("It fell on Saturday.", "2016-06-04", "2016-06-04", "2016-06-04"),
        ("Last weekend it fell.", SEED, "2017-09-23", "2017-09-24"),
        ("Last weekend it fell.", "2017-09-25", "2017-09-23", "2017-09-24"),
        ("Last weekend it fell.", "2017-09-24", "2017-09-16", "2017-09-17"),
        ("It fell late Tuesday.", "2016-09-21", "2016-09-20", "2016-09-20"),
        ("It fell early on Monday.", "2016-06-07", "2016-06-06", "2016-06-06"),
        ("It fell overnight.", SEED, "2017-09-25", "2017-09-26"),
        ("Three fell in the past 24 hours.", "2016-04-30", "2016-04-29", "2016-04-30"),
        ("It raged since mid-2012.", SEED, "2012-05-01", "2017-09-26"),
        ("It fell two days ago.", SEED, "2017-09-24", "2017-09-24"),
        ("It fell last month.", "2014-07-19", "2014-06-01", "2014-06-30"),
        ("It grew in recent weeks.", "2014-07-19", "2014-06-28", "2014-07-19"),
        ("Earlier this month it fell.", "2016-06-07", "2016-06-01", "2016-06-06"),
        ("Earlier this week it fell.", "2017-03-27", "2017-03-20", "2017-03-26"),
        ("They broke in February.", "2014-07-19", "2014-02-01", "2014-02-28"),
        ("They broke in November.", "2014-07-19", "2013-11-01", "2013-11-30"),
        ("It began in 2011.", SEED, "2011-01-01", "2011-12-31"),
        ("It began late December 2016.", SEED, "2016-12-21", "2016-12-31"),
        ("A battle on July 21 2015 began.", SEED, "2015-07-21", "2015-07-21"),
        ("On April 15 2017 it began.", SEED, "2017-04-15", "2017-04-15"),
        ("Monday 6 Jun 2016 Beirut", SEED, "2016-06-06", "2016-06-06"),
        ("Dated 16.04.2017 here.", SEED, "2017-04-16", "2017-04-16"),
        ("Dated 2017-04-16 here.", SEED, "2017-04-16", "2017-04-16"),
        ("Dated 04-06-2016 here.", SEED, "2016-06-04", "2016-06-04"),
        ("Dated 09/24/2017 here.", SEED, "2017-09-24", "2017-09-24"),
        ("Dated 9/10/2017 here.", "2017-09-12", "2017-09-10", "2017-09-10"),
        ("Last week it fell.", "2016-06-07", "2016-05-30", "2016-06-05"),
        ("It will fall on Friday.", SEED, "2017-09-29", "2017-09-29"),
        ("A summit is due in November.", SEED, "2017-11-01", "2017-11-30"),
        ("They met on 5-7 May 2016.", SEED, "2016-05-05", "2016-05-07"),
        ("It fell on Friday and Saturday.", "2014-07-19", "2014-07-18", "2014-07-19"),
        ("It fell in the summer of 2014.", SEED, "2014-06-01", "2014-08-31"),
        ("It fell in Ramadan 2016.", SEED, "2016-06-07", "2016-07-06"),
        ("It fell in the 1990s.", SEED, "1990-01-01", "1999-12-31"),
        ("It fell on Mondays anniversary.", SEED, "2017-09-25", "2017-09-25"),
        ("It fell yesterday morning.", SEED, "2017-09-25", "2017-09-25"),
        ("It fell on the 3rd of March.", SEED, "2017-03-03", "2017-03-03"),
        ("recently it fell", "2016-06-24", "2016-05-25", "2016-06-24"),
        ("An attack this week killed ten.", "2017-04-07", "2017-04-03", "2017-04-07"),
        ("It will end this week.", "2017-04-07", "2017-04-03", "2017-04-09"),
        ("It raged since the start of the year.", "2017-02-23", "2017-01-01", "2017-02-23"),
        ("In the early hours of Monday morning it fell.", SEED, "2017-09-25", "2017-09-25"),
        ("On the night of 24 September it fell.", SEED, "2017-09-24", "2017-09-24"),
        ("In the evening on September 24 it fell.", SEED, "2017-09-24", "2017-09-24"),
        ("It fell at 7 pm local time on Monday evening.", SEED, "2017-09-25", "2017-09-25"),
        ("It fell at 10 a.m. Nov. 29, 2016.", SEED, "2016-11-29", "2016-11-29"),
        ("It fell pre-dawn.", SEED, "2017-09-26", "2017-09-26"),
        ("It fell in the first few days of 2017.", SEED, "2017-01-01", "2017-01-05"),
        ("It fell in the second half of 2016.", SEED, "2016-07-01", "2016-12-31"),
        ("It fell on the third day of Ramadan 2016.", SEED, "2016-06-09", "2016-06-09"),
        ("Talks to be held on Monday failed.", SEED, "2017-10-02", "2017-10-02"),
        ("Ten fell due to a strike on Monday.", SEED, "2017-09-25", "2017-09-25"),
        ("It has been going on since Monday.", SEED, "2017-09-25", "2017-09-26"),
        ("They met on March eighth.", SEED, "2017-03-08", "2017-03-08"),
    ],
)
def test_days(text: str, published: str, start: str, end: str, make_article: Make) -> None:
    found = days(text, published, make_article)
    assert [(a, b) for _, a, b in found] == [(start, end)]


def test_times_counted_from_the_time_told_last(doc: str, make_article: Make) -> None:
    """Rebels took the town on 2 March 2013. The same day a truce began. It broke two days later. A week earlier none had hoped."""
    assert [a for _, a, _ in days(doc, SEED, make_article)] == ["2013-03-02", "2013-03-02", "2013-03-04", "2013-02-25"]


def test_history_runs_from_date_to_date(doc: str, make_article: Make) -> None:
    """In 1939 war began. In 1940 it spread. In 1941 it grew; in December they landed. In January the city fell. By 1942, 1943,
    1944 and 1945 it was over; in 1946 and 1947 trials were held, and in 1948 they ended."""
    found = {words: start for words, start, _ in days(doc, "2009-12-19", make_article)}
    assert found["December"] == "1941-12-01"
    assert found["January"] == "1942-01-01"


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("They fled from November to March 2016.", ["2015-11-01", "2016-03-01"]),
        ("They fled in April and June 2016.", ["2016-04-01", "2016-06-01"]),
        ("They fled in December and October 2015 respectively.", ["2015-12-01", "2015-10-01"]),
        ("The battle between Nov. 17 and Dec. 13, 2016 ended.", ["2016-11-17", "2016-12-13"]),
        ("The drought of 2007-10 ended.", ["2007-01-01", "2010-01-01"]),
        ("In 2014 it fell. Crimea was annexed that year.", ["2014-01-01", "2014-01-01"]),
        ("A bomb went off on Sunday. Shortly after the blast they fled.", ["2017-09-24", "2017-09-24"]),
        ("They fled shortly after the blast.", []),
        ("It doubled in 2015 and again the following year.", ["2015-01-01", "2016-01-01"]),
    ],
)
def test_dates_that_lean_on_each_other(text: str, starts: list[str], make_article: Make) -> None:
    assert [start for _, start, _ in days(text, SEED, make_article)] == starts


@pytest.mark.parametrize(
    "text",
    ["They killed 2000 people.", "Some 1500 fighters fled.", "May they win.", "They may march on.", "Sun Tzu sat.",
     "A second man fell.", "He sat in the sun.", "It cost $1999.", "Version 1.2.3 of it", "The Long March began",
     "Jan Kubis said so.", "The annual March for Life", "It flew at 300 miles per hour.", "Sun said its chips sell.",
     "The pocket, following weeks of calm, erupted"],
)  # fmt: skip
def test_no_times(text: str, make_article: Make) -> None:
    assert days(text, SEED, make_article) == []


@pytest.mark.parametrize(
    "text",
    [
        "On 31 February 2017 it fell.",
        "Dated 31.02.2017.",
        "Dated 2017-13-45.",
        "Dated 99999-01-01.",
        "on 1.1.99999",
        "In the year 0 it fell.",
        "By the year 99999 it fell.",
        "On 5 May 99999.",
        "On May 5, 0000, it fell.",
    ],
)
def test_impossible_dates_are_problems(text: str, make_article: Make) -> None:
    article = make_article(text, published=SEED)
    found = tag(article)
    assert all(t.start is None for t in found)
    assert [p.code for p in problems(article, found)] == ["S203"]


def test_without_a_date_relative_times_stay_open(doc: str, make_article: Make) -> None:
    """It fell yesterday, on Sunday, and on 2 March 2013."""
    article = make_article(doc)
    assert [t.start for t in tag(article)] == [None, "2013-03-02"]
    assert [p.code for p in problems(article)] == ["S201"]


def test_the_anchor_is_named(doc: str, make_article: Make) -> None:
    """It fell on Sunday, not on 2 March 2013."""
    relative, absolute = tag(make_article(doc, published=SEED))
    assert (relative.anchor, absolute.anchor) == (f"published {SEED}", "")


@given(st.text(alphabet=st.sampled_from("0123456789 .-/:,amp'thsMayJunMonday lastweekthe\n–१"), max_size=200))
def test_any_text_is_read_and_spans_hold_their_words(text: str) -> None:
    body = (Zone("body", Span(0, len(text)), "test"),)
    for t in tag(Article("a1", "test", "0", text, body, published=Stated("2017-09-26", "test"))):
        assert t.span.of(text).strip()
        assert t.start is None or t.end is None or t.start <= t.end


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "the last ",
        "1 ",
        "May ",
        "9",
        "Monday, ",
        "two ",
        "\u200b",
        "1-",
        "year ",
        "On 5 May 2016, it fell. ",
        "1861-",
        "April to ",
        "480 ",
        "the early ",
        "since ",
    ],
)
def test_long_lines_take_linear_time(piece: str, make_article: Make) -> None:
    article = make_article(piece * (200_000 // len(piece)), published=SEED)
    start = time.process_time()
    tag(article)
    assert time.process_time() - start < 8


@pytest.mark.parametrize("text", ["Sept 31", "It fell on February 30.", "On the 31st of April they left."])
def test_a_day_of_no_year_s_calendar_is_a_problem_without_an_anchor_too(text: str, make_article: Make) -> None:
    article = make_article(text)
    assert "S203" in {p.code for p in problems(article, tag(article))}


def test_29_february_of_an_unknown_year_is_no_problem(make_article: Make) -> None:
    article = make_article("It fell on 29 February.")
    assert "S203" not in {p.code for p in problems(article, tag(article))}
