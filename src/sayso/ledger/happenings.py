"""Where accounts, their matches, the events they make and people's judgements are kept in the ledger file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.ledger import log, search
from sayso.ledger.store import Query
from sayso.ledger.transaction import Tables
from sayso.model import event_wire
from sayso.model.event import Account, Event, Match, Summary
from sayso.model.ids import digest
from sayso.model.problem import SaysoError
from sayso.model.review import Judgement, Undone, Verdict


@dataclass(frozen=True, slots=True)
class EventQuery:
    """Which events to list: those that hold a claim that ``claims`` finds, and as many articles and origins at least.

    ``after`` is the number of events passed over; ``contested`` asks for events whose tellings contradict each other.
    """

    claims: Query | None = None
    articles: int = 1
    origins: int = 0
    contested: bool = False
    after: int = 0
    limit: int = 50


class Happenings(Tables):
    """The tables of weighing in an open ledger file. One writer at a time; what is read is of one moment inside ``writing``."""

    def unweighed(self, most: int) -> list[tuple[int, str]]:
        """Return rows and ids of articles that were kept and not weighed yet, in the order of adding: that of weighing too."""
        query = (
            "SELECT id, key FROM article WHERE id > (SELECT coalesce(max(article), 0) FROM weighed) ORDER BY id LIMIT ?"
        )
        return [(int(n), key) for n, key in self.db.execute(query, (most,))]

    def put(self, article: int, found: Sequence[Account], blocks: Sequence[Sequence[str]]) -> None:
        """Keep the accounts of an article with the keys they are found by, and mark the article as weighed."""
        for a, keys in zip(found, blocks, strict=True):
            row = self.db.execute(
                "INSERT INTO account (key, article, wire) VALUES (?, ?, ?)", (a.id, article, event_wire.encode(a))
            ).lastrowid
            self.db.executemany("INSERT INTO account_block VALUES (?, ?)", sorted({(_block(k), row) for k in keys}))
            claims = sorted({(t.claim, row) for t in a.tellers})
            self.db.executemany("INSERT INTO account_claim VALUES (?, ?)", claims)
        self.db.execute("INSERT INTO weighed VALUES (?)", (article,))

    def meeting(self, keys: Iterable[str]) -> list[Account]:
        """Return the accounts that stand under any of the keys, by id."""
        query = """SELECT key, wire FROM account WHERE id IN
                   (SELECT account FROM account_block WHERE block IN (SELECT value FROM json_each(?))) ORDER BY key"""
        found = self.db.execute(query, (json.dumps(sorted({_block(k) for k in keys})),))
        return [event_wire.account(data) for _, data in found]

    def accounts(self, ids: Iterable[str]) -> list[Account]:
        """Return accounts by id, those left out whose article no longer stands."""
        query = f"""SELECT key, wire FROM account a WHERE key IN (SELECT value FROM json_each(?))
                    AND {search.STANDS.format("a.article")} ORDER BY key"""  # noqa: S608 - our own words
        return [event_wire.account(data) for _, data in self.db.execute(query, (json.dumps(sorted(ids)),))]

    def of_articles(self, articles: Iterable[str]) -> list[str]:
        """Return the ids of the accounts of some articles."""
        query = """SELECT a.key FROM article r JOIN account a ON a.article = r.id
                   WHERE r.key IN (SELECT value FROM json_each(?)) ORDER BY a.key"""
        return [key for (key,) in self.db.execute(query, (json.dumps(sorted(articles)),))]

    def holding(self, claims: Iterable[str]) -> list[str]:
        """Return the ids of the accounts that hold any of the claims."""
        query = """SELECT DISTINCT a.key FROM account_claim c JOIN account a ON a.id = c.account
                   WHERE c.claim IN (SELECT value FROM json_each(?)) ORDER BY a.key"""
        return [key for (key,) in self.db.execute(query, (json.dumps(sorted(claims)),))]

    def put_matches(self, found: Iterable[Match]) -> None:
        """Keep matches; a later one of the same pair takes the place of the one before."""
        rows = [(m.one, m.other, m.score, event_wire.encode(m)) for m in found]
        self.db.executemany("INSERT OR REPLACE INTO account_match VALUES (?, ?, ?, ?)", rows)

    def matches(self, ids: Iterable[str]) -> list[Match]:
        """Return every kept match of any of the accounts, those left out of which one's article no longer stands."""
        query = f"""SELECT wire FROM account_match WHERE one IN (SELECT value FROM json_each(?1)) AND {_BOTH_STAND}
                    UNION SELECT wire FROM account_match WHERE other IN (SELECT value FROM json_each(?1)) AND {_BOTH_STAND}"""  # noqa: S608 - our own words
        found = [event_wire.match(data) for (data,) in self.db.execute(query, (json.dumps(sorted(ids)),))]
        return sorted(found, key=lambda m: (m.one, m.other))

    def replace_events(self, ids: Iterable[str], made: Sequence[Event], lines: Sequence[Summary]) -> None:
        """Put the events that some accounts make, with the line of each, in the place of those they made before."""
        query = "SELECT DISTINCT event FROM event_account WHERE account IN (SELECT value FROM json_each(?))"
        old = [int(n) for (n,) in self.db.execute(query, (json.dumps(sorted(ids)),))]
        self.db.executemany("DELETE FROM event_account WHERE event = ?", [(n,) for n in old])
        self.db.executemany("DELETE FROM event WHERE id = ?", [(n,) for n in old])
        for e, line in zip(made, lines, strict=True):
            first, last = min(a.first for a in e.accounts), max(a.last for a in e.accounts)
            row = self.put_line(line, first, last)
            self.db.executemany("INSERT INTO event_account VALUES (?, ?)", [(a.id, row) for a in e.accounts])

    def put_line(self, line: Summary, first: int, last: int) -> int:
        """Keep the line of an event with the columns and the box it is found by; return its row."""
        contested = ", ".join(line.contested)
        values = (line.id, line.kind, first, last, line.articles, line.origins, contested, int(line.dated))
        row = self.db.execute(_EVENT, (*values, int(line.spot is not None), event_wire.encode(line))).lastrowid
        assert row is not None
        if (s := line.spot) is not None and s.lat is not None and s.lon is not None:
            values_ = (
                row,
                s.lat,
                s.lon,
                s.radius_km or 0.0,
                line.spot_words or s.name,
                first,
                int(bool(contested)),
                line.origins,
            )
            self.db.execute("INSERT INTO event_place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values_)
        return row

    def fellows(self, key: str) -> list[str]:
        """Return the accounts of the event that is named: by its id, or the id of a claim of it, or a beginning of either.

        Raises:
            SaysoError: when several events are meant, or none.
        """
        if len(key) < search.SHORTEST or not key.isalnum():
            raise SaysoError(f"{key!r} names no happening: give at least {search.SHORTEST} characters of an id")
        query = """SELECT id FROM event WHERE key >= ?1 AND key < ?1 || '~' UNION
                   SELECT e.event FROM account_claim c JOIN account a ON a.id = c.account
                   JOIN event_account e ON e.account = a.key WHERE c.claim >= ?1 AND c.claim < ?1 || '~' LIMIT 2"""
        rows = self.db.execute(query, (key,)).fetchall()
        if len(rows) != 1:
            raise SaysoError(f"{'several happenings are' if rows else 'no happening is'} named by {key!r}")
        found = self.db.execute("SELECT account FROM event_account WHERE event = ? ORDER BY account", rows[0])
        return [account for (account,) in found]

    def listed(self, query: EventQuery) -> list[list[str]]:
        """Return the accounts of each event that the query finds, the earliest day first."""
        where, values = ["e.articles >= ?", "e.origins >= ?"], [query.articles, query.origins]
        sql: list[object] = list(values)
        if query.contested:
            where.append("e.contested <> ''")
        if query.claims is not None:
            clause, more = search.holding(self.db, query.claims)
            where.append(f"e.id IN ({_HOLDING} WHERE ac.claim IN ({clause}))")
            sql += more
        found = self.db.execute(
            f"SELECT e.id FROM event e WHERE {' AND '.join(where)} ORDER BY e.first, e.id LIMIT ? OFFSET ?",  # noqa: S608 - clauses are ours, values are bound
            (*sql, query.limit, query.after),
        ).fetchall()
        held = "SELECT account FROM event_account WHERE event = ? ORDER BY account"
        return [[a for (a,) in self.db.execute(held, row)] for row in found]

    def judgements(self) -> list[Judgement]:
        """Return the judgements that stand, the first first; what was judged of a claim holds for the same claim in another version too."""
        query = "SELECT wire FROM judgement WHERE number NOT IN (SELECT judgement FROM undone) ORDER BY number"
        found = [event_wire.judgement(w) for (w,) in self.db.execute(query)]
        if self.db.execute("SELECT 1 FROM heir LIMIT 1").fetchone() is None:
            return found
        return [replace(j, one=self._in_all_versions(j.one), other=self._in_all_versions(j.other)) for j in found]

    def _in_all_versions(self, claims: Sequence[str]) -> tuple[str, ...]:
        """Return claims and those of other versions that are the same claim."""
        return tuple(sorted({c for (c,) in self.db.execute(_HEIRS, (json.dumps(sorted(claims)),))}))

    def judge(self, verdict: Verdict, one: Sequence[str], other: Sequence[str], who: str, why: str) -> Judgement:
        """Append a judgement, and a row of the log that holds it."""
        number = int(self.db.execute("SELECT coalesce(max(number), 0) + 1 FROM judgement").fetchone()[0])
        at = log.now()
        mine, theirs = tuple(sorted(one)), tuple(sorted(other))
        key = digest("j", str(number), verdict, *mine, "|", *theirs, who, at, why)
        found = Judgement(key, number, verdict, mine, theirs, who, at, why)
        wire = event_wire.encode(found)
        self.db.execute("INSERT INTO judgement VALUES (?, ?, ?)", (number, key, wire))
        log.append(self.db, [("judged", key, json.loads(wire))])
        return found

    def judged(self, most: int) -> list[tuple[Judgement, bool]]:
        """Return the last judgements, the last first, each with whether it was taken back."""
        query = """SELECT j.wire, u.judgement FROM judgement j LEFT JOIN undone u ON u.judgement = j.number
                   ORDER BY j.number DESC LIMIT ?"""
        return [(event_wire.judgement(w), u is not None) for w, u in self.db.execute(query, (most,))]

    def undo(self, number: int, who: str) -> Judgement:
        """Append that a person takes back their own judgement ``number``, with a row of the log; return the judgement.

        Raises:
            SaysoError: when there is no such judgement of theirs that stands.
        """
        query = """SELECT j.wire, u.judgement FROM judgement j LEFT JOIN undone u ON u.judgement = j.number
                   WHERE j.number = ?"""
        row = self.db.execute(query, (number,)).fetchone()
        if row is None:
            raise SaysoError(f"no judgement has the number {number}")
        found = event_wire.judgement(row[0])
        if found.who != who:
            raise SaysoError(f"judgement {number} is {found.who}'s: only {found.who} can take it back")
        if row[1] is not None:
            raise SaysoError(f"judgement {number} was taken back already")
        mine = int(self.db.execute("SELECT coalesce(max(number), 0) + 1 FROM undone").fetchone()[0])
        wire = event_wire.encode(Undone(mine, number, who, log.now()))
        self.db.execute("INSERT INTO undone VALUES (?, ?, ?)", (mine, number, wire))
        log.append(self.db, [("unjudged", found.id, json.loads(wire))])
        return found

    def drop_matches(self, one: Iterable[str], other: Iterable[str]) -> None:
        """Drop the matches between two sets of accounts, to make them anew."""
        mine, theirs = json.dumps(sorted(one)), json.dumps(sorted(other))
        for a, b in ((mine, theirs), (theirs, mine)):
            self.db.execute(_DROP, (a, b))

    def forget(self) -> None:
        """Drop what weighing found, to make it anew; judgements stay."""
        for table in (
            "event_account",
            "event",
            "account_match",
            "account_block",
            "account_claim",
            "account",
            "weighed",
        ):
            self.db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names


_BOTH_STAND = """NOT EXISTS (SELECT 1 FROM account x JOIN outdated o ON o.article = x.article
                 WHERE x.key IN (account_match.one, account_match.other))"""
_HEIRS = """WITH RECURSIVE same (claim) AS (SELECT value FROM json_each(?) UNION
            SELECT h.new FROM heir h JOIN same s ON h.old = s.claim UNION SELECT h.old FROM heir h JOIN same s ON h.new = s.claim)
            SELECT claim FROM same"""
_DROP = """DELETE FROM account_match WHERE one IN (SELECT value FROM json_each(?))
           AND other IN (SELECT value FROM json_each(?))"""
_EVENT = """INSERT INTO event (key, kind, first, last, articles, origins, contested, dated, placed, summary)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_HOLDING = """SELECT ea.event FROM event_account ea JOIN account a ON a.key = ea.account
              JOIN account_claim ac ON ac.account = a.id"""


def _block(key: str) -> int:
    """Return a key as a 63-bit number: keys of one number are compared, and told apart by their features."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest()) >> 1
