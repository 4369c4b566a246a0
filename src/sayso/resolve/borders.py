"""A country's border: the stretch of it nearest to where an article's other places lie."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.resolve.outlines import Point, outline
from sayso.resolve.plane import XY, Plane, away

FARTHEST = 200.0
"""Kilometres from which a place says nothing of which stretch of a border is meant."""
STEP = 5.0
"""Kilometres between points of a border that are looked at."""
Line = list[XY]


def nearest(ident: str, lat: float, lon: float) -> tuple[Point, float] | None:
    """Return the point of a country's border nearest to a point, and how many kilometres off it lies; None when it's far or unknown."""
    at = Plane(lat, lon)
    found = min((point for line in lines(ident, at) for point in line), key=away, default=None)
    if found is None or away(found) > FARTHEST:
        return None
    return at.off([found])[0], away(found)


def stretch(ident: str, at: Plane, km: float) -> Line:
    """Return the longest run of a border's points within so many kilometres of the plane's middle; empty when there's none."""
    runs: list[Line] = [[]]
    for line in lines(ident, at):
        for point in line:
            if away(point) <= km:
                runs[-1].append(point)
            elif runs[-1]:
                runs.append([])
        runs.append([])
    return max(runs, key=len)


def lines(ident: str, at: Plane) -> Iterator[Line]:
    """Yield a country's rings on a plane as closed lines, with points laid between far ones."""
    for ring in outline(ident):
        points = [at.on(p) for p in (*ring, ring[0])]
        yield [*(p for a, b in pairwise(points) for p in _between(a, b)), points[-1]]


def _between(a: XY, b: XY) -> Iterator[XY]:
    steps = max(1, round(away(a, b) / STEP))
    for n in range(steps):
        yield a[0] + (b[0] - a[0]) * n / steps, a[1] + (b[1] - a[1]) * n / steps
