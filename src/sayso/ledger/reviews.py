"""Where people's decisions on claims, and their dossiers, are kept in the ledger file: appended, each also in the log."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from sayso.ledger import log
from sayso.ledger.transaction import Tables
from sayso.model import event_wire
from sayso.model.ids import digest
from sayso.model.problem import SaysoError
from sayso.model.review import Decision, Dossier, Item, Review, State
from sayso.model.span import Span

DECIDES = ("confirm", "amend", "reject")
STATE_OF: dict[str, State] = {"confirm": "confirmed", "amend": "amended", "reject": "rejected"}


class Reviews(Tables):
    """The tables of review in an open ledger file. One writer at a time."""

    def decide(
        self,
        claim: str,
        decision: Decision,
        who: str,
        *,
        field: str = "",
        value: str = "",
        span: Span | None = None,
        why: str = "",
    ) -> Review:
        """Append a decision on a claim, a row of the log that holds it, and where that leaves the claim."""
        number = int(self.db.execute("SELECT coalesce(max(number), 0) + 1 FROM review").fetchone()[0])
        at = log.now()
        spot = f"{span.start}-{span.end}" if span else ""
        key = digest("r", str(number), claim, decision, field, value, spot, who, at, why)
        made = Review(key, number, claim, decision, field, value, span, who, at, why)
        wire = event_wire.encode(made)
        self.db.execute(
            "INSERT INTO review (number, key, claim, who, wire) VALUES (?, ?, ?, ?, ?)", (number, key, claim, who, wire)
        )
        log.append(self.db, [("reviewed", key, json.loads(wire))])
        self._settle(claim)
        return made

    def undo(self, number: int, who: str) -> Review:
        """Append that a person takes back their own decision ``number``; it stays in the record.

        Raises:
            SaysoError: when there is no such decision of theirs that stands.
        """
        row = self.db.execute("SELECT claim, who, undone, wire FROM review WHERE number = ?", (number,)).fetchone()
        if row is None or event_wire.review(row[3]).decision == "undo":
            raise SaysoError(f"no decision has the number {number}")
        claim, whose, undone, _ = row
        if whose != who:
            raise SaysoError(f"decision {number} is {whose}'s: only {whose} can take it back")
        if undone:
            raise SaysoError(f"decision {number} was taken back already")
        made = self.decide(claim, "undo", who, value=str(number))
        self.db.execute("UPDATE review SET undone = ? WHERE number = ?", (made.number, number))
        self._settle(claim)
        return made

    def of(self, claims: Iterable[str]) -> list[tuple[Review, bool]]:
        """Return every decision on some claims, the first first, each with whether it was taken back."""
        query = "SELECT wire, undone FROM review WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY number"
        return [(event_wire.review(w), bool(u)) for w, u in self.db.execute(query, (json.dumps(sorted(claims)),))]

    def latest(self, most: int) -> list[tuple[Review, bool]]:
        """Return the last decisions, the last first, each with whether it was taken back."""
        query = "SELECT wire, undone FROM review ORDER BY number DESC LIMIT ?"
        return [(event_wire.review(w), bool(u)) for w, u in self.db.execute(query, (most,))]

    def standing(self) -> Iterator[Review]:
        """Yield every decision that was not taken back, the first first."""
        for (wire,) in self.db.execute("SELECT wire FROM review WHERE undone = 0 ORDER BY number"):
            yield event_wire.review(wire)

    def states(self, claims: Iterable[str]) -> dict[str, State]:
        """Return where decisions leave those of some claims that have any."""
        query = "SELECT claim, state FROM reviewed WHERE claim IN (SELECT value FROM json_each(?))"
        return dict(self.db.execute(query, (json.dumps(sorted(claims)),)))

    def _settle(self, claim: str) -> None:
        """Write down where the decisions leave a claim: each person's last one counts."""
        state = settled([r for r, gone in self.of([claim]) if not gone])
        self.db.execute("DELETE FROM reviewed WHERE claim = ?", (claim,))
        if state:
            self.db.execute("INSERT INTO reviewed VALUES (?, ?)", (claim, state))

    def dossiers(self) -> list[Dossier]:
        """Return every dossier as last saved, by title."""
        query = "SELECT wire FROM dossier d WHERE version = (SELECT max(version) FROM dossier x WHERE x.key = d.key)"
        return sorted((event_wire.dossier(w) for (w,) in self.db.execute(query)), key=lambda d: (d.title, d.id))

    def dossier(self, key: str) -> Dossier | None:
        """Return a dossier as last saved; None when there is none of this id."""
        row = self.db.execute("SELECT wire FROM dossier WHERE key = ? ORDER BY version DESC LIMIT 1", (key,)).fetchone()
        return None if row is None else event_wire.dossier(row[0])

    def save(
        self,
        key: str,
        version: int,
        title: str,
        items: Sequence[Item],
        region: Sequence[str],
        theme: Sequence[str],
        who: str,
    ) -> Dossier | None:
        """Append a new version of a dossier, made from ``version`` (0: new), with a row of the log; None when somebody saved meanwhile."""
        held = self.dossier(key)
        if (held.version if held else 0) != version:
            return None
        made = Dossier(key, version + 1, title, tuple(items), tuple(region), tuple(theme), who, log.now())
        wire = event_wire.encode(made)
        self.db.execute("INSERT INTO dossier (key, version, wire) VALUES (?, ?, ?)", (key, made.version, wire))
        log.append(self.db, [("dossier", key, json.loads(wire))])
        return made


def settled(found: Sequence[Review]) -> State:
    """Return where decisions leave a claim: each person's last confirm, amend or reject, "disputed" when they differ."""
    last = {r.who: r.decision for r in found if r.decision in DECIDES}
    states = {STATE_OF[d] for d in last.values()}
    return states.pop() if len(states) == 1 else "disputed" if states else ""


def faults(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a sentence for each decision or dossier that is not as the log has it."""
    for action, table in (("reviewed", "review"), ("dossier", "dossier")):
        logged = [
            json.loads(d) for (d,) in db.execute("SELECT detail FROM log WHERE action = ? ORDER BY seq", (action,))
        ]
        kept = [json.loads(w) for (w,) in db.execute(f"SELECT wire FROM {table} ORDER BY number")]  # noqa: S608 - our own names
        if logged != kept:
            yield f"what people decided ({table}) is not what the log says: {len(kept)} kept, {len(logged)} logged"
    query = "SELECT number, claim, undone, wire FROM review ORDER BY number"
    held = [(n, c, u, event_wire.review(w)) for n, c, u, w in db.execute(query)]
    undone = {int(r.value): n for n, _, _, r in held if r.decision == "undo"}
    for number, claim, by, r in held:
        if claim != r.claim or by != undone.get(number, 0):
            yield f"decision {number}: its row has been changed since"
    yield from _states(db, [r for n, _, _, r in held if n not in undone])


def _states(db: sqlite3.Connection, standing: Sequence[Review]) -> Iterator[str]:
    by_claim: dict[str, list[Review]] = {}
    for r in standing:
        by_claim.setdefault(r.claim, []).append(r)
    expected = {c: s for c, found in by_claim.items() if (s := settled(found))}
    if expected != dict(db.execute("SELECT claim, state FROM reviewed")):
        yield "the states of reviewed claims are not what the decisions make them"
