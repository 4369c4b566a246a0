"""Proves a ledger whole: captured bytes against their digests, readings against the log, the log against itself."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator

from sayso.ledger import log, lookups, reviews, versions
from sayso.ledger.store import Verdict

TABLES = ("capture", "article", "claim", "log")


def reading_digest(db: sqlite3.Connection, article: int) -> str:
    """Return the digest under which the log knows a reading: SHA-256 in hex over its records as they are kept.

    The kept words are digested, not a new encoding of them, so that a later version of the codec changes nothing.
    """
    total = hashlib.sha256()
    for query in ("SELECT wire, rest FROM article_wire WHERE id = ?", _CLAIMS):
        for row in db.execute(query, (article,)):
            for kept in row:
                total.update(kept.encode("utf-8", "surrogatepass") + b"\0")
    return total.hexdigest()


def how_it_came(db: sqlite3.Connection, capture: int) -> dict[str, object]:
    """Return what is kept of a capture beside its bytes, as the log knows it; a header by the SHA-256 of its bytes."""
    query = "SELECT ref, origin, at, form, size, supplied, header FROM capture WHERE id = ?"
    ref, origin, at, form, size, supplied, header = db.execute(query, (capture,)).fetchone()
    known = {"ref": ref, "origin": origin, "at": at, "form": form, "size": size, "supplied": json.loads(supplied)}
    return known | ({"header": hashlib.sha256(header).hexdigest()} if header else {})


_CLAIMS = """SELECT c.key, w.words, w.wire FROM claim c JOIN claim_wire w ON w.id = c.id
             WHERE c.article = ? ORDER BY c.id"""


def verify(db: sqlite3.Connection) -> Verdict:
    """Check everything and say in words what is wrong; reads each kept byte once."""
    db.execute("BEGIN")
    try:
        faults = tuple(
            f
            for check in (_structure, log.faults, _captures, _strays, lookups.faults, versions.faults, reviews.faults)
            for f in _as_far(check, db)
        )
        count = {t: int(db.execute(f"SELECT count(*) FROM {t}").fetchone()[0]) for t in TABLES}  # noqa: S608 - our own names
        captures, articles, claims, rows = (count[t] for t in TABLES)
        return Verdict(captures, articles, claims, rows, log.head(db).hex(), faults)
    finally:
        db.execute("COMMIT")


def _as_far(check: Callable[[sqlite3.Connection], Iterator[str]], db: sqlite3.Connection) -> Iterator[str]:
    """Yield what a check finds; where the file can't be read on, that is a fault too."""
    try:
        yield from check(db)
    except sqlite3.DatabaseError as error:
        yield f"the file can't be read on: {error}"


def _structure(db: sqlite3.Connection) -> Iterator[str]:
    for (line,) in db.execute("PRAGMA quick_check(10)"):
        if line != "ok":
            yield f"the file itself is damaged: {line}"


def _captures(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a sentence for each logged capture whose bytes or reading are not what they were."""
    query = """SELECT l.subject, l.detail, c.id, c.data, a.id FROM log l
               LEFT JOIN capture c ON c.sha256 = bytes_of(l.subject) LEFT JOIN article a ON a.capture = c.id
               WHERE l.action = 'captured' ORDER BY l.seq"""
    db.create_function("bytes_of", 1, _bytes_of, deterministic=True)
    for sha256, detail, capture, data, article in db.execute(query):
        if data is None:
            yield f"capture {sha256} is in the log but its bytes are gone"
        elif not _same(data, sha256):
            yield f"capture {sha256}: the bytes kept are not the bytes captured"
        elif article is None:
            yield f"capture {sha256} has lost its article"
        else:
            yield from _changed(db, sha256, detail, capture, article)


def _changed(db: sqlite3.Connection, sha256: str, detail: str, capture: int, article: int) -> Iterator[str]:
    try:
        known = json.loads(detail)
        came = how_it_came(db, capture)
    except ValueError:
        yield f"capture {sha256}: how it came can't be read any more"
        return
    if known.pop("read", None) != reading_digest(db, article):
        yield f"capture {sha256}: what was read from it has been changed since"
    if known != came:
        yield f"capture {sha256}: how it came has been changed since"


def _bytes_of(digits: str) -> bytes | None:
    try:
        return bytes.fromhex(digits)
    except ValueError:
        return None


def _same(data: bytes, sha256: str) -> bool:
    try:
        return hashlib.sha256(zlib.decompress(data)).hexdigest() == sha256
    except zlib.error:
        return False


def _strays(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a sentence for captures that no log row speaks of."""
    query = """SELECT lower(hex(sha256)) FROM capture
               WHERE lower(hex(sha256)) NOT IN (SELECT subject FROM log WHERE action = 'captured')"""
    for (sha256,) in db.execute(query):
        yield f"capture {sha256} came in past the log"
