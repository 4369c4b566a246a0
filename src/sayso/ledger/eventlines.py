"""Lists, maps and timelines of happenings out of the ledger: one line each, found by columns, paged by key."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Literal, NamedTuple

from sayso.ledger import ordered, search
from sayso.ledger.store import Query
from sayso.model import event_wire
from sayso.model.event import Summary
from sayso.model.problem import SaysoError

Sort = Literal["newest", "oldest", "articles", "origins"]
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""
MOST_COUNTED = 10_000
"""Happenings counted at most where a list says how many there are."""
MOST_SPOTS = 500
"""Places drawn one by one; more of them are drawn in cells."""
CELLS = 24
"""Cells across the world at zoom 0; each zoom doubles them."""


@dataclass(frozen=True, slots=True)
class LineQuery:
    """Which happenings; fields left empty ask nothing. ``since`` and ``until`` are ``YYYY-MM-DD`` and meet the days told.

    ``claims`` asks that a claim of it is found, ``box`` that its place's point lies inside. ``after`` is where the page before ended.
    """

    claims: Query | None = None
    kinds: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    articles: int = 0
    origins: int = 0
    contested: bool = False
    placed: bool | None = None
    dated: bool | None = None
    box: Box | None = None
    sort: Sort = "newest"
    after: str = ""
    limit: int = 50


class Spotted(NamedTuple):
    """Happenings told at one point, or in one cell of the map (``cell``): counts, the radius most told, the row of the latest of them and its first day, the box."""

    lat: float
    lon: float
    radius_km: float
    name: str
    told: int
    contested: int
    origins: int
    latest: int
    newest: int
    west: float
    south: float
    east: float
    north: float
    cell: bool = False


_ORDER: dict[Sort, tuple[str, str]] = {
    "newest": ("e.first", "<"), "oldest": ("e.first", ">"), "articles": ("e.articles", "<"), "origins": ("e.origins", "<"),
}  # fmt: skip


def page(db: sqlite3.Connection, q: LineQuery) -> tuple[list[Summary], str]:
    """Return the happenings of one page, and where the next begins ("" when this was the last)."""
    column, beyond = _ORDER[q.sort]
    clauses, values = where(db, q)
    if q.after:
        clauses.append(f"({column}, e.id) {beyond} (?, ?)")
        values += ordered.cursor(q.after)
    way = "DESC" if beyond == "<" else "ASC"
    rows = db.execute(
        f"SELECT {column}, e.id, e.summary FROM event e WHERE {_all(clauses)} ORDER BY {column} {way}, e.id {way} LIMIT ?",  # noqa: S608 - clauses are ours, values are bound
        (*values, q.limit + 1),
    ).fetchall()
    shown = rows[: q.limit]
    following = f"{shown[-1][0]}.{shown[-1][1]}" if len(rows) > q.limit else ""
    return [event_wire.summary(s) for _, _, s in shown], following


def counted(db: sqlite3.Connection, q: LineQuery, extra: str = "") -> int:
    """Return how many happenings there are, ``MOST_COUNTED`` at most; ``extra`` is one more clause of ours."""
    clauses, values = where(db, q)
    clauses += [extra] if extra else []
    sql = f"SELECT count(*) FROM (SELECT 1 FROM event e WHERE {_all(clauses)} LIMIT ?)"  # noqa: S608 - clauses are ours, values are bound
    return int(db.execute(sql, (*values, MOST_COUNTED)).fetchone()[0])


def spots(db: sqlite3.Connection, q: LineQuery, zoom: float) -> list[Spotted]:
    """Return what to draw inside the query's box: each place by itself, or cells when there are too many."""
    tables, clauses, values = _placed(db, q)
    sql = f"SELECT {_SPOT} FROM {tables} WHERE {_all(clauses)} GROUP BY p.lat, p.lon, p.radius, p.name ORDER BY p.lat, p.lon"  # noqa: S608 - clauses are ours, values are bound
    wordings = [Spotted(*r) for r in db.execute(sql, values)]
    places = [_one(list(same)) for _, same in groupby(wordings, lambda s: (s.lat, s.lon))]
    if len(places) <= MOST_SPOTS:
        return places
    size = 360 / (CELLS * 2 ** max(0.0, zoom))
    cells: dict[tuple[int, int], list[Spotted]] = {}
    for s in places:
        cells.setdefault((int((s.lon + 180) / size), int((s.lat + 90) / size)), []).append(s)
    return [held[0] if len(held) == 1 else _cell(held) for held in cells.values()]


def _one(same: Sequence[Spotted]) -> Spotted:
    """Return one place out of its wordings and radii: those of most happenings stand for it."""
    most = max(same, key=lambda s: (s.told, -s.radius_km, s.name))
    return _cell(same)._replace(lat=most.lat, lon=most.lon, radius_km=most.radius_km, name=most.name, cell=False)


def _cell(held: Sequence[Spotted]) -> Spotted:
    """Return several places as one cell: their counts together, their box, its middle by happenings."""
    told = sum(s.told for s in held)
    return Spotted(
        sum(s.lat * s.told for s in held) / told, sum(s.lon * s.told for s in held) / told, 0.0, "", told,
        sum(s.contested for s in held), max(s.origins for s in held), max(held, key=lambda s: s.newest).latest, max(s.newest for s in held),
        min(s.west for s in held), min(s.south for s in held), max(s.east for s in held), max(s.north for s in held), True,
    )  # fmt: skip


def _placed(db: sqlite3.Connection, q: LineQuery) -> tuple[str, list[str], list[object]]:
    """Return the tables to ask for places, clauses and values; the happenings themselves are asked only where a clause is on them."""
    clauses, values = where(db, replace(q, box=None, placed=None))
    tables = "event_place p JOIN event e ON e.id = p.id" if clauses else "event_place p"
    if q.box:
        west, south, east, north = q.box
        clauses.append("p.lat BETWEEN ? AND ? AND p.lon BETWEEN ? AND ?")
        values += [south, north, west, east]
    return tables, clauses, values


_SPOT = """p.lat, p.lon, p.radius, p.name, count(*), sum(p.contested), max(p.origins),
           max(p.first * 4294967296 + p.id) & 4294967295, max(p.first), p.lon, p.lat, p.lon, p.lat"""


def bins(db: sqlite3.Connection, q: LineQuery, length: int, start: int) -> list[tuple[int, int, int]]:
    """Return for each stretch of ``length`` days from ``start`` on (an ordinal): its number, happenings, contested ones."""
    clauses, values = where(db, q)
    sql = f"""SELECT (e.first - ?) / ? AS n, count(*), sum(e.contested <> '') FROM event e
              WHERE {_all(clauses)} AND e.first >= ? GROUP BY n ORDER BY n"""  # noqa: S608 - clauses are ours, values are bound
    return [(int(n), int(c), int(k)) for n, c, k in db.execute(sql, (start, length, *values, start))]


def ends(db: sqlite3.Connection, q: LineQuery) -> tuple[int, int] | None:
    """Return the first and the last day (ordinals) on which happenings begin; None when there are none."""
    clauses, values = where(db, q)
    row = db.execute(f"SELECT min(e.first), max(e.first) FROM event e WHERE {_all(clauses)}", values).fetchone()  # noqa: S608 - clauses are ours, values are bound
    return None if row[0] is None else (int(row[0]), int(row[1]))


def inner(db: sqlite3.Connection, q: LineQuery) -> tuple[int, int]:
    """Return the days (ordinals) between which all but a hundredth at either end begin; asked of queries that find something."""
    clauses, values = where(db, q)
    held = f"FROM event e WHERE {_all(clauses)}"
    count = int(db.execute(f"SELECT count(*) {held}", values).fetchone()[0])
    skip = count // 100
    sql = f"SELECT e.first {held} ORDER BY e.first"
    first = db.execute(f"{sql} LIMIT 1 OFFSET ?", (*values, skip)).fetchone()[0]
    last = db.execute(f"{sql} DESC LIMIT 1 OFFSET ?", (*values, skip)).fetchone()[0]
    return int(first), int(last)


def lines(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Summary]:
    """Return the lines of happenings by id; those that are none are left out."""
    query = "SELECT key, summary FROM event WHERE key IN (SELECT value FROM json_each(?))"
    return {k: event_wire.summary(s) for k, s in db.execute(query, (json.dumps(sorted(ids)),))}


def keys(db: sqlite3.Connection, rows: Iterable[int]) -> dict[int, str]:
    """Return the ids of happenings by row."""
    query = "SELECT id, key FROM event WHERE id IN (SELECT value FROM json_each(?))"
    return {int(n): k for n, k in db.execute(query, (json.dumps(sorted(rows)),))}


def of_claims(db: sqlite3.Connection, claims: Iterable[str]) -> dict[str, tuple[str, int, str]]:
    """Return for each claim that is laid to a happening: its id, the number of its known origins, the fields contested."""
    query = """SELECT c.claim, e.key, e.origins, e.contested FROM account_claim c JOIN account a ON a.id = c.account
               JOIN event_account m ON m.account = a.key JOIN event e ON e.id = m.event
               WHERE c.claim IN (SELECT value FROM json_each(?)) ORDER BY e.articles, e.id"""
    return {c: (k, int(o), quarrel) for c, k, o, quarrel in db.execute(query, (json.dumps(sorted(claims)),))}


def where(db: sqlite3.Connection, q: LineQuery) -> tuple[list[str], list[object]]:
    """Return the clauses of a query and the values they bind."""
    found: list[tuple[str, tuple[object, ...]]] = []
    if q.kinds:
        found.append((f"e.kind IN ({', '.join('?' * len(q.kinds))})", q.kinds))
    if q.since:
        found.append(("e.last >= ?", (_ordinal(q.since),)))
    if q.until:
        found.append(("e.first <= ?", (_ordinal(q.until),)))
    found += [(f"e.{c} >= ?", (n,)) for c, n in (("articles", q.articles), ("origins", q.origins)) if n]
    if q.contested:
        found.append(("e.contested <> ''", ()))
    found += [(f"e.{c} = ?", (int(v),)) for c, v in (("placed", q.placed), ("dated", q.dated)) if v is not None]
    if q.box:
        found.append(_inside(q.box))
    clauses, values = [c for c, _ in found], [v for _, vs in found for v in vs]
    if q.claims is not None:
        inner, more = search.holding(db, q.claims)
        clauses.append(f"e.id IN ({_HOLDING} WHERE ac.claim IN ({inner}))")
        values += more
    return clauses, values


def _inside(box: Box) -> tuple[str, tuple[object, ...]]:
    west, south, east, north = box
    inside = "e.id IN (SELECT id FROM event_place WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?)"
    return inside, (south, north, west, east)


_HOLDING = """SELECT ea.event FROM event_account ea JOIN account a ON a.key = ea.account
              JOIN account_claim ac ON ac.account = a.id"""


def _all(clauses: Sequence[str]) -> str:
    return " AND ".join(clauses) or "1"


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError as error:
        raise SaysoError(f"not a day: {day!r} (write YYYY-MM-DD)") from error
