"""Dates as pages print them: day first, month first, ISO, dotted, glued ("Jun 142016"); each with the place it was read from."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from sayso.vocab.loader import load
from sayso.vocab.shapes.reading import Dates

CLOCK = r"(?:,?\s*(?:at\s+)?(?:\d{1,2}[:.]\d{2}(?::\d{2})?|\d{4}(?=\s*(?:[AP]M|[A-Z][a-z]|$|\s)))\s*(?:[AaPp]\.?[Mm]\.?)?(?:\s?(?:GMT|UTC|KSA|EST|EDT|CET|BST)(?:[+-]\d{1,2})?)?)?"


@cache
def months() -> dict[str, int]:
    """Return the number of each month by its lower-case names."""
    return {name: i + 1 for i, names in enumerate(load("read/dates", Dates).months) for name in names}


@cache
def source() -> str:
    """Return the regular expression of one date, weekday and all; groups as ``value`` reads them."""
    words = load("read/dates", Dates)
    month = "|".join(sorted(months(), key=len, reverse=True))
    week = "|".join(sorted((w for names in words.weekdays for w in names), key=len, reverse=True))
    year = r"(?:19|20)\d\d"
    return (
        rf"(?:(?:(?:{week})\b\.?,?\s+)?(?:"
        rf"(?P<iso>{year}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?"
        rf"|(?P<num>\d{{1,2}}[./-]\d{{1,2}}[./-]{year})(?!\d)"
        rf"|(?P<dmy>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<dm>{month})\b\.?,?[\s-]*(?P<dy>{year})(?!\d)"
        rf"|(?P<mm>{month})\b\.?\s+(?P<md>\d{{1,2}}?)(?:st|nd|rd|th)?,?\s*(?P<my>{year})(?!\d)"
        rf"))"
    )


@cache
def partial() -> re.Pattern[str]:
    """Return the pattern of a day and month without a year, as datelines have them."""
    month = "|".join(sorted(months(), key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<m>{month})\b\.?\s+(?P<d>\d{{1,2}})|(?P<d2>\d{{1,2}})\s+(?P<m2>{month}))\b(?!\s*\d)", re.IGNORECASE
    )


@cache
def pattern() -> re.Pattern[str]:
    """Return the compiled pattern of one date."""
    return re.compile(source(), re.IGNORECASE)


def value(found: re.Match[str]) -> str:
    """Return what a match of ``source`` says as ``YYYY-MM-DD``; "" when there is no such day."""
    if found["iso"]:
        year, month, day = (int(x) for x in found["iso"].split("-"))
    elif found["num"]:
        day, month, year = (int(x) for x in re.split(r"[./-]", found["num"]))
        if month > 12:  # month first, as American pages have it
            day, month = month, day
    elif found["dmy"]:
        day, month, year = int(found["dmy"]), months()[found["dm"].lower()], int(found["dy"])
    else:
        day, month, year = int(found["md"]), months()[found["mm"].lower()], int(found["my"])
    return iso(year, month, day)


def iso(year: int, month: int, day: int) -> str:
    """Return the day as ``YYYY-MM-DD``; "" when there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def nearest(found: re.Match[str], around: str) -> str:
    """Return the day a match of ``partial`` means, in the year that brings it nearest to the day ``around``; "" when unknown."""
    try:
        near = date.fromisoformat(around[:10])
    except ValueError:
        return ""
    month, day = months()[(found["m"] or found["m2"]).lower()], int(found["d"] or found["d2"])
    days = [d for y in (near.year - 1, near.year, near.year + 1) if (d := iso(y, month, day))]
    return min(days, key=lambda d: abs((date.fromisoformat(d) - near).days), default="")
