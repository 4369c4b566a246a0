"""Dates as pages print them."""

from __future__ import annotations

import pytest

from sayso.read import dates


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2017-09-26", "2017-09-26"),
        ("2017-09-26T10:15:00+03:00", "2017-09-26"),
        ("16.04.2017", "2017-04-16"),
        ("07-08-2013", "2013-08-07"),
        ("12/25/2016", "2016-12-25"),
        ("Friday 23 May 2014", "2014-05-23"),
        ("25th of September, 2017", "2017-09-25"),
        ("September 26, 2017", "2017-09-26"),
        ("Sat Feb 28 2015", "2015-02-28"),
        ("Jun 142016", "2016-06-14"),
        ("Sept. 3rd, 2019", "2019-09-03"),
        ("30 February 2017", ""),
    ],
)
def test_value(words: str, day: str) -> None:
    found = dates.pattern().fullmatch(words)
    assert found is not None
    assert dates.value(found) == day


@pytest.mark.parametrize(
    ("words", "around", "day"), [("December 30", "2017-01-02", "2016-12-30"), ("3 January", "2016-12-31", "2017-01-03")]
)
def test_a_day_without_a_year_is_the_nearest(words: str, around: str, day: str) -> None:
    found = dates.partial().fullmatch(words)
    assert found is not None
    assert dates.nearest(found, around) == day
