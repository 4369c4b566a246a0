"""Whether days that a claim gives are a stretch that something lasted, or a month or week in which one thing happened on some day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from sayso.model.claim import Claim
from sayso.vocab.loader import load
from sayso.vocab.shapes.weigh import Kinds


def on_calendar(first: int, last: int) -> bool:
    """Tell whether days (ordinals) are one month or one week, as "in May" and "last week" are: an act told so lies on one of them."""
    a, b = date.fromordinal(first), date.fromordinal(last)
    month = a.day == 1 and (b + timedelta(days=1)).day == 1 and (a.year, a.month) == (b.year, b.month)
    return month or (a.weekday() == 0 and (b - a).days == 6)


def several(text: str, c: Claim) -> bool:
    """Tell whether a claim tells of several deeds, or of one that lasts: "air strikes", "the siege"."""
    return any(_many().search(s.of(text)) for s in c.content)


@cache
def _many() -> re.Pattern[str]:
    """Return the pattern of words of several deeds, and of what lasts."""
    words = sorted(load("weigh/kinds", Kinds).several, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
