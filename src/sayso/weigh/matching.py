"""Whether two accounts tell of one happening: stated features, each with its finding and its points."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.model.event import Account, Evidence, Match, Spot
from sayso.weigh import kinds
from sayso.weigh.ground import apart, km, weights

Range = tuple[int, int | None]
Finding = tuple[str, str]
NONE: Finding = ("", "")


def match(one: Account, other: Account) -> Match:
    """Return how far two accounts tell of one happening; the order they are given in changes nothing.

    The points are those of ``vocab/weigh/weights.yaml``. A bar (other kinds, other days, other places, a toll of a period and one
    act) rules a match out whatever the points.
    """
    a, b = sorted((one, other), key=lambda x: x.id)
    bar = _bar(a, b)
    evidence = () if bar else tuple(_weighed(f) for f in _findings(a, b))
    return Match(a.id, b.id, round(sum(e.points for e in evidence), 3), evidence, bar)


def _weighed(f: tuple[str, str, str]) -> Evidence:
    feature, finding, words = f
    return Evidence(feature, words, _points().get((feature, finding), 0.0))


@cache
def _points() -> dict[Finding, float]:
    return {(w.feature, w.finding): w.points for w in weights().weights}


def _bar(a: Account, b: Account) -> str:
    """Return what rules out that the two are one happening, "" if nothing does."""
    if not _kind(a, b):
        return "kind"
    if a.period != b.period or (a.period and not _one_count(a, b)):
        return "period"
    if _gap(a, b) > 1:
        return "time"
    return "" if _brief(a, b) else "time"


def _one_count(a: Account, b: Account) -> bool:
    """Tell whether two accounts of a stretch of days can be one: the same days, and a toll that is the same where both give one."""
    tolls = not a.killed or not b.killed or bool({x for x, _ in a.killed} & {x for x, _ in b.killed})
    return (a.first, a.last) == (b.first, b.last) and tolls


def _gap(a: Account, b: Account) -> int:
    """Return how many days lie between the two, 0 when they meet."""
    return max(0, a.first - b.last, b.first - a.last)


def _may_lie_beside(a: Account, b: Account) -> bool:
    """Tell whether days beside each other may be one: a night has two, and reporters count it to either.

    Where the tolls differ as well they are two, unless one small place is told.
    """
    single = a.dated and b.dated and a.first == a.last and b.first == b.last
    tolls = not a.killed or not b.killed or any(x[0] == y[0] or _overlap(x, y) for x in a.killed for y in b.killed)
    return single and (tolls or _place(a, b)[1] in {"spot", "town"})


def _brief(a: Account, b: Account) -> bool:
    """Tell whether both tell of a moment, of the same stretch, or one of a month or week with the other's day in it."""
    if _span(a, b) <= weights().days or (a.first, a.last) == (b.first, b.last):
        return True
    return any(x.first <= y.first and y.last <= x.last for x, y in ((a, b), (b, a)))


def _span(a: Account, b: Account) -> int:
    """Return how many days the longer of the two leaves open."""
    return max(a.last - a.first, b.last - b.first)


def _beyond(p: Spot, q: Spot) -> bool:
    away = km(p, q)
    doubt = weights().wide_km if p.wide or q.wide else weights().far_km
    reach = (p.radius_km or 0.0) + (q.radius_km or 0.0) + doubt
    return away is not None and away > reach


def _findings(a: Account, b: Account) -> Iterator[tuple[str, str, str]]:
    yield "kind", _kind(a, b), f"{a.kind} / {b.kind}"
    yield "time", _time(a, b), f"{_gap(a, b)} days apart"
    yield _place(a, b)
    for feature in ("killed", "injured"):
        x, y = getattr(a, feature), getattr(b, feature)
        if x and y:
            yield feature, _figures(x, y), f"{shown(x)} / {shown(y)}"
    for feature in ("actors", "targets"):
        x, y = set(getattr(a, feature)), set(getattr(b, feature))
        if x and y:
            shared = sorted(x & y)
            yield feature, "same" if shared else "other", ", ".join(shared) or "none shared"
    yield _names(a, b)
    yield _words(a, b)
    both = "both" if a.lead and b.lead else "one" if a.lead or b.lead else "none"
    yield "lead", both, f"{both} of the two open their articles"
    if a.article == b.article:
        yield "article", "same", "told by one article"


LIKENESS = ("same", "family", "near")


def _kind(a: Account, b: Account) -> str:
    """Return how like the kinds are that the two are told as: one kind shared by both says the more the rarer it is."""
    shared = sorted(set(a.kinds) & set(b.kinds))
    if shared:
        rare = [k for k in shared if ("kind", k) in _points()]
        return max(rare, key=lambda k: _points()["kind", k]) if rare else "same"
    found = {kinds.likeness(x, y) for x in a.kinds for y in b.kinds}
    return next((f for f in LIKENESS if f in found), "")


def _time(a: Account, b: Account) -> str:
    if _gap(a, b):
        return "beside" if _may_lie_beside(a, b) else "next"
    if not (a.dated and b.dated):
        return "assumed"
    if a.first == a.last == b.first == b.last:
        return "day"
    if _span(a, b) < WEEK:
        return "meets"
    return "stretch" if (a.first, a.last) == (b.first, b.last) else "within"


WEEK = 6


def _place(a: Account, b: Account) -> tuple[str, str, str]:
    """Return the finding on the closest pair of places; how much it says depends on how narrow both are."""
    ranked = sorted((_closeness(p, q), p.name, q.name) for p in a.places for q in b.places)
    if not ranked:
        return "place", "unsaid", "not said by both"
    order, p, q = ranked[0]
    return "place", PLACES[order], f"{p} / {q}"


PLACES = ("spot", "town", "city", "around", "within", "unfound", "beside", "far")
SPOT_KM, TOWN_KM = 3.5, 8.0


def _closeness(p: Spot, q: Spot) -> int:
    """Return the rank in ``PLACES`` of two places."""
    if km(p, q) is None:
        return PLACES.index("town") if p.name == q.name else PLACES.index("unfound")
    if _beyond(p, q):
        return PLACES.index("far")
    if p.other or q.other:
        return PLACES.index("unfound")
    if p.wide or q.wide:
        return PLACES.index("around") if p.wide and q.wide else PLACES.index("within")
    if apart(p, q):
        return PLACES.index("beside")
    wider = max(p.radius_km or 0.0, q.radius_km or 0.0)
    return 0 if wider <= SPOT_KM else 1 if wider <= TOWN_KM else 2


def _figures(x: Sequence[Range], y: Sequence[Range]) -> str:
    """Return how two lists of figures bear on each other: a number shared says the more the larger it is."""
    shared = {r[0] for r in x if not _loose(r)} & {r[0] for r in y if not _loose(r)}
    if not shared and set(x) & set(y):
        return "same-few"  # both say "dozens"
    if shared:
        most = max(shared)
        return "same-few" if most < FEW else "same" if most < MANY else "same-many"
    if any(_overlap(r, s) for r in x for s in y):
        return "meets"
    most, other = max(r[0] for r in x), max(s[0] for s in y)
    if max(most, other) > FAR_TIMES * max(1, min(most, other)):
        return "far"
    return "meets" if any(meet(r, s) for r in x for s in y) else "other"


def _loose(x: Range) -> bool:
    """Tell whether a range is a word for many: two tellings of "dozens" share no large number, however many that may be."""
    return x[1] is not None and x[1] >= LOOSE * max(1, x[0])


def _overlap(x: Range, y: Range) -> bool:
    """Tell whether two counts with both ends meet: "dozens" and 86."""
    return x[1] is not None and y[1] is not None and meet(x, y)


FAR_TIMES = 3
LOOSE = 2
FEW, MANY = 5, 15


def meet(x: Range, y: Range) -> bool:
    """Tell whether two ranges can both be right."""
    return (x[1] is None or y[0] <= x[1]) and (y[1] is None or x[0] <= y[1])


def shown(ranges: Sequence[Range]) -> str:
    """Return ranges of people in words."""
    return ", ".join(str(a) if a == b else f"{a}+" if b is None else f"{a}–{b}" for a, b in ranges)


def _names(a: Account, b: Account) -> tuple[str, str, str]:
    shared = sorted(set(a.names) & set(b.names))
    return "names", str(min(3, len(shared))), ", ".join(shared) or "none shared"


def _words(a: Account, b: Account) -> tuple[str, str, str]:
    x, y = set(a.words), set(b.words)
    share = len(x & y) / max(1.0, math.sqrt(len(x) * len(y)))
    finding = next((name for name, least in SHARES if share >= least), "few")
    return "words", finding, f"{share:.0%} alike"


SHARES = (("most", 0.45), ("half", 0.25), ("some", 0.12))
"""How alike the words are, as the cosine of the two sets."""
