"""What a time expression comes to: a TIMEX3 value with its first and last day, and the calendar sums behind it."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.model.when import MomentPrecision, TimexType
from sayso.resolve.time_patterns import Said

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Value:
    """A time read: its TIMEX3 ``value`` and first and last day (None for sets, vague words and bare durations)."""

    type: TimexType
    value: str
    start: date | None = None
    end: date | None = None
    precision: MomentPrecision = "unknown"


@dataclass(frozen=True, slots=True)
class Context:
    """What words of time are counted from.

    ``anchor`` is the article's day, ``mentioned`` the time told last in the text, ``narrative`` whether the text tells
    its days one after another as history does, ``future`` whether the clause looks ahead. ``joined`` are year and month of a fuller
    date that follows and shares its year ("from April to June 1968"); ``latest`` is the time said last, an aside or not.
    """

    anchor: date | None
    mentioned: Value | None
    narrative: bool
    future: bool
    joined: tuple[int, int] | None = None
    latest: Value | None = None

    @property
    def here(self) -> date | None:
        """The day plain weekdays and months are counted from."""
        return self.there if self.narrative else self.anchor

    @property
    def there(self) -> date | None:
        """The day "later" and "the same day" are counted from: the time told last, else the article's day."""
        if self.mentioned is not None and self.mentioned.start is not None:
            return self.mentioned.start
        return self.anchor


Reader = Callable[[Said, Context], Value | None]


def impossible(value: str) -> Value:
    """Return the value of a date that can't be; it has no days, and ``dates`` reports it."""
    return Value("DATE", value)


def a_day(day: date, part: str = "") -> Value:
    """Return one day, or a part of it ("MO", "NI")."""
    if part:
        return Value("TIME", f"{day.isoformat()}T{part}", day, day, "day")
    return Value("DATE", day.isoformat(), day, day, "day")


def day_of(year: int, month: int, day: int) -> Value:
    """Return the day, or a value without days when no such day exists."""
    try:
        return a_day(date(year, month, day))
    except ValueError:
        return impossible(f"{year:04d}-{month:02d}-{day:02d}")


def a_month(year: int, month: int, mod: str = "") -> Value:
    """Return a month, or its first, middle or last third: days 1-10, 11-20, 21 to the end."""
    if not 1 <= year <= 9999:
        return impossible(f"{year:04d}-{month:02d}")
    last = calendar.monthrange(year, month)[1]
    first, final = {"START": (1, 10), "MID": (11, 20), "END": (21, last)}.get(mod, (1, last))
    precision: MomentPrecision = "range" if mod else "month"
    return Value("DATE", f"{year:04d}-{month:02d}", date(year, month, first), date(year, month, final), precision)


def a_year(year: int, mod: str = "") -> Value:
    """Return a year, or a part of it: January to March, May to August, October to December."""
    if not 1 <= year <= 9999:
        return impossible(f"{year:04d}")
    first, final = {"START": (1, 3), "MID": (5, 8), "END": (10, 12)}.get(mod, (1, 12))
    end = date(year, final, calendar.monthrange(year, final)[1])
    return Value("DATE", f"{year:04d}", date(year, first, 1), end, "range" if mod else "year")


def a_week(day: date) -> Value:
    """Return the ISO week that holds the day, Monday to Sunday."""
    year, week, weekday = day.isocalendar()
    start = shift(day, 1 - weekday)
    return Value("DATE", f"{year:04d}-W{week:02d}", start, shift(start, 6), "week")


def a_weekend(day: date) -> Value:
    """Return Saturday and Sunday of the ISO week that holds the day."""
    year, week, weekday = day.isocalendar()
    saturday = shift(day, 6 - weekday)
    return Value("DATE", f"{year:04d}-W{week:02d}-WE", saturday, shift(saturday, 1), "days")


def a_quarter(year: int, quarter: int) -> Value:
    """Return a quarter of a calendar year."""
    last = quarter * 3
    end = date(year, last, calendar.monthrange(year, last)[1])
    return Value("DATE", f"{year:04d}-Q{quarter}", date(year, last - 2, 1), end, "range")


def a_season(year: int, season: str) -> Value:
    """Return a season of the north: spring March to May, …; winter begins in the year before."""
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    start = add_months(date(year, first, 1), -12 if season == "WI" else 0)
    return Value("DATE", f"{year:04d}-{season}", start, shift(add_months(start, 3), -1), "season")


def shift(day: date, days: int) -> date:
    """Return the day so many days on; the calendar's own ends stop it."""
    try:
        return day + days * DAY
    except OverflowError:
        return date.max if days > 0 else date.min


def add_months(day: date, months: int) -> date:
    """Return the day so many months on, the last of the month when the month is shorter."""
    index = day.year * 12 + day.month - 1 + months
    if not 12 <= index < 120_000:
        return date.max if months > 0 else date.min
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def unit_at(day: date, unit: str) -> Value | None:
    """Return the day, week, month, quarter, year … that holds the day; None for hours and shorter."""
    make = HOLDERS.get(unit)
    return None if make is None else make(day)


def years(value: str, first: int, length: int) -> Value:
    """Return a run of years, such as a decade, with a shortened TIMEX3 value."""
    first = max(first, 1)
    if first + length - 1 > 9999:
        return impossible(value)
    return Value("DATE", value, date(first, 1, 1), date(first + length - 1, 12, 31), "range")


HOLDERS: dict[str, Callable[[date], Value]] = {
    "D": a_day,
    "W": a_week,
    "F": a_week,
    "WE": a_weekend,
    "M": lambda day: a_month(day.year, day.month),
    "Q": lambda day: a_quarter(day.year, (day.month + 2) // 3),
    "Y": lambda day: a_year(day.year),
    "DE": lambda day: years(f"{day.year // 10:03d}", day.year // 10 * 10, 10),
    "CE": lambda day: years(f"{day.year // 100:02d}", day.year // 100 * 100, 100),
}
"""For each unit's letters, what gives the unit that holds a day."""


def step(day: date, unit: str, times: int) -> date:
    """Return the day so many units on; hours and shorter don't leave the day."""
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
    if unit in months:
        return add_months(day, months[unit] * times)
    return shift(day, {"D": 1, "W": 7, "WE": 7, "F": 14}.get(unit, 0) * times)


def period(amount: int | str, unit: str) -> str:
    """Return a TIMEX3 period: 3 and "D" give P3D, "X" and "TH" give PTXH."""
    if unit.startswith("T"):
        return f"PT{amount}{unit[1:]}"
    if unit in {"F", "WE"}:
        return f"P{amount if isinstance(amount, str) else amount * 2}{'W' if unit == 'F' else 'D'}"
    if unit in {"DE", "CE"}:
        length = 10 if unit == "DE" else 100
        return f"P{amount}{unit[0]}" if isinstance(amount, str) else f"P{amount * length}Y"
    if unit == "Q":
        return f"P{amount if isinstance(amount, str) else amount * 3}M"
    return f"P{amount}{unit}"
