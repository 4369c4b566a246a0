"""Feasts and months of other calendars: Ramadan and the Islamic months by the tabular calendar, fixed holidays."""

from __future__ import annotations

from datetime import date

from sayso.resolve import time_values as t
from sayso.resolve.time_calendar import mod_of
from sayso.resolve.time_patterns import Said
from sayso.resolve.time_values import Context, Reader, Value

EPOCH = date(622, 7, 19).toordinal()
"""1 Muharram of year 1 in the proleptic Gregorian calendar, civil reckoning."""


def islamic_day(year: int, month: int, day: int) -> date:
    """Return the Gregorian day of a day of the tabular Islamic calendar (30-year cycle, leap years 2, 5, 7, 10, 13, 16 …).

    Months by sighting may begin a day or two apart.

    Raises:
        ValueError: when the day lies outside the years 1 to 9999.
    """
    months = 29 * (month - 1) + month // 2
    leaps = (3 + 11 * year) // 30
    return date.fromordinal(EPOCH + day - 1 + months + (year - 1) * 354 + leaps)


def islamic_month(year: int, month: int) -> tuple[date, date]:
    """Return the first and last day of a month of the tabular Islamic calendar."""
    following = islamic_day(year + month // 12, month % 12 + 1, 1)
    return islamic_day(year, month, 1), t.shift(following, -1)


def near_islamic(month: int, near: date, future: bool) -> tuple[date, date]:
    """Return the latest such month begun by that day, or the next when the clause looks ahead."""
    year = (near.toordinal() - EPOCH) * 30 // 10631 + 1
    months = [islamic_month(y, month) for y in (year - 1, year, year + 1) if y > 0]
    if future:
        return next((m for m in months if m[1] >= near), months[-1])
    return next((m for m in reversed(months) if m[0] <= near), months[0])


def islamic(said: Said, at: Context) -> Value | None:
    """Read "Ramadan", "the holy month of Ramadan", "early Ramadan 2016"."""
    near = date(said.number("year"), 12, 31) if said.has("year") else at.here
    if near is None or near.year < 700:
        return None
    start, end = near_islamic(said.number("islamic"), near, at.future and not said.has("year"))
    if said.has("ordinal"):
        return nth_day(said, start, end)
    first, last = {"START": (0, 9), "MID": (10, 19), "END": (20, 29)}.get(mod_of(said), (0, (end - start).days))
    days = t.shift(start, first), min(end, t.shift(start, last))
    return Value("DATE", f"{days[0].isoformat()}/{days[1].isoformat()}", *days, "range")


def holiday(said: Said, at: Context) -> Value | None:
    """Read a feast with a fixed day, in the year said or the latest before the article's day."""
    named = str(said.one("holiday") or said.one("eid_fitr") or said.one("eid_adha"))
    base = at.here
    if said.has("year"):
        base = date(said.number("year"), 12, 31)
    if base is None or base.year < 700:
        return None
    day = feast(named, base.year)
    if day > base and not at.future:
        day = feast(named, base.year - 1)
    return nth_day(said, day, t.shift(day, FEAST_DAYS)) if said.has("ordinal") else t.a_day(day)


FEAST_DAYS = 3
"""Days that may follow the first of a feast."""


def nth_day(said: Said, start: date, end: date) -> Value | None:
    """Return "the third day of" what begins and ends on those days, None when it is not that long or no day is counted."""
    day = t.shift(start, said.number("ordinal") - 1)
    return t.a_day(day) if said.one("unit") == "D" and day <= end else None


def feast(named: str, year: int) -> date:
    """Return a feast's day: "12-25", "islamic-10-1" (day-month of that calendar) or "thursday-11-4" (the fourth of November)."""
    if named.startswith("islamic-"):
        month, day = (int(x) for x in named.removeprefix("islamic-").split("-"))
        start, _ = near_islamic(month, date(year, 12, 31), future=False)
        return t.shift(start, day - 1)
    if named.startswith("thursday-"):
        month, nth = (int(x) for x in named.removeprefix("thursday-").split("-"))
        first = date(year, month, 1)
        return t.shift(first, (4 - first.isoweekday()) % 7 + 7 * (nth - 1))
    month, day = (int(x) for x in named.split("-"))
    return date(year, month, day)


READERS: dict[str, Reader] = {"islamic": islamic, "holiday": holiday}
