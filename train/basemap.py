"""Makes the desk's offline base map out of Natural Earth: land, borders, disputed areas, water and names, small enough to ship.

    python -m train.basemap [--shared DIR] [--out DIR]

Natural Earth (naturalearthdata.com) is in the public domain. Its layers are read from ``basemap/`` of the shared folder, lines are
simplified (Douglas and Peucker 1973) and rounded, and each group is written as packed GeoJSON. Names stand as the source gives them,
beside a neutral id (ISO 3166-1 code or Natural Earth's own). Borders that are disputed, or lines of control, keep what the source
calls them, so that the map can draw them as such. The same layers give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

HOME = Path(__file__).parent.parent / "src" / "sayso" / "show" / "desk" / "basemap"
Point = Sequence[float]
Feature = dict[str, Any]
DECIMALS = 3
"""Of degrees: about a hundred metres."""
LAND, BORDER, WATER = 0.015, 0.006, 0.008
"""How far lines may be off after simplifying, in degrees."""
SMALLEST = 0.03
"""Rings narrower than this, in degrees, are left out of water."""
RIVER_RANK, LAKE_RANK = 9, 8
BORDERS = {
    "International boundary (verify)": "border", "Disputed (please verify)": "disputed", "Indefinite (please verify)": "disputed",
    "Line of control (please verify)": "line-of-control", "Breakaway": "disputed", "Lease limit": "other", "Overlay limit": "other",
    "Indeterminant frontier": "disputed", "Elusive frontier": "disputed", "Claim boundary": "disputed", "Reference line": "other",
}  # fmt: skip
"""What the source calls a boundary line, and how the map draws it."""


def layer(shared: Path, name: str) -> list[Feature]:
    """Return the features of one layer that have a shape."""
    with lzma.open(shared / "basemap" / f"{name}.json.xz") as file:
        return [f for f in json.load(file)["features"] if f["geometry"]]


def simplified(line: Sequence[Point], off: float) -> list[Point]:
    """Return a line without the points that it may do without: none of those left out lies further than ``off`` from what stays."""
    keep, todo = {0, len(line) - 1}, [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        far, at = off, -1
        for k in range(first + 1, last):
            away = distance(line[k], line[first], line[last])
            if away > far:
                far, at = away, k
        if at >= 0:
            keep.add(at)
            todo += [(first, at), (at, last)]
    return [line[k] for k in sorted(keep)]


def distance(p: Point, a: Point, b: Point) -> float:
    """Return how far a point lies from the stretch between two others, on the plane of degrees."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    part = 0.0 if length == 0 else max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length))
    return float(((p[0] - a[0] - part * dx) ** 2 + (p[1] - a[1] - part * dy) ** 2) ** 0.5)


def rounded(line: Sequence[Point]) -> list[list[float]]:
    """Return a line with its points rounded, none twice in a row."""
    found: list[list[float]] = []
    for p in line:
        q = [round(p[0], DECIMALS), round(p[1], DECIMALS)]
        if not found or found[-1] != q:
            found.append(q)
    return found


def lines_of(geometry: dict[str, Any]) -> list[Sequence[Point]]:
    """Return the lines of a line or of several."""
    held: list[Sequence[Point]] = geometry["coordinates"]
    return [held] if geometry["type"] == "LineString" else held  # type: ignore[list-item]


def polygons_of(geometry: dict[str, Any]) -> list[list[Sequence[Point]]]:
    """Return the polygons of one or of several, each as its rings."""
    held = geometry["coordinates"]
    return [held] if geometry["type"] == "Polygon" else held


def ring(points: Sequence[Point], off: float) -> list[list[float]]:
    """Return a ring simplified in two halves, for its ends are one point."""
    half = len(points) // 2
    return rounded([*simplified(points[: half + 1], off), *simplified(points[half:], off)[1:]])


def wide(points: Sequence[Point]) -> float:
    """Return the larger side of the box around a ring, in degrees."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def area(f: Feature, off: float, least: float, **about: object) -> Feature | None:
    """Return an area simplified; None when nothing of it is left."""
    parts = []
    for polygon in polygons_of(f["geometry"]):
        if wide(polygon[0]) < least:
            continue
        rings = [r for points in polygon if len(r := ring(points, off)) > 3]
        parts += [rings] if rings else []
    return feature("MultiPolygon", parts, **about) if parts else None


def middle(f: Feature) -> Point:
    """Return the centre of the largest part of an area, by the areas under its edges."""
    points = max((polygon[0] for polygon in polygons_of(f["geometry"])), key=lambda r: abs(_twice(r)))
    whole = _twice(points) or 1.0
    pairs = list(pairwise(points))
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (3 * whole)
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (3 * whole)
    return x, y


def _twice(points: Sequence[Point]) -> float:
    """Return twice the signed area of a ring, in square degrees."""
    return float(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(points)))


def path(f: Feature, off: float, **about: object) -> Feature | None:
    """Return a line simplified; None when nothing of it is left."""
    parts = [r for points in lines_of(f["geometry"]) if len(r := rounded(simplified(points, off))) > 1]
    return feature("MultiLineString", parts, **about) if parts else None


def feature(kind: str, coordinates: object, **about: object) -> Feature:
    """Return a GeoJSON feature; properties without a value are left out."""
    properties = {k: v for k, v in about.items() if v not in {None, ""}}
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def land(shared: Path) -> Iterator[Feature | None]:
    """Yield the land of countries."""
    for f in layer(shared, "ne_50m_admin_0_countries"):
        p = f["properties"]
        yield area(f, LAND, 0.0, layer="land", id=p["ISO_A2"])


def borders(shared: Path) -> Iterator[Feature | None]:
    """Yield borders, with those of provinces that the source has, and disputed areas."""
    for f in layer(shared, "ne_10m_admin_0_boundary_lines_land"):
        p = f["properties"]
        called = p["featurecla"]
        yield path(f, BORDER, layer=BORDERS.get(called, "disputed"), called=called, name=p["name"], note=p["note"])
    for f in layer(shared, "ne_50m_admin_1_states_provinces"):
        p = f["properties"]
        rings = [r for polygon in polygons_of(f["geometry"]) for r in polygon]
        outline = {"geometry": {"type": "MultiLineString", "coordinates": rings}}
        yield path(outline, LAND, layer="province", id=p["iso_3166_2"])
    for f in layer(shared, "ne_10m_admin_0_disputed_areas"):
        p = f["properties"]
        yield area(f, BORDER, 0.0, layer="disputed-area", name=p["NAME"], called=p["TYPE"])


def water(shared: Path) -> Iterator[Feature | None]:
    """Yield lakes and rivers."""
    for f in layer(shared, "ne_10m_lakes"):
        p = f["properties"]
        if p["scalerank"] <= LAKE_RANK:
            yield area(f, WATER, SMALLEST, layer="lake", name=p["name"], rank=p["scalerank"])
    for f in layer(shared, "ne_10m_rivers_lake_centerlines"):
        p = f["properties"]
        if p["scalerank"] <= RIVER_RANK and p["featurecla"] != "Lake Centerline":
            yield path(f, WATER, layer="river", name=p["name"], rank=p["scalerank"])


def places(shared: Path) -> Iterator[Feature | None]:
    """Yield names of countries, towns and provinces, each at one point."""
    for f in layer(shared, "ne_50m_admin_0_countries"):
        p = f["properties"]
        yield feature(
            "Point", rounded([middle(f)])[0], layer="country-name", name=p["NAME"], id=p["ISO_A2"], rank=p["LABELRANK"]
        )
    for f in layer(shared, "ne_10m_populated_places_simple"):
        p = f["properties"]
        point = rounded([f["geometry"]["coordinates"]])[0]
        capital = 1 if p["featurecla"] == "Admin-0 capital" else 0
        yield feature(
            "Point", point, layer="town", name=p["name"], id=p["iso_a2"], rank=p["scalerank"], capital=capital
        )
    large = layer(shared, "ne_50m_admin_1_states_provinces")
    for f in large:
        p = f["properties"]
        yield feature(
            "Point",
            rounded([middle(f)])[0],
            layer="province-name",
            name=p["name"],
            id=p["adm1_code"],
            rank=p["scalerank"],
        )
    points = layer(shared, "ne_10m_admin_1_label_points")
    parts = Counter(f["properties"]["adm1_code"] for f in points) + Counter(f["properties"]["adm1_code"] for f in large)
    for f in points:  # a province of several parts has a point on each island: none of them is its middle
        p = f["properties"]
        if parts[p["adm1_code"]] > 1:
            continue
        yield feature(
            "Point",
            rounded([f["geometry"]["coordinates"]])[0],
            layer="province-name",
            name=p["name"],
            id=p["adm1_code"],
            rank=p["scalerank"],
        )


GROUPS: dict[str, Callable[[Path], Iterator[Feature | None]]] = {
    "land": land,
    "borders": borders,
    "water": water,
    "places": places,
}


def write(path_: Path, found: object) -> None:
    """Write JSON packed, without the time, so that the same gives the same bytes."""
    data = json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
    path_.write_bytes(gzip.compress(data, 9, mtime=0))


def main() -> None:
    """Write every group."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=HOME)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    for name, made in GROUPS.items():
        features = [f for f in made(asked.shared) if f is not None]
        write(asked.out / f"{name}.json.gz", {"type": "FeatureCollection", "features": features})
        print(f"{name}: {len(features)} features, {(asked.out / f'{name}.json.gz').stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
