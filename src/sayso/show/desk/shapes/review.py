"""What people decide, and what waits for them, as pages show and ask it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sayso.model.wire_shapes import Range
from sayso.show.desk.shapes.articles import ClaimLine, Count, ReviewLine
from sayso.show.desk.shapes.happenings import JudgementLine

Queue = Literal["new", "contested", "low", "changed"]


class QueuePage(Struct, frozen=True):
    """``/review.json``: claims to look at, of one queue, and how many each queue has (bounded: ``more`` than counted when True)."""

    queue: Queue
    rows: list[ClaimLine]
    next: str
    sizes: list[Count]


class ReviewAsk(Struct, frozen=True):
    """What a person decides of a claim: body of ``POST /reviews.json``."""

    claim: str
    decision: Literal["confirm", "amend", "reject", "note"]
    why: str = ""
    field: str = ""
    value: str = ""
    span: Range | None = None


class JudgementAsk(Struct, frozen=True):
    """Body of ``POST /judgements.json``: happenings or claims to merge, or claims to split off a happening."""

    verdict: Literal["merge", "split"]
    one: str
    other: list[str]
    why: str = ""


class UndoAsk(Struct, frozen=True):
    """Body of ``POST /reviews/undo.json`` and ``POST /judgements/undo.json``: the number of one's own decision to take back."""

    number: int


class Judged(Struct, frozen=True):
    """What became of a merge or split: the judgement and the happenings that the two sides are in now."""

    judgement: JudgementLine
    one: str
    other: str


class Disagreement(Struct, frozen=True):
    """A claim that two people decided differently."""

    claim: str
    words: str
    one: ReviewLine
    other: ReviewLine


class Agreement(Struct, frozen=True):
    """Two reviewers on the claims both decided: Cohen's kappa (None when it is not defined) and where they differ."""

    one: str
    other: str
    both: int
    same: int
    kappa: float | None
    differ: list[Disagreement]


class AgreementPage(Struct, frozen=True):
    """``/review/agreement.json``: every pair of reviewers, and the latest decisions of all."""

    pairs: list[Agreement]
    latest: list[ReviewLine]
