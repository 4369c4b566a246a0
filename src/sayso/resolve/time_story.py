"""How the day counted from moves on as a text is read: stories tell their days one after another, with asides between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.resolve import time_antiquity
from sayso.resolve.time_calendar import SEASON_MONTH
from sayso.resolve.time_patterns import Grammar, Said
from sayso.resolve.time_values import Context, Value

LOOK_BACK, LOOK_AHEAD = 12, 6
"""Tokens around an expression searched for signs that the clause looks ahead."""
ASIDE_FAR = 7
"""Tokens before a full date searched for words that set it aside."""
NEVER = frozenset({"decade", "century", "decade_word", "year_end", "the_unit"})
"""Readers of times that never move a story."""
BACK = frozenset({"earlier_later", "ago", "unit_ago"})
"""Readers of looks back; those by years are asides."""
AHEAD = 10
"""Years a story may run on in the middle of a sentence; a later year is an aside."""
FAR_YEARS, ENOUGH = 8, 2
"""A text is a story when so many of its years lie far from its date, and so many times more than its words of news."""
APART = 5
"""Tokens that may stand between two dates that share a year."""


@dataclass(slots=True)
class Story:
    """What has been told so far: the time told last, the time said last, which may be an aside, and whether it is antiquity."""

    day: date | None
    narrative: bool
    told: Value | None = None
    latest: Value | None = None
    ancient: bool = False

    def context(self, future: bool, joined: tuple[int, int] | None) -> Context:
        """Return what the next expression is counted from."""
        return Context(self.day, self.told, self.narrative, future, joined, self.latest)

    def hear(self, words: Said, value: Value) -> None:
        """Take in a time that was read."""
        ancient = value.value.startswith("BC")
        value = time_antiquity.shadow(value) if ancient else value
        if value.start is None or value.type not in {"DATE", "TIME"}:
            return
        if not value.value.endswith("_REF"):
            self.latest = value
        if tells(words, value, self.told):
            self.told = value
            self.ancient = ancient or (self.ancient and not words.has("year"))


def tells(words: Said, value: Value, story: Value | None) -> bool:
    """Tell whether a time moves the story there.

    Vague words, "until 1945", "two decades earlier", a year that only describes ("the 1976 dry season") or repeats the
    story's own, and a look back or far ahead inside a sentence ("since his coup of 1954") don't.
    """
    if value.value.endswith("_REF") or words.read in NEVER:
        return False
    if words.read == "ref_unit" and words.has("previous"):
        return False
    if words.read in BACK and words.has("ago", "earlier") and value.precision in {"year", "range"}:
        return False
    if words.has("year") and words.read != "numeric" and set_aside(words):
        return False
    if words.read != "year" or value.start is None:
        return True
    return year_tells(words, value.start, story)


def year_tells(words: Said, start: date, story: Value | None) -> bool:
    """Tell whether a lone year moves the story: not one that describes, repeats or looks back or far ahead."""
    tokens, k = words.lexed.words, words.first
    before = tokens[k - 1].lower() if k else ""
    after = tokens[words.last + 1] if words.last + 1 < len(tokens) else "."
    bearing = after.isalpha() and after.islower() and after not in words.known.after_year
    if bearing or before in words.known.aside:
        return False
    if k < 2 or tokens[k - 2][0] in ".\n" or story is None or story.start is None:
        return True
    return 0 < start.year - story.start.year <= AHEAD


def set_aside(words: Said) -> bool:
    """Tell whether a word before a full date keeps the story from moving there ("until the fall of Berlin in May 1945")."""
    tokens = words.lexed.words
    for k in range(words.first - 1, max(-1, words.first - 1 - ASIDE_FAR), -1):
        if tokens[k] in {".", "\n", ";", ","}:
            return False
        if tokens[k] in words.known.aside_far:
            return True
    return False


def narrative(all_said: Sequence[Said], day: date | None) -> bool:
    """Tell whether a text tells its own days, as history does: many full years far from its date, few words of news."""
    if day is None:
        return True
    years = [int(y) for s in all_said if s.has("year") and s.read != "numeric" for y in s.slots["year"]]
    far = sum(1 for y in years if abs(y - day.year) > 1)
    news = sum(1 for s in all_said if s.has("weekday", "near_day", "ago", "tonight"))
    return far >= FAR_YEARS and far > ENOUGH * news


def looks_ahead(words: Said, known: Grammar) -> bool:
    """Tell whether words near the expression put it in the future ("will", "scheduled")."""
    tokens = words.lexed.words
    for k in range(words.first - 1, max(-1, words.first - LOOK_BACK), -1):
        if tokens[k] in {".", "\n", ";"}:
            break
        if tokens[k] in known.future or f"{tokens[k - 1]} {tokens[k]}" in known.future:
            return True
    for k in range(words.last + 1, min(len(tokens), words.last + LOOK_AHEAD)):
        if tokens[k] in {".", "\n", ";", ","}:
            break
        if tokens[k] in known.future or f"{tokens[k - 1]} {tokens[k]}" in known.future:
            return True
    return False


JOINING = frozenset({"month", "calendar", "season", "day_range"})
"""Readers whose dates may share a year with the next."""


def shared(all_said: Sequence[Said]) -> list[tuple[int, int] | None]:
    """Return for each expression year and month of the fuller date it is joined to ("April to June 1968"), or None."""
    found: list[tuple[int, int] | None] = [None] * len(all_said)
    for k in range(len(all_said) - 2, -1, -1):
        one, two = all_said[k], all_said[k + 1]
        if one.read not in JOINING or two.read not in JOINING or one.has("year") or not joined(one, two):
            continue
        year = two.number("year")
        found[k] = (year, month_said(two) if ranging(one, two) else 12) if year else found[k + 1]
    return found


def month_said(words: Said) -> int:
    """Return the month a date names, for a season the month that stands for it, else 12."""
    season = str(words.one("season") or words.one("fall") or "")
    return words.number("month") or words.number("month_short") or SEASON_MONTH.get(season, 12)


def ranging(one: Said, two: Said) -> bool:
    """Tell whether two expressions are the ends of a range ("from October to March"), not a list ("in May and March")."""
    words, k = one.lexed.words, one.first
    between = words[one.last + 1 : two.first]
    opened = words[k - 1].lower() if k else ""
    return opened in one.known.range_opens or any(w.lower() in one.known.range_joins for w in between)


def joined(one: Said, two: Said) -> bool:
    """Tell whether only words such as "to" and "and" stand between two expressions of one stretch."""
    between = one.lexed.words[one.last + 1 : two.first]
    if one.lexed is not two.lexed or not 0 < len(between) <= APART:
        return False
    return all(w.lower() in one.known.joiners for w in between)
