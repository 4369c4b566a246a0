"""Country and sector of an actor by its words alone, as PLOVER codes them: "Israeli police" is ISR COP, "the United Nations" IGO."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.resolve import gazetteer
from sayso.resolve.actor_index import index
from sayso.resolve.placekeys import key
from sayso.show.exports.crosswalk import country_codes, plover
from sayso.vocab.loader import load
from sayso.vocab.shapes.places import Countries

WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\w[\w’'-]*")
LONGEST = 5
"""Words of the longest name looked up."""
LARGE = 20_000
"""People from which on a town's name alone tells the country."""
ENDS = frozenset({"of", "in", "from", "at", "who", "that", "with", "near", "for", "on", "to"})


@dataclass(frozen=True, slots=True)
class Coded:
    """PLOVER's country field (ISO 3166 three letters, or IGO, NGO, ISM) and sector; "" where the words do not tell."""

    country: str
    sector: str


@lru_cache(maxsize=20_000)
def coded(words: str) -> Coded:
    """Return the codes of an actor by its words."""
    country = next((m.code for m in mentions(words) if not m.town), "")
    return Coded(country, sector(words))


@dataclass(frozen=True, slots=True)
class Named:
    """A country or body named in a text: code for the country field, start, end, and whether only a town's name tells it."""

    code: str
    start: int
    end: int
    town: bool


def mentions(text: str) -> Iterator[Named]:
    """Yield the countries and bodies that a text names, in reading order."""
    found = list(WORD.finditer(text))
    n = 0
    while n < len(found):
        for size in range(min(LONGEST, len(found) - n), 0, -1):
            a, b = found[n].start(), found[n + size - 1].end()
            code, town = _named(_plain(text[a:b]))
            if code:
                yield Named(code, a, b, town)
                n += size
                break
        else:
            n += 1


def sector(words: str) -> str:
    """Return the sector by the last noun of the phrase, else by any of its words; people who are only counted are civilians."""
    plain = [_singular(m[0]) for m in WORD.finditer(words)]
    counted = next(
        (n + 2 for n in range(len(plain) - 1) if plain[n] in plover().quantities and plain[n + 1] == "of"), 0
    )
    plain = plain[counted:]
    cut = next((n for n, w in enumerate(plain) if n and w in ENDS), len(plain))
    for end in (cut, *range(cut - 1, 0, -1), *range(len(plain), cut, -1)):
        for size in (3, 2, 1):
            if end >= size and (found := _sectors().get(" ".join(plain[end - size : end]))):
                return found
    return "CVL" if counted and plain else ""


def _plain(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s").rstrip("'’")


@lru_cache(maxsize=50_000)
def _named(name: str) -> tuple[str, bool]:
    """Return the code of a whole name, "" for none, and whether it is a town's."""
    low = name.lower()
    if not name[:1].isupper() or (low in ("us", "who") and not name.isupper()):
        return "", False
    if code := _bodies().get(low):
        return code, False
    if iso2 := plover().lands.get(low) or _countries().get(low) or _known(low):
        return _iso3(iso2), False
    return _town(name), True


def _known(low: str) -> str:
    return next((k.country for k in index().names.get(low, ())[:1]), "")


def _town(name: str) -> str:
    if len(name) < 4:
        return ""
    for place in gazetteer.named(key(name))[:1]:
        if place.people >= LARGE or place.kind in ("province", "country"):
            return _iso3(place.country)
    return ""


def _iso3(iso2: str) -> str:
    codes = country_codes(iso2)
    return codes.iso3 if codes else ""


def _singular(word: str) -> str:
    low = _plain(word).lower()
    if low.endswith("men") and len(low) > 4:
        return low[:-3] + "man"
    if low.endswith("ies") and len(low) > 5:
        return low[:-3] + "y"
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3 else low


@cache
def _sectors() -> dict[str, str]:
    found: dict[str, str] = {"women": "CVL", "children": "CVL", "people": "CVL"}
    for code, words in plover().words.items():
        for word in words:
            found.setdefault(" ".join(_singular(w) for w in word.split()), code)
    return found


@cache
def _bodies() -> dict[str, str]:
    return {name: code for code, names in plover().named.items() for name in names}


@cache
def _countries() -> dict[str, str]:
    countries = load("places/countries", Countries).countries
    return {w.lower(): code for code, c in countries.items() for w in (*c.names, *c.people)}
