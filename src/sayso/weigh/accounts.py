"""Claims of one article to accounts: what the article tells of each happening, with the features that others are compared by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.event import Account, Teller
from sayso.model.ids import digest
from sayso.weigh import days, kinds, said, stems
from sayso.weigh.drafts import Draft, alike, goes_on, tells_more
from sayso.weigh.given import Given, given, ordinal
from sayso.weigh.ground import apart

ASSUMED_DAYS = 2
"""Days before the article's own in which an undated happening of the news is taken to lie."""
LONGEST = 12
"""Claims that may go on about one account after its first, so that a long background is not laid to the news before it."""
OPENING = 400
"""Code points within which an article says what it is about."""
ASIDE = 160
"""Code points after a claim of another day, which belongs to no account, within which what gives no day is taken to go on about it."""


def accounts(article: Article, claims: Sequence[Claim]) -> tuple[Account, ...]:
    """Return what the article tells of each happening, in reading order.

    A claim founds an account when it gives a place with a day or a figure, or a figure with a day, and the first with either; news of ground that is fought over
    founds one by a town of its own, apart from all told before. Claims that give less go on about the last account that they do not contradict. What is yet to come founds nothing.
    """
    day = article_day(article)
    if day is None:
        return ()
    drafts: list[Draft] = []
    aside = -ASIDE
    for c in claims:
        if c.happening is None or c.tense.value == "future":
            continue
        g = given(article.text, c, c.happening)
        if kinds.founds(g.kind) and (_founds(g) or (not drafts and _opens(g)) or _far_off(g, drafts)):
            _found(g, day, drafts)
        elif days.sequel(article.text, c):
            continue
        elif (g.own or c.content[0].start - aside >= ASIDE) and not _go_on(g, drafts) and g.own:
            aside = c.content[-1].end
    return tuple(_account(article, d, lead=n == 0) for n, d in enumerate(drafts))


def article_day(article: Article) -> int | None:
    """Return the day the article was written as an ordinal: of the dateline, which decides, or of publication."""
    stated = article.dateline or article.published
    return None if stated is None else ordinal(stated.value)


def _founds(g: Given) -> bool:
    placed = g.here is not None and g.here.lat is not None
    return sum((g.counts, g.told is not None, placed)) > 1


def _opens(g: Given) -> bool:
    """Tell whether a claim may found the account that an article opens with: news is told first, with its day, its toll or its place."""
    first = (
        g.claim.content[0].start < OPENING and g.claim.polarity.value == "positive" and g.claim.tense.value == "past"
    )
    return g.counts or g.told is not None or (first and not kinds.goes_on(g.kind) and g.here is not None)


def _far_off(g: Given, drafts: Sequence[Draft]) -> bool:
    """Tell whether a claim says who did something at a town of its own, far from every place told before: news without a day of its own."""
    here, c = g.here, g.claim
    if not kinds.founds_by_place(g.kind) or here is None or here.wide or here.lat is None:
        return False
    told = bool(g.happening.actors) and c.polarity.value == "positive" and c.tense.value == "past"
    return told and all(apart(here, p) for d in drafts for p in d.places if not p.wide)


def _found(g: Given, day: int, drafts: list[Draft]) -> None:
    """Lay a claim that could found an account to the one it tells more of, or begin a new one with it."""
    draft = None if g.anew else next((d for d in reversed(drafts) if tells_more(g, d, day)), None)
    if draft is None:
        lead = next((d for d in reversed(drafts) if d.dated and alike(g, d)), None)
        latest = min(day, g.told[1]) if g.told else day
        first, last = g.own or (lead.days if lead else (latest - ASSUMED_DAYS, latest))
        draft = Draft(first, last, dated=g.own is not None, lasts=g.lasts, several=g.several)
        drafts.append(draft)
    elif g.own is not None and draft.dates(g):
        draft.first, draft.last, draft.dated, draft.lasts = *g.own, True, g.lasts
    draft.lend(g)
    draft.take(g, founds=True)


def _go_on(g: Given, drafts: Sequence[Draft]) -> bool:
    """Lay a claim to the last draft that it does not contradict; tell whether there is one."""
    for d in reversed(drafts):
        d.since += 1
        if d.since > LONGEST or not goes_on(g, d):
            continue
        if g.kind == d.kind and g.own is not None and not d.dated and d.first <= g.own[0] <= g.own[1] <= d.last:
            d.first, d.last, d.dated = *g.own, True
        if not kinds.counts(g.kind):
            d.lend(g)
        d.take(g, founds=False)
        return True
    return False


def _account(article: Article, d: Draft, *, lead: bool) -> Account:
    held = [g.claim for g, _ in d.claims]
    core = [g for g, founds in d.claims if founds]
    told = " . ".join(s.of(article.text) for c in held for s in c.content)
    voices = " ".join(v.name for g in core for v in g.claim.voices)
    parties = [x for g, _ in d.claims for x in (*g.happening.actors, *g.happening.targets)]
    known = stems.names(" ".join([voices, *(x.name for x in parties if x.id)]).title())
    return Account(
        id=digest("t", core[0].claim.id), article=article.id,
        outlet=article.outlet.value if article.outlet else "",
        published=date.fromordinal(article_day(article) or 1).isoformat(),
        kind=core[0].kind, kinds=tuple(dict.fromkeys(g.kind for g in core)),
        first=d.first, last=d.last, dated=d.dated,
        period=d.period(), places=tuple(d.places), killed=tuple(d.killed), injured=tuple(d.injured),
        actors=d.ids("actors"), targets=d.ids("targets"),
        names=tuple(sorted(stems.names(told) - known)), words=tuple(sorted(stems.stems(told))),
        tellers=tuple(teller(g.claim, core=founds) for g, founds in d.claims),
        said=tuple(v for c in held for v in said.values(article.text, c)),
        lead=lead,
    )  # fmt: skip


def teller(c: Claim, *, core: bool) -> Teller:
    """Return who tells a claim: the origin of its chain."""
    v = c.voices[-1] if c.voices else None
    denies = said.denies(c)
    span = c.content[0] if c.content else None
    if v is None:
        return Teller(c.id, "", "", "", named=False, party=None, span=span, denies=denies, core=core)
    key = v.id or (v.name.casefold() if v.named else "")
    return Teller(c.id, key, v.name, v.kind, v.named, v.party, span, denies, core)
