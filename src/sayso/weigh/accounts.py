"""Claims of one article to accounts: what the article tells of each happening, with the features that others are compared by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.event import Account, Spot, Teller
from sayso.model.happening import Figure, Happening
from sayso.model.ids import digest
from sayso.weigh import days, kinds, said, stems
from sayso.weigh.ground import NARROW_KM, apart
from sayso.weigh.main import WAR

ASSUMED_DAYS = 2
"""Days before the article's own in which an undated happening of the news is taken to lie."""
SAID_DAY = "when.said-day"
"""The rule of a day that is that of the saying: the news it tells of lies then or shortly before."""
SHORT_DAYS = 2
"""Days that still tell of a moment: a night, a weekend."""
MOST_OTHERS = 3
LONGEST = 12
"""Claims that may go on about one account after its first, so that a long background is not laid to the news before it."""
Range = tuple[int, int | None]


@dataclass(slots=True)
class _Draft:
    """An account being gathered from the claims of an article, in reading order."""

    first: int
    last: int
    dated: bool
    claims: list[tuple[Claim, bool]] = field(default_factory=list)
    places: list[Spot] = field(default_factory=list)
    killed: list[Range] = field(default_factory=list)
    injured: list[Range] = field(default_factory=list)
    since: int = 0
    several: bool = False


def accounts(article: Article, claims: Sequence[Claim]) -> tuple[Account, ...]:
    """Return what the article tells of each happening, in reading order.

    A claim founds an account when it gives a place with a day or a figure, or a figure with a day, and the first with either; news of ground that is fought over
    founds one by a town of its own, apart from all told before. Claims that give less go on about the last account that they do not contradict. What is yet to come founds nothing.
    """
    day = article_day(article)
    if day is None:
        return ()
    drafts: list[_Draft] = []
    for c in claims:
        h = c.happening
        if h is None or c.tense.value == "future":
            continue
        if kinds.founds(h.kind.value) and (_founds(h) or (not drafts and _opens(h)) or _far_off(c, h, drafts)):
            _found(c, h, day, drafts, several=days.several(article.text, c))
        else:
            _go_on(c, h, drafts)
    return tuple(_account(article, d, lead=n == 0) for n, d in enumerate(drafts))


def article_day(article: Article) -> int | None:
    """Return the day the article was written as an ordinal: of the dateline, which decides, or of publication."""
    stated = article.dateline or article.published
    return None if stated is None else ordinal(stated.value)


def ordinal(day: str) -> int | None:
    """Return ``YYYY-MM-DD`` as an ordinal; None for anything else."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return None


def own_days(h: Happening) -> tuple[int, int] | None:
    """Return the first and last day that the claim itself gives the happening; the day somebody said it on is not its own."""
    return None if h.when is not None and h.when.rule == SAID_DAY else _days(h)


def _days(h: Happening) -> tuple[int, int] | None:
    if h.when is None or h.when.start is None or h.when.end is None:
        return None
    first, last = ordinal(h.when.start), ordinal(h.when.end)
    return None if first is None or last is None else (first, max(first, last))


def spot(h: Happening) -> Spot | None:
    """Return the place of a happening as it is weighed."""
    p = h.place
    if p is None:
        return None
    name = p.id or stems.bones(p.name)
    if p.lat is None or p.lon is None:
        return Spot(name, wide=True) if name else None
    radius = p.radius_km or 0.0
    wide = radius > NARROW_KM or p.precision in {"province", "country"}
    return Spot(name, round(p.lat, 4), round(p.lon, 4), radius, wide)


def others(h: Happening) -> list[Spot]:
    """Return what else the place's name may stand for, the likeliest first."""
    p = h.place
    found = p.alternatives[:MOST_OTHERS] if p else ()
    return [Spot(c.id, round(c.lat, 4), round(c.lon, 4), 0.0, other=True) for c in found]


def _founds(h: Happening) -> bool:
    dated = _days(h) is not None
    placed = h.place is not None and h.place.lat is not None
    return (_counts(h) and (dated or placed)) or (dated and placed)


def _opens(h: Happening) -> bool:
    """Tell whether a claim may found the account that an article opens with: news is told first, with its day or its toll."""
    return _counts(h) or _days(h) is not None


def _far_off(c: Claim, h: Happening, drafts: Sequence[_Draft]) -> bool:
    """Tell whether a claim says who did something at a town of its own, far from every place told before: news without a day of its own."""
    here = spot(h)
    if (
        not kinds.founds_by_place(h.kind.value)
        or here is None
        or here.wide
        or here.lat is None
        or not h.actors
        or c.polarity.value != "positive"
        or c.tense.value != "past"
    ):
        return False
    return all(apart(here, p) for d in drafts for p in d.places if not p.wide)


def _counts(h: Happening) -> bool:
    return h.killed is not None or h.injured is not None


def _found(c: Claim, h: Happening, day: int, drafts: list[_Draft], *, several: bool) -> None:
    """Lay a claim that could found an account to the one it tells more of, or begin a new one with it."""
    own, here = own_days(h), spot(h)
    draft = next((d for d in reversed(drafts) if _tells_more(h, own, here, d)), None)
    if draft is None:
        lead = next((d for d in reversed(drafts) if d.dated and _alike(h, d)), None)
        said_on = _days(h)
        latest = min(day, said_on[1]) if said_on else day
        lasts = own or ((lead.first, lead.last) if lead else (latest - ASSUMED_DAYS, latest))
        draft = _Draft(*lasts, dated=own is not None, several=several)
        drafts.append(draft)
    elif own is not None and (not draft.dated or own[1] - own[0] < draft.last - draft.first):
        draft.first, draft.last, draft.dated, draft.several = *own, True, several
    _lend(draft, h, here)
    draft.claims.append((c, True))
    draft.since = 0


def _tells_more(h: Happening, own: tuple[int, int] | None, here: Spot | None, d: _Draft) -> bool:
    """Tell whether a claim tells more of what the draft tells: like kind, days that meet, no other place, no part of its sum."""
    if not _alike(h, d) or (here is not None and _elsewhere(here, d)):
        return False
    if own is not None and d.dated and (own[1] < d.first or own[0] > d.last):
        return False
    if own is not None and _long(own) != _long((d.first, d.last)) and d.dated:
        return False
    if own is not None and not d.dated and (own[0] < d.first - SHORT_DAYS or _long(own) or not _may_date(h, d)):
        return False
    return not _part(h, here, d)


def _may_date(h: Happening, d: _Draft) -> bool:
    """Tell whether a claim may give a draft its day: it has one of its numbers, or none that speaks against it and the same kind."""
    if any(f is not None and held and f.low in {low for low, _ in held} for f, held in _numbers(h, d)):
        return True
    return h.kind.value == _founder(d).kind.value and not (h.killed is not None and d.killed)


def _numbers(h: Happening, d: _Draft) -> tuple[tuple[Figure | None, list[Range]], ...]:
    return (h.killed, d.killed), (h.injured, d.injured)


def _long(span: tuple[int, int]) -> bool:
    """Tell whether days are a stretch, not a moment."""
    return span[1] - span[0] > SHORT_DAYS


def _part(h: Happening, here: Spot | None, d: _Draft) -> bool:
    """Tell whether a claim counts what one narrower place had of a sum told for a wider one, or the sum of such parts."""
    if h.killed is None or not d.killed or h.killed.low in {low for low, _ in d.killed}:
        return False
    narrow = here is not None and not here.wide
    return narrow != any(not p.wide and not p.other for p in d.places) and bool(here and d.places)


def _go_on(c: Claim, h: Happening, drafts: Sequence[_Draft]) -> None:
    here, own = spot(h), own_days(h)
    for d in reversed(drafts):
        d.since += 1
        if d.since > LONGEST or not _alike(h, d):
            continue
        if own is not None and (own[1] < d.first or own[0] > d.last):
            continue
        if here is not None and _elsewhere(here, d):
            continue
        same = h.kind.value == _founder(d).kind.value
        if same and own is not None and not d.dated and d.first <= own[0] <= own[1] <= d.last:
            d.first, d.last, d.dated = *own, True
        if not kinds.counts(h.kind.value):
            _lend(d, h, here)
        d.claims.append((c, False))
        d.since = 0
        return


def _alike(h: Happening, d: _Draft) -> bool:
    return bool(kinds.likeness(h.kind.value, _founder(d).kind.value))


def _founder(d: _Draft) -> Happening:
    founder = d.claims[0][0].happening
    assert founder is not None
    return founder


def _elsewhere(here: Spot, d: _Draft) -> bool:
    """Tell whether a place lies apart from every narrow place of a draft."""
    narrow = [p for p in d.places if not p.wide and not p.other]
    return not here.wide and bool(narrow) and all(apart(here, p) for p in narrow)


def _lend(d: _Draft, h: Happening, here: Spot | None) -> None:
    """Give the draft what a claim adds to it: every narrow place, an area where it has no place, and every figure."""
    if here is not None and here not in d.places and (not here.wide or not d.places):
        d.places += [here, *others(h)]
    for f, held in _numbers(h, d):
        if f is not None and (f.low < WAR or not d.claims) and (f.low, f.high) not in held:
            held.append((f.low, f.high))


def _account(article: Article, d: _Draft, *, lead: bool) -> Account:
    core = [c for c, founder in d.claims if founder]
    h = core[0].happening
    assert h is not None
    told = " . ".join(s.of(article.text) for c, _ in d.claims for s in c.content)
    voices = " ".join(v.name for c in core for v in c.voices)
    parties = [x for c, _ in d.claims if c.happening for x in (*c.happening.actors, *c.happening.targets)]
    known = stems.names(" ".join([voices, *(x.name for x in parties if x.id)]).title())
    tellers = tuple(teller(c, core=founder) for c, founder in d.claims)
    return Account(
        id=digest("t", core[0].id), article=article.id,
        outlet=article.outlet.value if article.outlet else "",
        published=date.fromordinal(article_day(article) or 1).isoformat(),
        kind=h.kind.value, kinds=tuple(dict.fromkeys(c.happening.kind.value for c in core if c.happening)),
        first=d.first, last=d.last, dated=d.dated,
        period=_period(h, d), places=tuple(d.places), killed=tuple(d.killed), injured=tuple(d.injured),
        actors=_ids(d, "actors"), targets=_ids(d, "targets"),
        names=tuple(sorted(stems.names(told) - known)), words=tuple(sorted(stems.stems(told))),
        tellers=tellers, said=tuple(v for c, _ in d.claims for v in said.values(article.text, c)),
        lead=lead,
    )  # fmt: skip


def _period(h: Happening, d: _Draft) -> bool:
    """Tell whether the account counts what a stretch of days cost, rather than one act on a day of them that it does not tell."""
    if not d.dated or d.last <= d.first:
        return False
    if kinds.counts(h.kind.value):
        return True
    return _long((d.first, d.last)) and (d.several or not days.on_calendar(d.first, d.last))


def _ids(d: _Draft, role: str) -> tuple[str, ...]:
    found = (x.id for c, _ in d.claims if c.happening for x in getattr(c.happening, role))
    return tuple(dict.fromkeys(i for i in found if i))


def teller(c: Claim, *, core: bool) -> Teller:
    """Return who tells a claim: the origin of its chain."""
    v = c.voices[-1] if c.voices else None
    denies = said.denies(c)
    span = c.content[0] if c.content else None
    if v is None:
        return Teller(c.id, "", "", "", named=False, party=None, span=span, denies=denies, core=core)
    key = v.id or (v.name.casefold() if v.named else "")
    return Teller(c.id, key, v.name, v.kind, v.named, v.party, span, denies, core)
