"""Months and feasts of other calendars."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.time_feasts import feast, islamic_day, islamic_month, near_islamic


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (1, 1, 1, date(622, 7, 19)),
        (1438, 1, 1, date(2016, 10, 3)),
        (1445, 9, 1, date(2024, 3, 11)),
        (1437, 9, 1, date(2016, 6, 7)),
    ],
)
def test_days_of_the_tabular_calendar(year: int, month: int, day: int, expected: date) -> None:
    assert islamic_day(year, month, day) == expected


@given(st.integers(1, 9000), st.integers(1, 12))
def test_months_have_29_or_30_days(year: int, month: int) -> None:
    first, last = islamic_month(year, month)
    assert (last - first).days in {28, 29}


@given(st.dates(date(700, 1, 1), date(2900, 1, 1)), st.integers(1, 12))
def test_the_latest_month_has_begun_within_a_year(day: date, month: int) -> None:
    first, _ = near_islamic(month, day, future=False)
    assert 0 <= (day - first).days <= 356


def test_feasts() -> None:
    assert feast("thursday-11-4", 1998) == date(1998, 11, 26)
    assert feast("12-25", 2016) == date(2016, 12, 25)
    assert feast("islamic-10-1", 2016).year == 2016
