"""What came into a ledger since a time: articles, and happenings with contradictions that they tell of."""

from __future__ import annotations

import sqlite3

from sayso.model import event_wire
from sayso.model.event import Summary


def last_day(db: sqlite3.Connection) -> str:
    """Return the day (UTC, ``YYYY-MM-DD``) on which something was added last; "" when nothing ever was."""
    row = db.execute("SELECT at FROM log WHERE action = 'captured' ORDER BY seq DESC LIMIT 1").fetchone()
    return row[0][:10] if row else ""


def articles(db: sqlite3.Connection, since: str, most: int) -> tuple[list[str], bool]:
    """Return the ids of the articles captured since a time, the last so many of them, and whether there are more."""
    query = "SELECT key FROM article WHERE id >= ? ORDER BY id DESC LIMIT ?"
    rows = [key for (key,) in db.execute(query, (first(db, since), most + 1))]
    return rows[:most], len(rows) > most


def contested(db: sqlite3.Connection, since: str, most: int) -> list[Summary]:
    """Return happenings whose tellings contradict each other and that articles captured since a time tell of, the latest first."""
    query = """SELECT DISTINCT e.id, e.first, e.summary FROM event e JOIN event_account m ON m.event = e.id
               JOIN account t ON t.key = m.account WHERE e.contested <> '' AND t.article >= ?
               ORDER BY e.first DESC, e.id DESC LIMIT ?"""
    return [event_wire.summary(s) for _, _, s in db.execute(query, (first(db, since), most))]


def first(db: sqlite3.Connection, since: str) -> int:
    """Return the row of the first article captured since a time; one beyond all when none was. Both go in the order of adding."""
    query = """SELECT subject FROM log WHERE action = 'captured' AND at >= ? ORDER BY seq LIMIT 1"""
    row = db.execute(query, (since.removesuffix("Z"),)).fetchone()
    if row is None:
        return NEVER
    found = db.execute(_ARTICLE, (bytes.fromhex(row[0]),)).fetchone()
    return int(found[0]) if found else NEVER


NEVER = 2**62
_ARTICLE = "SELECT a.id FROM capture c JOIN article a ON a.capture = c.id WHERE c.sha256 = ?"


def sizes(db: sqlite3.Connection) -> tuple[int, int, int]:
    """Return how many articles, claims and happenings the ledger holds."""
    row = db.execute(
        "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM claim), (SELECT count(*) FROM event)"
    ).fetchone()
    return int(row[0]), int(row[1]), int(row[2])
