"""Names as dumps give them: which are looked up, and which one a place is shown under."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

from sayso.resolve.placekeys import key
from sayso.vocab.loader import load
from sayso.vocab.shapes.dumps import Dumps

OURS = ("eng", "en")
WEIGHT_OF_ENGLISH = 3
LISTED = "list"
"""GeoNames' own name: it tells which of several names is usual, but spells it as a system of transliteration does."""


def dumps() -> Dumps:
    """Return how rows of dumps become places."""
    found: Dumps = load("places/dumps", Dumps)
    return found


@cache
def office() -> frozenset[str]:
    """Return words of office and rank that names of areas carry."""
    return frozenset(dumps().office)


def latin(name: str) -> bool:
    """Tell whether a name is written in Latin letters."""
    return all(c < "\u0250" or not c.isalpha() or "\u1e00" <= c < "\u1f00" for c in name)


def usual(named: list[tuple[str, str]], fallback: str) -> str:
    """Return the name most languages that write in Latin letters agree on, English counting more; "" when there's none.

    Spellings with one key are one name; it's shown in its commonest spelling, without the marks of transliteration.
    """
    votes: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    copied = dumps().copied
    for language, raw in [*((spoken, n) for spoken, n in named if spoken not in copied), ("und", fallback)]:
        bare = unmarked(without_office(raw.rsplit(":", 1)[-1]))
        if latin(bare) and (k := key(bare)):
            weight = WEIGHT_OF_ENGLISH if language in OURS else 1
            votes[k] += WEIGHT_OF_ENGLISH if language == LISTED else weight
            spelled.setdefault(k, Counter())[bare] += weight
    if not votes:
        return ""
    commonest = spelled[max(votes, key=lambda k: (votes[k], -len(k), k))]
    return max(commonest, key=lambda n: (commonest[n], -len(n), n))


def without_office(name: str) -> str:
    """Return a name without words of office and rank; the whole name when nothing else is in it."""
    kept = " ".join(w for w in name.replace("d'", "").split() if w.strip("()").casefold() not in office())
    return kept or name


def unmarked(name: str) -> str:
    """Return a name without the dots, bars and half rings that mark letters of another script."""
    flat = unicodedata.normalize("NFKD", name)
    return "".join(c for c in flat if not unicodedata.combining(c) and c not in "'’‘ʿʾʼ`´ʻ")
