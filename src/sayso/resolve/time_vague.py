"""Durations, repeated times and words that only say now, lately or soon."""

from __future__ import annotations

from sayso.resolve import time_values as t
from sayso.resolve.time_patterns import Said
from sayso.resolve.time_units import amount, unit
from sayso.resolve.time_values import Context, Reader, Value

LATELY_DAYS = 30
"""How far back "recently" reaches."""


def every(said: Said, at: Context) -> Value | None:
    """Read "every day", "each Thursday", "every two weeks"."""
    del at
    if said.has("weekday"):
        return Value("SET", f"XXXX-WXX-{said.number('weekday')}")
    return Value("SET", t.period(amount(said), unit(said)))


def often(said: Said, at: Context) -> Value | None:
    """Read "daily", "weekly"."""
    del at
    return Value("SET", str(said.one("often")))


def duration(said: Said, at: Context) -> Value | None:
    """Read "three days", "several weeks", "years"."""
    del at
    count = amount(said)
    if unit(said) == "Q" or age(said):
        return None
    return Value("DURATION", t.period(count, unit(said)))


def age(said: Said) -> bool:
    """Tell whether the words are somebody's age ("37 years old")."""
    return "old" in said.lexed.words[said.first : said.last + 1]


def vague(said: Said, at: Context) -> Value | None:
    """Read "now", "soon", "the future"."""
    del at
    named = said.one("now") or said.one("past_word") or said.one("future_noun")
    return Value("DATE", str(named or "PRESENT_REF"))


def lately(said: Said, at: Context) -> Value | None:
    """Read "recently": the month before the article's day."""
    value = str(said.one("lately"))
    if at.anchor is None or at.narrative:
        return Value("DATE", value)
    return Value("DATE", value, t.shift(at.anchor, -LATELY_DAYS), at.anchor, "range")


READERS: dict[str, Reader] = {"every": every, "often": often, "duration": duration, "vague": vague, "lately": lately}
