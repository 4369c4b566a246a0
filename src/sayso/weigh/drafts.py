"""Accounts being gathered from the claims of an article, and which claim tells more of which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.model.event import Spot
from sayso.model.happening import Figure, HappeningKind
from sayso.weigh import kinds
from sayso.weigh.given import Days, Given
from sayso.weigh.ground import apart
from sayso.weigh.main import WAR

SHORT_DAYS = 2
"""Days that still tell of a moment: a night, a weekend."""
OLD = 7
"""Days after which a deed is no news: what gives a place of its own and no day is not taken to go on about it."""
FEW = 10
"""Dead that are mostly of one act, though a whole month is named for it."""
Range = tuple[int, int | None]


@dataclass(slots=True)
class Draft:
    """An account being gathered, in reading order; ``claims`` are its claims and whether each founds it."""

    first: int
    last: int
    dated: bool
    lasts: bool = False
    several: bool = False
    claims: list[tuple[Given, bool]] = field(default_factory=list)
    places: list[Spot] = field(default_factory=list)
    killed: list[Range] = field(default_factory=list)
    injured: list[Range] = field(default_factory=list)
    since: int = 0

    @property
    def kind(self) -> HappeningKind:
        """The kind of happening that its first claim tells."""
        return self.claims[0][0].kind

    @property
    def days(self) -> Days:
        """First and last day as ordinals."""
        return self.first, self.last

    def ids(self, role: str) -> tuple[str, ...]:
        """Return the ids of its actors or targets, each once."""
        found = (x.id for g, _ in self.claims for x in getattr(g.happening, role))
        return tuple(dict.fromkeys(i for i in found if i))

    def period(self) -> bool:
        """Tell whether it counts what a stretch of days cost, rather than one act on a day of them that it does not tell."""
        if not self.dated or self.last <= self.first:
            return False
        few = max((low for low, _ in self.killed), default=0) < FEW
        if kinds.counts(self.kind) and not (long(self.days) and few):
            return True
        return long(self.days) and self.lasts

    def lend(self, g: Given) -> None:
        """Take what a claim adds: every narrow place, an area where there is no place yet, and every figure."""
        if g.here is not None and g.here not in self.places and (not g.here.wide or not self.places):
            self.places += [g.here, *g.others()]
        for f, held in _numbers(g, self):
            if f is not None and (f.low < WAR or not self.claims) and (f.low, f.high) not in held:
                held.append((f.low, f.high))

    def take(self, g: Given, *, founds: bool) -> None:
        """Add a claim."""
        self.claims.append((g, founds))
        self.since = 0

    def dates(self, g: Given) -> bool:
        """Tell whether a founding claim gives the account its day, or a narrower one that it plainly is of."""
        if g.own is None or not self.dated:
            return g.own is not None
        return g.own[1] - g.own[0] < self.last - self.first and _repeats(g, self)


def long(span: Days) -> bool:
    """Tell whether days are a stretch, not a moment."""
    return span[1] - span[0] > SHORT_DAYS


def tells_more(g: Given, d: Draft, day: int) -> bool:
    """Tell whether a founding claim tells more of what the draft tells: like kind, days that meet, no other place, no part of its sum.

    ``day`` is the article's own, as an ordinal.
    """
    if (
        not alike(g, d)
        or elsewhere(g, d)
        or (_undated_news(g, d, day) if g.own is None else _another_time(g.own, g, d))
    ):
        return False
    return not _part(g, d) and not _others_deed(g, d)


def goes_on(g: Given, d: Draft) -> bool:
    """Tell whether a claim that founds nothing may go on about a draft: nothing it gives contradicts it."""
    meets = g.own is None or (g.own[1] >= d.first and g.own[0] <= d.last)
    return alike(g, d) and meets and not elsewhere(g, d)


def alike(g: Given, d: Draft) -> bool:
    """Tell whether the kinds lie near one another."""
    return bool(kinds.likeness(g.kind, d.kind))


def elsewhere(g: Given, d: Draft) -> bool:
    """Tell whether the claim's place lies apart from every narrow place of a draft."""
    here, narrow = g.here, [p for p in d.places if not p.wide and not p.other]
    return here is not None and not here.wide and bool(narrow) and all(apart(here, p) for p in narrow)


def _undated_news(g: Given, d: Draft, day: int) -> bool:
    """Tell whether a claim without a day has a place of its own, and the draft is of long before."""
    return d.dated and d.last < day - OLD and g.here is not None and not g.here.wide and g.here not in d.places


def _another_time(own: Days, g: Given, d: Draft) -> bool:
    """Tell whether a claim's days are not the draft's, or not for it to take."""
    if not d.dated:
        return own[0] < d.first - SHORT_DAYS or long(own) or not _may_date(g, d)
    if own[1] < d.first or own[0] > d.last or long(own) != long(d.days):
        return True
    return own != d.days and g.several != d.several and _unlike(g, d)


def _may_date(g: Given, d: Draft) -> bool:
    """Tell whether a claim may give a draft its day: it has one of its numbers, or none that speaks against it.

    Fighting of other sorts goes on beside every deed, on days of its own.
    """
    if _shares_number(g, d):
        return True
    beside = kinds.goes_on(g.kind) or kinds.goes_on(d.kind)
    return not (g.happening.killed is not None and d.killed) and (g.kind == d.kind or not beside)


def _repeats(g: Given, d: Draft) -> bool:
    """Tell whether a claim says again where the draft's deed was or what it cost, so that its day is that deed's."""
    return _shares_number(g, d) or (g.here is not None and g.here in d.places) or g.points_back


def _shares_number(g: Given, d: Draft) -> bool:
    return any(f is not None and f.low in {low for low, _ in held} for f, held in _numbers(g, d))


def _unlike(g: Given, d: Draft) -> bool:
    """Tell whether a claim counts dead and the draft does, and no number is in both."""
    killed = g.happening.killed
    return killed is not None and bool(d.killed) and killed.low not in {low for low, _ in d.killed}


def _part(g: Given, d: Draft) -> bool:
    """Tell whether a claim counts what one narrower place had of a sum told for a wider one, or the sum of such parts."""
    if not _unlike(g, d):
        return False
    narrow = g.here is not None and not g.here.wide
    return narrow != any(not p.wide and not p.other for p in d.places) and bool(g.here and d.places)


def _others_deed(g: Given, d: Draft) -> bool:
    """Tell whether a claim is of what others did, or of what was done by other means: the rockets that the raids are told to answer."""
    if _unlike(g, d) and _by_other_means(g, [x for x, founds in d.claims if founds and x.happening.killed is not None]):
        return True
    ours, theirs = {x.id for x in g.happening.actors if x.id}, set(d.ids("actors"))
    if not ours or not theirs or ours & theirs or g.kind == d.kind:
        return False
    return _unlike(g, d) or _by_other_means(g, [d.claims[0][0]])


def _by_other_means(g: Given, others: Sequence[Given]) -> bool:
    """Tell whether a claim says by what means, and others say by what, and none by the same."""
    family = kinds.family(g.kind)
    return bool(others) and g.by_means and all(x.by_means and kinds.family(x.kind) != family for x in others)


def _numbers(g: Given, d: Draft) -> tuple[tuple[Figure | None, list[Range]], ...]:
    return tuple(zip(g.figures, (d.killed, d.injured), strict=True))
