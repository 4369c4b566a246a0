"""What changed in a ledger over time: each version of an article against the one before, and what was built on the claims that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.ledger.sqlite import SqliteStore
from sayso.model.change import Built, Change, ChangeKind, Version
from sayso.model.problem import SaysoError
from sayso.model.reading import Reading
from sayso.model.review import Judgement, Withdrawal
from sayso.pipeline.versions import Versions, ordered
from sayso.pipeline.weighing import Weighing
from sayso.trace.changes import change, taken_back
from sayso.weigh.ground import weights

Pair = tuple[Version, Version]


@dataclass(frozen=True, slots=True)
class Changed:
    """One change with all it takes to show it. ``after`` and ``new`` are None where a person withdrew the article (``by``)."""

    change: Change
    before: Version
    after: Version | None
    old: Reading
    new: Reading | None
    built: tuple[Built, ...]
    by: Withdrawal | None = None

    def at(self) -> str:
        """Return when it was seen, or said: UTC, ISO 8601."""
        return self.after.seen if self.after else self.by.at if self.by else self.before.seen


class Changing:
    """The changes of a ledger's articles."""

    def __init__(self, store: SqliteStore) -> None:
        self.store = store
        self.versions = Versions(store)
        self.weighing = Weighing(store)

    def catch_up(self) -> int:
        """Look for versions among what was kept since; bring happenings up to date if any were ever weighed."""
        found = self.versions.catch_up()
        if self.versions.kept.weighed():
            self.weighing.catch_up()
        return found

    def all(self, since: str = "") -> Iterator[Changed]:
        """Yield every change seen since a day (``YYYY-MM-DD``), the earliest first."""
        found: list[tuple[str, int, Pair | Withdrawal]] = []
        for story in self.versions.kept.stories():
            found += [(_at(p), n, p) for n, p in enumerate(self._steps(story)) if _at(p) >= since]
        for _, _, p in sorted(found, key=lambda f: f[:2]):
            yield self._changed(p)

    def of(self, key: str) -> list[Changed]:
        """Return the changes of the article that an id names: of any version of it, or of a claim in one.

        Raises:
            SaysoError: when the ledger has no such article.
        """
        article = self.store.article(key)
        if article is None and (row := self.store.claim(key)) is not None:
            article = row[1].article
        if article is None:
            raise SaysoError(f"no article of the ledger is named by {key!r}")
        version = self.versions.kept.version(article.id)
        if version is None:  # kept since versions were last looked for
            return []
        return [self._changed(p) for p in self._steps(version.story)]

    def _steps(self, story: str) -> list[Pair | Withdrawal]:
        """Return the steps of one article: a text of another story that its address held before, its versions, a person's word."""
        row = ordered(self.versions.kept.of_story(story))
        steps: list[Pair | Withdrawal] = [(v, row[0]) for v in self.versions.kept.before(row[0])]
        steps += pairwise(row)
        said = self.versions.kept.withdrawals(v.article for v in row)
        return steps + [w for w in said.values() if not w.lifted]

    def _changed(self, step: Pair | Withdrawal) -> Changed:
        if isinstance(step, Withdrawal):
            before, old = self._version(step.article), self.versions.reading(step.article)
            made = taken_back(old)
            return Changed(made, before, None, old, None, self._built(made), step)
        before, after = step
        old, new = self.versions.reading(before.article), self.versions.reading(after.article)
        made = change(old, new, self._kind(before, after))
        built = () if made.kind == "another-text" else self._built(made)
        return Changed(made, before, after, old, new, built)

    def _kind(self, before: Version, after: Version) -> ChangeKind | None:
        """Return what kind of change is known from the ledger; None where only the words tell."""
        if before.story != after.story:
            return "another-text"
        gone = self.versions.kept.outdated([after.article])
        taken = bool(after.notice) and gone.get(after.article, ("", ""))[1] == before.article
        return "withdrawn" if taken else None

    def _version(self, article: str) -> Version:
        found = self.versions.kept.version(article)
        assert found is not None  # the key comes from the ledger itself
        return found

    def _built(self, made: Change) -> tuple[Built, ...]:
        """Return what was built on each claim that did not stay as it was."""
        claims = {c.old: c.new for c in made.claims if c.old and c.status != "unchanged"}
        judged = self.weighing.kept.judgements()
        story = self._version(made.old).story
        own = set(self.weighing.kept.of_articles(v.article for v in self.versions.kept.of_story(story)))
        held = self.versions.kept.accounts({*claims, *filter(None, claims.values())})
        found = (self._built_on(key, after, held, own, judged) for key, after in claims.items())
        return tuple(b for b in found if b.happenings or b.matches or b.judgements)

    def _built_on(
        self, key: str, after: str, held: dict[str, list[str]], own: set[str], judged: Iterable[Judgement]
    ) -> Built:
        """Return what one claim's account was laid together with; ``own`` are the accounts of its article's versions."""
        accounts = held.get(key, [])
        matches = [m for m in self.versions.kept.matches(accounts) if m.score >= weights().same or (m.by and not m.bar)]
        matches = [m for m in matches if not {m.one, m.other} <= own]
        others = {x for m in matches for x in (m.one, m.other)}
        happenings = self.versions.kept.happenings([*accounts, *others, *held.get(after, [])])
        said = tuple(j for j in judged if key in j.one or key in j.other)
        return Built(key, tuple(accounts), tuple(happenings), tuple(matches), said)


def _at(step: Pair | Withdrawal) -> str:
    return step.at if isinstance(step, Withdrawal) else step[1].seen


def counted(found: Sequence[Changed]) -> dict[str, int]:
    """Return how many changes there are of each kind."""
    kinds = [c.change.kind for c in found]
    return {k: kinds.count(k) for k in dict.fromkeys(kinds)}
