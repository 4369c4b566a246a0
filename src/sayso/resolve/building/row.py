"""One place on its way into a gazetteer file, and the sizes of shapes on the ground."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sayso.resolve.placekeys import key, skeleton

Geometry = dict[str, Any]
Ring = list[list[float]]
WELL_KNOWN = 200_000
"""People from which on a city's plain name in one source is taken over for the other."""


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


def merged(rows: Iterable[Row]) -> list[Row]:
    """Return the rows with those of one source id joined, in a fixed order."""
    by_source: dict[str, Row] = {}
    for row in rows:
        twin = by_source.setdefault(row.source, row)
        if twin is not row:
            twin.names |= row.names
            if row.people >= WELL_KNOWN and row.name.isascii() and row.kind == twin.kind:
                twin.name = row.name
            twin.people = max(twin.people, row.people)
    return sorted(by_source.values(), key=lambda r: (key(r.name), r.country, r.source))


def spellings(rows: list[Row]) -> dict[str, list[int]]:
    """Return rows (from 1) by spelling key, most people first."""
    found: dict[str, list[int]] = {}
    for n, r in enumerate(rows, start=1):
        for k in {key(x) for x in r.names} - {""}:
            found.setdefault(k, []).append(n)
    for numbers in found.values():
        numbers.sort(key=lambda n: (-rows[n - 1].people, n))
    return found


def bones(rows: Iterable[Row]) -> dict[str, list[str]]:
    """Return spelling keys by country and skeleton."""
    found: dict[str, set[str]] = {}
    for r in rows:
        for k in {key(x) for x in r.names} - {""}:
            if sound := skeleton(k):
                found.setdefault(r.country + sound, set()).add(k)
    return {k: sorted(v) for k, v in found.items()}


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
