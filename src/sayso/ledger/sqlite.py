"""The ledger in one SQLite file: opening it, and putting readings away whole or not at all."""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sayso.ledger import check, log, ordered, search, transaction
from sayso.ledger.migrate import migrate
from sayso.ledger.rows import Names, index_article, index_claims
from sayso.ledger.store import ArticleRow, ClaimRow, Kept, Page, Query, Verdict
from sayso.model import wire
from sayso.model.article import Article, Capture, Refusal
from sayso.model.problem import SaysoError
from sayso.model.reading import Reading

MAGIC = b"SQLite format 3\0"
SMALLEST = 512
"""Bytes of the smallest file that SQLite makes."""
BUSY_SECONDS = 60
"""How long to wait for another process that is writing."""


class SqliteStore:
    """A ledger file in WAL mode: readers never wait, one writer at a time, a kill at any moment loses at most the open batch."""

    def __init__(self, path: str | os.PathLike[str], *, create: bool = True) -> None:
        """Open the ledger at ``path``; with ``create`` make it if it is not there.

        Raises:
            SaysoError: when the file is missing (without ``create``), is no ledger, or can't be written.
        """
        self.path = Path(path)
        if not create and not self.path.is_file():
            raise SaysoError(f"no ledger at {path}: make one with 'sayso add SOURCE --ledger {path}'")
        with self._disk("opened as a ledger"):
            self._look(create=create)
            self.db = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
            try:
                self._open()
            except BaseException:
                self.db.close()
                raise
        self.names = Names(self.db)

    def _look(self, *, create: bool) -> None:
        """Refuse a file of another kind: SQLite would write over one that is shorter than its own header.

        A longer one SQLite judges itself. It is not opened here: closing a file lets go of every lock that this process has on it, and
        with them of what other connections of ours are writing (sqlite.org/howtocorrupt.html, 2.2).
        """
        if self.path.is_file() and (size := self.path.stat().st_size) < SMALLEST:
            if not create and not size:
                raise SaysoError(f"{self.path} is empty, not a ledger")
            with self.path.open("rb") as file:
                if file.read(len(MAGIC)) not in {b"", MAGIC}:
                    raise SaysoError(f"{self.path} is not a Sayso ledger")

    def _open(self) -> None:
        """Bring the file to our shape first: one that is not ours is not even put into WAL mode."""
        migrate(self.db, str(self.path))
        self.db.execute("PRAGMA journal_mode = WAL")
        self.db.execute("PRAGMA synchronous = NORMAL")
        self.db.execute("PRAGMA foreign_keys = ON")
        self.db.execute("PRAGMA cache_size = -65536")

    @contextmanager
    def _disk(self, what: str) -> Iterator[None]:
        """Turn a broken file, a full disk or a lock that is never freed into an error that names the ledger."""
        try:
            yield
        except (OSError, sqlite3.Error, zlib.error, wire.NotWire) as error:
            raise SaysoError(f"{self.path} can't be {what}: {error}") from error

    def has(self, sha256: str) -> bool:
        """Tell whether a capture of these bytes is kept."""
        with self._disk("read"):
            found = self.db.execute("SELECT 1 FROM capture WHERE sha256 = ?", (bytes.fromhex(sha256),)).fetchone()
        return found is not None

    def add(self, kept: Sequence[Kept], refused: Sequence[Refusal] = ()) -> int:
        """Keep all of it or none; return how many captures were new.

        Raises:
            SaysoError: when the file can't be written; nothing of this was kept then.
        """
        with self._disk("written"), self._all_or_nothing():
            entries = [e for k in kept if (e := self._keep(k)) is not None]
            new = len(entries)
            entries += [e for r in dict.fromkeys(refused) if (e := self._refusal(r)) is not None]
            log.append(self.db, entries)
        return new

    @contextmanager
    def _all_or_nothing(self) -> Iterator[None]:
        try:
            with transaction.whole(self.db):
                yield
        except BaseException:
            self.names.forget()
            raise

    def claims(self, query: Query) -> Page[ClaimRow]:
        """Return the claims that the query finds, in the order it asks for."""
        with self._disk("read"):
            return search.claims(self.db, query) if query.sort == "added" else ordered.claims(self.db, query)

    def claims_by_id(self, ids: Iterable[str]) -> list[ClaimRow]:
        """Return some claims by their whole ids, in the order they were added; those that are none are left out."""
        query = "SELECT id FROM claim WHERE key IN (SELECT value FROM json_each(?))"
        with self._disk("read"):
            return search.claim_rows(
                self.db, [int(n) for (n,) in self.db.execute(query, (json.dumps(sorted(set(ids))),))]
            )

    def articles(self, query: Query) -> Page[ArticleRow]:
        """Return the articles that the query finds, in the order they were added."""
        with self._disk("read"):
            return search.articles(self.db, query)

    def claim(self, key: str) -> tuple[ClaimRow, Reading] | None:
        """Return a claim by its id or a beginning of it, with its whole article."""
        with self._disk("read"):
            return search.claim(self.db, key)

    def article(self, key: str) -> Article | None:
        """Return an article without its claims, by id or a beginning of it."""
        with self._disk("read"):
            return search.article(self.db, key)

    def reading(self, key: str) -> Reading | None:
        """Return a whole article with its claims, by id or a beginning of it."""
        with self._disk("read"):
            return search.reading(self.db, key)

    def captured(self, sha256: str) -> bytes | None:
        """Return the bytes of a capture exactly as they came."""
        with self._disk("read"):
            row = self.db.execute("SELECT data FROM capture WHERE sha256 = ?", (bytes.fromhex(sha256),)).fetchone()
            return None if row is None else zlib.decompress(row[0])

    def verify(self) -> Verdict:
        """Check every kept byte against its digest and the log against itself."""
        with self._disk("read"):
            return check.verify(self.db)

    def head(self) -> str:
        """Return the hash of the last log row: what tells this state of the ledger from any other."""
        with self._disk("read"):
            return log.head(self.db).hex()

    def articles_by_id(self, ids: Iterable[str]) -> list[ArticleRow]:
        """Return some articles by their whole ids, in the order they were added; those that are none are left out."""
        query = "SELECT id FROM article WHERE key IN (SELECT value FROM json_each(?)) ORDER BY id"
        with self._disk("read"):
            rows = [int(n) for (n,) in self.db.execute(query, (json.dumps(sorted(set(ids))),))]
            found = search.article_rows(self.db, rows)
        return [found[n] for n in rows]

    def size(self) -> tuple[int, int]:
        """Return the number of articles and of claims kept."""
        with self._disk("read"):
            row = self.db.execute("SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM claim)").fetchone()
        return int(row[0]), int(row[1])

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    def _keep(self, kept: Kept) -> tuple[str, str, dict[str, object]] | None:
        """Put one capture and its reading away; None when its bytes are already kept."""
        c, r = kept.capture, kept.reading
        if self.has(c.sha256):
            return None
        at = self._capture(c)
        article = index_article(self.db, self.names, at, r)
        index_claims(self.db, self.names, article, r)
        return ("captured", c.sha256, check.how_it_came(self.db, at) | {"read": check.reading_digest(self.db, article)})

    def _capture(self, c: Capture) -> int:
        supplied = {k: v for k in ("title", "outlet", "published", "url") if (v := getattr(c.supplied, k))}
        at = self.db.execute(
            """INSERT INTO capture (sha256, size, data, form, ref, origin, at, supplied, header)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                bytes.fromhex(c.sha256), len(c.data), zlib.compress(c.data), c.form, c.ref, c.origin, c.offset,
                log.packed(supplied), c.header,
            ),
        ).lastrowid  # fmt: skip
        assert at is not None
        return at

    def _refusal(self, r: Refusal) -> tuple[str, str, dict[str, object]] | None:
        """Return the log row of a refusal; None when it stands there already, so that a second run adds nothing."""
        detail: dict[str, object] = {"origin": r.origin, "code": r.problem.code, "message": r.problem.message}
        query = "SELECT 1 FROM log WHERE action = 'refused' AND subject = ? AND detail = ?"
        known = self.db.execute(query, (r.ref, log.packed(detail))).fetchone()
        return None if known else ("refused", r.ref, detail)
