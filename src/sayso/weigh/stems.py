"""Words and names brought to forms under which two spellings meet, for comparing and never for showing."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from sayso.vocab.loader import load
from sayso.vocab.shapes.places import Countries
from sayso.vocab.shapes.reading import Dates
from sayso.vocab.shapes.weigh import Common

WORD = re.compile(r"[^\W\d_]{3,}")
GLUED = re.compile(r"^(?:al|el|ul|as|ad|an|ar|at|az|ez|es|ed|er)[-'’]", re.IGNORECASE)
"""An article grown onto a name with a hyphen or an apostrophe."""
SOUNDS = (("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"), ("q", "k"), ("c", "k"), ("z", "s"), ("v", "f"), ("p", "b"))  # fmt: skip
"""Letters that stand for one sound in one system of transliteration and another in the next."""
STEM = 6
"""Letters kept of a common word: enough to tell words apart, few enough that inflections meet."""
SHORTEST_NAME, SHORTEST_BONES, SHORTEST_WORD = 4, 3, 5


@lru_cache(maxsize=50_000)
def bones(name: str) -> str:
    """Return the consonants of a name, sounds that transliterations confuse made one: "Qamishli" and "Qameshly" give "kmsl".

    Empty when too few are left to mean anything.
    """
    flat = unicodedata.normalize("NFKD", GLUED.sub("", name).casefold())
    kept = "".join(c for c in flat if c.isalpha() and not unicodedata.combining(c))
    for written, sound in SOUNDS:
        kept = kept.replace(written, sound)
    first = "a" if kept[:1] in "aeiou" else ""
    thin = re.sub(r"(.)\1+", r"\1", first + re.sub(r"[aeiouyw]", "", kept)).removesuffix("h")
    return thin if len(thin) >= SHORTEST_BONES else ""


def names(words: str) -> set[str]:
    """Return the bones of every capitalised word that names somebody or some place, not a day, a month or a country."""
    found = (w for w in WORD.findall(words) if w[0].isupper() and len(w) >= SHORTEST_NAME)
    return {b for w in found if w.casefold() not in _unnaming() and (b := bones(w))}


@cache
def _unnaming() -> frozenset[str]:
    """Return the words for days, months, countries and their people: all news of a war has them, and time and place are weighed apart."""
    d: Dates = load("read/dates", Dates)
    countries = load("places/countries", Countries).countries.values()
    said = [w for named in (*d.months, *d.weekdays) for w in named]
    said += [w.casefold() for c in countries for name in (*c.names, *c.people) for w in WORD.findall(name)]
    return frozenset(form for w in said for form in (w, w + "s"))


def stems(words: str) -> set[str]:
    """Return the beginnings of every longer word in small letters, less those that most news of an attack has."""
    return {w[:STEM] for w in WORD.findall(words.casefold()) if len(w) >= SHORTEST_WORD} - _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(load("weigh/common", Common).common)
