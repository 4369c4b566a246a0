"""Draws rings of longitude and latitude on the map: circles in which places lie, and rings cut at its edge."""

from __future__ import annotations

import math

EARTH_KM = 6371.0088
CORNERS = 32
POLE = 89.5
Ring = list[tuple[float, float]]


def rings(lat: float, lon: float, km: float) -> list[Ring]:
    """Return one ring, or two where the circle crosses the 180th meridian: (lon, lat), counterclockwise, first point again last.

    A circle that reaches a pole becomes the cap of the globe down to its farthest latitude.
    """
    tall = math.degrees(km / EARTH_KM)
    if abs(lat) + tall >= POLE:
        return [_cap(lat, tall)]
    return on_map([_ahead(lat, lon, km, 360.0 - 360.0 * n / CORNERS) for n in range(CORNERS)])


def on_map(ring: Ring) -> list[Ring]:
    """Return an open ring closed, in two where its longitudes pass 180 degrees, and no farther north or south than the poles."""
    ring = [(x, max(-90.0, min(90.0, y))) for x, y in ring]
    if max(x for x, _ in ring) > 180:
        return [_closed(_clip(ring, 180.0, -1)), _closed([(x - 360, y) for x, y in _clip(ring, 180.0, 1)])]
    if min(x for x, _ in ring) < -180:
        return [_closed(_clip(ring, -180.0, 1)), _closed([(x + 360, y) for x, y in _clip(ring, -180.0, -1)])]
    return [_closed(ring)]


def _ahead(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """Return the point so far in a direction on the sphere; the longitude may pass 180 degrees."""
    far, turn, phi = km / EARTH_KM, math.radians(bearing), math.radians(lat)
    up = math.asin(math.sin(phi) * math.cos(far) + math.cos(phi) * math.sin(far) * math.cos(turn))
    along = math.atan2(math.sin(turn) * math.sin(far) * math.cos(phi), math.cos(far) - math.sin(phi) * math.sin(up))
    return lon + math.degrees(along), math.degrees(up)


def _clip(ring: Ring, edge: float, sign: int) -> Ring:
    """Return the part of a ring west (``sign`` -1) or east (1) of a meridian."""
    kept: Ring = []
    for (x, y), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        inside, next_inside = sign * (x - edge) >= 0, sign * (x2 - edge) >= 0
        if inside:
            kept.append((x, y))
        if inside != next_inside:
            kept.append((edge, y + (y2 - y) * (edge - x) / (x2 - x)))
    return kept


def _cap(lat: float, tall: float) -> Ring:
    if lat >= 0:
        return _closed(
            [(-180.0, max(-90.0, lat - tall)), (180.0, max(-90.0, lat - tall)), (180.0, 90.0), (-180.0, 90.0)]
        )
    return _closed([(-180.0, -90.0), (180.0, -90.0), (180.0, min(90.0, lat + tall)), (-180.0, min(90.0, lat + tall))])


def _closed(ring: Ring) -> Ring:
    rounded = [(round(x, 4), round(y, 4)) for x, y in ring]
    return [*rounded, rounded[0]]
