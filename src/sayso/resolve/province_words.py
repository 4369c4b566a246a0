"""Short forms of states and provinces ("Ky.", "Dublin, OH", "NSW") and words for their people, read as the full name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.resolve.gazetteer import Known, named
from sayso.resolve.placekeys import key
from sayso.vocab.loader import load
from sayso.vocab.shapes.places import Province, Provinces

LONGEST = 4
LONG_CODE = 3
"""A code of so many letters ("NSW") stands for its province by itself; a shorter one only after a town and a comma."""


@dataclass(frozen=True, slots=True)
class _Words:
    short: dict[str, Province]
    codes: dict[str, Province]
    people: dict[str, Province]
    names: dict[str, Province]
    first: frozenset[str]


@cache
def _words() -> _Words:
    rows: list[Province] = load("places/provinces", Provinces).provinces
    short = {s: p for p in rows for s in p.short}
    short |= {s[:-1]: p for s, p in short.items() if "." in s[:-1]}  # a name's last full stop may end the sentence
    return _Words(
        short,
        {p.code: p for p in rows if p.code},
        {w: p for p in rows for w in p.people},
        {p.name: p for p in rows},
        frozenset(
            w for p in rows for w in (p.name.split()[0], *p.short, *(s[:-1] for s in p.short), p.code, *p.people)
        ),
    )


def dotted(word: str) -> bool:
    """Tell whether a word with its full stop is a short form of a province."""
    return word in _words().short


def province_at(tokens: list[str], i: int) -> tuple[Province, bool] | None:
    """Return the province that a short form, code or word for its people at ``i`` means, and whether it's the people."""
    token = tokens[i]
    if found := _words().short.get(token):
        return found, False
    if found := _words().codes.get(token):
        after_town = i >= 2 and tokens[i - 1] == ","
        return (found, False) if after_town or len(token) >= LONG_CODE else None
    return (found, True) if (found := _words().people.get(token)) else None


@lru_cache(maxsize=256)
def province(name: str, country: str) -> Known | None:
    """Return a province of a country by its name; None when there's none."""
    return next((p for p in named(key(name)) if p.kind == "province" and p.country == country), None)


def stated(tokens: list[str], i: int) -> tuple[Known, int] | None:
    """Return the province that reports name by short forms too, named in full or short at ``i``, and how many tokens say so."""
    if tokens[i] not in _words().first:
        return None
    for size in range(min(LONGEST, len(tokens) - i), 0, -1):
        row = _words().names.get(" ".join(tokens[i : i + size]))
        if row and (known := province(row.name, row.country)):
            return known, size
    short = province_at(tokens, i)
    known = province(short[0].name, short[0].country) if short else None
    return (known, 1) if known else None
