"""Shapes of what is laid down about weighing: kinds that may be one happening, the points of each feature, origins and grades."""

from __future__ import annotations

from msgspec import Struct


class Kinds(Struct, frozen=True):
    """Families of kinds of happening (name → kinds), which of them lie near one another, and which found an account.

    ``by_place`` found one by a town alone; ``tolls`` are kinds that count what a stretch of time cost, when the claim gives one;
    ``daily`` are families that go on beside others on most days of a war, ``means`` those that say by what means; ``several`` are words of several deeds or of what goes on for days ("strikes", "the siege"), ``lasting`` what
    makes a time one that something filled ("since", "the past"). ``apart`` sets off what follows, ``further`` before one
    of ``deeds`` counts it as another than the one told before; a stretch of ``units`` may run from what stands after one of ``runs_from``.
    """

    families: dict[str, list[str]]
    near: list[tuple[str, str]]
    founding: list[str]
    by_place: list[str]
    tolls: list[str]
    daily: list[str]
    means: list[str]
    several: list[str]
    together: list[str]
    lasting: list[str]
    apart: list[str]
    further: list[str]
    deeds: list[str]
    units: list[str]
    runs_from: list[str]


class Weight(Struct, frozen=True):
    """The points one finding of one feature gives to, or takes from, two accounts being of one happening, and why."""

    feature: str
    finding: str
    points: float
    why: str


class Weights(Struct, frozen=True):
    """All points, and the sum from which two accounts match (``same``) or are near misses worth showing (``near``).

    Two groups of accounts are one only where no pair across them has less than ``unlike`` points and all have ``together`` on
    average.

    Distances are kilometres, ``days`` the widest stretch that still tells of a moment.
    """

    same: float
    near: float
    together: float
    unlike: float
    far_km: float
    wide_km: float
    slack_km: float
    days: int
    weights: list[Weight]


class Digit(Struct, frozen=True):
    """A proposed digit of the Admiralty scale: from how many origins on, and whether they contradict each other."""

    digit: str
    origins: int
    contested: bool
    why: str


class Grades(Struct, frozen=True):
    """How happenings are graded: digits in the order they are tried, Airwars-style labels with their rule, and what they don't say.

    ``collective`` are kinds of voice that stand for nobody in particular.
    """

    letter: str
    digits: list[Digit]
    digit_limits: str
    contested: list[str]
    harm: list[str]
    airwars: dict[str, str]
    airwars_limits: str
    collective: list[str]


class Common(Struct, frozen=True):
    """Words (as the stems they are compared by) that most news of an attack has, so that sharing them says nothing."""

    common: list[str]


class Kin(Struct, frozen=True):
    """Names of sides that stand for several, with the sides among them."""

    under: dict[str, list[str]]
