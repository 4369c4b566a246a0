"""One place on its way into the gazetteer, and the sizes of shapes on the ground."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

Geometry = dict[str, Any]
Ring = list[list[float]]


@dataclass
class Row:
    """One place on its way into the file; ``province`` is the source id of the admin area it lies in."""

    source: str
    name: str
    kind: str
    country: str
    lat: float
    lon: float
    people: int
    province: str
    names: set[str] = field(default_factory=set)
    radius: float | None = None


def ring_area(geometry: Geometry) -> float:
    """Return the area of a GeoJSON polygon or multipolygon in square kilometres, on a plane that fits its latitude."""
    shapes = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return sum(shoelace(shape[0]) for shape in shapes)


def middle(geometry: Geometry) -> tuple[float, float]:
    """Return latitude and longitude of the centroid of the largest ring."""
    shapes = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    ring = max((shape[0] for shape in shapes), key=shoelace)
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    crosses = [a[0] * b[1] - b[0] * a[1] for a, b in pairs]
    six_times = 3 * sum(crosses)
    lon, lat = (sum((a[k] + b[k]) * c for (a, b), c in zip(pairs, crosses, strict=True)) / six_times for k in (0, 1))
    return lat, lon


def shoelace(ring: Ring) -> float:
    """Return the area inside one ring of [lon, lat] in square kilometres."""
    middle = math.cos(math.radians(sum(p[1] for p in ring) / len(ring)))
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))
    return abs(twice) / 2 * 111.2 * 111.2 * middle


def disc(area: float) -> float:
    """Return the radius in kilometres of a disc of that area."""
    return round(math.sqrt(area / math.pi), 1)
