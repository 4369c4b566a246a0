"""Happenings, their map and their timeline, as pages show them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sayso.model.event import Bearing, EventField
from sayso.model.review import State
from sayso.show.desk.shapes.articles import ArticleLine


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
