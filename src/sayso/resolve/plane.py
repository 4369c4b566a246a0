"""Shapes in a plane laid on the Earth at a point: discs, sectors, bands, strips; cutting one by another, and back to degrees."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.resolve.outlines import Point, Ring

KM_A_DEGREE = 111.2
CORNERS = 32
XY = tuple[float, float]
"""Kilometres east and north of the plane's middle."""
Loop = list[XY]


@dataclass(frozen=True, slots=True)
class Plane:
    """A plane that touches the Earth at a point (degrees); it fits within some hundred kilometres."""

    lat: float
    lon: float

    def on(self, point: Point) -> XY:
        """Return a point of the Earth on the plane."""
        east = ((point[1] - self.lon + 180) % 360 - 180) * KM_A_DEGREE * self._narrow
        return east, (point[0] - self.lat) * KM_A_DEGREE

    def off(self, loop: Sequence[XY]) -> Ring:
        """Return a loop of the plane as latitude and longitude; longitudes may pass 180 degrees."""
        return tuple((self.lat + y / KM_A_DEGREE, self.lon + x / (KM_A_DEGREE * self._narrow)) for x, y in loop)

    @property
    def _narrow(self) -> float:
        return max(0.1, math.cos(math.radians(self.lat)))


def ahead(at: XY, bearing: float, km: float) -> XY:
    """Return the point so far away in a direction (degrees from north)."""
    turn = math.radians(bearing)
    return at[0] + km * math.sin(turn), at[1] + km * math.cos(turn)


def away(point: XY, start: XY = (0.0, 0.0)) -> float:
    """Return how many kilometres lie between a point and the plane's middle, or another point."""
    return math.hypot(point[0] - start[0], point[1] - start[1])


def bearing(start: XY, end: XY) -> float:
    """Return the direction from one point to another, degrees from north."""
    return math.degrees(math.atan2(end[0] - start[0], end[1] - start[1])) % 360


def arc(middle: XY, km: float, first: float, last: float, corners: int = CORNERS) -> Loop:
    """Return points of a circle from one direction to another, clockwise."""
    return [ahead(middle, first + (last - first) * n / corners, km) for n in range(corners + 1)]


def disc(middle: XY, km: float) -> Loop:
    """Return a circle."""
    return arc(middle, km, 0, 360)[:-1]


def sector(middle: XY, size: float, towards: float, half: float, km: float) -> Loop:
    """Return what lies in a direction, up to so far beyond a place of a size: the place itself drawn out to an arc (convex)."""
    far = arc(middle, size + km, towards - half, towards + half, CORNERS // 2)
    return hull([*disc(middle, size), *far])


def band(middle: XY, near: float, far: float, towards: float, half: float) -> Loop:
    """Return what lies in a direction at between two distances."""
    outer = arc(middle, far, towards - half, towards + half, CORNERS // 2)
    return [*outer, *reversed(arc(middle, max(0.0, near), towards - half, towards + half, CORNERS // 2))]


def capsule(one: XY, other: XY, km: float) -> Loop:
    """Return what lies within so many kilometres of the line between two points (convex)."""
    return hull([*disc(one, km), *disc(other, km)])


def strip(line: Sequence[XY], left: float, right: float) -> Loop:
    """Return what lies along a line, so far to its left and to its right."""
    sides: tuple[Loop, Loop] = ([], [])
    for n, (x, y) in enumerate(line):
        before, after = line[max(0, n - 1)], line[min(len(line) - 1, n + 1)]
        along = bearing(before, after)
        sides[0].append(ahead((x, y), along - 90, left))
        sides[1].append(ahead((x, y), along + 90, right))
    return [*sides[0], *reversed(sides[1])]


def hull(points: Sequence[XY]) -> Loop:
    """Return the smallest convex loop around points, counterclockwise (Andrew's monotone chain)."""
    ordered = sorted(set(points))

    def half(left: Sequence[XY]) -> Loop:
        found: Loop = []
        for p in left:
            while len(found) > 1 and _turn(found[-2], found[-1], p) <= 0:
                found.pop()
            found.append(p)
        return found[:-1]

    return half(ordered) + half(ordered[::-1])


def cut(loop: Sequence[XY], convex: Sequence[XY]) -> Loop:
    """Return what a loop and a convex, counterclockwise one have in common (Sutherland and Hodgman); empty when nothing."""
    kept = list(loop)
    for a, b in zip(convex, [*convex[1:], convex[0]], strict=True):
        if not kept:
            break
        left, kept = kept, []
        for p, q in zip(left, [*left[1:], left[0]], strict=True):
            inside, follows = _turn(a, b, p) >= 0, _turn(a, b, q) >= 0
            if inside:
                kept.append(p)
            if inside != follows:
                kept.append(_crossing(a, b, p, q))
    return kept if area(kept) > 0.01 else []


def area(loop: Sequence[XY]) -> float:
    """Return the area of a loop in square kilometres."""
    pairs = zip(loop, [*loop[1:], *loop[:1]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def counterclockwise(loop: Sequence[XY]) -> Loop:
    """Return a loop with its inside to the left."""
    pairs = zip(loop, [*loop[1:], *loop[:1]], strict=True)
    return list(loop) if sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) >= 0 else list(reversed(loop))


def _turn(a: XY, b: XY, c: XY) -> float:
    """Return whether a way from a over b to c turns left (above 0), right, or not at all (0)."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _crossing(a: XY, b: XY, p: XY, q: XY) -> XY:
    one, other = _turn(a, b, p), _turn(a, b, q)
    share = one / (one - other)
    return p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])
