"""Who's On First's polygons of admin areas: their sizes, and which region a point lies in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from sayso.resolve.building.row import Ring, disc, ring_area

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Region:
    """One ring of a region: its id, its country, and the box around it (west, south, east, north)."""

    source: str
    country: str
    box: Box
    ring: Ring


def read_polygons(lines: Iterable[str]) -> tuple[dict[str, float], list[Region]]:
    """Return, by id, the radius of a disc of an area's size, and the rings of the regions (first-level areas)."""
    sizes: dict[str, float] = {}
    regions: list[Region] = []
    for line in lines:
        f = json.loads(line)
        p, shape = f["properties"], f["geometry"]
        source = f"wof:{f.get('id') or p.get('id')}"
        sizes[source] = disc(ring_area(shape))
        if p["type"] == "region":
            polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
            regions += [Region(source, p["cc"], _box(polygon[0]), polygon[0]) for polygon in polygons]
    return sizes, regions


def region_of(regions: list[Region], country: str, lat: float, lon: float) -> str:
    """Return the id of the region of a country that a point lies in; "" when it lies in none."""
    for r in regions:
        west, south, east, north = r.box
        if r.country == country and west <= lon <= east and south <= lat <= north and _inside(r.ring, lat, lon):
            return r.source
    return ""


def _inside(ring: Ring, lat: float, lon: float) -> bool:
    """Tell whether a ray from the point crosses the ring an odd number of times."""
    odd = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > lat) != (y2 > lat) and lon < x1 + (x2 - x1) * (lat - y1) / (y2 - y1):
            odd = not odd
    return odd


def _box(ring: Ring) -> Box:
    return min(p[0] for p in ring), min(p[1] for p in ring), max(p[0] for p in ring), max(p[1] for p in ring)
