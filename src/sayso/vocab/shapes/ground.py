"""Shape of the words by which ground changes hands."""

from __future__ import annotations

from msgspec import Struct


class Taking(Struct, frozen=True):
    """Verbs whose subject takes or yields the place or is the place that falls, and nouns of taking.

    ``kinds`` are the happening kinds in which control can change; ``crowd`` are words for a side's people that the
    side's name goes without.
    """

    takes: list[str]
    yields: list[str]
    falls: list[str]
    nouns: list[str]
    kinds: list[str]
    crowd: list[str]
