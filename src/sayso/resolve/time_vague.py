"""Durations, repeated times and words that only say now, lately or soon."""

from __future__ import annotations

from sayso.resolve import time_values as t
from sayso.resolve.time_patterns import Said
from sayso.resolve.time_units import amount, first_amount, unit
from sayso.resolve.time_values import Context, Reader, Value

LATELY_DAYS = 30
"""How far back "recently" reaches."""


def every(said: Said, at: Context) -> Value | None:
    """Read "every day", "each Thursday", "every two weeks", "per month"; not speeds ("miles per hour")."""
    del at
    if said.has("weekday"):
        return Value("SET", f"XXXX-WXX-{said.number('weekday')}")
    name = unit(said)
    if name.startswith("T") and not said.has("every"):
        return None
    return Value("SET", t.period(amount(said), name))


def often(said: Said, at: Context) -> Value | None:
    """Read "daily", "weekly"."""
    del at
    return Value("SET", str(said.one("often")))


def duration(said: Said, at: Context) -> Value | None:
    """Read "three days", "several weeks", "years"."""
    del at
    count = first_amount(said)
    if unit(said) == "Q" or age(said):
        return None
    return Value("DURATION", t.period(count, unit(said)))


def age(said: Said) -> bool:
    """Tell whether the words are somebody's age ("37 years old")."""
    return "old" in said.lexed.words[said.first : said.last + 1]


def vague(said: Said, at: Context) -> Value | None:
    """Read "now", "soon", "the future"."""
    del at
    named = said.one("now") or said.one("future_noun")
    return Value("DATE", str(named or "PAST_REF"))


def lately(said: Said, at: Context) -> Value | None:
    """Read "recently": the month before the article's day."""
    value = str(said.one("lately"))
    if at.anchor is None or at.narrative:
        return Value("DATE", value)
    return Value("DATE", value, t.shift(at.anchor, -LATELY_DAYS), at.anchor, "range")


def the_past(said: Said, at: Context) -> Value | None:
    """Read "in the past" where no unit follows."""
    del at
    return Value("DATE", "PAST_REF") if said.lexed.words[said.last].lower() == "past" else None


def half_more(said: Said, at: Context) -> Value | None:
    """Read "two and a half years" and "5 1/2 hours": the half in the next smaller unit."""
    del at
    if said.has("slash") and [int(n) for n in said.slots.get("dd", [])][-2:] != [1, 2]:
        return None
    count, name = amount(said), unit(said)
    smaller = HALVES.get(name)
    if smaller is None or isinstance(count, str):
        return Value("DURATION", t.period(count, name))
    return Value("DURATION", f"{t.period(count, name)}{smaller}")


HALVES = {"Y": "6M", "D": "T12H", "TH": "30M", "TM": "30S"}
"""For a unit's letters, its half in the next smaller unit."""

READERS: dict[str, Reader] = {
    "every": every, "often": often, "duration": duration, "vague": vague, "lately": lately, "the_past": the_past,
    "half_more": half_more,
}  # fmt: skip
