"""Traces what a ledger holds: fingerprints of newly kept articles, whom they share words with, and the wire families these make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.tracings import Tracings
from sayso.model.copying import Copying
from sayso.trace.comparing import Worded, compare, worded
from sayso.trace.families import families
from sayso.trace.wording import fingerprints, shingles, sizes

BATCH = 64
"""Articles traced in one transaction."""
NEAREST = 40
"""Articles that a new one is compared with at most: those with which it shares the most fingerprints."""
HELD = 256
"""Articles kept in memory as words, for the next one often shares words with them too."""


class Tracing:
    """Who shares words with whom in a ledger. Adding an article touches the articles it shares fingerprints with, and no others."""

    def __init__(self, store: SqliteStore) -> None:
        self.store = store
        self.kept = Tracings(store.db, sizes().common)
        self._held: dict[str, Worded] = {}

    def catch_up(self, step: Callable[[int], None] = lambda _: None) -> set[str]:
        """Trace every article that was kept and not traced yet; return the articles whose family changed. Stopped, it goes on where it was."""
        moved: set[str] = set()
        while batch := self.kept.untraced(BATCH):
            with self.kept.writing():
                for row, key in batch:
                    moved |= self._add(row, key)
            step(len(batch))
        return moved

    def again(self) -> set[str]:
        """Trace everything anew, after rules or readings changed."""
        with self.kept.writing():
            self.kept.forget()
        return self.catch_up()

    def _add(self, row: int, key: str) -> set[str]:
        new = self._worded(key)
        prints = fingerprints(shingles(new.wording.words))
        shared = Counter(a for held in self.kept.holders(prints).values() for a, _ in held)
        self.kept.put(row, key, new.day, prints)
        near = [a for a, n in sorted(shared.items(), key=lambda e: (-e[1], e[0])) if n >= sizes().meet][:NEAREST]
        found = self._compared([(key, a) for a in near])
        # the new article may show that what two others share is background
        among = [(c.one, c.other) for c in self.kept.pairs(near) if c.one in shared and c.other in shared]
        found += self._compared(among)
        self.kept.put_pairs(found)
        return self._families({k for c in found for k in (c.one, c.other)})

    def _compared(self, pairs: Iterable[tuple[str, str]]) -> list[Copying]:
        found = (compare(self._worded(a), self._worded(b), self.kept) for a, b in pairs)
        return [c for c in found if c is not None]

    def _families(self, touched: set[str]) -> set[str]:
        """Make anew the families of some articles and of all their fellows."""
        if not touched:
            return set()
        known = touched | set(self.kept.fellows({self.kept.family(a) for a in touched}))
        made = families(c for c in self.kept.pairs(known) if c.one in known and c.other in known)
        return set(self.kept.put_families({a: made.get(a, a) for a in sorted(known)}))

    def _worded(self, key: str) -> Worded:
        if key not in self._held:
            reading = self.store.reading(key)
            assert reading is not None  # the key comes from the ledger itself
            while len(self._held) >= HELD:
                del self._held[next(iter(self._held))]
            self._held[key] = worded(reading.article)
        return self._held[key]

    def pairs(self, article: str) -> Sequence[Copying]:
        """Return the articles that one shares words with."""
        return self.kept.pairs([article])

    def family(self, article: str) -> str:
        """Return the id of the wire family an article belongs to."""
        return self.kept.family(article)


__all__ = ["Tracing"]
