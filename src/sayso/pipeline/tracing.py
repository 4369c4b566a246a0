"""Traces what a ledger holds: which articles share words, the wire families these make, and whose articles claims cite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.ledger.citings import Citings
from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.tracings import Tracings
from sayso.model.article import Article
from sayso.model.citing import Citation
from sayso.model.claim import Claim
from sayso.model.copying import Copying
from sayso.model.event import Source
from sayso.model.who import Voice
from sayso.trace import citations
from sayso.trace.comparing import Worded, compare, worded
from sayso.trace.families import families
from sayso.trace.wording import fingerprints, shingles, sizes

BATCH = 64
"""Articles traced in one transaction."""
NEAREST = 24
"""Articles that a new one is compared with at most: those with which it shares the most fingerprints."""
FEW, FEWEST = 4, 8
"""Shared fingerprints that make a sentence at most, and how many articles that share so few are compared with."""
HELD = 256
"""Articles kept in memory as words, for the next one often shares words with them too."""


FURTHEST = 8
"""Articles through which a claim is followed back."""


@dataclass(frozen=True, slots=True)
class _Held:
    """An article with its claims, its day, and what it lays to outlets."""

    article: Article
    claims: tuple[Claim, ...]
    day: int
    cites: tuple[citations.Cite, ...]


class Tracing:
    """Who shares words with whom in a ledger, and who cites whom. Adding an article touches the articles it meets, and no others."""

    def __init__(self, store: SqliteStore) -> None:
        self.store = store
        self.kept = Tracings(store.db, sizes().common)
        self.cited = Citings(store.db, citations.rules().common)
        self._worded: dict[str, Worded] = {}
        self._held: dict[str, _Held] = {}

    def catch_up(self, step: Callable[[int], None] = lambda _: None) -> int:
        """Trace every article that was kept and not traced yet; return how many. Stopped, it goes on where it was.

        Articles whose family or citations changed are marked (``Tracings.moved``), for their happenings to be gathered anew.
        """
        done = 0
        while batch := self.kept.untraced(BATCH):
            with self.kept.writing():
                for row, key in batch:
                    self.kept.move(self._add(row, key) | self._link(row, key))
            done += len(batch)
            step(len(batch))
        return done

    def again(self) -> int:
        """Trace everything anew, after rules or readings changed."""
        with self.kept.writing():
            self.kept.forget()
            self.cited.forget()
        return self.catch_up()

    def _add(self, row: int, key: str) -> set[str]:
        """Find whom an article shares words with; return the articles whose family changed."""
        new = self._words(key)
        prints = fingerprints(shingles(new.wording.words))
        held = [h for found in self.kept.holders(prints).values() for h in found]
        shared, day = Counter(a for a, _ in held), dict(held)
        self.kept.put(row, key, new.day, citations.own_outlet(new.article), prints)
        near = _nearest(shared)
        found = self._compared([(key, a) for a in near])
        # the new article may show that what two others of quite other days share is background
        far = {a for a in near if new.day and day[a] and abs(new.day - day[a]) > sizes().background.days}
        found += self._compared((c.one, c.other) for c in self.kept.pairs(far) if c.one in far and c.other in far)
        self.kept.put_pairs(found)
        return self._families({k for c in found for k in (c.one, c.other)})

    def _compared(self, pairs: Iterable[tuple[str, str]]) -> list[Copying]:
        found = (compare(self._words(a), self._words(b), self.kept) for a, b in pairs)
        return [c for c in found if c is not None]

    def _families(self, touched: set[str]) -> set[str]:
        """Make anew the families of some articles and of all their fellows."""
        if not touched:
            return set()
        known = touched | set(self.kept.fellows({self.kept.family(a) for a in touched}))
        made = families(c for c in self.kept.pairs(known) if c.one in known and c.other in known)
        return set(self.kept.put_families({a: made.get(a, a) for a in sorted(known)}))

    def _link(self, row: int, key: str) -> set[str]:
        """Link the claims that an article lays to outlets, and those of others that were waiting for it; return who cites anew."""
        new = self._read(key)
        if not new.day:
            return set()
        rule, outlet = citations.rules(), citations.own_outlet(new.article)
        self.cited.put_words("cites", row, new.day, ((c.outlet, w) for c in new.cites for w in c.words.telling))
        found = []
        for c in new.cites:
            words = [(c.outlet, w) for w in c.words.telling]
            near = self.cited.meeting("told", words, new.day - rule.before, new.day + rule.after, rule.nearest)
            found += [self._supported(c, a) for a in near]
        if outlet:
            words = [(outlet, w) for w in citations.telling(new.article, new.claims)]
            self.cited.put_words("told", row, new.day, words)
            waiting = self.cited.meeting("cites", words, new.day - rule.after, new.day + rule.before, rule.nearest)
            found += [self._supported(c, key) for a in waiting for c in self._read(a).cites if c.outlet == outlet]
        return {c.article for c in self.cited.put(c for c in found if c is not None)}

    def _supported(self, cite: citations.Cite, key: str) -> Citation | None:
        held = self._read(key)
        return citations.supported(cite, held.article, held.claims, held.day)

    def _words(self, key: str) -> Worded:
        """Return an article as words; kept in memory, for the next one often shares words with it too."""
        if key not in self._worded:
            article = self.store.article(key)
            assert article is not None  # the key comes from the ledger itself
            _make_room(self._worded)
            self._worded[key] = worded(article)
        return self._worded[key]

    def _read(self, key: str) -> _Held:
        if key not in self._held:
            reading = self.store.reading(key)
            assert reading is not None
            day = self._words(key).day
            _make_room(self._held)
            cites = citations.cites(reading.article, reading.claims, day)
            self._held[key] = _Held(reading.article, reading.claims, day, cites)
        return self._held[key]

    def pairs(self, article: str) -> Sequence[Copying]:
        """Return the articles that one shares words with."""
        return self.kept.pairs([article])

    def near(self, article: Article) -> list[Copying]:
        """Return how an article that the ledger need not hold stands to those of the ledger that share words with it."""
        new = worded(article)
        prints = fingerprints(shingles(new.wording.words))
        shared = Counter(a for found in self.kept.holders(prints).values() for a, _ in found if a != article.id)
        made = (compare(new, self._words(a), self.kept) for a in _nearest(shared))
        return [c for c in made if c is not None]

    def family(self, article: str) -> str:
        """Return the id of the wire family an article belongs to."""
        return self.kept.family(article)

    def outlet(self, article: str) -> str:
        """Return the key of the outlet whose words an article's own words are; "" when nobody says."""
        return self.kept.outlet(article)

    def citations(self, claim: str) -> list[Citation]:
        """Return the articles that a claim is followed back through, the nearest first."""
        path: list[Citation] = []
        while len(path) < FURTHEST and (found := self.cited.of_claims([claim])):
            if found[-1].cited_claim in {c.claim for c in path} | {claim}:
                break
            path.append(found[-1])
            claim = found[-1].cited_claim
        return path

    def source(self, claim: str) -> Source | None:
        """Return where a claim laid to an outlet comes from, as that outlet's own article tells; None when no article is known."""
        found: Source | None = None
        for _ in range(FURTHEST):
            held = self.store.claim(claim)
            if held is None:
                break
            voices = held[0].claim.voices
            if found is not None:
                v = voices[-1] if voices else None
                found = (
                    replace(found, voice=_key(v), voice_name=v.name, voice_kind=v.kind, named=v.named) if v else found
                )
            last = [c for c in self.cited.of_claims([claim]) if c.link == len(voices) - 1]
            if not last:
                break
            claim = last[0].cited_claim
            found = Source(last[0].cited_article, self.outlet(last[0].cited_article), "", "", "", named=False)
        return found


def _nearest(shared: Counter[str]) -> list[str]:
    """Return the articles to compare a new one with, by how many fingerprints they share with it."""
    ranked = sorted(shared.items(), key=lambda e: (-e[1], e[0]))
    much = [a for a, n in ranked if n >= FEW][:NEAREST]
    return [*much, *[a for a, n in ranked if sizes().meet <= n < FEW][:FEWEST]]


def _make_room(held: dict[str, Any]) -> None:
    while len(held) >= HELD:
        del held[next(iter(held))]


def _key(v: Voice) -> str:
    return v.id or (v.name.casefold() if v.named else "")


__all__ = ["Tracing"]
