"""What a person decided of a record: appended, never rubbed out, replaced only by a later one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.model.span import Span

Verdict = Literal["merge", "split"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
Decision = Literal["confirm", "amend", "reject", "note", "undo"]
DECISIONS: tuple[Decision, ...] = get_args(Decision)
State = Literal["", "confirmed", "amended", "rejected", "disputed"]
"""What people decided of a claim as a whole: "" for nothing yet, "disputed" where they decided differently."""
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on whether claims tell of one happening.

    ``merge`` says that every claim of ``one`` and of ``other`` does; ``split`` that no claim of ``one`` tells of what any claim of
    ``other`` tells. ``number`` is its place in the order of judging: of two on the same pair the later one holds.
    ``at`` is UTC, ISO 8601.
    """

    id: str
    number: int
    verdict: Verdict
    one: tuple[str, ...]
    other: tuple[str, ...]
    who: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A person's word that an outlet took back an article, or with ``lifted`` that it stands after all; the last word holds.

    It speaks of the version ``article`` and of those before it; a version captured later stands. ``at`` is UTC, ISO 8601.
    """

    id: str
    number: int
    article: str
    lifted: bool
    who: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Review:
    """A person's decision on one claim as the machine read it; what was read stays beside it.

    An ``amend`` says that ``field`` is rightly ``value``, read from ``span`` of the article's text (None where no words show it).
    An ``undo`` takes back the decision whose number is in ``value``. ``number`` is its place in the order of deciding; ``at`` is UTC,
    ISO 8601.
    """

    id: str
    number: int
    claim: str
    decision: Decision
    field: str
    value: str
    span: Span | None
    who: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Undone:
    """That a person took back a merge or split of theirs: the number of the judgement, who and when (UTC, ISO 8601)."""

    number: int
    judgement: int
    who: str
    at: str


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a dossier: own words (``text``, by ``who``), or the claim or happening ``ref``, with ``text`` as a note to it."""

    kind: Literal["text", "claim", "happening"]
    ref: str
    text: str
    who: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """Claims and happenings that a person picked and ordered, with words of their own between; each saving is a version of its own."""

    id: str
    version: int
    title: str
    items: tuple[Item, ...]
    region: tuple[str, ...]
    theme: tuple[str, ...]
    who: str
    at: str
