"""What a ledger holds in all, counted by field: kept up as claims come, so that no list waits for a count over everything."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

import msgspec


class _Voice(msgspec.Struct):
    name: str
    kind: str
    named: bool


class _Claim(msgspec.Struct):
    """As much of a claim's wire form as is counted."""

    voices: list[_Voice]
    certainty: str
    polarity: str


_claim = msgspec.json.Decoder(_Claim)
STEP = 5_000
"""Claims counted at once."""
FIELDS = ("kind", "certainty", "polarity", "outlet", "origin", "year")


@dataclass(slots=True)
class OutletTally:
    """What one outlet's claims are like: how many, in its own voice, going back to somebody named, of which kinds, through whom."""

    claims: int = 0
    own: int = 0
    named: int = 0
    laid: int = 0
    single: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    voices: Counter[str] = field(default_factory=Counter)
    cites: Counter[str] = field(default_factory=Counter)


class Tallies:
    """Counts over all claims that stand. ``update`` counts those that came since; a change of what stands counts all anew."""

    def __init__(self) -> None:
        self.fields: dict[str, Counter[str]] = {f: Counter() for f in FIELDS}
        self.outlets: dict[str, OutletTally] = defaultdict(OutletTally)
        self.claims = 0
        self._last = 0
        self._gone = 0

    def update(self, db: sqlite3.Connection) -> bool:
        """Count what came since the last time; return whether anything did."""
        gone = int(db.execute("SELECT count(*) FROM outdated").fetchone()[0])
        if gone != self._gone:
            self.__init__()  # type: ignore[misc]
            self._gone = gone
        before = self._last
        while rows := db.execute(_ROWS, (self._last, STEP)).fetchall():
            for row in rows:
                self._count(*row[1:])
            self._last = rows[-1][0]
        return self._last != before

    def _count(self, gone: int, outlet: str | None, kind: str | None, first: int | None, wire: str) -> None:
        if gone:
            return
        self.claims += 1
        c = _claim.decode(wire)
        _to_fields(self.fields, c, outlet, kind, first)
        if outlet:
            _to_outlet(self.outlets[outlet], c.voices, kind)


def counts(db: sqlite3.Connection, claims: list[int]) -> tuple[dict[str, Counter[str]], int]:
    """Return the counts by field of some claims (rows), and how many of them stand."""
    found: dict[str, Counter[str]] = {f: Counter() for f in FIELDS}
    of = 0
    for _, _, outlet, kind, first, wire in db.execute(_SOME, (json.dumps(claims),)):
        of += 1
        _to_fields(found, _claim.decode(wire), outlet, kind, first)
    return found, of


def _to_fields(
    fields: dict[str, Counter[str]], c: _Claim, outlet: str | None, kind: str | None, first: int | None
) -> None:
    """Count one claim under each of its values."""
    voices = c.voices
    values = {
        "kind": kind or "none", "certainty": c.certainty, "polarity": c.polarity, "outlet": outlet or "",
        "origin": voices[-1].name if voices else "", "year": str(first // 10_000) if first else "",
    }  # fmt: skip
    for name, value in values.items():
        if value:
            fields[name][value] += 1


def _to_outlet(t: OutletTally, voices: list[_Voice], kind: str | None) -> None:
    t.claims += 1
    t.own += not voices
    t.named += bool(voices and voices[-1].named)
    if kind:
        t.kinds[kind] += 1
    for v in voices:
        if v.name:
            t.voices[v.name] += 1
            if v.kind == "media" and v.named:
                t.cites[v.name] += 1


_COLUMNS = """SELECT c.id, EXISTS (SELECT 1 FROM outdated o WHERE o.article = c.article), n.word, k.word, c.first, w.wire
           FROM claim c JOIN claim_wire w ON w.id = c.id LEFT JOIN name n ON n.id = c.outlet LEFT JOIN name k ON k.id = c.kind"""
_ROWS = f"{_COLUMNS} WHERE c.id > ? ORDER BY c.id LIMIT ?"
_SOME = f"{_COLUMNS} WHERE c.id IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own words


def singles(db: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    """Return for each outlet its articles' happenings, and how many of these stand on one known origin alone."""
    query = """SELECT n.word, count(DISTINCT e.id), count(DISTINCT CASE WHEN e.origins = 1 THEN e.id END) FROM event e
               JOIN event_account m ON m.event = e.id JOIN account a ON a.key = m.account
               JOIN article r ON r.id = a.article JOIN name n ON n.id = r.outlet GROUP BY n.word"""
    return {o: (int(all_), int(one)) for o, all_, one in db.execute(query)}


def articles(db: sqlite3.Connection) -> dict[str, int]:
    """Return how many articles that stand each outlet has."""
    query = """SELECT n.word, count(*) FROM article a JOIN name n ON n.id = a.outlet
               WHERE NOT EXISTS (SELECT 1 FROM outdated o WHERE o.article = a.id) GROUP BY n.word"""
    return {o: int(c) for o, c in db.execute(query)}


def copied(db: sqlite3.Connection) -> list[tuple[str, str, str, int | None]]:
    """Return one row for each pair of articles of one wire story: downstream outlet, upstream outlet, downstream article, days between.

    Pairs of which nobody can tell who took from whom are left out, as are those inside one outlet.
    """
    query = """SELECT json_extract(c.wire, '$.upstream'), n1.word, n2.word, c.one, c.other, a1.published, a2.published
               FROM copying c JOIN article a1 ON a1.key = c.one JOIN article a2 ON a2.key = c.other
               JOIN name n1 ON n1.id = a1.outlet JOIN name n2 ON n2.id = a2.outlet
               WHERE json_extract(c.wire, '$.binds') AND json_extract(c.wire, '$.upstream') <> 'unknown' AND n1.word <> n2.word"""
    found = []
    for upstream, one, other, key, other_key, day, other_day in db.execute(query):
        down, up, article = (other, one, other_key) if upstream == "one" else (one, other, key)
        found.append((down, up, article, _between(day, other_day)))
    return found


def reposted(db: sqlite3.Connection) -> list[tuple[str, str, int | None]]:
    """Return one row for each article that says whom it reposts: outlet, original outlet, days between."""
    query = """SELECT n.word, json_extract(w.wire, '$.original_outlet') AS original, a.published,
               json_extract(w.wire, '$.original_published') FROM article a JOIN article_wire w ON w.id = a.id
               JOIN name n ON n.id = a.outlet WHERE original IS NOT NULL AND original <> n.word"""
    return [(o, up, _between(day, int(od.replace("-", "")) if od else None)) for o, up, day, od in db.execute(query)]


def _between(one: int | None, other: int | None) -> int | None:
    """Return the days between two days (yyyymmdd); None when either is not known or no day of the calendar."""
    try:
        first, second = (date(n // 10_000, n // 100 % 100, n % 100) for n in (one, other) if n)
    except ValueError:
        return None
    return abs((second - first).days)
