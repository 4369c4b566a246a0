"""How the words of two articles stand to each other: the passages they share, what each is, and what that makes of the pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.model.span import Span

SharedKind = Literal["copied", "quoted", "background"]
CopyKind = Literal["same-wire-copy", "partly-derived", "shared-quote-only", "shared-background-only"]
COPY_KINDS: tuple[CopyKind, ...] = get_args(CopyKind)
EditKind = Literal["added", "dropped", "changed", "figure"]
Upstream = Literal["one", "other", "unknown"]


@dataclass(frozen=True, slots=True)
class Edit:
    """What a copy does to the words it takes: ``one`` and ``other`` are the words on each side, empty where there are none.

    ``added`` words stand in ``other`` alone, ``dropped`` ones in ``one`` alone; ``figure`` is a change of numbers alone.
    """

    kind: EditKind
    one: Span
    other: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two articles share, on both ends; ``words`` counts those that are the same. ``edits`` are what differs inside."""

    one: Span
    other: Span
    words: int
    kind: SharedKind
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Copying:
    """Two articles that share passages (``one`` < ``other`` by id), what kind of sharing it is, and which took from which.

    ``share_one`` and ``share_other`` are the parts (0 to 1) of each article's own words, quotations and background left out, that
    stand in the other. ``binds`` tells whether they count as one origin. ``upstream`` says which of the two is nearer the source;
    ``why`` gives in words what decided all this.
    """

    one: str
    other: str
    kind: CopyKind
    passages: tuple[Passage, ...]
    share_one: float
    share_other: float
    binds: bool
    upstream: Upstream
    why: tuple[str, ...]
