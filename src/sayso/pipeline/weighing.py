"""Weighs what a ledger holds: accounts of newly kept articles, what they match, and the happenings these make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from sayso.ledger.happenings import EventQuery, Happenings
from sayso.ledger.sqlite import SqliteStore
from sayso.model.event import Account, Event, Match
from sayso.model.problem import SaysoError
from sayso.model.reading import Reading
from sayso.model.review import Judgement, Verdict
from sayso.pipeline.tracing import Tracing
from sayso.weigh import events
from sayso.weigh.accounts import accounts
from sayso.weigh.blocking import keys
from sayso.weigh.ground import weights
from sayso.weigh.judging import ruled, weigher
from sayso.weigh.origins import Families
from sayso.weigh.summary import summary

BATCH = 64
"""Articles weighed in one transaction."""


AT_ONCE = 512
"""Articles whose happenings are gathered anew in one transaction."""


def batched(found: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Yield a list in pieces of ``size``."""
    for n in range(0, len(found), size):
        yield found[n : n + size]


def weighed(readings: Iterable[Reading], families: Families | None = None) -> tuple[Event, ...]:
    """Return the happenings that some readings tell of, without a ledger."""
    return events.events([a for r in readings for a in accounts(r.article, r.claims)], families=families)


class Weighing:
    """The happenings of a ledger. Adding an article touches the accounts that share a block with its own, and no others."""

    def __init__(self, store: SqliteStore) -> None:
        self.store = store
        self.kept = Happenings(store.db)
        self.tracing = Tracing(store)

    def catch_up(self, step: Callable[[int], None] = lambda _: None) -> int:
        """Trace and weigh every article that was kept and not weighed yet; return how many. Stopped, it goes on where it was."""
        self.ready()
        done = 0
        while some := self.some(BATCH):
            done += some
            step(some)
        return done

    def ready(self) -> None:
        """Trace what was kept since, and gather anew the happenings that this touches."""
        self.tracing.catch_up()
        self._settle()

    def some(self, most: int) -> int:
        """Weigh the next articles that were traced and not weighed yet, at most so many, in one transaction; return how many."""
        if batch := self.kept.unweighed(most):
            with self.kept.writing():
                judged = self.kept.judgements()
                for row, key in batch:
                    self._add(row, key, judged)
        return len(batch)

    def again(self) -> int:
        """Trace and weigh everything anew, after rules or readings changed; what people judged holds."""
        with self.kept.writing():
            self.kept.forget()
        self.tracing.again()
        return self.catch_up()

    def _settle(self) -> None:
        """Gather anew the happenings of articles that turned out to be copies, or to cite an article that came later."""
        for moved in batched(self.tracing.kept.moved(), AT_ONCE):
            with self.kept.writing():
                self._gather(set(self.kept.of_articles(moved)), self.kept.judgements())
                self.tracing.kept.settle(moved)

    def _add(self, row: int, key: str, judged: Sequence[Judgement]) -> None:
        reading = self.store.reading(key)
        found = accounts(reading.article, reading.claims) if reading else ()
        blocks = [keys(a) for a in found]
        self.kept.put(row, found, blocks)
        rulings = ruled(judged)
        weigh = weigher(rulings)
        made: dict[tuple[str, str], Match] = {}
        for a, mine in zip(found, blocks, strict=True):
            for b in self.kept.meeting(mine):
                if a.id != b.id:
                    m = weigh(a, b)
                    made[m.one, m.other] = m
        self.kept.put_matches(m for m in made.values() if worth_keeping(m))
        claims = {c for a in found for c in (t.claim for t in a.tellers)}
        spoken = [j for j in judged if claims & {*j.one, *j.other}]
        self._judged_matches(spoken, judged)
        self._gather({a.id for a in found}, judged)

    def _judged_matches(self, spoken: Sequence[Judgement], judged: Sequence[Judgement]) -> set[str]:
        """Keep what judgements say of pairs of accounts; return the accounts concerned."""
        held = self.kept.accounts(self.kept.holding(c for j in spoken for c in (*j.one, *j.other)))
        rulings = ruled(judged)
        weigh, by_id = weigher(rulings), {a.id: a for a in held}
        pairs = sorted(events.judged_pairs(held, rulings))
        self.kept.put_matches(weigh(by_id[x], by_id[y]) for x, y in pairs)
        return set(by_id)

    def _gather(self, ids: set[str], judged: Sequence[Judgement]) -> None:
        """Make anew the events of some accounts and of all that are held together with them."""
        known = self._together(ids)
        held = {a.id: a for a in self.kept.accounts(known)}
        found = [m for m in self.kept.matches(known) if m.one in held and m.other in held]
        made = events.gathered(held, found, ruled(judged), self.tracing)
        self.kept.replace_events(held, made, [summary(e) for e in made])

    def _together(self, ids: set[str]) -> set[str]:
        """Return the accounts and all that matches connect them with."""
        known, edge = set(ids), set(ids)
        while edge:
            ties = [m for m in self.kept.matches(edge) if m.score >= weights().same or m.by]
            edge = {k for m in ties for k in (m.one, m.other)} - known
            known |= edge
        return known

    def judge(self, verdict: Verdict, one: str, other: Sequence[str], who: str, why: str) -> Judgement:
        """Append a person's judgement and make anew what it touches.

        ``one`` and ``other`` name happenings or claims. To merge, all of each are laid together; to split, the claims in ``other``
        are taken out of the happening ``one``.

        Raises:
            SaysoError: when an id names nothing, or nothing would be left to split.
        """
        first = self.claims(one)
        second = {c for key in other for c in (self.claims(key) if verdict == "merge" else self._told_by(key))}
        if verdict == "split":
            first -= second
        if not first or not second:
            raise SaysoError(f"a {verdict} needs claims on both sides")
        with self.kept.writing():
            before = self._together(set(self.kept.holding({*first, *second})))
            made = self.kept.judge(verdict, tuple(first), tuple(second), who, why)
            judged = self.kept.judgements()
            self._judged_matches([made], judged)
            self._gather(before, judged)
        return made

    def undo(self, number: int, who: str) -> Judgement:
        """Take back one's own judgement ``number`` and make anew what it touched.

        Raises:
            SaysoError: when there is no such judgement of theirs that stands.
        """
        with self.kept.writing():
            gone = self.kept.undo(number, who)
            one, other = (set(self.kept.holding(claims)) for claims in (gone.one, gone.other))
            before = self._together(one | other)
            judged = self.kept.judgements()
            self.kept.drop_matches(one | other, one | other)
            held, weigh = self.kept.accounts(one | other), weigher(ruled(judged))
            found = (weigh(a, b) for a, b in combinations(held, 2))
            self.kept.put_matches(m for m in found if worth_keeping(m))
            self._gather(before | self._together(one | other), judged)
        return gone

    def claims(self, key: str) -> set[str]:
        """Return the claims of the happening that an id names."""
        return {t.claim for a in self.kept.accounts(self.kept.fellows(key)) for t in a.tellers}

    def _told_by(self, key: str) -> set[str]:
        """Return the claims of the accounts that hold a claim: an account is split off whole."""
        row = self.store.claim(key)
        if row is None:
            raise SaysoError(f"no claim is named by {key!r}")
        return {t.claim for a in self.kept.accounts(self.kept.holding([row[0].claim.id])) for t in a.tellers}

    def event(self, key: str) -> Event:
        """Return the happening that an id names: its own, or that of a claim of it.

        Raises:
            SaysoError: when it names none or several.
        """
        return self._event(self.kept.fellows(key))

    def events(self, query: EventQuery) -> list[Event]:
        """Return the happenings that a query finds, the earliest first."""
        return [self._event(ids) for ids in self.kept.listed(query)]

    def _event(self, ids: Sequence[str]) -> Event:
        held = self.kept.accounts(ids)
        mine = {a.id for a in held}
        found = self.kept.matches(mine)
        inside = [m for m in found if m.one in mine and m.other in mine]
        near = [m for m in found if not (m.one in mine and m.other in mine)]
        return events.event(held, inside, near, self.tracing)


def worth_keeping(m: Match) -> bool:
    """Tell whether a match is kept: it holds two accounts together, came close, or a person spoke of it."""
    return bool(m.by) or (not m.bar and m.score >= weights().near)


__all__ = ["Account", "Weighing", "weighed", "worth_keeping"]
