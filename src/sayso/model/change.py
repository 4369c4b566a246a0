"""An article over time: its versions at one address, and what a newer one did to the words and claims of the one before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.model.copying import Edit
from sayso.model.event import Match
from sayso.model.review import Judgement
from sayso.model.span import Span

NoteKind = Literal["correction", "clarification", "update", "editors-note", "removal", "retraction", "gone"]
NOTE_KINDS: tuple[NoteKind, ...] = get_args(NoteKind)
TAKES_BACK: frozenset[NoteKind] = frozenset({"removal", "retraction", "gone"})
"""Notes that say the article no longer stands."""
ChangeKind = Literal["edited", "withdrawn", "same-report", "another-text"]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
ClaimStatus = Literal["unchanged", "changed", "orphaned", "withdrawn", "new"]
CLAIM_STATUSES: tuple[ClaimStatus, ...] = get_args(ClaimStatus)
ClaimField = Literal[
    "killed", "injured", "captured", "displaced", "voices", "polarity", "certainty", "tense", "manner", "kind",
    "actors", "targets", "place", "when", "means", "control", "wording",
]  # fmt: skip
CLAIM_FIELDS: tuple[ClaimField, ...] = get_args(ClaimField)
FIGURES: frozenset[ClaimField] = frozenset({"killed", "injured", "captured", "displaced"})


@dataclass(frozen=True, slots=True)
class Note:
    """Words by which the outlet itself says that it changed the article or took it back."""

    kind: NoteKind
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Restated:
    """A fact about the article (title, outlet, published, authors, modified) that the newer version states otherwise; "" for not at all."""

    fact: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """What became of one claim. ``old`` and ``new`` are ids of claims, "" where there is none; ``fields`` are those that differ.

    Of ``orphaned`` claims the words are gone, or nothing is read in them any more; ``withdrawn`` ones went with their article;
    ``rule`` names how it was seen.
    """

    status: ClaimStatus
    old: str
    new: str
    fields: tuple[ClaimField, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a version of an article did to the one before.

    ``edits`` are the words added, dropped and changed in title and report, with spans on both ends, in the order of the text;
    ``added`` and ``dropped`` count them. ``same-report`` means that only other parts of the page differ; ``another-text`` that the
    address now holds a text that has little of the one before, so that both are kept as articles of their own.
    ``notes`` stand in the newer version alone.
    """

    old: str
    new: str
    kind: ChangeKind
    edits: tuple[Edit, ...]
    added: int
    dropped: int
    facts: tuple[Restated, ...]
    notes: tuple[Note, ...]
    claims: tuple[ClaimChange, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One capture of an article. ``address`` is as versions are told by it, "" for none; ``story`` is the id of the story's first article.

    ``seen`` is when the page was seen (UTC, ISO 8601), ``modified`` the day that the page gives for its last change ("" if none);
    ``notice`` is the kind of note that takes the article back, or ""; ``row`` is its place in the order of adding.
    """

    row: int
    article: str
    address: str
    story: str
    seen: str
    modified: str
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A happening that was built on a claim, as it is now. ``first`` and ``last`` are days counted from 0001-01-01."""

    id: str
    kind: str
    first: int
    last: int
    articles: int
    origins: int
    contested: str


@dataclass(frozen=True, slots=True)
class Built:
    """What was built on a claim: its own accounts, the happenings these were laid together with, by which matches, what people judged of it."""

    claim: str
    accounts: tuple[str, ...] = ()
    happenings: tuple[Held, ...] = ()
    matches: tuple[Match, ...] = ()
    judgements: tuple[Judgement, ...] = ()
