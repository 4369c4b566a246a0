"""The wire form, version 1, as shapes: the public contract of ``sayso read --json``. Keys may be added, none may change meaning."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from sayso.model.article import ZoneKind
from sayso.model.claim import Certainty, Manner, Polarity, Tense
from sayso.model.happening import HappeningKind, Side
from sayso.model.lineage import LineageKind
from sayso.model.when import MomentPrecision
from sayso.model.where import Precision
from sayso.model.who import VoiceKind

WIRE_VERSION: Literal[1] = 1

Range = tuple[int, int]
"""``[start, end)`` in code points of ``article.text``."""


class WireZone(Struct, frozen=True):
    kind: ZoneKind
    span: Range
    rule: str = ""
    raw: Range | None = None


class WireRights(Struct, frozen=True):
    kind: str
    span: Range


class WireMedia(Struct, frozen=True):
    kind: str
    caption: str
    credit: str
    span: Range


class WireStated(Struct, frozen=True):
    value: str
    rule: str
    span: Range | None = None


class WireArticle(Struct, frozen=True):
    id: str
    sha256: str
    text: str
    title: str | None
    outlet: str | None
    published: str | None
    original_outlet: str | None
    original_published: str | None
    authors: list[str]
    language: str
    labels: dict[str, list[str]]
    rights: list[WireRights]
    media: list[WireMedia]
    zones: list[WireZone]
    url: str | None = None
    modified: str | None = None
    dateline: str | None = None
    stated: dict[str, list[WireStated]] = field(default_factory=dict)
    """For each fact above: where it was stated and by which rule it was read."""


class WireVoice(Struct, frozen=True):
    name: str
    kind: VoiceKind
    named: bool
    source: Range | None
    cue: Range | None
    party: bool | None
    rule: str = ""
    id: str | None = None


class WireCodes(Struct, frozen=True):
    plover: str
    cameo: str
    acled_like: str


class WireActor(Struct, frozen=True):
    name: str
    id: str | None
    span: Range
    rule: str = ""
    alternatives: list[str] = field(default_factory=list)


class WirePlaceCandidate(Struct, frozen=True):
    id: str
    name: str
    lat: float
    lon: float
    score: float


class WirePlace(Struct, frozen=True):
    text: str
    name: str
    id: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    precision: Precision
    relation: str | None
    span: Range
    alternatives: list[WirePlaceCandidate]
    rule: str = ""


class WireMoment(Struct, frozen=True):
    text: str | None
    start: str
    end: str
    precision: MomentPrecision
    anchor: str
    span: Range | None
    rule: str = ""


class WireShare(Struct, frozen=True):
    low: int
    high: int | None
    side: Side
    span: Range
    within: bool = False


class WireFigure(Struct, frozen=True):
    low: int
    best: int | None
    high: int | None
    span: Range
    rule: str = ""
    shares: list[WireShare] = field(default_factory=list)


class WireMeans(Struct, frozen=True, rename={"class_": "class"}):
    name: str
    class_: str
    span: Range
    rule: str = ""


class WireControl(Struct, frozen=True, rename={"from_": "from"}):
    place: str
    from_: str | None
    to: str | None
    span: Range
    rule: str = ""


class WireHappening(Struct, frozen=True):
    kind: HappeningKind
    codes: WireCodes
    actors: list[WireActor]
    targets: list[WireActor]
    place: WirePlace | None
    when: WireMoment | None
    killed: WireFigure | None
    injured: WireFigure | None
    captured: WireFigure | None
    displaced: WireFigure | None
    means: list[WireMeans]
    control: WireControl | None


class WireGround(Struct, frozen=True):
    """What a plain value of the claim rests on: the rule, the words, and what else was weighed."""

    rule: str
    spans: list[Range] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)


class WireClaim(Struct, frozen=True):
    id: str
    content: list[Range]
    voices: list[WireVoice]
    manner: Manner
    polarity: Polarity
    certainty: Certainty
    tense: Tense
    happening: WireHappening | None
    rule: str = ""
    grounds: dict[str, WireGround] = field(default_factory=dict)
    repeats: list[Range] = field(default_factory=list)


class WireProblem(Struct, frozen=True):
    code: str
    message: str
    span: Range | None


class WireLineage(Struct, frozen=True):
    article: str
    kind: LineageKind
    upstream: str
    spans: list[Range]
    rule: str


class WireAttribution(Struct, frozen=True):
    voices: list[WireVoice]
    content: list[Range]
    manner: Manner
    rule: str
    sure: float = 1.0


class WireReading(Struct, frozen=True):
    """One line of ``sayso read --json``."""

    sayso: Literal[1]
    ref: str
    article: WireArticle
    claims: list[WireClaim]
    problems: list[WireProblem]
    lineage: list[WireLineage] = field(default_factory=list)
    attributions: list[WireAttribution] = field(default_factory=list)


class WireRest(Struct, frozen=True):
    """What a reading holds beside its article and claims, as the ledger keeps it."""

    problems: list[WireProblem]
    lineage: list[WireLineage]
    attributions: list[WireAttribution]
