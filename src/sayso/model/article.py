"""What was captured and what it says: the bytes as received, and the article read from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from sayso.model.problem import Problem
from sayso.model.span import Span

ZoneKind = Literal[
    "title", "byline", "label", "caption", "body", "embed",
    "donation", "rights", "disclaimer", "contact", "navigation",
]  # fmt: skip
ZONE_KINDS: tuple[ZoneKind, ...] = get_args(ZoneKind)
CLAIM_ZONES: frozenset[ZoneKind] = frozenset({"body", "caption"})
"""Zones that may hold claims and enter the search index; the headline is the outlet's framing, the rest is furniture."""

Form = Literal["text", "markdown", "html", "json-row", "csv-row"]


@dataclass(frozen=True, slots=True)
class Supplied:
    """What the caller said of a text that does not say it itself; empty strings mean nothing was said.

    ``published`` is ``YYYY-MM-DD``. What the caller supplies wins over what the text says.
    """

    title: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes exactly as received, with where they came from.

    ``ref`` is the path or the id the caller gave; ``origin`` is the absolute path (or ``-``) they were read
    from; ``offset`` is where in that source, unpacked, the bytes begin (0 for a whole file); ``sha256`` is of ``data``.
    ``header`` holds the source's header record where a row can't be read without it (CSV), else nothing.
    """

    data: bytes
    sha256: str
    ref: str
    origin: str
    form: Form
    offset: int = 0
    supplied: Supplied = field(default_factory=Supplied)
    header: bytes = b""


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the text and what part of the page it is; ``rule`` says how that was seen.

    ``raw`` is the half-open byte range of the captured bytes that the zone was read from, when it is known.
    """

    kind: ZoneKind
    span: Span
    rule: str
    raw: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or film shown with the article, as the page describes it."""

    kind: Literal["image", "video", "audio", "document"]
    caption: str
    credit: str
    span: Span


@dataclass(frozen=True, slots=True)
class Rights:
    """A statement about rights, as it stands on the page (``copyright``, ``terms``, ``licence``, ``disclaimer``)."""

    kind: Literal["copyright", "terms", "licence", "disclaimer"]
    span: Span


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact about the article and where it was stated; ``span`` is None when the page's markup or the caller said it."""

    value: str
    rule: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read from one capture. ``text`` is never edited; every record about it is a span into it.

    Dates are ``YYYY-MM-DD``. ``dateline`` is the date the body itself gives, if any; where header and dateline
    disagree the dateline decides (gold guide, rule 12) and a Problem says so. ``labels`` are the outlet's own
    framing, exactly as it put them. ``modified`` is when the outlet says it last changed the page.
    """

    id: str
    ref: str
    sha256: str
    text: str
    zones: tuple[Zone, ...]
    title: Stated | None = None
    outlet: Stated | None = None
    published: Stated | None = None
    modified: Stated | None = None
    dateline: Stated | None = None
    original_outlet: Stated | None = None
    original_published: Stated | None = None
    authors: tuple[Stated, ...] = ()
    url: Stated | None = None
    language: str = "en"
    labels: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rights: tuple[Rights, ...] = ()
    media: tuple[Media, ...] = ()

    def claim_zones(self) -> tuple[Zone, ...]:
        """Return the zones that may hold claims, in reading order."""
        return tuple(z for z in self.zones if z.kind in CLAIM_ZONES)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A source, or a row of one, from which nothing could be read: what it was and why; ``ref`` names it to the user."""

    ref: str
    origin: str
    problem: Problem
