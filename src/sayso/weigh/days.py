"""Whether days that a claim gives are a stretch that something lasted, or a month or week in which one thing happened on some day."""

from __future__ import annotations

import re
from functools import cache

from sayso.model.claim import Claim
from sayso.model.when import Moment
from sayso.vocab.loader import load
from sayso.vocab.shapes.weigh import Kinds


def lasts(text: str, first: int, last: int, when: Moment | None) -> bool:
    """Tell whether the days (ordinals) that a claim gives are a stretch that what it tells of filled: "since May", "the past week", "for days".

    A month, a week or "earlier this week" is not: an act told so lies on one day of it. A season or a year is too long to place an act in.
    """
    if last - first > LONGEST:
        return True
    if when is None or when.span is None:
        return False
    return _stretch().search(text[max(0, when.span.start - BEFORE) : when.span.end]) is not None


LONGEST = 31
"""Days in which one act may still be told of as on some day of them."""
BEFORE = 14
"""Code points before the words of a time in which "since" or "over" stands."""


def several(text: str, c: Claim) -> bool:
    """Tell whether a claim tells of several deeds, or of one that lasts: "air strikes", "the siege"."""
    return any(_many().search(s.of(text)) for s in c.content)


@cache
def _many() -> re.Pattern[str]:
    """Return the pattern of words of several deeds, and of what lasts."""
    k: Kinds = load("weigh/kinds", Kinds)
    words = sorted(k.several, key=len, reverse=True)
    one = "".join(rf"(?<!\b{re.escape(w)}\s)" for w in k.together)
    return re.compile(rf"{one}\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def anew(text: str, c: Claim) -> bool:
    """Tell whether a claim says that its deed is another than the one told before: "a second blast", "another suicide bomber"."""
    return sequel(text, c) or any(_another().search(s.of(text)) for s in c.content)


def sequel(text: str, c: Claim) -> bool:
    """Tell whether a claim opens with how long after it the news happened: "two days after jets hit a convoy" is another deed than the news."""
    return _after().search(c.content[0].of(text)[:OPENING]) is not None


OPENING = 40
"""Code points with which a claim opens."""


@cache
def _after() -> re.Pattern[str]:
    """Return the pattern of a stretch of time and the word that tells what it runs from."""
    k: Kinds = load("weigh/kinds", Kinds)
    return re.compile(rf"^(?:[\w-]+\s+){{0,3}}?(?:{'|'.join(k.units)})s? (?:{'|'.join(k.runs_from)})\b", re.IGNORECASE)


@cache
def _another() -> re.Pattern[str]:
    """Return the pattern of words that count a deed as a further one."""
    k: Kinds = load("weigh/kinds", Kinds)
    counted = rf"(?:{'|'.join(k.further)})\s+(?:[\w-]+\s+){{0,2}}?(?:{'|'.join(k.deeds)})"
    return re.compile(rf"\b(?:{'|'.join(k.apart)}|{counted})\b", re.IGNORECASE)


@cache
def _stretch() -> re.Pattern[str]:
    """Return the pattern of words that make a time one that something filled."""
    k: Kinds = load("weigh/kinds", Kinds)
    return re.compile(rf"\b(?:{'|'.join(k.lasting)})\b", re.IGNORECASE)
