"""Tells which captures of a ledger are versions of one article, and which of them no longer stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.versions import Unplaced
from sayso.ledger.versions import Versions as Kept
from sayso.model.article import Article
from sayso.model.change import Version
from sayso.model.problem import SaysoError
from sayso.model.reading import Reading
from sayso.model.review import Withdrawal
from sayso.trace.addresses import address
from sayso.trace.changes import alike, change, takes_back
from sayso.trace.notices import taking_back
from sayso.trace.notices import words as notice_words

BATCH = 256
"""Articles looked at in one transaction."""
MOST = 12
"""Earlier captures of an address that a new one is compared with at most, the latest first."""


class Versions:
    """The versions of a ledger's articles. Adding an article touches those at its own address, and no others."""

    def __init__(self, store: SqliteStore) -> None:
        self.store = store
        self.kept = Kept(store.db)

    def catch_up(self, step: Callable[[int], None] = lambda _: None) -> int:
        """Look at every article kept since the last time; return how many are versions of another. Stopped, it goes on where it was."""
        found = 0
        while batch := self.kept.unplaced(BATCH):
            with self.kept.writing():
                found += sum(self._place(a) for a in self.kept.unplaced(BATCH))
            step(len(batch))
        return found

    def again(self) -> int:
        """Look at every article anew, after word lists changed; what people said holds."""
        with self.kept.writing():
            self.kept.forget()
            # happenings are gathered anew without what stands no longer, and with what stands again
            self.store.db.execute("INSERT OR IGNORE INTO moved SELECT key FROM article")
        return self.catch_up()

    def _place(self, a: Unplaced) -> bool:
        """Keep an article as a version; tell whether it is one of several."""
        where = address(a.url) or address(a.ref)
        plain, seen = (where.plain, where.seen or a.at) if where else ("", a.at)
        others = self.kept.at_address(plain, MOST) if plain else []
        if not others:
            self.kept.put(Version(a.row, a.key, plain, a.key, seen, a.modified))
            if self.kept.withdrawals([a.key]):
                self.settle(a.key)
            return False
        new = self._article(a.key)
        note = taking_back(new)
        story = self._story(new, others, notice=note is not None) or a.key
        self.kept.put(Version(a.row, a.key, plain, story, seen, a.modified, note.kind if note else ""))
        self._inherit(a.key, story)
        self.settle(story)
        return story != a.key

    def _story(self, new: Article, others: Sequence[Version], *, notice: bool) -> str:
        """Return the story that a text at an address goes on with: that of a text like it; a notice speaks of the last."""
        for v in others:
            if alike(self._article(v.article), new) >= notice_words().alike:
                return v.story
        return others[0].story if notice else ""

    def _article(self, key: str) -> Article:
        found = self.store.article(key)
        assert found is not None  # the key comes from the ledger itself
        return found

    def _inherit(self, key: str, story: str) -> None:
        """Keep which claims of a version are those of the version before it and after it."""
        row = ordered(self.kept.of_story(story))
        at = next(n for n, v in enumerate(row) if v.article == key)
        for old, new in pairwise(row[max(0, at - 1) : at + 2]):
            made = change(self.reading(old.article), self.reading(new.article)).claims
            same = (c for c in made if c.status == "unchanged" or c.rule == "claim.read-otherwise")
            self.kept.put_heirs((c.old, c.new) for c in same)

    def reading(self, key: str) -> Reading:
        """Return an article of the ledger with its claims."""
        found = self.store.reading(key)
        assert found is not None  # the key comes from the ledger itself
        return found

    def settle(self, story: str) -> set[str]:
        """Find anew which versions of one article stand; return those for which that is new."""
        row = ordered(self.kept.of_story(story))
        said = self.kept.withdrawals(v.article for v in row)
        newest = row[-1]
        taken = len(row) > 1 and bool(newest.notice) and self._was_there(row)
        gone = {v.article: ("withdrawn" if taken else "superseded", newest.article) for v in row[:-1]}
        if taken:
            gone[newest.article] = ("withdrawn", row[-2].article)
        spoken = [n for n, v in enumerate(row) if v.article in said]
        if spoken and not (last := said[row[spoken[-1]].article]).lifted:
            gone |= {v.article: ("withdrawn", last.id) for v in row[: spoken[-1] + 1]}
        return self.kept.stand({v.article: v.row for v in row}, gone)

    def _was_there(self, row: Sequence[Version]) -> bool:
        """Tell whether a version before the newest did not say that the article was taken back."""
        new = self._article(row[-1].article)
        return any(not v.notice and takes_back(self._article(v.article), new) for v in row[-2::-1][:MOST])

    def withdraw(self, key: str, who: str, why: str, *, lifted: bool = False) -> Withdrawal:
        """Append a person's word that an article was taken back, or stands after all.

        Raises:
            SaysoError: when the ledger has no such article, or it stands and there is nothing to lift.
        """
        self.catch_up()
        found = self.store.article(key)
        if found is None:
            raise SaysoError(f"no article of the ledger is named by {key!r}")
        version = self.kept.version(found.id)
        assert version is not None
        said = self.kept.withdrawals([found.id]).get(found.id)
        if lifted and (said is None or said.lifted):
            raise SaysoError(f"{found.id} was not withdrawn by anybody")
        with self.kept.writing():
            made = self.kept.withdraw(found.id, who, why, lifted=lifted)
            self.settle(version.story)
        return made


def ordered(versions: Sequence[Version]) -> list[Version]:
    """Return the versions of one article, the earliest first.

    Where every one states the day on which it was last changed these days decide, else when each was seen, else the order of adding.
    """
    by_page = all(v.modified for v in versions)
    return sorted(versions, key=lambda v: (v.modified if by_page else "", v.seen, v.row))
