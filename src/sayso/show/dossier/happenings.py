"""One happening as a publication shows it: its tellings that may be shown, and origins, contradictions and grades as far as those go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

from sayso.model.event import Account, Event, Grade, Origin, Relation, Teller
from sayso.model.review import Judgement
from sayso.show import origins
from sayso.show.dossier.names import Names
from sayso.show.dossier.shown import (
    ArticleShown,
    ClaimShown,
    GradeShown,
    HappeningShown,
    Judged,
    OriginShown,
    Quarrel,
    Side,
    Telling,
)
from sayso.show.origins import counted
from sayso.show.plain import clean

HELD_FIELDS = frozenset({"place", "control"})
"""Fields whose values name a place that a coarse claim does not give away."""


class Happenings:
    """Turns happenings of the ledger into those that are shown. ``claims`` and ``articles`` are what the publication has."""

    def __init__(
        self,
        claims: dict[str, ClaimShown],
        articles: dict[str, ArticleShown],
        family: Callable[[str], str],
        names: Names,
    ) -> None:
        self.claims = claims
        self.articles = articles
        self.family = family
        self.names = names
        self.dropped = self.ungraded = 0

    def shown(self, e: Event, judged: Sequence[tuple[Judgement, bool]]) -> HappeningShown:
        """Return a happening over the tellings that are shown; there is one at least."""
        kept = [a for a in e.accounts if any(t.claim in self.claims for t in a.tellers)]
        tellings = [self._telling(e, a, t) for a in kept for t in a.tellers if t.claim in self.claims]
        tellings.sort(key=lambda t: (self._published(t), not t.core, self.claims[t.claim].article, t.claim))
        mine = [self.claims[t.claim] for t in tellings if t.core]
        sources = [o for o in e.origins if set(o.accounts) & {a.id for a in kept}]
        known = sum(o.known for o in sources)
        articles, families = {a.article for a in kept}, {self.family(a.article) for a in kept}
        held_back = sum(len(a.tellers) for a in e.accounts) - len(tellings)
        first, last = self._days(kept)
        return HappeningShown(
            id=e.id, kind=e.kind, first=first, last=last,
            places=_often(c.place.name for c in mine if c.place), counted=_counted(len(articles), len(families), known),
            articles=len(articles), families=len(families), origins=known, tellings=tellings,
            sources=[self._origin(o, kept) for o in sources], quarrels=self._quarrels(e.relations),
            agreed=sorted({r.field for r in e.relations if r.bearing == "agrees" and self._both(r)}),
            grades=self._grades(e.grades, held_back), judged=self._judged(judged, {t.claim for t in tellings}),
            held_back=held_back,
        )  # fmt: skip

    def _days(self, kept: Sequence[Account]) -> tuple[str, str]:
        """Return first and last day as weighed; of an account of which something is held back, as its claims have them."""
        found: list[tuple[str, str]] = []
        for a in kept:
            core = [t.claim for t in a.tellers if t.core]
            if all(c in self.claims for c in core):
                found += [(_iso(a.first), _iso(a.last))] if a.dated else []
            else:
                mine = [self.claims[c] for c in core if c in self.claims]
                found += [(c.first, c.last) for c in mine if c.first]
        return min((f for f, _ in found), default=""), max((x for _, x in found), default="")

    def _published(self, t: Telling) -> str:
        return self.articles[self.claims[t.claim].article].published

    def _telling(self, e: Event, a: Account, t: Teller) -> Telling:
        origin = next((o for o in e.origins if a.id in o.accounts), None)
        return Telling(t.claim, t.core, t.denies, self._name(origin, e.accounts) if origin else "")

    def _name(self, o: Origin, accounts: Sequence[Account]) -> str:
        outlets = sorted({self._outlet(a) for a in accounts if a.id in o.accounts})
        return self.names.hide(o.voice or f"{' and '.join(outlets) or 'nobody known'}, own words")

    def _outlet(self, a: Account) -> str:
        shown = self.articles.get(a.article)
        return (shown.original_outlet or shown.outlet) if shown else a.outlet or "an unnamed outlet"

    def _printed(self, a: Account) -> str:
        """Return who printed an account and when: "Global Research, reposting South Front, 2017-09-26"."""
        shown = self.articles[a.article]
        by = f"{shown.outlet}, reposting {shown.original_outlet}" if shown.original_outlet else shown.outlet
        return f"{by}, {shown.published}" if shown.published else by

    def _origin(self, o: Origin, kept: Sequence[Account]) -> OriginShown:
        mine = [a for a in kept if a.id in o.accounts]
        carried = sorted({a.article: self._printed(a) for a in mine}.values())
        return OriginShown(
            name=self._name(o, kept), known=o.known, articles=carried, families=len({self.family(a.article) for a in mine}),
            reasons=self._reasons(o, mine), would_split=self.names.hide(o.would_split),
            ties=[self.names.hide(t) for t in origins.ties(o, mine)],
        )  # fmt: skip

    def _reasons(self, o: Origin, mine: Sequence[Account]) -> list[str]:
        """Return why accounts are one origin; nothing where some are held back, for the reasons count them."""
        return [self.names.hide(r) for r in o.reasons] if len(mine) == len(o.accounts) else []

    def _both(self, r: Relation) -> bool:
        return r.one.claim in self.claims and r.other.claim in self.claims

    def _quarrels(self, found: Sequence[Relation]) -> list[Quarrel]:
        """Return contradictions, each pair of wordings once, the first of each field before the second of any.

        Those that would give a held back place or telling away are counted.
        """
        once: dict[tuple[str, ...], Quarrel] = {}
        for r in found:
            if r.bearing != "contradicts":
                continue
            if not self._both(r) or (
                r.field in HELD_FIELDS and (self._coarse(r.one.claim) or self._coarse(r.other.claim))
            ):
                self.dropped += 1
                continue
            sides = [Side(s.claim, self.names.hide(s.words, self.claims[s.claim].article)) for s in (r.one, r.other)]
            key = (r.field, *sorted(s.words for s in sides))
            once.setdefault(key, Quarrel(r.field, sides[0], sides[1], r.rule))
        nth: Counter[str] = Counter()
        ranked = []
        for q in once.values():
            ranked.append((nth[q.field], q))
            nth[q.field] += 1
        return [q for _, q in sorted(ranked, key=lambda r: r[0])]

    def _coarse(self, claim: str) -> bool:
        return self.claims[claim].guarded

    def _grades(self, found: Sequence[Grade], held_back: int) -> list[GradeShown]:
        """Return the grades; none where they rest on tellings that are held back."""
        if held_back:
            self.ungraded += len(found)
            return []
        return [
            GradeShown(g.name, g.value, g.rule, [self.names.hide(r) for r in g.reasons], self.names.hide(g.limits))
            for g in found
        ]

    def _judged(self, found: Sequence[tuple[Judgement, bool]], claims: Collection[str]) -> list[Judged]:
        return [
            Judged(j.number, j.verdict, clean(j.who), j.at, self.names.hide(j.why), undone)
            for j, undone in sorted(found, key=lambda f: f[0].number)
            if not {*j.one, *j.other}.isdisjoint(claims)
        ]


def _iso(ordinal: int) -> str:
    return date.fromordinal(max(1, min(ordinal, date.max.toordinal()))).isoformat()


def _counted(articles: int, families: int, known: int) -> str:
    """Return what a happening rests on, in words: "14 articles, 2 wire families, 1 origin"."""
    rest = counted(known, "origin", "origins") if known else "no known origin"
    return f"{counted(articles, 'article', 'articles')}, {counted(families, 'wire family', 'wire families')}, {rest}"


def _often(found: Iterable[str]) -> list[str]:
    """Return names, the most told first."""
    names = list(found)
    return sorted(set(names), key=lambda n: (-names.count(n), n))
