"""Reads the words around place names: the kind of place they ask for, the relation, bearing and distance they state."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.vocab.loader import load
from sayso.vocab.shapes.places import PlaceWords

FARTHEST = 10_000
"""Kilometres and more that no report means."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What the words before a name say."""

    asked: str = ""
    relation: str = ""
    bearing: float | None = None
    inside: bool = False
    km: float | None = None
    reaches: bool = False


@cache
def words() -> PlaceWords:
    """Return the words around place names."""
    found: PlaceWords = load("places/words", PlaceWords)
    return found


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one list of those words as a set."""
    return frozenset(getattr(words(), name))


def kind_of(word: str) -> str:
    """Return the kind of place a noun asks for, singular or plural; "" for other words."""
    kinds = words().kinds
    if word in kinds or not word.endswith("s"):
        return kinds.get(word, "")
    return kinds.get(word[:-1]) or kinds.get(word[:-3] + "y", "") or kinds.get(word[:-2], "")


def read_gap(before: list[str]) -> Gap:
    """Return what the words between two names, or before the first, say of the second."""
    asked, relation, bearing, inside, km, reaches = "", "", None, False, None, False
    for n, word in enumerate(before):
        follows = before[n + 1] if n + 1 < len(before) else ""
        if (points := words().bearings.get(word)) is not None:
            bearing = points if bearing is None else bearing
            asked, reaches = ("", True) if follows == "of" else (asked, reaches)
            inside = not (follows == "of" and (n == 0 or before[n - 1] not in {"the", "in"})) and follows not in {
                "and",
                "from",
            }
        elif word in word_set("middles"):
            inside = True
        elif (unit := words().units.get(word)) and n and (count := _number(before[n - 1])) is not None:
            km = round(count * unit, 2)
        elif kind := kind_of(word):
            asked = kind
            relation = words().relations.get(word.removesuffix("s"), relation)
        else:
            relation = words().relations.get(word) or words().relations.get(word.removesuffix("s")) or relation
            asked = "" if word in word_set("within") | word_set("beside") and word != "of" else asked
    return Gap(asked, relation, bearing, inside and bearing is not None, km, reaches)


def _number(word: str) -> float | None:
    try:
        count = float(word)
    except ValueError:
        return words().counts.get(word)
    return count if 0 <= count < FARTHEST else None


def stands_off(word: str) -> bool:
    """Tell whether a word ends what belongs to the name before it."""
    return any(word in word_set(name) for name in ("within", "beside", "joins", "stops"))


def any_of(before: list[str], name: str) -> bool:
    """Tell whether one of the words is on a list."""
    return any(w in word_set(name) for w in before)
