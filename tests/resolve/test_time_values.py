"""Sums of the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.time_values import HOLDERS, a_season, add_months, day_of, period, shift, unit_at


@given(st.dates(), st.sampled_from(sorted(HOLDERS)))
def test_a_unit_holds_its_day(day: date, unit: str) -> None:
    value = unit_at(day, unit)
    assert value is not None
    if unit != "WE" and value.start and value.end:
        assert value.start <= day <= value.end


@given(st.dates(), st.integers(-200_000, 200_000))
def test_sums_stay_in_the_calendar(day: date, n: int) -> None:
    assert date.min <= add_months(day, n) <= date.max
    assert date.min <= shift(day, n * 1000) <= date.max


@pytest.mark.parametrize(("year", "month", "day"), [(2017, 2, 31), (0, 1, 1), (2017, 13, 1), (99999, 1, 1)])
def test_days_no_calendar_has(year: int, month: int, day: int) -> None:
    assert day_of(year, month, day).start is None


def test_winter_begins_the_year_before() -> None:
    winter = a_season(2016, "WI")
    assert (winter.start, winter.end) == (date(2015, 12, 1), date(2016, 2, 29))


def test_periods() -> None:
    assert [period(24, "TH"), period("X", "D"), period(2, "DE"), period(1, "F"), period("X", "TH")] == [
        "PT24H", "PXD", "P20Y", "P2W", "PTXH",
    ]  # fmt: skip
