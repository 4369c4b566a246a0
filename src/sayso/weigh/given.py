"""What one claim gives for the weighing: its days, its place, its numbers, and what its words say of the deed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.model.claim import Claim
from sayso.model.event import Spot
from sayso.model.happening import Figure, Happening, HappeningKind
from sayso.weigh import days, kinds, stems
from sayso.weigh.ground import NARROW_KM

SAID_DAY = "when.said-day"
"""The rule of a day that is that of the saying: the news it tells of lies then or shortly before."""
TOLD_BEFORE = "kind.told-before"
"""The rule of a kind that is that of the deed told before: "the attack"."""
GENERIC = "kind.generic."
"""The rules of kinds that general words bear: "the attack"."""
MOST_OTHERS = 3
Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Given:
    """A claim as it is weighed: ``told`` are its first and last day as ordinals, ``own`` the same unless they are only those of the saying.

    ``several`` tells that its words are of several deeds, ``lasts`` that they fill its days, ``anew`` that the deed is another than
    the one told before.
    """

    claim: Claim
    happening: Happening
    told: Days | None
    own: Days | None
    here: Spot | None
    several: bool
    lasts: bool
    anew: bool

    @property
    def kind(self) -> HappeningKind:
        """The kind of happening."""
        return self.happening.kind.value

    @property
    def points_back(self) -> bool:
        """Whether the claim only points back at the deed told before."""
        return self.happening.kind.rule == TOLD_BEFORE

    @property
    def by_means(self) -> bool:
        """Whether it says by what means, in words of its own."""
        return kinds.by_means(self.kind) and not self.happening.kind.rule.startswith(GENERIC)

    @property
    def figures(self) -> tuple[Figure | None, Figure | None]:
        """Killed and injured."""
        return self.happening.killed, self.happening.injured

    @property
    def counts(self) -> bool:
        """Whether it counts killed or injured."""
        return any(f is not None for f in self.figures)

    def others(self) -> list[Spot]:
        """Return what else the place's name may stand for, the likeliest first."""
        p = self.happening.place
        found = p.alternatives[:MOST_OTHERS] if p else ()
        return [Spot(c.id, round(c.lat, 4), round(c.lon, 4), 0.0, other=True) for c in found]


def given(text: str, c: Claim, h: Happening) -> Given:
    """Return what a claim of an article's text gives."""
    told, several = _days(h), days.several(text, c)
    own = None if h.when is not None and h.when.rule == SAID_DAY else told
    lasts = own is not None and (several or days.lasts(text, *own, h.when))
    return Given(c, h, told, own, _spot(h), several, lasts, days.anew(text, c))


def ordinal(day: str) -> int | None:
    """Return ``YYYY-MM-DD`` as an ordinal; None for anything else."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return None


def _days(h: Happening) -> Days | None:
    if h.when is None or h.when.start is None or h.when.end is None:
        return None
    first, last = ordinal(h.when.start), ordinal(h.when.end)
    return None if first is None or last is None else (first, max(first, last))


def _spot(h: Happening) -> Spot | None:
    """Return the place of a happening as it is weighed."""
    p = h.place
    if p is None:
        return None
    name = p.id or stems.bones(p.name)
    if p.lat is None or p.lon is None:
        return Spot(name, wide=True) if name else None
    radius = p.radius_km or 0.0
    wide = radius > NARROW_KM or p.precision in {"province", "country"}
    return Spot(name, round(p.lat, 4), round(p.lon, 4), radius, wide)
