"""Tells which stretches of an article are about an armed conflict: elsewhere common words ("strike", "raid") name other things."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from sayso.find.happening_words import signs
from sayso.model.span import Span

WORD = re.compile(r"\w[\w-]*")
DENSE = 70
"""An article with at least one sign in so many words is about a conflict throughout."""
SHORT = 60
"""Words below which one sign is enough: a lone sentence or a dispatch has no room for more."""
WINDOW = 500
"""Code points on either side of a sentence in which signs count for it, in articles about several things."""
ENOUGH = 2
"""Different signs asked for."""


@dataclass(frozen=True, slots=True)
class Signs:
    """Where an article shows signs of a conflict, in reading order, and how many words it has."""

    starts: tuple[int, ...]
    words: tuple[str, ...]
    length: int


def about_conflict(text: str, near: Span) -> bool:
    """Tell whether the text around ``near`` speaks of an armed conflict: the whole article does, or its close neighbourhood."""
    found = _signs(text)
    wanted = ENOUGH if found.length > SHORT else 1
    if len(found.words) * DENSE >= found.length:
        return len(set(found.words)) >= wanted
    return len(set(found.words[slice(*_near(found, near))])) >= wanted


def surely_about(text: str, near: Span) -> bool:
    """Tell whether both the article and the close neighbourhood of ``near`` speak of an armed conflict."""
    found = _signs(text)
    dense = len(found.words) * DENSE >= found.length and len(set(found.words)) >= ENOUGH
    return dense and len(set(found.words[slice(*_near(found, near))])) >= ENOUGH


def _near(found: Signs, near: Span) -> tuple[int, int]:
    return bisect_left(found.starts, near.start - WINDOW), bisect_left(found.starts, near.end + WINDOW)


@lru_cache(maxsize=64)
def _signs(text: str) -> Signs:
    known, length, at, words = signs(), 0, [], []
    for m in WORD.finditer(text.lower()):
        length += 1
        if m[0] in known:
            at.append(m.start())
            words.append(m[0])
    return Signs(tuple(at), tuple(words), length)
