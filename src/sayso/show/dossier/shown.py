"""What a publication shows, after everything that its profile holds back is gone: the one thing its pages and its JSON are made from."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

Ring = list[tuple[float, float]]


class Decided(Struct, frozen=True):
    """One decision of a person on a claim: of an amended ``field`` what the ``machine`` read and what the person put there."""

    number: int
    decision: Literal["confirm", "amend", "reject", "note"]
    field: str
    machine: str
    value: str
    who: str
    at: str
    why: str
    undone: bool


class Judged(Struct, frozen=True):
    """A person's word on what is one happening."""

    number: int
    verdict: str
    who: str
    at: str
    why: str
    undone: bool


class Spot(Struct, frozen=True):
    """Where a claim says it was: a name, and the area that its words leave open as polygons of rings, (longitude, latitude).

    ``radius_km`` is the doubt, None when nobody can say; ``coarse`` tells that the profile moved and widened it.
    """

    name: str
    precision: str
    radius_km: float | None
    coarse: bool
    area: list[list[Ring]]


class ArticleShown(Struct, frozen=True):
    """One article: who printed it and when, where it can be read, its own labels, and what it states on rights.

    ``url`` is "" where none is known or it would name somebody withheld. ``gone`` is why it no longer stands, "" when it does.
    """

    id: str
    title: str
    outlet: str
    published: str
    original_outlet: str
    original_published: str
    url: str
    labels: dict[str, list[str]]
    rights: list[str]
    gone: str


class ClaimShown(Struct, frozen=True):
    """One claim: its words as far as excerpts go (``cut`` when not all of them), and ``credit``: who wrote it when, citing whom.

    ``guarded`` tells that its place is given away coarse alone. ``kind`` is "" for a claim that tells no happening. ``first`` and ``last`` are ``YYYY-MM-DD``, "" where its words give no day.
    """

    id: str
    article: str
    words: str
    cut: bool
    credit: str
    chain: str
    polarity: str
    certainty: str
    tense: str
    manner: str
    place: Spot | None
    rules: str
    guarded: bool
    state: str
    decided: list[Decided]
    kind: str = ""
    actors: list[str] = []
    targets: list[str] = []
    means: list[str] = []
    figures: str = ""
    control: str = ""
    first: str = ""
    last: str = ""
    days: str = ""


class Telling(Struct, frozen=True):
    """One claim of a happening; ``core`` is False where it only goes on about it. ``origin`` names where its words come from."""

    claim: str
    core: bool
    denies: bool
    origin: str


class Side(Struct, frozen=True):
    """One value of a contradiction, and the claim that gives it."""

    claim: str
    words: str


class Quarrel(Struct, frozen=True):
    """Two values of one field that contradict each other; ``rule`` names what decided that."""

    field: str
    one: Side
    other: Side
    rule: str


class OriginShown(Struct, frozen=True):
    """One independent origin: whom the words are laid to, the outlets that carry it, in how many families, and why they are one."""

    name: str
    known: bool
    articles: list[str]
    families: int
    reasons: list[str]
    would_split: str
    ties: list[str]


class GradeShown(Struct, frozen=True):
    """One grade, never of truth."""

    name: str
    value: str
    rule: str
    reasons: list[str]
    limits: str


class HappeningShown(Struct, frozen=True):
    """One happening in many tellings, counted over the tellings that are shown; ``held_back`` others are not.

    ``first`` and ``last`` are days that claims give, "" when none does.
    """

    id: str
    kind: str
    first: str
    last: str
    places: list[str]
    counted: str
    articles: int
    families: int
    origins: int
    tellings: list[Telling]
    sources: list[OriginShown]
    quarrels: list[Quarrel]
    agreed: list[str]
    grades: list[GradeShown]
    judged: list[Judged]
    held_back: int


class Part(Struct, frozen=True):
    """One part of the dossier in its order. ``missing`` says why a claim or happening is not shown, "" when it is."""

    kind: Literal["text", "claim", "happening"]
    ref: str
    text: str
    who: str
    missing: str = ""


class Held(Struct, frozen=True):
    """What was held back, counted, and the rules by which; ``names`` are how many names of persons are withheld everywhere."""

    delay_hours: int
    coarse_km: float
    excerpt_words: int
    excerpt_share: float
    claims_fresh: int = 0
    happenings_fresh: int = 0
    places_coarse: int = 0
    names: int = 0
    claims_cut: int = 0
    contradictions: int = 0
    amendments: int = 0
    grades: int = 0
    addresses: int = 0
    lost: int = 0


class Published(Struct, frozen=True):
    """A dossier as published. ``log_head`` is the hash of the ledger's last log row, ``tool`` the version that made this."""

    sayso_dossier: int
    id: str
    version: int
    title: str
    who: str
    saved_at: str
    region: list[str]
    theme: list[str]
    profile: str
    made_at: str
    tool: str
    log_head: str
    parts: list[Part]
    claims: dict[str, ClaimShown]
    happenings: dict[str, HappeningShown]
    articles: dict[str, ArticleShown]
    held: Held = field(default_factory=lambda: Held(0, 0.0, 0, 0.0))


def claims_of(p: Published, part: Part) -> list[str]:
    """Return the claims that a part shows, in its order."""
    if part.missing or part.kind == "text":
        return []
    return [part.ref] if part.kind == "claim" else [t.claim for t in p.happenings[part.ref].tellings]
