"""Shapes of the words that say where and when, and how a happening lies to the place named."""

from __future__ import annotations

from msgspec import Struct


class Where(Struct, frozen=True):
    """Prepositions with the relation they state ("" for the place itself) and their weight; nouns of places and of parts of them.

    ``bearings`` are points of the compass; ``areas`` are nouns whose "of" phrase names the larger place; ``never`` are nouns
    that a preposition of place brings without a place being meant. ``moving`` are happening kinds whose goal is their place,
    ``leaving`` those whose starting point is. ``reporting`` are places of saying, not of happening.
    """

    prepositions: dict[str, str]
    strong: list[str]
    goals: list[str]
    sources: list[str]
    nouns: list[str]
    areas: dict[str, str]
    bearings: list[str]
    never: list[str]
    moving: list[str]
    leaving: list[str]
    ground: list[str]
    targets: list[str]
    wars: list[str]


class When(Struct, frozen=True):
    """Conjunctions and joints of times.

    ``together`` bring a clause that runs while the main one happens, ``opens`` one that names its beginning; ``measures`` before
    it, like superlatives, make that no time of the happening. ``ranges`` map a
    word before a range of times to the words between its ends; ``dashes`` join ends alone.
    """

    together: list[str]
    opens: list[str]
    measures: list[str]
    ranges: dict[str, list[str]]
    dashes: list[str]
