"""The log of how everything came, each row bound to the one before it, so that a change of the past shows."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

GENESIS = b"\0" * 32
"""What the first row is bound to."""


def now() -> str:
    """Return the time as the log writes it: UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def row_hash(previous: bytes, at: str, action: str, subject: str, detail: str) -> bytes:
    """Return the SHA-256 over a row and the hash of the row before it."""
    line = json.dumps([at, action, subject, detail], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(previous + line.encode("utf-8", "surrogatepass")).digest()


def head(db: sqlite3.Connection) -> bytes:
    """Return the hash of the last row, or ``GENESIS``."""
    row = db.execute("SELECT hash FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    return bytes(row[0]) if row else GENESIS


def packed(detail: dict[str, object]) -> str:
    """Return the detail of a row as the log writes it."""
    return json.dumps(detail, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def append(db: sqlite3.Connection, entries: list[tuple[str, str, dict[str, object]]]) -> None:
    """Add rows of (action, subject, detail); the caller holds the transaction."""
    previous, at = head(db), now()
    rows = []
    for action, subject, detail in entries:
        line = packed(detail)
        previous = row_hash(previous, at, action, subject, line)
        rows.append((at, action, subject, line, previous))
    db.executemany("INSERT INTO log (at, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?)", rows)


def faults(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a sentence for each row whose hash does not follow from the row before it."""
    previous = GENESIS
    query = "SELECT seq, at, action, subject, detail, hash FROM log ORDER BY seq"
    for expected, (seq, at, action, subject, detail, found) in enumerate(db.execute(query), start=1):
        if seq != expected:
            yield f"log row {expected} is missing"
            return
        previous = row_hash(previous, at, action, subject, detail)
        if previous != found:
            yield f"log row {seq} ({action} {subject}) does not follow from the row before it"
            return
