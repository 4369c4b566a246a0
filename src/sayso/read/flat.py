"""Where the sentences of a report begin again after something laid into running text without a break."""

from __future__ import annotations

import re
from functools import cache

from sayso.vocab.loader import load
from sayso.vocab.shapes.reading import Headers

REACH = 340
"""Code points after which an inset is no longer believed in."""
_QUOTES = frozenset('"“')
_TOKEN = re.compile(r"\S+")


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    h = load("read/headers", Headers)
    return frozenset(h.openers), frozenset(h.plain), frozenset(h.running)


def resume(text: str, start: int, end: int, *, titles: bool) -> int:
    """Return where a sentence begins again after ``start``; 0 when it can't be told.

    ``titles`` says that the inset is written as headlines are, most words large: the first small word that headlines write
    large shows a sentence. Otherwise (lists of labels) it takes a word that lists do not have.
    """
    _, plain, running = _words()
    tokens = list(_TOKEN.finditer(text, start, min(end, start + REACH)))
    for i, m in enumerate(tokens):
        word = m[0]
        if i >= 2 and word[0].islower() and (word not in plain if titles else word in running):
            return _sentence(tokens, i, titles=titles)
    return 0


def _sentence(tokens: list[re.Match[str]], seen: int, *, titles: bool) -> int:
    """Return where the sentence that the word ``seen`` stands in begins: at an opener, else at the name before it."""
    openers = _words()[0]
    first = seen - 1
    while first > 0 and tokens[first][0][0].islower() and not titles:
        first -= 1
    for back in range(first, max(-1, first - 8), -1):
        word = tokens[back][0].strip("\"“”'.,")
        if (word[:1].isupper() and word.lower() in openers) or tokens[back][0][0] in _QUOTES:
            return tokens[back].start()
        if back < first and tokens[back][0][-1] in ".!?":
            return tokens[back + 1].start()
    if first == seen - 1 and first > 0 and tokens[first - 1][0][0].isupper() and not titles:
        first -= 1
    return tokens[first].start() if tokens[first][0][0].isupper() or tokens[first][0][0].isdigit() else 0
