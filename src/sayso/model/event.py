"""One happening as several articles tell it: its tellings, their origins, and where they agree and contradict each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.model.happening import HappeningKind
from sayso.model.span import Span

EventField = Literal[
    "existence", "responsibility", "actors", "targets", "place", "time", "killed", "injured", "means", "control",
]  # fmt: skip
EVENT_FIELDS: tuple[EventField, ...] = get_args(EventField)
Bearing = Literal["agrees", "refines", "adds", "contradicts"]
BEARINGS: tuple[Bearing, ...] = get_args(Bearing)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as it is weighed: its gazetteer id or folded name, and WGS 84 degrees with a radius in kilometres, or no point.

    ``wide`` marks areas that tell no town from the next, ``other`` what a name may stand for besides the place it was taken for.
    """

    name: str
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    wide: bool = False
    other: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """One value that one claim gives for one field, with the words it was read from; ``words`` is how it is shown.

    ``low`` and ``high`` are numbers of people or days (``YYYYMMDD``); ``high`` None is open. ``keys`` are identities.
    """

    field: EventField
    claim: str
    words: str
    span: Span | None
    low: int | None = None
    high: int | None = None
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Teller:
    """One claim inside an account: who says it, through whom. ``voice`` is the origin's key, "" when nobody is named.

    ``core`` is False for claims that only go on about what the article told before, and lend the account no features.
    """

    claim: str
    voice: str
    voice_name: str
    voice_kind: str
    named: bool
    party: bool | None
    span: Span | None
    denies: bool
    core: bool


@dataclass(frozen=True, slots=True)
class Account:
    """What one article tells of one happening: its claims, and the features that tell whether others tell of the same.

    ``id`` is a digest of its first claim; ``lead`` tells whether the article opens with it. ``first`` and ``last`` are days counted from 0001-01-01 (``date.toordinal``);
    ``dated`` tells whether the claims give them, or the day of the article stands in. ``period`` marks tolls of a stretch of time.
    ``killed`` and ``injured`` are the ranges given, each once. ``names`` and ``words`` are stems of what it names and says.
    """

    id: str
    article: str
    outlet: str
    published: str
    kind: HappeningKind
    kinds: tuple[HappeningKind, ...]
    first: int
    last: int
    dated: bool
    period: bool
    places: tuple[Spot, ...]
    killed: tuple[tuple[int, int | None], ...]
    injured: tuple[tuple[int, int | None], ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    names: tuple[str, ...]
    words: tuple[str, ...]
    tellers: tuple[Teller, ...]
    said: tuple[Said, ...]
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim laid to an outlet comes from: that outlet's own article, and the origin voice of the claim in it.

    ``outlet`` is the outlet's key; ``voice`` is "" where the article says it in the outlet's own voice.
    """

    article: str
    outlet: str
    voice: str
    voice_name: str
    voice_kind: str
    named: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """One feature of a pair of accounts: what was compared, what it showed in words, and the points it gave or took."""

    feature: str
    finding: str
    points: float


@dataclass(frozen=True, slots=True)
class Match:
    """How far two accounts tell of one happening: the points and where they come from. ``bar`` names what rules it out.

    ``by`` is the id of a person's judgement when that decides, else "".
    """

    one: str
    other: str
    score: float
    evidence: tuple[Evidence, ...]
    bar: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """How two values of one field bear on each other, with both sides; ``rule`` names what decided."""

    field: EventField
    bearing: Bearing
    one: Said
    other: Said
    rule: str


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent source of an event: accounts that go back to the same words. ``known`` is False when nobody can tell whose.

    ``voice`` is whom the words are laid to, "" for an outlet's own; ``families`` are the wire families it came through.
    ``reasons`` say in words why these accounts are one origin, ``would_split`` what would make them several.
    """

    id: str
    voice: str
    known: bool
    families: tuple[str, ...]
    accounts: tuple[str, ...]
    reasons: tuple[str, ...]
    would_split: str


@dataclass(frozen=True, slots=True)
class Grade:
    """One graded property of an event, never of its truth: its value, the rule, why, and what it does not say."""

    name: str
    value: str
    rule: str
    reasons: tuple[str, ...]
    limits: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One happening as a list shows it. ``first`` and ``last`` are days counted from 0001-01-01; ``dated`` tells whether claims give them.

    ``places``, ``killed`` and ``injured`` are wordings, the most told first; ``spot_words`` is the wording of the place in ``spot``. ``origins`` counts those known; ``claim`` is one to read it by.
    """

    id: str
    kind: HappeningKind
    first: int
    last: int
    dated: bool
    places: tuple[str, ...]
    spot: Spot | None
    spot_words: str
    articles: int
    families: int
    origins: int
    outlets: tuple[str, ...]
    voices: tuple[str, ...]
    contested: tuple[str, ...]
    admiralty: str
    airwars_like: str
    killed: tuple[str, ...]
    injured: tuple[str, ...]
    claims: int
    claim: str


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, many tellings. ``matches`` are the pairs that hold it together; ``near`` what was close and left out."""

    id: str
    kind: HappeningKind
    accounts: tuple[Account, ...]
    matches: tuple[Match, ...]
    relations: tuple[Relation, ...] = ()
    origins: tuple[Origin, ...] = ()
    grades: tuple[Grade, ...] = ()
    near: tuple[Match, ...] = ()
