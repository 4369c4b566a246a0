"""What the text right after a name says it lies in ("Paris, Texas"), and one sense for a name throughout a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.model.where import Place
from sayso.resolve.gazetteer import country_words, named
from sayso.resolve.placekeys import key
from sayso.resolve.province_words import stated

FOLLOWS = re.compile(r",\s{1,2}((?:[A-Z][\w’'-]*\.?(?:[A-Z]\.)*)(?: [A-Z][\w’'-]*){0,2})")
LISTED = re.compile(r",?\s+(?:and|or)\s|,\s+[A-Z]")
CITY = 100_000
"""A town of so many people is named beside others without being what they lie in: "Chicago, New York and Boston"."""


def widened(text: str, wanted: Sequence[Place]) -> list[Place]:
    """Return the wordings with the words after them that say what they lie in, also where only another mention has such words."""
    held = [_held(text, p) for p in wanted]
    senses: dict[str, set[str]] = {}
    for place, more in zip(wanted, held, strict=True):
        if more:
            senses.setdefault(place.text, set()).add(more)
    once = {name: next(iter(found)) for name, found in senses.items() if len(found) == 1}
    extra = (h or once.get(p.text, "") for p, h in zip(wanted, held, strict=True))
    return [replace(p, text=f"{p.text}, {m}") if m else p for p, m in zip(wanted, extra, strict=True)]


def _held(text: str, place: Place) -> str:
    """Return what a wording is held in by the words after it; "" for a province or country, and when nothing is said."""
    if place.text != place.span.of(text) or _is_country(place.text.split()) or stated([place.text], 0):
        return ""
    return held(text, place.span.end)


def held(text: str, end: int) -> str:
    """Return the name of the province or country set after a name and a comma; "" when there's none."""
    follows = FOLLOWS.match(text, end)
    words = follows[1].split() if follows else []
    for size in range(min(3, len(words)), 0, -1):
        if follows and (name := _area(words[:size], text, follows.start(1))):
            return name
    return ""


def _area(words: list[str], text: str, start: int) -> str:
    name = " ".join(words)
    bare = [*words[:-1], words[-1].rstrip(".")]
    for tokens in (words, bare):
        found = stated(["", ",", *tokens], 2)
        if found and found[1] == len(tokens):
            big = any(p.kind == "town" and p.people >= CITY for p in named(key(found[0].name)))
            return "" if big and LISTED.match(text, start + len(name)) else " ".join(tokens)
    listed = LISTED.match(text, start + len(" ".join(bare)))
    return " ".join(bare) if _is_country(bare) and not listed else ""


def _is_country(words: list[str]) -> bool:
    rows = country_words().get(words[0], ()) if words else ()
    return any(parts == tuple(words) and not people for parts, _, people in rows)
