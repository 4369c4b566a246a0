"""Claims and articles, as pages show them: the contract between the back end and the front end."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from sayso.model.change import ClaimStatus, NoteKind
from sayso.model.copying import CopyKind, EditKind, SharedKind, Upstream
from sayso.model.review import Decision, State
from sayso.model.wire_shapes import Range, WireArticle, WireClaim, WireLineage, WireProblem


class Count(Struct, frozen=True):
    """One value of a facet and how many it has."""

    value: str
    count: int


class Facet(Struct, frozen=True):
    """How many of what was found have each value of a field. ``of`` is how many were counted, ``all`` whether that is all of them."""

    field: str
    counts: list[Count]
    of: int
    all: bool


class ArticleLine(Struct, frozen=True):
    """One article in a list; days are ``YYYY-MM-DD``, "" where nobody says. ``gone`` is why it no longer stands, "" when it does."""

    id: str
    title: str
    outlet: str
    published: str
    original_outlet: str
    ref: str
    claims: int
    problems: int
    gone: Literal["", "superseded", "withdrawn"] = ""


class ReviewLine(Struct, frozen=True):
    """One decision of a person on a claim. ``field``, ``value`` and ``span`` belong to an amendment; ``undone`` when it was taken back."""

    number: int
    claim: str
    decision: Decision
    field: str
    value: str
    span: Range | None
    who: str
    at: str
    why: str
    undone: bool


class ClaimLine(Struct, frozen=True):
    """One claim in a list: the wire form, its words, its article, the happening that it is laid to and what people decided of it.

    ``chain`` is the chain of voices in words, ``line`` one attributed sentence that can be quoted as it stands. ``contested`` are
    the fields on which tellings of its happening contradict each other; ``origins`` how many known origins that has.
    """

    row: int
    claim: WireClaim
    words: str
    chain: str
    line: str
    article: ArticleLine
    happening: str
    origins: int
    contested: list[str]
    state: State
    amended: dict[str, str] = field(default_factory=dict)


class ClaimPage(Struct, frozen=True):
    """``/claims.json``. ``next`` goes into ``after`` for the next page, "" when this was the last."""

    rows: list[ClaimLine]
    next: str
    facets: list[Facet]


class ArticlePage(Struct, frozen=True):
    """``/articles.json``."""

    rows: list[ArticleLine]
    next: str


class CopyLine(Struct, frozen=True):
    """How an article stands to another that shares words with it; spans are in the texts of ``one`` (this article) and ``other``.

    ``upstream`` is "one" when this article is nearer the source.
    """

    article: ArticleLine
    kind: CopyKind
    upstream: Upstream
    share_one: float
    share_other: float
    binds: bool
    why: list[str]
    passages: list[PassageLine]


class PassageLine(Struct, frozen=True):
    """Words that two articles share, on both ends, and what differs inside."""

    one: Range
    other: Range
    words: int
    kind: SharedKind
    edits: list[EditLine]


class EditLine(Struct, frozen=True):
    """Words a copy changed, with the words on both sides."""

    kind: EditKind
    one: Range
    other: Range
    one_words: str
    other_words: str


class ClaimChangeLine(Struct, frozen=True):
    """What became of a claim in a newer version of its article."""

    status: ClaimStatus
    old: str
    new: str
    fields: list[str]
    old_words: str
    new_words: str


class ChangeLine(Struct, frozen=True):
    """What one version of an article did to the one before; ``happenings`` are those built on the claims that changed."""

    at: str
    kind: str
    old: str
    new: str
    outlet: str
    title: str
    added: int
    dropped: int
    notes: list[NoteKind]
    claims: list[ClaimChangeLine]
    happenings: list[str]


class ArticleDetail(Struct, frozen=True):
    """``/articles/ID.json``: the whole reading, who shares its words, what changed in it, and what people decided.

    ``claims`` have the same order as those of the text; ``family`` is its wire family.
    """

    article: WireArticle
    line: ArticleLine
    claims: list[ClaimLine]
    problems: list[WireProblem]
    lineage: list[WireLineage]
    copies: list[CopyLine]
    changes: list[ChangeLine]
    reviews: list[ReviewLine]
    family: str


class Reading(Struct, frozen=True):
    """One field of a claim as an analyst reads it: label, words, the rule that read it, its spans, and what else was weighed."""

    label: str
    field: str
    words: str
    rule: str
    spans: list[Range]
    alternatives: list[str]


class ClaimDetail(Struct, frozen=True):
    """``/claims/ID.json``: one claim in its paragraph. Spans are in the article's text; ``paragraph`` begins at ``offset``."""

    line: ClaimLine
    fields: list[Reading]
    paragraph: str
    offset: int
    reviews: list[ReviewLine]
