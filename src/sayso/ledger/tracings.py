"""Where fingerprints of articles, pairs that share words and wire families are kept in the ledger file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.ledger.transaction import Tables
from sayso.model.copying import Copying

_encoder = msgspec.json.Encoder()
_copying = msgspec.json.Decoder(Copying)


class Tracings(Tables):
    """The tables of tracing in an open ledger file. One writer at a time; what is read is of one moment inside ``writing``.

    It is the ``Holders`` that ``trace.comparing`` asks: which articles hold a fingerprint. No more than ``most`` are told of each.
    """

    def __init__(self, db: sqlite3.Connection, most: int) -> None:
        super().__init__(db)
        self.most = most

    def untraced(self, most: int) -> list[tuple[int, str]]:
        """Return rows and ids of articles that were kept and not traced yet, in the order of adding: that of tracing too."""
        query = (
            "SELECT id, key FROM article WHERE id > (SELECT coalesce(max(article), 0) FROM traced) ORDER BY id LIMIT ?"
        )
        return [(int(n), key) for n, key in self.db.execute(query, (most,))]

    def put(self, article: int, key: str, day: int, outlet: str, prints: Iterable[int]) -> None:
        """Keep the fingerprints of an article; it is a family of its own until it shares words."""
        self.db.execute("INSERT INTO traced VALUES (?, ?, ?, ?, ?)", (article, key, day, key, outlet))
        self.db.executemany("INSERT OR IGNORE INTO print VALUES (?, ?)", [(p, article) for p in prints])

    def holders(self, prints: Sequence[int]) -> Mapping[int, Sequence[tuple[str, int]]]:
        """Return for each fingerprint the articles that hold it, with their days."""
        query = "SELECT t.key, t.day FROM (SELECT article FROM print WHERE print = ? LIMIT ?) p JOIN traced t ON t.article = p.article"
        return {p: [(k, int(d)) for k, d in self.db.execute(query, (p, self.most))] for p in dict.fromkeys(prints)}

    def put_pairs(self, found: Iterable[Copying]) -> None:
        """Keep pairs; a later one of the same two takes the place of the one before."""
        rows = [(c.one, c.other, c.kind, _encoder.encode(c).decode()) for c in found]
        self.db.executemany("INSERT OR REPLACE INTO copying VALUES (?, ?, ?, ?)", rows)

    def pairs(self, articles: Iterable[str]) -> list[Copying]:
        """Return every kept pair of any of the articles, by id."""
        query = """SELECT wire FROM copying WHERE one IN (SELECT value FROM json_each(?1))
                   UNION SELECT wire FROM copying WHERE other IN (SELECT value FROM json_each(?1))"""
        found = [_copying.decode(data) for (data,) in self.db.execute(query, (json.dumps(sorted(articles)),))]
        return sorted(found, key=lambda c: (c.one, c.other))

    def family(self, article: str) -> str:
        """Return the id of the family an article belongs to; its own when it was not traced."""
        row = self.db.execute("SELECT family FROM traced WHERE key = ?", (article,)).fetchone()
        return row[0] if row else article

    def outlet(self, article: str) -> str:
        """Return the key of the outlet whose words an article's own words are; "" when nobody says, or it was not traced."""
        row = self.db.execute("SELECT outlet FROM traced WHERE key = ?", (article,)).fetchone()
        return row[0] if row else ""

    def move(self, articles: Iterable[str]) -> None:
        """Mark articles whose family or citations changed."""
        self.db.executemany("INSERT OR IGNORE INTO moved VALUES (?)", [(a,) for a in sorted(articles)])

    def moved(self) -> list[str]:
        """Return the articles that were marked and not settled since."""
        return [key for (key,) in self.db.execute("SELECT article FROM moved ORDER BY article")]

    def settle(self, articles: Iterable[str]) -> None:
        """Take the marks off articles."""
        self.db.executemany("DELETE FROM moved WHERE article = ?", [(a,) for a in articles])

    def fellows(self, families: Iterable[str]) -> list[str]:
        """Return the ids of the articles of some families."""
        query = "SELECT key FROM traced WHERE family IN (SELECT value FROM json_each(?)) ORDER BY key"
        return [key for (key,) in self.db.execute(query, (json.dumps(sorted(families)),))]

    def put_families(self, family: Mapping[str, str]) -> list[str]:
        """Keep the families of some articles; return the articles whose family is another than before."""
        moved = [a for a, f in family.items() if self.family(a) != f]
        self.db.executemany("UPDATE traced SET family = ? WHERE key = ?", [(family[a], a) for a in moved])
        return moved

    def forget(self) -> None:
        """Rub out all that tracing found, so that it can be made anew; the articles themselves stay."""
        for table in ("copying", "print", "traced"):
            self.db.execute(f"DELETE FROM {table}")  # noqa: S608 (names of our own)
