"""The area in which a claim's place lies, as polygons on the map: its true shape, or the circle of its radius."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from sayso.model.span import Span
from sayso.model.where import Place
from sayso.resolve.shapes import Polygon, shape
from sayso.show.exports.circle import Ring, on_map, rings
from sayso.show.exports.told import Told

NOWHERE = Span(0, 0)
WHOLE = frozenset({"province", "country"})
"""Precisions of places whose outline gives no position away."""


def polygons(t: Told) -> list[list[Ring]]:
    """Return the polygons of a claim's place, each its outer ring (counterclockwise) and its holes: closed, (lon, lat).

    A place that is held back, and positions unless a whole province or country is named, keep the circle. None for no place.
    """
    g, place = t.ground, t.happening.place
    if g is None or g.radius is None or place is None:
        return []
    if not t.held.coarsens(t.claim, t.row.article.published) or (g.precision in WHOLE and g.relation != "coarsened"):
        drawn = _drawn(replace(place, span=NOWHERE, text=""))
        if drawn:
            return [found for polygon in drawn for found in _placed(polygon)]
    return [[ring] for ring in rings(g.lat, g.lon, g.radius)]


@lru_cache(maxsize=1_000)
def _drawn(place: Place) -> tuple[Polygon, ...]:
    """Return the shape of a place, whatever words name it."""
    return shape(place)


def _placed(polygon: Polygon) -> list[list[Ring]]:
    """Return a polygon on the map, cut in two at the 180th meridian; holes go with the part they lie in."""
    outer, *holes = ([(lon, lat) for lat, lon in ring] for ring in polygon)
    parts = [[ring] for ring in on_map(_turned(outer))]
    for hole in holes:
        for ring in on_map(_turned(hole)[::-1]):
            home = next(p for p in parts if len(parts) == 1 or (p[0][0][0] < 0) == (ring[0][0] < 0))
            home.append(ring)
    return parts


def _turned(ring: Ring) -> Ring:
    """Return an open ring counterclockwise."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return ring if sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) >= 0 else ring[::-1]
