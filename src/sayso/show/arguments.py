"""What users type, turned into what the ledger is asked."""

from __future__ import annotations

from datetime import date
from typing import Any

from sayso.ledger.store import Near, Query
from sayso.model.problem import SaysoError

HALF_ROUND = 20_040
"""Kilometres from any point to the one opposite."""


def day(words: str) -> str:
    """Return a day as ``YYYY-MM-DD``, "" for none.

    Raises:
        SaysoError: when it is no day of the calendar.
    """
    if not words:
        return ""
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError as error:
        raise SaysoError(f"not a day: {words!r} (write YYYY-MM-DD)") from error


def circle(words: str) -> Near:
    """Return "LAT,LON,KM" as a circle.

    Raises:
        SaysoError: when it is not three numbers that make one.
    """
    try:
        lat, lon, km = (float(part) for part in words.split(","))
    except ValueError as error:
        raise SaysoError(f"not a circle: {words!r} (write LAT,LON,KM, as 35.3,40.1,25)") from error
    if not (abs(lat) <= 90 and abs(lon) <= 180 and 0 < km < HALF_ROUND):
        raise SaysoError(f"not a circle on this Earth: {words!r}")
    return Near(lat, lon, km)


def query(text: tuple[str, ...], asked: dict[str, Any]) -> Query:
    """Return the query for the words and options given; a word with a space inside was quoted, and stays one."""
    words = " ".join(f'"{w}"' if " " in w and '"' not in w else w for w in text)
    return Query(text=words, **(asked | {name: day(asked[name]) for name in ("since", "until")}))
