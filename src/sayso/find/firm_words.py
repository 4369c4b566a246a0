"""The words of firmness as look-up tables, and the lemmas a word of saying may have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.vocab.loader import load
from sayso.vocab.shapes.firmness import FirmWords

WORD = re.compile(r"[a-z']+")


@dataclass(frozen=True, slots=True)
class FirmTables:
    """The lists of ``firmness/en`` as sets."""

    negations: frozenset[str]
    none: frozenset[str]
    undone: frozenset[str]
    through: frozenset[str]
    denying: frozenset[str]
    possible: frozenset[str]
    probable: frozenset[str]
    possible_before: frozenset[str]
    possibly_said: frozenset[str]
    probably_said: frozenset[str]
    holderless: frozenset[str]
    conditions: frozenset[str]
    future: frozenset[str]
    ahead: frozenset[str]
    ahead_said: frozenset[str]
    perfect: frozenset[str]
    modals: frozenset[str]


@cache
def firm_words() -> FirmTables:
    """Return the words of firmness."""
    lists = load("firmness/en", FirmWords)
    return FirmTables(**{name: frozenset(getattr(lists, name)) for name in FirmTables.__slots__})


@lru_cache(maxsize=4096)
def lemmas(cue: str) -> frozenset[str]:
    """Return the words of a cue with every base form their endings allow ("denied": deny, denie, deni …)."""
    out: set[str] = set()
    for word in WORD.findall(cue.lower()):
        out.add(word)
        for ending, instead in (
            ("s", ""),
            ("es", ""),
            ("ies", "y"),
            ("ied", "y"),
            ("ed", ""),
            ("d", ""),
            ("ing", ""),
            ("ing", "e"),
        ):
            if word.endswith(ending) and len(word) - len(ending) > 1:
                out.add(word[: -len(ending)] + instead)
    return frozenset(out)
