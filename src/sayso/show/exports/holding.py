"""What an export holds back: happenings that are too fresh, positions that are too precise, names of private persons."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from sayso.model.claim import Claim
from sayso.show.exports.days import days
from sayso.show.exports.ground import Ground
from sayso.vocab.loader import load
from sayso.vocab.shapes.exports import Profile, Profiles


@dataclass(frozen=True, slots=True)
class Holding:
    """A profile at work. ``now`` is UTC."""

    name: str
    profile: Profile
    positions: frozenset[str]
    now: datetime

    def fresh(self, claim: Claim, published: str) -> bool:
        """Tell whether the happening, or else its publication, lies less than the delay back (or ahead)."""
        day = told_on(claim, published)
        if day is None or not self.profile.delay_hours:
            return False
        return datetime(day.year, day.month, day.day, tzinfo=UTC) > self.now - timedelta(hours=self.profile.delay_hours)

    def coarse(self, where: Ground | None, claim: Claim, published: str) -> Ground | None:
        """Return a place as it may be given away: positions, and whatever nobody can date, on a grid and no smaller than a district."""
        p = self.profile
        if where is None or not self.coarsens(claim, published):
            return where
        if where.radius is not None and where.radius >= p.coarse_km:
            return where
        return replace(
            where, name=where.province, precision="area", relation="coarsened", kind="", radius=p.coarse_km,
            lat=snapped(where.lat, p.grid_degrees), lon=snapped(where.lon, p.grid_degrees),
        )  # fmt: skip

    def coarsens(self, claim: Claim, published: str) -> bool:
        """Tell whether a claim's place may be given away coarse alone: a position, or a happening nobody can date."""
        if not self.profile.coarse_km or not claim.happening:
            return False
        return claim.happening.kind.value in self.positions or told_on(claim, published) is None

    @property
    def withholds_names(self) -> bool:
        """Tell whether names of private persons are held back."""
        return self.profile.persons == "withheld"


def holding(name: str, now: datetime) -> Holding:
    """Return the profile of that name at work."""
    kept = load("exports/profiles", Profiles)
    return Holding(name, kept.profiles[name], frozenset(kept.positions), now)


def told_on(claim: Claim, published: str) -> date | None:
    """Return the last day of the happening, else the day of publication, None when neither is known."""
    found = days(claim.happening.when) if claim.happening else None
    if found is not None:
        return found.last
    try:
        return date.fromisoformat(published)
    except ValueError:
        return None


def snapped(degrees: float, grid: float) -> float:
    """Return the middle of the cell of the grid that holds it."""
    return round((math.floor(degrees / grid) + 0.5) * grid, 4)
