"""The ledger in one SQLite file: opening it, and putting readings away whole or not at all."""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Sequence
from pathlib import Path

from sayso.ledger import check, log, search
from sayso.ledger.migrate import migrate
from sayso.ledger.rows import Names, index_article, index_claims
from sayso.ledger.store import ArticleRow, ClaimRow, Kept, Page, Query, Verdict
from sayso.model.article import Article, Refusal
from sayso.model.problem import SaysoError
from sayso.model.reading import Reading

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
        try:
            self.db = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
            self.db.execute("PRAGMA journal_mode = WAL")
            self.db.execute("PRAGMA synchronous = NORMAL")
            self.db.execute("PRAGMA foreign_keys = ON")
            self.db.execute("PRAGMA cache_size = -65536")
            migrate(self.db, str(path))
        except sqlite3.Error as error:
            raise SaysoError(f"{path} can't be opened as a ledger: {error}") from error
        self.names = Names(self.db)

    def has(self, sha256: str) -> bool:
        """Tell whether a capture of these bytes is kept."""
        found = self.db.execute("SELECT 1 FROM capture WHERE sha256 = ?", (bytes.fromhex(sha256),)).fetchone()
        return found is not None

    def add(self, kept: Sequence[Kept], refused: Sequence[Refusal] = ()) -> int:
        """Keep all of it or none; return how many captures were new."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            entries = [e for k in kept if (e := self._keep(k)) is not None]
            new = len(entries)
            entries += [self._refusal(r) for r in refused if not self._refused(r)]
            log.append(self.db, entries)
            self.db.execute("COMMIT")
        except BaseException:
            self.db.execute("ROLLBACK")
            self.names.forget()
            raise
        return new

    def claims(self, query: Query) -> Page[ClaimRow]:
        """Return the claims that the query finds, in the order they were added."""
        return search.claims(self.db, query)

    def articles(self, query: Query) -> Page[ArticleRow]:
        """Return the articles that the query finds, in the order they were added."""
        return search.articles(self.db, query)

    def claim(self, key: str) -> tuple[ClaimRow, Reading] | None:
        """Return a claim by its id or a beginning of it, with its whole article."""
        return search.claim(self.db, key)

    def article(self, key: str) -> Article | None:
        """Return an article without its claims, by id or a beginning of it."""
        return search.article(self.db, key)

    def reading(self, key: str) -> Reading | None:
        """Return a whole article with its claims, by id or a beginning of it."""
        return search.reading(self.db, key)

    def captured(self, sha256: str) -> bytes | None:
        """Return the bytes of a capture exactly as they came."""
        row = self.db.execute("SELECT data FROM capture WHERE sha256 = ?", (bytes.fromhex(sha256),)).fetchone()
        return None if row is None else zlib.decompress(row[0])

    def verify(self) -> Verdict:
        """Check every kept byte against its digest and the log against itself."""
        return check.verify(self.db)

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    def _keep(self, kept: Kept) -> tuple[str, str, dict[str, object]] | None:
        """Put one capture and its reading away; None when its bytes are already kept."""
        c, r = kept.capture, kept.reading
        if self.has(c.sha256):
            return None
        supplied = {k: v for k in ("title", "outlet", "published", "url") if (v := getattr(c.supplied, k))}
        at = self.db.execute(
            "INSERT INTO capture (sha256, size, data, form, ref, origin, at, supplied) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                bytes.fromhex(c.sha256), len(c.data), zlib.compress(c.data), c.form, c.ref, c.origin, c.offset,
                json.dumps(supplied, ensure_ascii=False, sort_keys=True),
            ),
        ).lastrowid  # fmt: skip
        assert at is not None
        article = index_article(self.db, self.names, at, r)
        index_claims(self.db, self.names, article, r)
        read = check.reading_digest(self.db, article)
        detail = {"ref": c.ref, "origin": c.origin, "at": c.offset, "form": c.form, "size": len(c.data), "read": read}
        return ("captured", c.sha256, detail)

    def _refused(self, r: Refusal) -> bool:
        """Tell whether this refusal stands in the log already, so that a second run adds nothing."""
        query = "SELECT 1 FROM log WHERE action = 'refused' AND subject = ? AND json_extract(detail, '$.message') = ?"
        return self.db.execute(query, (r.ref, r.problem.message)).fetchone() is not None

    def _refusal(self, r: Refusal) -> tuple[str, str, dict[str, object]]:
        return ("refused", r.ref, {"origin": r.origin, "code": r.problem.code, "message": r.problem.message})
