"""What a claim says happened: its kind, who did it to whom, where, when, with what, at what cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.model.span import Grounded, Span
from sayso.model.when import Moment
from sayso.model.where import Place
from sayso.model.who import Actor

HappeningKind = Literal[
    "armed-clash", "government-regains-territory", "nonstate-overtakes-territory", "advance-or-hold",
    "air-drone-strike", "shelling-artillery-missile", "ied-mine", "suicide-bomb", "grenade", "chemical-weapon",
    "attack-on-civilians", "abduction-forced-disappearance", "sexual-violence", "execution-or-torture",
    "protest", "riot-mob", "arrest-detention", "agreement-ceasefire", "talks-diplomacy", "sanction-or-legal",
    "displacement-evacuation", "aid-or-blockade", "deployment-movement", "base-or-fortification",
    "weapons-transfer", "surveillance-intelligence", "looting-destruction", "threat-or-demand",
    "casualties-toll", "other",
]  # fmt: skip
HAPPENING_KINDS: tuple[HappeningKind, ...] = get_args(HappeningKind)


@dataclass(frozen=True, slots=True)
class Codes:
    """The kind in other codebooks: PLOVER event type (with mode), CAMEO leaf, ACLED-compatible sub-type; "" if none fits."""

    plover: str = ""
    cameo: str = ""
    acled_like: str = ""


Side = Literal["civilians", "combatants", "person", ""]
SIDES: tuple[Side, ...] = get_args(Side)


@dataclass(frozen=True, slots=True)
class Share:
    """People of one sort in a figure, as a range with its words.

    ``side`` is who they were as the words say it, "person" for somebody told one by one, "" where the words do not say.
    ``within`` tells that they are counted in another amount ("including nine children") and not added to it.
    """

    low: int
    high: int | None
    side: Side
    span: Span
    within: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of people as a range. ``high`` None means open ("at least 70"); ``best`` is the wording's own middle.

    ``rule`` names the row of the figure table that read it (gold guide, rules 4 and 11). ``shares`` are the amounts it was put
    together from and those counted in it, in reading order; empty where it is one amount of people of no known side.
    """

    low: int
    best: int | None
    high: int | None
    span: Span
    rule: str
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class Means:
    """A weapon or piece of equipment as worded, with its class from ``vocab/kit``."""

    name: str
    class_: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Control:
    """A place changing hands. ``from_`` and ``to`` are names, None when the claim does not say."""

    place: str
    from_: str | None
    to: str | None
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening inside one claim; whatever the claim does not say is None or empty."""

    kind: Grounded[HappeningKind]
    codes: Codes = Codes()
    actors: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    place: Place | None = None
    when: Moment | None = None
    killed: Figure | None = None
    injured: Figure | None = None
    captured: Figure | None = None
    displaced: Figure | None = None
    means: tuple[Means, ...] = ()
    control: Control | None = None
