"""Times counted from a year before Christ: the calendar used here has no such days, so sums are done on shadow years."""

from __future__ import annotations

from sayso.resolve import time_values as t
from sayso.resolve.time_values import Value

SHADOW = 6000
"""The shadow of year N before Christ is the year 6000 - N, which no text's own dates reach."""
LONG = {3: 10, 2: 100}
"""Digits of the values of decades and centuries, with their years."""


def shadow(value: Value) -> Value:
    """Return a time before Christ as the like time of its shadow year; decades and centuries, which move no story, as they are."""
    year, _, rest = value.value.removeprefix("BC").partition("-")
    if len(year) != 4:
        return value
    number = SHADOW - int(year)
    made = t.a_season(number, rest) if rest.isalpha() else t.a_month(number, int(rest)) if rest else t.a_year(number)
    return Value(made.type, value.value, made.start, made.end, made.precision)


def unshadow(value: Value) -> Value:
    """Return a time of a shadow year as the time before Christ, which has no days; any other time as it is."""
    if value.start is None or not SHADOW // 2 < value.start.year < SHADOW:
        return value
    first, dash, rest = value.value.partition("-")
    if not first.isdecimal():
        return Value(value.type, value.value)
    year = SHADOW - value.start.year
    digits = f"{year:04d}" if len(first) == 4 else f"{year // LONG[len(first)]:0{len(first)}d}"
    if value.value.endswith("-WI"):
        digits = f"{year - 1:04d}"
    return Value(value.type, f"BC{digits}{dash}{rest}")
