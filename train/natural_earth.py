"""Natural Earth's points and shapes (public domain) as rows: provinces of the world, airports, lakes, rivers, capes and islands."""

from __future__ import annotations

import json
import lzma
import math
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from sayso.resolve.building.row import Row, disc, middle, ring_area
from sayso.resolve.gazetteer import Known

KM_A_DEGREE = 111.2
SAME_AIRPORT_KM = 10.0
SMALLEST, LARGEST = 10.0, 700.0
AIRPORT_KM, REGION_KM, OCEAN_KM = 5.0, 25.0, 20.0
AREAS = {"lake": "lake", "reservoir": "lake", "alkaline lake": "lake"}

Feature = dict[str, Any]


def features(path: Path) -> list[Feature]:
    """Return the features of one file, their properties under small names."""
    read = json.loads(lzma.decompress(path.read_bytes()))["features"]
    return [{**f, "properties": {k.lower(): v for k, v in f["properties"].items()}} for f in read]


def near(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return kilometres between two (lat, lon), on a plane that fits the latitude."""
    across = ((b[1] - a[1] + 180) % 360 - 180) * math.cos(math.radians((a[0] + b[0]) / 2))
    return KM_A_DEGREE * math.hypot(b[0] - a[0], across)


def airports(path: Path, cities: list[Row], curated: list[Known]) -> Iterator[Row]:
    """Yield airports that aren't curated already, each in the country of the nearest city."""
    for f in features(path):
        p, (lon, lat) = f["properties"], f["geometry"]["coordinates"]
        if any(c.kind == "base" and near((c.lat, c.lon), (lat, lon)) < SAME_AIRPORT_KM for c in curated):
            continue
        town = min(cities, key=lambda c: abs(c.lat - lat) + abs(c.lon - lon))
        short = p["name"].replace("Int'l", "").replace("Airport", "").strip()
        full = f"{short} International Airport" if "Int'l" in p["name"] else f"{short} Airport"
        names = {short, full, f"{short} Airport"} - {""}
        code = p["iata_code"] or p["gps_code"]
        yield Row(f"naturalearth:{code}", full, "base", town.country, lat, lon, town.people, "", names, AIRPORT_KM)


def lakes(path: Path) -> Iterator[Row]:
    """Yield the named lakes and reservoirs, under names that say they're a water."""
    for n, f in enumerate(features(path)):
        p = f["properties"]
        if p["name"] and (kind := AREAS.get(str(p["featurecla"]).lower())):
            name = p["name"] if " " in p["name"] else f"Lake {p['name']}"
            size = round(max(SMALLEST, disc(ring_area(f["geometry"]))), 1)
            yield Row(f"naturalearth:lake{n}", name, kind, "", *middle(f["geometry"]), 0, "", {name}, size)


def rivers(path: Path) -> Iterator[Row]:
    """Yield the named rivers as circles around their courses, under names that end with "River" (countries bear the bare ones)."""
    courses: dict[str, list[tuple[float, float]]] = {}
    for f in features(path):
        p, shape = f["properties"], f["geometry"]
        name = p.get("name_en") or p["name"]
        if name and shape and str(p["featurecla"]).startswith("River"):
            parts = shape["coordinates"] if shape["type"] == "MultiLineString" else [shape["coordinates"]]
            courses.setdefault(name, []).extend((c[1], c[0]) for part in parts for c in part)
    for name, course in sorted(courses.items()):
        lat, lon = (sum(c[k] for c in course) / len(course) for k in (0, 1))
        reach = max(near((lat, lon), c) for c in course)
        if reach <= LARGEST * 3 and any(True for _ in pairwise(course)):
            full = name if "River" in name else f"{name} River"
            names = {full, f"River {name.removesuffix(' River')}"}
            yield Row(f"naturalearth:river{full}", full, "river", "", lat, lon, 0, "", names, round(reach, 1))


def regions(path: Path) -> Iterator[Row]:
    """Yield capes, islands and the like as areas."""
    for n, f in enumerate(features(path)):
        p, (lon, lat) = f["properties"], f["geometry"]["coordinates"]
        if p["name"] and " " in p["name"]:
            yield Row(f"naturalearth:region{n}", p["name"], "area", "", lat, lon, 0, "", {p["name"]}, REGION_KM)
