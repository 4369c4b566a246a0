"""Queues of claims that wait for a person: the newest, the contested, the least sure, and those whose article changed."""

from __future__ import annotations

import sqlite3

QUEUES = ("new", "contested", "low", "changed")
MOST_SIZED = 1_000
"""Claims of a queue counted at most."""

_OPEN = """NOT EXISTS (SELECT 1 FROM reviewed r WHERE r.claim = c.key)
           AND NOT EXISTS (SELECT 1 FROM outdated o WHERE o.article = c.article)"""
_LAID = """EXISTS (SELECT 1 FROM account_claim ac JOIN account a ON a.id = ac.account JOIN event_account ea ON ea.account = a.key
           JOIN event e ON e.id = ea.event WHERE ac.claim = c.key AND e.contested <> '')"""
_CHANGED = """EXISTS (SELECT 1 FROM version v JOIN version w ON w.story = v.story AND w.seen < v.seen WHERE v.article = c.article)
              AND NOT EXISTS (SELECT 1 FROM heir h WHERE h.new = c.key)"""
WHERE = {
    "new": "c.kind IS NOT NULL",
    "contested": _LAID,
    "low": "c.certainty IN (SELECT id FROM name WHERE word IN ('possible', 'probable')) AND c.kind IS NOT NULL",
    "changed": _CHANGED,
}
"""What makes a claim one of a queue. Changed ones are those that a newer version states otherwise, or states for the first time."""


def page(db: sqlite3.Connection, queue: str, after: int, limit: int) -> tuple[list[str], str]:
    """Return the claims of one page of a queue, the last added first, and where the next begins ("" when this was the last)."""
    beyond = "c.id < ?" if after else "?1 = 0"
    sql = f"SELECT c.id, c.key FROM claim c WHERE {beyond} AND {WHERE[queue]} AND {_OPEN} ORDER BY c.id DESC LIMIT ?"  # noqa: S608 - our own words
    rows = db.execute(sql, (after, limit + 1)).fetchall()
    shown = rows[:limit]
    return [key for _, key in shown], str(shown[-1][0]) if len(rows) > limit else ""


def size(db: sqlite3.Connection, queue: str) -> int:
    """Return how many claims wait in a queue, ``MOST_SIZED`` at most."""
    sql = f"SELECT count(*) FROM (SELECT 1 FROM claim c WHERE {WHERE[queue]} AND {_OPEN} ORDER BY c.id DESC LIMIT ?)"  # noqa: S608 - our own words
    return int(db.execute(sql, (MOST_SIZED,)).fetchone()[0])
