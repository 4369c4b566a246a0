"""From a dossier and its ledger to what is published under a profile: everything that the profile holds back is gone after this."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import sayso
from sayso.ledger.reviews import Reviews
from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import ClaimRow
from sayso.model.event import Event
from sayso.model.problem import SaysoError
from sayso.model.reading import Reading
from sayso.model.review import Dossier, Item, Review
from sayso.pipeline.changing import Changing
from sayso.pipeline.weighing import Weighing
from sayso.show.dossier import decisions
from sayso.show.dossier.claims import Teller
from sayso.show.dossier.decisions import KEPT, Decisions
from sayso.show.dossier.excerpts import Excerpts
from sayso.show.dossier.happenings import Happenings
from sayso.show.dossier.names import Names, withheld
from sayso.show.dossier.shown import ArticleShown, ClaimShown, HappeningShown, Held, Part, Published
from sayso.show.exports.holding import Holding, holding
from sayso.show.exports.manifest import stamp
from sayso.show.plain import clean
from sayso.vocab.loader import load
from sayso.vocab.shapes.exports import Publishing

MOST_JUDGED = 100_000
FRESH = "held back: too fresh to publish under this profile"
LOST = "the ledger holds nothing under this id any more"


def publishing() -> Publishing:
    """Return what the word lists say of publications."""
    found: Publishing = load("exports/dossier", Publishing)
    return found


def gathered(store: SqliteStore, dossier: Dossier, *, profile: str, now: datetime) -> Published:
    """Return a dossier as it is published at a time (UTC) under a profile; the ledger is only read.

    Raises:
        SaysoError: when there is no such profile.
    """
    if profile not in publishing().excerpts:
        raise SaysoError(f"no profile is called {profile!r}: {', '.join(publishing().excerpts)}")
    return _Gathering(store, dossier, holding(profile, now)).published()


class _Gathering:
    """The ledger's records that one publication is made of, looked up once."""

    def __init__(self, store: SqliteStore, dossier: Dossier, held: Holding) -> None:
        self.store, self.dossier, self.held = store, dossier, held
        self.weighing = Weighing(store)
        self.events = {i.ref: e for i in dossier.items if i.kind == "happening" and (e := self._event(i.ref))}
        self.picked = {i.ref for i in dossier.items if i.kind == "claim"}
        self.core = {t.claim for e in self.events.values() for a in e.accounts for t in a.tellers if t.core}
        self.rows = {r.claim.id: r for r in store.claims_by_id(self._asked())}
        self.readings = self._readings()
        reviews = Reviews(store.db)
        self.found = _by_claim(reviews.of(self.rows))
        self.states = reviews.states(self.rows)
        self.bound = publishing().excerpts[held.name]
        self.names = self._names()

    def _event(self, key: str) -> Event | None:
        try:
            return self.weighing.event(key)
        except SaysoError:
            return None

    def _asked(self) -> list[str]:
        """Return the ids of all claims in the order of the dossier."""
        found: dict[str, None] = {}
        for i in self.dossier.items:
            ids = [t.claim for a in e.accounts for t in a.tellers] if (e := self.events.get(i.ref)) else [i.ref]
            found |= dict.fromkeys(ids if i.kind != "text" else [])
        return list(found)

    def _readings(self) -> dict[str, Reading]:
        ids = sorted({r.article.id for r in self.rows.values()})
        return {key: r for key in ids if (r := self.store.reading(key)) is not None}

    def _names(self) -> Names:
        put = [(self.rows[c].article.id, v) for c, found in self.found.items() for v in decisions.named(found)]
        return withheld([*self.readings.values()], put, self.held)

    def published(self) -> Published:
        """Return the publication."""
        d, hide = self.dossier, self.names.hide
        claims, articles, fresh = self._claims()
        told = Happenings(claims, articles, self.weighing.tracing.family, self.names)
        happenings = self._happenings(told)
        parts = [self._part(i, claims, happenings) for i in d.items]
        return Published(
            sayso_dossier=1, id=d.id, version=d.version, title=hide(d.title), who=clean(d.who), saved_at=d.at,
            region=[hide(r) for r in d.region], theme=[hide(t) for t in d.theme], profile=self.held.name,
            made_at=stamp(self.held.now.astimezone(UTC)), tool=f"sayso {sayso.__version__}", log_head=self.store.head(),
            parts=parts, claims=claims, happenings=happenings, articles=articles,
            held=self._held(claims, parts, told, fresh),
        )  # fmt: skip

    def _claims(self) -> tuple[dict[str, ClaimShown], dict[str, ArticleShown], int]:
        """Return the claims and articles that may be shown, and how many claims are too fresh; the order is the dossier's."""
        teller = Teller(self.held, self.names, Excerpts(self.bound))
        old = [r for c in self._asked() if (r := self.rows.get(c)) and not self._fresh(r)]
        for r in sorted(old, key=self._rank):
            teller.excerpts.of(self.readings[r.article.id].article, r.claim)
        gone = Changing(self.store).versions.kept.outdated(sorted({r.article.id for r in old}))
        claims: dict[str, ClaimShown] = {}
        articles: dict[str, ArticleShown] = {}
        for r in old:
            home, key = self.readings[r.article.id].article, r.claim.id
            claims[key] = teller.claim(r, home, self.found.get(key, ()), self.states.get(key, ""))
            if home.id not in articles:
                articles[home.id] = teller.article(r.article, home, gone.get(home.id, ("", ""))[0])
        return claims, articles, len(self.rows) - len(old)

    def _rank(self, r: ClaimRow) -> int:
        """Return whose turn it is for words: claims that were picked, then what tells a happening, then what goes on about it."""
        return 0 if r.claim.id in self.picked else 1 if r.claim.id in self.core else 2

    def _fresh(self, r: ClaimRow) -> bool:
        return decisions.fresh(r, decisions.amended(self.found.get(r.claim.id, ())), self.held)

    def _happenings(self, told: Happenings) -> dict[str, HappeningShown]:
        judged = self.weighing.kept.judged(MOST_JUDGED) if self.events else []
        return {
            ref: told.shown(e, judged)
            for ref, e in self.events.items()
            if any(t.claim in told.claims for a in e.accounts for t in a.tellers)
        }

    def _part(self, i: Item, claims: dict[str, ClaimShown], happenings: dict[str, HappeningShown]) -> Part:
        text = "\n\n".join(p for block in i.text.split("\n\n") if (p := self.names.hide(block)))
        if i.kind == "text":
            return Part(i.kind, "", text, clean(i.who))
        missing = ""
        if i.ref not in (claims if i.kind == "claim" else happenings):
            missing = FRESH if i.ref in self.rows or i.ref in self.events else LOST
        return Part(i.kind, clean(i.ref), "" if missing == FRESH else text, clean(i.who), missing)

    def _held(self, claims: dict[str, ClaimShown], parts: Sequence[Part], told: Happenings, fresh: int) -> Held:
        p = self.held.profile
        shown = claims.values()
        return Held(
            delay_hours=p.delay_hours, coarse_km=p.coarse_km, excerpt_words=self.bound.words,
            excerpt_share=self.bound.share, claims_fresh=fresh,
            happenings_fresh=sum(x.kind == "happening" and x.missing == FRESH for x in parts),
            places_coarse=sum(c.place is not None and c.place.coarse for c in shown), names=len(self.names),
            claims_cut=sum(c.cut for c in shown), contradictions=told.dropped, grades=told.ungraded,
            amendments=sum(d.value == KEPT for c in shown for d in c.decided),
            addresses=sum(self._hidden(a) for a in told.articles.values()), lost=sum(x.missing == LOST for x in parts),
        )  # fmt: skip

    def _hidden(self, a: ArticleShown) -> bool:
        return not a.url and self.readings[a.id].article.url is not None


def _by_claim(found: Iterable[tuple[Review, bool]]) -> dict[str, Decisions]:
    made: dict[str, list[tuple[Review, bool]]] = {}
    for r, undone in found:
        made.setdefault(r.claim, []).append((r, undone))
    return dict(made)
