"""Looks places up: the shipped gazetteer and the overlay beside it, by spelling key and by the bones of a name."""

from __future__ import annotations

import os
import sqlite3
import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from sayso.resolve import packs
from sayso.resolve.placekeys import key, likeness, skeleton, voiced
from sayso.vocab.loader import load
from sayso.vocab.shapes.places import Countries, Middles, Overlay, OverlayPlace, River

FILE = Path(__file__).parent / "data" / "places.sqlite"
PREFIXES = {"g": "geonames:", "w": "wof:", "c": "country:", "n": "naturalearth:"}
UNIT = 10_000
"""Latitude and longitude are kept in ten-thousandths of a degree."""
KIND_LETTERS = {
    "t": "town", "p": "province", "d": "district", "n": "quarter", "c": "country", "a": "area", "b": "base", "l": "lake", "r": "river",
    "f": "field", "h": "hill", "m": "camp", "k": "dam", "i": "plant", "o": "port", "x": "crossing",
}  # fmt: skip
PLACES_A_PAGE = 16
MOST_NAMESAKES = 300
PAGES = {
    "spelling": "SELECT packed FROM spelling WHERE first <= ? ORDER BY first DESC LIMIT 1",
    "bones": "SELECT packed FROM bones WHERE first <= ? ORDER BY first DESC LIMIT 1",
}
PLACES = "SELECT packed FROM place WHERE page = ?"
MOST_OF_ONE_SOUND = 600
CURATED = 200_000
"""Prior of a place of the overlay, as if so many people lived there: it was put in because the news speaks of it."""
LONGEST_KEY = 40
LEAST_LIKENESS, MOST_LIKENESS = 0.7, 0.99


@dataclass(frozen=True, slots=True)
class Known:
    """A place of the gazetteer or the overlay.

    ``lat`` and ``lon`` in WGS 84 degrees, ``radius`` in kilometres (None: unknown), ``people`` its population (0: unknown).
    ``number`` is its row (0 outside the gazetteer), ``province`` the row of the area it lies in. ``course`` are the points
    of a river, ``near`` the town that tells it from namesakes.
    """

    id: str
    name: str
    kind: str
    country: str
    lat: float
    lon: float
    people: int = 0
    radius: float | None = None
    number: int = 0
    province: int = 0
    course: tuple[tuple[float, float], ...] = ()
    near: str = ""


@lru_cache(maxsize=50_000)
def named(spelled: str) -> tuple[Known, ...]:
    """Return the places spelled so (a spelling key), those of the overlay first, then by population; at most about 300.

    Packs that the user named are asked too; of a place that the shipped file has as well, the shipped record stands.
    """
    if not spelled or len(spelled) > LONGEST_KEY:
        return ()
    found = shipped(spelled)
    if not (rows := packs.numbers(spelled, MOST_NAMESAKES)):
        return found
    known = {p.id for p in found}
    more = {p.id: p for p in map(_at, reversed(rows)) if p.id not in known}  # of two packs' the first one's stands
    first = len(_overlay().get(spelled, ()))
    return (*found[:first], *sorted([*found[first:], *more.values()], key=lambda p: (-p.people, p.number)))


def shipped(spelled: str) -> tuple[Known, ...]:
    """Return the places spelled so of the overlay and the shipped file alone."""
    if not spelled or len(spelled) > LONGEST_KEY:
        return ()
    rows = _listed("spelling", spelled)[:MOST_NAMESAKES]
    return (*_overlay().get(spelled, ()), *(_at(int(n)) for n in rows))


@lru_cache(maxsize=20_000)
def alike(spelled: str, country: str) -> tuple[tuple[Known, float], ...]:
    """Return the places of a country whose names have the same bones, with how alike the spellings are, best first."""
    if len(spelled) > LONGEST_KEY:
        return ()
    sound = voiced(spelled)
    best: dict[str, float] = {}
    for bones in {skeleton(spelled), skeleton("a" + spelled)} - {""}:
        kept = _listed("bones", country + bones)[:MOST_OF_ONE_SOUND]
        for other in [*kept, *packs.keys(country + bones, MOST_OF_ONE_SOUND)]:
            alikeness = min(MOST_LIKENESS, likeness(sound, voiced(other)))
            if alikeness >= LEAST_LIKENESS:
                best[other] = alikeness
    found: dict[str, tuple[Known, float]] = {}
    for other in sorted(best, key=lambda o: (-best[o], o))[:12]:
        for place in named(other):
            if place.country == country:
                found.setdefault(place.id, (place, best[other]))
    return tuple(found.values())


@lru_cache(maxsize=2_000)
def numbered(number: int) -> Known | None:
    """Return the place in a row of the gazetteer; None when there's none."""
    return _at(number) if number else None


@lru_cache(maxsize=2_000)
def seat(province: Known) -> Known | None:
    """Return the largest town of a province that bears its name; None when there's none."""
    towns = (p for p in named(key(province.name)) if p.kind == "town" and p.province == province.number)
    return max(towns, key=lambda p: p.people, default=None)


@cache
def country(code: str) -> Known | None:
    """Return a country by its ISO 3166 code, named as reports name it."""
    names = load("places/countries", Countries).countries[code].names
    return next((p for n in names for p in named(key(n)) if p.id == f"country:{code}"), None)


@cache
def capital(code: str) -> Known | None:
    """Return the seat of a country's government by the country's ISO 3166 code; None when it's unknown."""
    found = load("places/countries", Countries).countries.get(code)
    towns = (p for p in named(key(found.capital)) if p.kind == "town" and p.country == code) if found else ()
    return max(towns, key=lambda p: p.people, default=None)


@cache
def country_words() -> dict[str, tuple[tuple[tuple[str, ...], str, bool], ...]]:
    """Return countries by the first word of a name or demonym: (all its words, ISO code, whether it is a demonym), longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for code, c in load("places/countries", Countries).countries.items():
        for name, people in [*((n, False) for n in c.names), *((n, True) for n in c.people)]:
            words = tuple(w.rstrip(".") for w in name.split())  # a name's last full stop is no part of its token
            found.setdefault(words[0], []).append((words, code, people))
    return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in found.items()}


@cache
def _connection(process: int) -> sqlite3.Connection:
    """Open the file for one process: a connection must not be carried through a fork, and the file is never written."""
    del process
    return sqlite3.connect(f"{FILE.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


@cache
def _overlay_file() -> Overlay:
    found: Overlay = load("places/overlay", Overlay)
    return found


@cache
def _middles() -> dict[str, tuple[float, float]]:
    """Return the middles of provinces whose gazetteer point lies far from them, by GeoNames number."""
    found: Middles = load("places/middles", Middles)
    return found.middles


@cache
def _overlay() -> dict[str, tuple[Known, ...]]:
    overlay = _overlay_file()
    found: dict[str, dict[str, Known]] = {}
    for place in [*map(_curated, overlay.places), *map(_river, overlay.rivers)]:
        known, aliases = place
        for name in (known.name, *aliases):
            found.setdefault(key(name), {})[known.id] = known
    return {k: tuple(v.values()) for k, v in found.items()}


@cache
def parts_of_the_world() -> frozenset[str]:
    """Return the names of continents and the like, and the words for what is of them ("European")."""
    parts = (p for p in _overlay_file().places if p.geonameid)
    return frozenset(n for p in parts for n in (p.name, *p.aliases))


def curated() -> list[Known]:
    """Return the places of the overlay, rivers left out."""
    return [_curated(p)[0] for p in _overlay_file().places]


def _curated(p: OverlayPlace) -> tuple[Known, list[str]]:
    ident = f"geonames:{p.geonameid}" if p.geonameid else f"sayso:{key(p.name)}"
    return Known(ident, p.name, p.kind, p.country, p.lat, p.lon, CURATED, p.radius_km, near=p.near), p.aliases


def _river(r: River) -> tuple[Known, list[str]]:
    lat, lon = r.course[len(r.course) // 2]
    return Known(f"sayso:{key(r.name)}", r.name, "river", "", lat, lon, CURATED, course=tuple(r.course)), r.aliases


@lru_cache(maxsize=2_000)
def _page(table: str, first: str) -> bytes:
    """Return the lines of the page of a table that a key would stand on, each after a line feed."""
    row = _connection(os.getpid()).execute(PAGES[table], (first,)).fetchone()
    return zlib.decompress(row[0]) if row else b""


def size() -> tuple[int, int]:
    """Return how many places the shipped file holds, and its size in bytes."""
    last = _connection(os.getpid()).execute("SELECT max(page) FROM place").fetchone()[0]
    return last * PLACES_A_PAGE + len(_places(last)) - 1, FILE.stat().st_size


def _listed(table: str, wanted: str) -> list[str]:
    """Return what a table lists under a key."""
    page = _page(table, wanted)
    start = page.find(f"\n{wanted}\t".encode())
    if start < 0:
        return []
    end = page.find(b"\n", start + 1)
    return page[start : end if end >= 0 else None].decode().split("\t")[1].split(" ")


@lru_cache(maxsize=1_000)
def _places(page: int) -> list[str]:
    packed = _connection(os.getpid()).execute(PLACES, (page,)).fetchone()[0]
    return zlib.decompress(packed).decode().split("\n")


def _at(number: int) -> Known:
    """Return the place in a row (from 1) of the gazetteer; numbers of packs lie above those of the shipped file."""
    if number >= packs.A_PACK:
        return _of_pack(number)
    page, line = divmod(number - 1, PLACES_A_PAGE)
    source, name, kind, code, province, lat, lon, people, radius = _places(page)[line + 1].split("\t")
    shown = _overlay_file().usual.get(source, name)
    point = (
        _overlay_file().points.get(code) if kind == "c" else _middles().get(source[1:]) if source[0] == "g" else None
    )
    return Known(
        PREFIXES[source[0]] + source[1:],
        shown,
        KIND_LETTERS[kind],
        code,
        *(point or (int(lat) / UNIT, int(lon) / UNIT)),
        int(people),
        float(radius) if radius else None,
        number,
        int(province or 0),
    )


@lru_cache(maxsize=2_000)
def _of_pack(number: int) -> Known:
    """Return a place of a pack; the shipped record where there is one of the same id."""
    cells = packs.cells(number)
    if twin := _twin(cells):
        return twin
    source, name, kind, code, province, lat, lon, people, radius, _ = cells
    inside = _twin(packs.cells(int(province))) if province else None
    return Known(
        PREFIXES[source[0]] + source[1:],
        name,
        KIND_LETTERS[kind],
        code,
        int(lat) / UNIT,
        int(lon) / UNIT,
        int(people),
        float(radius) if radius else None,
        number,
        inside.number if inside else int(province or 0),
    )


def _twin(cells: list[str]) -> Known | None:
    """Return the shipped place that a pack's row is the same as; None when there's none."""
    source, spelled = cells[0], cells[-1]
    return next((p for p in shipped(spelled) if p.id == PREFIXES[source[0]] + source[1:]), None)
