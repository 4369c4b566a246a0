"""Shapes of the word lists and sizes by which copies are recognised."""

from __future__ import annotations

from msgspec import Struct


class Sizes(Struct, frozen=True, forbid_unknown_fields=True):
    """Numbers of words: of a shingle, of the window one in which is kept, of a gap inside a passage, of the shortest passage."""

    shingle: int
    window: int
    gap: int
    least: int


class Background(Struct, frozen=True, forbid_unknown_fields=True):
    """How many further articles, how many days away, make a passage stock background, and below which part a pair so far apart has no more."""

    holders: int
    days: int
    share: float


class Copy(Struct, frozen=True, forbid_unknown_fields=True):
    """Words copied, and the part of both articles' own words, or of the shorter one's alone (``whole``), from which they are one story."""

    words: int
    share: float
    whole: float


class Derived(Struct, frozen=True, forbid_unknown_fields=True):
    """Words copied, words of the longest passage, part of the shorter one from which it derives, and from which both are one origin."""

    words: int
    passage: int
    share: float
    binds: float


class Least(Struct, frozen=True, forbid_unknown_fields=True):
    """Fewest words that count."""

    words: int


class Marks(Struct, frozen=True, forbid_unknown_fields=True):
    """Quotation marks: letters that open, that close, that do both, and marks of two letters."""

    open: str
    close: str
    both: str
    doubled: list[str]


class Speaker(Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which somebody speaks of himself, and the part of a passage's words that makes it spoken."""

    words: frozenset[str]
    share: float


class Copies(Struct, frozen=True, forbid_unknown_fields=True):
    """``trace/copies``: when shared words are a copy, a derivation, a quotation, or background."""

    words: Sizes
    background: Background
    common: int
    meet: int
    copy: Copy
    derived: Derived
    quote: Least
    speaker: Speaker
    marks: Marks


class Citing(Struct, frozen=True, forbid_unknown_fields=True):
    """Days between citing and cited article, letters of words that count, points two claims must share, articles looked at."""

    before: int
    after: int
    stem: int
    shortest: int
    least: int
    share: float
    nearest: int
    common: int
