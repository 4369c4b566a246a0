"""Where versions of articles, those that no longer stand and what people said was withdrawn are kept in the ledger file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.ledger import log
from sayso.ledger.transaction import Tables
from sayso.model import event_wire
from sayso.model.change import Held, Version
from sayso.model.event import Match
from sayso.model.ids import digest
from sayso.model.review import Withdrawal


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An article whose address was not looked at yet; ``at`` is when the log says it came."""

    row: int
    key: str
    ref: str
    url: str
    modified: str
    at: str


class Versions(Tables):
    """The tables of versions in an open ledger file. One writer at a time; what is read is of one moment inside ``writing``."""

    def unplaced(self, most: int) -> list[Unplaced]:
        """Return the articles that were kept since the last time, in the order of adding."""
        return [Unplaced(*row) for row in self.db.execute(_UNPLACED, (most,))]

    def put(self, found: Version) -> None:
        """Keep a version."""
        row = (found.row, found.article, found.address, found.story, found.seen, found.modified, found.notice)
        self.db.execute("INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def at_address(self, address: str, most: int) -> list[Version]:
        """Return the versions at an address, the latest first, at most ``most``."""
        return self._versions(
            "v.address = ? AND v.address <> '' ORDER BY seen DESC, article DESC LIMIT ?", address, most
        )

    def of_story(self, story: str) -> list[Version]:
        """Return the versions of one article, the earliest first."""
        return self._versions("v.story = ? ORDER BY seen, article", story)

    def version(self, article: str) -> Version | None:
        """Return the version that an article is; None when its address was not looked at."""
        return next(iter(self._versions("v.key = ?", article)), None)

    def stories(self) -> list[str]:
        """Return the stories that share an address with another capture, or that people spoke of, those last seen last."""
        return [s for (s,) in self.db.execute(_STORIES)]

    def before(self, first: Version) -> list[Version]:
        """Return the last version of another story that the address held before the first one of a story, if any."""
        where = """v.address = ?1 AND v.address <> '' AND v.story <> ?2 AND (v.seen, v.article) < (?3, ?4)
                   ORDER BY v.seen DESC, v.article DESC LIMIT 1"""
        return self._versions(where, first.address, first.story, first.seen, first.row)

    def _versions(self, where: str, *values: object) -> list[Version]:
        query = f"SELECT article, key, address, story, seen, modified, notice FROM version v WHERE {where}"  # noqa: S608 (our own words)
        return [Version(*row) for row in self.db.execute(query, values)]

    def outdated(self, articles: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Return those of some articles that no longer stand, each with the reason and the id of what did it."""
        query = """SELECT v.key, o.reason, o.by FROM outdated o JOIN version v ON v.article = o.article
                   WHERE v.key IN (SELECT value FROM json_each(?))"""
        found = self.db.execute(query, (json.dumps(sorted(articles)),))
        return {key: (reason, by) for key, reason, by in found}

    def stand(self, rows: Mapping[str, int], gone: Mapping[str, tuple[str, str]]) -> set[str]:
        """Keep which articles of one story stand: all in ``rows`` but those in ``gone``; return those for which that is new.

        Happenings that an article was gathered into are marked, to be gathered anew without it or with it.
        """
        was = self.outdated(rows)
        moved = {key for key in rows if (key in was) != (key in gone)}
        for key in sorted(moved):
            self._mark(key, rows[key])
        self.db.executemany("DELETE FROM outdated WHERE article = ?", [(rows[k],) for k in was])
        self.db.executemany("INSERT INTO outdated VALUES (?, ?, ?)", [(rows[k], *gone[k]) for k in sorted(gone)])
        return moved

    def _mark(self, key: str, row: int) -> None:
        """Take an article out of its happenings and mark all that tell them, so that they are gathered anew."""
        events = [e for (e,) in self.db.execute(_EVENTS, (row,))]
        self.db.execute("INSERT OR IGNORE INTO moved VALUES (?)", (key,))
        for event in events:
            self.db.execute(_MOVE, (event,))
        self.db.execute(_TAKE_OUT, (row,))
        self.db.executemany(_DROP_EMPTY, [(e,) for e in events])

    def put_heirs(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Keep pairs of claims of two versions that are one claim."""
        self.db.executemany("INSERT OR IGNORE INTO heir VALUES (?, ?)", sorted(pairs))

    def withdrawals(self, articles: Iterable[str]) -> dict[str, Withdrawal]:
        """Return for each of some articles the last word on whether it is withdrawn, if anybody spoke."""
        query = "SELECT wire FROM withdrawal WHERE article IN (SELECT value FROM json_each(?)) ORDER BY number"
        found = [event_wire.withdrawal(w) for (w,) in self.db.execute(query, (json.dumps(sorted(articles)),))]
        return {w.article: w for w in found}

    def withdraw(self, article: str, who: str, why: str, *, lifted: bool) -> Withdrawal:
        """Append a person's word on an article, and a row of the log that holds it."""
        number = int(self.db.execute("SELECT coalesce(max(number), 0) + 1 FROM withdrawal").fetchone()[0])
        at = log.now()
        key = digest("w", str(number), article, str(lifted), who, at, why)
        found = Withdrawal(key, number, article, lifted, who, at, why)
        wire = event_wire.encode(found)
        self.db.execute("INSERT INTO withdrawal VALUES (?, ?, ?, ?)", (number, key, article, wire))
        log.append(self.db, [("withdrawn", key, json.loads(wire))])
        return found

    def weighed(self) -> bool:
        """Tell whether anything was weighed, so that something can have been built."""
        return self.db.execute("SELECT 1 FROM weighed LIMIT 1").fetchone() is not None

    def accounts(self, claims: Iterable[str]) -> dict[str, list[str]]:
        """Return the accounts that hold each of some claims, those of articles that no longer stand too."""
        query = """SELECT c.claim, a.key FROM account_claim c JOIN account a ON a.id = c.account
                   WHERE c.claim IN (SELECT value FROM json_each(?)) ORDER BY a.key"""
        found: dict[str, list[str]] = {}
        for claim, account in self.db.execute(query, (json.dumps(sorted(claims)),)):
            found.setdefault(claim, []).append(account)
        return found

    def matches(self, accounts: Iterable[str]) -> list[Match]:
        """Return every match of any of the accounts, those of articles that no longer stand too."""
        query = """SELECT wire FROM account_match WHERE one IN (SELECT value FROM json_each(?1))
                   UNION SELECT wire FROM account_match WHERE other IN (SELECT value FROM json_each(?1))"""
        found = [event_wire.match(data) for (data,) in self.db.execute(query, (json.dumps(sorted(accounts)),))]
        return sorted(found, key=lambda m: (-m.score, m.one, m.other))

    def happenings(self, accounts: Sequence[str]) -> list[Held]:
        """Return the happenings that some accounts make, the earliest first."""
        return [Held(*row) for row in self.db.execute(_HELD, (json.dumps(sorted(accounts)),))]

    def forget(self) -> None:
        """Drop which articles are versions of which, to find it anew; what people said stays."""
        for table in ("heir", "outdated", "version"):
            self.db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names


def faults(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a sentence for each article that lists pass over without a reason, and each word of a person that the log does not hold."""
    for (key,) in db.execute(_UNREASONED):
        yield f"article {key} is passed over, but nothing took its place and nobody withdrew it"
    for table, action in (("withdrawal", "withdrawn"), ("judgement", "judged")):
        kept = dict(db.execute(f"SELECT key, wire FROM {table}"))  # noqa: S608 - our own names
        logged = dict(db.execute("SELECT subject, detail FROM log WHERE action = ?", (action,)))
        for key in sorted(kept.keys() | logged.keys()):
            if key not in kept or key not in logged or _plain(kept[key]) != _plain(logged[key]):
                yield f"{table} {key}: what is kept is not what the log holds"


def _plain(data: str) -> object:
    try:
        return json.loads(data)
    except ValueError:
        return None


_UNPLACED = """SELECT a.id, a.key, a.ref, coalesce(json_extract(w.wire, '$.url'), ''), coalesce(json_extract(w.wire, '$.modified'), ''),
    coalesce((SELECT l.at FROM log l WHERE l.action = 'captured' AND l.subject = lower(hex(c.sha256))), '')
    FROM article a JOIN article_wire w ON w.id = a.id JOIN capture c ON c.id = a.capture
    WHERE a.id > (SELECT coalesce(max(article), 0) FROM version) ORDER BY a.id LIMIT ?"""
_STORIES = """SELECT story FROM version WHERE address IN
        (SELECT address FROM version WHERE address <> '' GROUP BY address HAVING count(*) > 1)
    OR key IN (SELECT article FROM withdrawal) GROUP BY story ORDER BY max(seen), max(article)"""
_EVENTS = """SELECT DISTINCT e.event FROM account a JOIN event_account e ON e.account = a.key WHERE a.article = ?"""
_MOVE = """INSERT OR IGNORE INTO moved SELECT DISTINCT r.key FROM event_account e JOIN account a ON a.key = e.account
    JOIN article r ON r.id = a.article WHERE e.event = ?"""
_TAKE_OUT = "DELETE FROM event_account WHERE account IN (SELECT key FROM account WHERE article = ?)"
_DROP_EMPTY = "DELETE FROM event WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM event_account WHERE event = ?1)"
_HELD = """SELECT DISTINCT e.key, e.kind, e.first, e.last, e.articles, e.origins, e.contested FROM event_account a
    JOIN event e ON e.id = a.event WHERE a.account IN (SELECT value FROM json_each(?)) ORDER BY e.first, e.key"""
_UNREASONED = """SELECT a.key FROM outdated o JOIN article a ON a.id = o.article LEFT JOIN version v ON v.article = o.article
    WHERE v.story IS NULL OR NOT EXISTS (SELECT 1 FROM version n WHERE n.key = o.by AND n.story = v.story AND n.key <> v.key)
    AND NOT EXISTS (SELECT 1 FROM withdrawal w JOIN version n ON n.key = w.article WHERE w.key = o.by AND n.story = v.story)"""
