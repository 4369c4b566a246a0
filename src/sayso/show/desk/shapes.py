"""What the desk's pages are made of, as JSON: the contract between the back end and the front end. Every page has a twin in one of these."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType, field

from sayso.model.change import ClaimStatus, NoteKind
from sayso.model.copying import CopyKind, EditKind, SharedKind, Upstream
from sayso.model.event import Bearing, EventField
from sayso.model.review import Decision, State
from sayso.model.wire_shapes import Range, WireArticle, WireClaim, WireLineage, WireProblem

# ── what pages share ──────────────────────────────────────────────────────────────────────────────────────────────────


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


# ── happenings ────────────────────────────────────────────────────────────────────────────────────────────────────────


class SpotLine(Struct, frozen=True):
    """Where a happening is told to have been: WGS 84 degrees, and the radius of doubt in kilometres, never left out."""

    name: str
    lat: float
    lon: float
    radius_km: float


class HappeningLine(Struct, frozen=True):
    """One happening in a list, with the sentence of one of its claims and who says it.

    ``first`` and ``last`` are ``YYYY-MM-DD``; ``dated`` tells whether claims give them or the articles' own days stand in.
    ``counted`` says in words what it rests on: "14 articles, 2 wire families, 1 origin". ``killed`` and ``injured`` are what is told.
    """

    id: str
    kind: str
    first: str
    last: str
    dated: bool
    places: list[str]
    spot: SpotLine | None
    articles: int
    families: int
    origins: int
    outlets: list[str]
    voices: list[str]
    single_origin: bool
    contested: list[str]
    admiralty: str
    airwars_like: str
    killed: list[str]
    injured: list[str]
    claims: int
    claim: str
    words: str
    said_by: str
    counted: str


class HappeningPage(Struct, frozen=True):
    """``/happenings.json``. ``placeless`` and ``dateless`` count those found that have no place or day of their own."""

    rows: list[HappeningLine]
    next: str
    total: int
    more: bool
    placeless: int
    dateless: int


class MapSpot(Struct, frozen=True):
    """A place on the map and how many happenings are told there; ``radius_km`` is drawn, ``lead`` is the sentence that stands beside it.

    ``ids`` are the first happenings there, the latest first. ``clustered`` stands for several places drawn as one: its box is in ``box``
    (west, south, east, north) and it has no radius.
    """

    lat: float
    lon: float
    radius_km: float
    name: str
    count: int
    contested: int
    origins: int
    ids: list[str]
    lead: str
    said_by: str
    clustered: bool
    box: tuple[float, float, float, float]


class MapView(Struct, frozen=True):
    """``/happenings/map.json``: what is told inside a box at a zoom; ``total`` happenings in all of it."""

    spots: list[MapSpot]
    total: int


class Bin(Struct, frozen=True):
    """Happenings that begin in a stretch of days (both inside, ``YYYY-MM-DD``); ``contested`` of them have a contradiction."""

    first: str
    last: str
    count: int
    contested: int


class Timeline(Struct, frozen=True):
    """``/happenings/timeline.json``: bins of equal length (``unit``), those without any left out.

    Where nearly all happenings lie in a short stretch, the bins cover that; ``earlier`` and ``later`` ones are counted.
    """

    unit: Literal["day", "week", "month", "year"]
    bins: list[Bin]
    earlier: int = 0
    later: int = 0


class Telling(Struct, frozen=True):
    """One claim of a happening with its sentence, as one article tells it. ``core`` is False where it only goes on about it."""

    claim: str
    account: str
    article: ArticleLine
    words: str
    chain: str
    voice: str
    named: bool
    denies: bool
    core: bool
    origin: str
    state: State


class SaidLine(Struct, frozen=True):
    """One value that one claim gives: its words, who says it, and the sentence it stands in (``start`` and ``end`` in it)."""

    claim: str
    words: str
    said_by: str
    outlet: str
    sentence: str
    start: int
    end: int


class RelationLine(Struct, frozen=True):
    """How two values of one field bear on each other, both sides with their sentences."""

    field: EventField
    bearing: Bearing
    one: SaidLine
    other: SaidLine
    rule: str


class OriginLine(Struct, frozen=True):
    """One independent origin: whom the words are laid to, the articles it came through by wire family, why they are one.

    ``ties`` say whose an outlet is, with the source and the day it was looked up.
    """

    id: str
    name: str
    known: bool
    families: list[FamilyLine]
    reasons: list[str]
    would_split: str
    ties: list[str]


class FamilyLine(Struct, frozen=True):
    """Articles that carry one wire story, with what they share in words."""

    id: str
    articles: list[ArticleLine]
    copies: list[str]


class GradeLine(Struct, frozen=True):
    """One grade, never of truth: value, rule, reasons, limits."""

    name: str
    value: str
    rule: str
    reasons: list[str]
    limits: str


class MatchLine(Struct, frozen=True):
    """Why two accounts are held to tell of one happening, or were left apart; ``other`` happening is named for those left out."""

    one: str
    other: str
    one_claim: str
    other_claim: str
    score: float
    reasons: list[str]
    other_happening: str
    other_words: str


class HappeningDetail(Struct, frozen=True):
    """``/happenings/ID.json``: tellings, origins, field by field, grades, why together, near misses, what people judged."""

    line: HappeningLine
    tellings: list[Telling]
    relations: list[RelationLine]
    origins: list[OriginLine]
    grades: list[GradeLine]
    together: list[MatchLine]
    near: list[MatchLine]
    judgements: list[JudgementLine]
    denials: list[str]


class JudgementLine(Struct, frozen=True):
    """A person's word on what is one happening. ``undone`` when it was taken back."""

    id: str
    number: int
    verdict: str
    one: list[str]
    other: list[str]
    who: str
    at: str
    why: str
    undone: bool = False


# ── sources ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class SourceLine(Struct, frozen=True):
    """One outlet: what the ledger holds of it. Shares are 0 to 1.

    ``own`` of its claims are in its own voice, ``named`` go back to somebody named; ``single`` of those laid to a happening stand on
    one origin alone; ``copied`` of its articles share a wire story with an earlier one.
    """

    key: str
    name: str
    articles: int
    claims: int
    own: float
    named: float
    single: float
    copied: float
    kinds: list[Count]
    ties: list[str]


class Edge(Struct, frozen=True):
    """Who takes from whom: ``upstream`` is cited, reposted or copied by ``downstream`` so many times.

    ``lag_days`` is the median number of days between the two, None where days are not known.
    """

    downstream: str
    upstream: str
    kind: Literal["reposts", "copies", "cites"]
    count: int
    lag_days: float | None


class SourcePage(Struct, frozen=True):
    """``/sources.json``: outlets, origin voices, and the edges between them, the strongest first. ``counted`` is when (UTC)."""

    outlets: list[SourceLine]
    voices: list[Count]
    edges: list[Edge]
    counted: str


class SourceDetail(Struct, frozen=True):
    """``/sources/KEY.json``: one outlet with its edges, labels as it puts them, rights as it states them, voices it carries."""

    line: SourceLine
    edges: list[Edge]
    voices: list[Count]
    labels: dict[str, list[Count]]
    rights: list[str]
    articles: list[ArticleLine]


# ── review ────────────────────────────────────────────────────────────────────────────────────────────────────────────

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


# ── dossiers ──────────────────────────────────────────────────────────────────────────────────────────────────────────


class Item(Struct, frozen=True):
    """One part of a dossier: somebody's own ``text`` (``who`` names the writer), or a claim or happening by id with a note."""

    kind: Literal["text", "claim", "happening"]
    ref: str = ""
    text: str = ""
    who: str = ""


class DossierAsk(Struct, frozen=True):
    """Body of ``PUT /dossiers/ID.json``: the whole dossier as it is to be. ``version`` is the one it was made from (0: new)."""

    title: str
    items: list[Item]
    version: int = 0
    region: list[str] = field(default_factory=list)
    theme: list[str] = field(default_factory=list)


class Dossier(Struct, frozen=True):
    """A dossier as it was last saved; versions before it are kept."""

    id: str
    version: int
    title: str
    items: list[Item]
    region: list[str]
    theme: list[str]
    who: str
    at: str


class DossierPage(Struct, frozen=True):
    """``/dossiers.json``."""

    rows: list[Dossier]


class DossierDetail(Struct, frozen=True):
    """``/dossiers/ID.json``: the dossier and the claims and happenings it names, by id; ids that name nothing any more in ``lost``."""

    dossier: Dossier
    claims: dict[str, ClaimLine]
    happenings: dict[str, HappeningLine]
    lost: list[str]


# ── compare, session, errors ──────────────────────────────────────────────────────────────────────────────────────────


class CompareAsk(Struct, frozen=True):
    """Body of ``POST /compare.json``: a text to read, or the address of an article that the ledger holds. Nothing is fetched or kept."""

    text: str = ""
    address: str = ""
    outlet: str = ""
    published: str = ""


class Carried(Struct, frozen=True):
    """A claim of a pasted text, and the happenings of the ledger that tell the same, with how sure that is."""

    claim: WireClaim
    words: str
    chain: str
    line: str
    happenings: list[CarriedBy]


class CarriedBy(Struct, frozen=True):
    """A happening of the ledger that may be what a claim of a pasted text tells, with the points and what gave them."""

    happening: HappeningLine
    score: float
    reasons: list[str]


class Compared(Struct, frozen=True):
    """``POST /compare.json``: the reading of the text, its claims by how much they are attributed, and articles that share its words."""

    article: WireArticle
    claims: list[Carried]
    copies: list[CopyLine]
    known: str
    seconds: float


class Session(Struct, frozen=True):
    """``/session.json``: who is at the desk and what they may do. ``csrf`` goes into the header ``X-Sayso-CSRF`` of every write."""

    name: str
    role: Literal["", "reader", "coder", "reviewer", "custodian"]
    accounts: bool
    csrf: str
    ledger: str
    articles: int
    claims: int
    happenings: int
    waiting: int


class LoginAsk(Struct, frozen=True):
    """Body of ``POST /login.json``."""

    name: str
    password: str


class Board(Struct, frozen=True):
    """``/board.json``: what is new, changed, contradicted and withdrawn since a time (UTC)."""

    since: str
    articles: list[ArticleLine]
    articles_more: bool
    contested: list[HappeningLine]
    changes: list[ChangeLine]


class Trouble(Struct, frozen=True):
    """What every refused request gives."""

    error: str
    code: int
    hint: str | UnsetType = UNSET
