"""Where names and numbers of articles, and claims that cite another article, are kept in the ledger file."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import Literal

import msgspec

from sayso.model.citing import Citation

_encoder = msgspec.json.Encoder()
_citation = msgspec.json.Decoder(Citation)
Table = Literal["told", "cites"]


class Citings:
    """The tables of citations in an open ledger file, written inside ``Tracings.writing``. No more than ``most`` articles a word are told of."""

    def __init__(self, db: sqlite3.Connection, most: int) -> None:
        self.db = db
        self.most = most

    def put_words(self, table: Table, article: int, day: int, words: Iterable[tuple[str, str]]) -> None:
        """Keep pairs of outlet and word for an article: "told" of its own outlet, "cites" of those it lays claims to."""
        rows = sorted({(_mark(*w), day, article) for w in words})
        self.db.executemany(f"INSERT OR IGNORE INTO {table} VALUES (?, ?, ?)", rows)  # noqa: S608 (names of our own)

    def meeting(self, table: Table, words: Iterable[tuple[str, str]], first: int, last: int, nearest: int) -> list[str]:
        """Return the ids of the articles of some days (``date.toordinal``) that have most of the words, at most ``nearest``."""
        query = f"SELECT article FROM {table} WHERE mark = ? AND day BETWEEN ? AND ? ORDER BY day DESC LIMIT ?"  # noqa: S608
        shared: Counter[int] = Counter()
        for mark in sorted({_mark(*w) for w in words}):
            shared.update(a for (a,) in self.db.execute(query, (mark, first, last, self.most)))
        best = [a for a, _ in sorted(shared.items(), key=lambda e: (-e[1], e[0]))[:nearest]]
        return [self.db.execute("SELECT key FROM article WHERE id = ?", (a,)).fetchone()[0] for a in best]

    def put(self, found: Iterable[Citation]) -> list[Citation]:
        """Keep citations, of two for one voice of a claim the likelier; return those that were new."""
        new = []
        for c in found:
            held = self._held(c.claim, c.link)
            if held is None or _rank(c) < _rank(held):
                row = (c.claim, c.link, c.cited_article, _encoder.encode(c).decode())
                self.db.execute("INSERT OR REPLACE INTO citation VALUES (?, ?, ?, ?)", row)
                new.append(c)
        return new

    def _held(self, claim: str, link: int) -> Citation | None:
        row = self.db.execute("SELECT wire FROM citation WHERE claim = ? AND link = ?", (claim, link)).fetchone()
        return None if row is None else _citation.decode(row[0])

    def of_claims(self, claims: Iterable[str]) -> list[Citation]:
        """Return the citations that some claims make, in the order of their voices."""
        query = "SELECT wire FROM citation WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, link"
        return [_citation.decode(w) for (w,) in self.db.execute(query, (json.dumps(sorted(claims)),))]

    def of_article(self, article: str) -> list[Citation]:
        """Return the citations that lead to an article."""
        query = "SELECT wire FROM citation WHERE cited = ? ORDER BY claim, link"
        return [_citation.decode(w) for (w,) in self.db.execute(query, (article,))]

    def forget(self) -> None:
        """Rub out all citations, so that they can be made anew."""
        for table in ("citation", "cites", "told"):
            self.db.execute(f"DELETE FROM {table}")  # noqa: S608 (names of our own)


def _rank(c: Citation) -> tuple[float, int, str, str]:
    return (-c.score, abs(c.days), c.cited_article, c.cited_claim)


def _mark(outlet: str, word: str) -> int:
    """Return outlet and word as a 63-bit number."""
    return int.from_bytes(hashlib.blake2b(f"{outlet}|{word}".encode(), digest_size=8).digest(), "big") >> 1
