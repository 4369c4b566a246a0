"""Field by field, how what two articles tell of one happening bears on each other; never an average of the two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import cast

from sayso.model.event import EVENT_FIELDS, Account, Bearing, EventField, Relation, Said
from sayso.weigh.main import WAR
from sayso.weigh.matching import meet
from sayso.weigh.parties import DENIES, may_be_one

COUNTED: tuple[EventField, ...] = ("killed", "injured")
COMMON: frozenset[EventField] = frozenset({"existence", "actors", "targets"})
"""Fields that nearly every telling gives, so that one alone giving them adds nothing worth saying."""
GUARDED: frozenset[EventField] = frozenset({"responsibility", "time", "control"})
"""Fields read from founding claims alone: what an article goes on about may be the doing of others, another day."""
ORDER: dict[Bearing, int] = {"agrees": 0, "refines": 1, "adds": 2, "contradicts": 3}
LOOSE = 2
"""Times that the most of a range is its least, from which on the range is a word ("dozens") and no number."""
PART = 2
"""Times that one number of an article may exceed another and both still count the whole: an earlier toll, not a part."""


def relations(accounts: Sequence[Account]) -> tuple[Relation, ...]:
    """Return how the values of every two articles bear on each other, and of two named voices within one; field by field.

    Numbers of one article are a sum, its parts and earlier tolls: two articles contradict each other on a number only when none
    that one gives can be any that the other gives. Both sides shown are then the largest.
    """
    held = sorted(accounts, key=lambda a: (a.published, a.article, a.id))
    articles = list(dict.fromkeys(a.article for a in held))
    found: list[Relation] = []
    for name in EVENT_FIELDS:
        by_article = {x: _given(name, [a for a in held if a.article == x]) for x in articles}
        telling = [x for x in articles if by_article[x]]
        if len(telling) == 1 and name not in COMMON:
            v = _fullest(by_article[telling[0]])
            found.append(Relation(name, "adds", v, v, f"agreement.{name}.only-one-says"))
        found += [_across(name, by_article[x], by_article[y]) for x, y in combinations(telling, 2)]
        found += [r for x in telling for r in _within(name, [a for a in held if a.article == x])]
    return tuple(found)


def _given(name: EventField, accounts: Sequence[Account]) -> list[Said]:
    """Return what an article's accounts give for a field: what their founding claims give, else what the others do."""
    core = {t.claim for a in accounts for t in a.tellers if t.core}
    values = [v for a in accounts for v in a.said if v.field == name]
    if name == "existence":
        denied = [v for v in values if "negative" in v.keys]
        return denied or [v for v in values if v.claim in core]
    if name in COUNTED:
        return _totals(name, accounts, core)
    denied = [v for v in values if name == "responsibility" and any(k.startswith(DENIES) for k in v.keys)]
    mine = [v for v in values if v.claim in core and v not in denied]
    return mine + denied if name in GUARDED else mine or values


def _totals(name: EventField, accounts: Sequence[Account], core: AbstractSet[str]) -> list[Said]:
    """Return the numbers of an article: of its founding claims, else of the others; no "dozens" that it gives a number for.

    The number may stand in a claim that goes on about the happening, where the account took it for its own.
    """
    given = [(a, v) for a in accounts for v in a.said if v.field == name and (v.low or 0) < WAR]
    mine = [v for _, v in given if v.claim in core]
    more = [v for a, v in given if v.claim not in core and (v.low or 0, v.high) in getattr(a, name)]
    loose = [v for v in mine if _loose(v)]
    exact = [v for v in mine if not _loose(v)]
    exact += [v for v in more if not _loose(v) and any(_within_range(v, w) for w in loose)]
    return exact + [w for w in loose if not any(_within_range(v, w) for v in exact)] or more


def _within_range(v: Said, w: Said) -> bool:
    """Tell whether a number lies in the range that a word stands for."""
    return (w.low or 0) <= (v.low or 0) <= (w.high or 0)


def _loose(v: Said) -> bool:
    """Tell whether a number was given as a word for many, from whose least to whose most is a long way."""
    low = v.low or 0
    return v.high is not None and v.high > low and v.high >= LOOSE * max(1, low)


def _across(name: EventField, ours: Sequence[Said], theirs: Sequence[Said]) -> Relation:
    """Return how what two articles give bears on each other, by the two values that are closest."""
    ranked = sorted(
        ((*_bearing(name, v, w), n, k) for n, v in enumerate(ours) for k, w in enumerate(theirs)),
        key=lambda found: (
            name in COUNTED and _parts(ours[found[2]], ours, theirs[found[3]], theirs),
            ORDER[found[0]], found[2], found[3],
        ),
    )  # fmt: skip
    bearing, rule, n, k = ranked[0]
    if bearing == "contradicts":
        return Relation(name, bearing, _fullest(ours), _fullest(theirs), rule)
    return Relation(name, bearing, ours[n], theirs[k], rule)


def _parts(v: Said, ours: Sequence[Said], w: Said, theirs: Sequence[Said]) -> bool:
    """Tell whether two numbers are both parts of what their articles count: that the parts are alike says nothing of the whole."""
    return PART * (v.low or 0) < _whole(ours) and PART * (w.low or 0) < _whole(theirs)


def _whole(values: Sequence[Said]) -> int:
    return max(v.low or 0 for v in values)


def _within(name: EventField, accounts: Sequence[Account]) -> Iterator[Relation]:
    """Yield where two named voices of one article contradict each other."""
    voice = {t.claim: t.voice for a in accounts for t in a.tellers}
    by_voice: dict[str, list[Said]] = {}
    for v in _given(name, accounts):
        by_voice.setdefault(voice[v.claim], []).append(v)
    by_voice.pop("", None)
    for one, other in combinations(sorted(by_voice), 2):
        r = _across(name, by_voice[one], by_voice[other])
        if r.bearing == "contradicts":
            yield r


def _fullest(values: Sequence[Said]) -> Said:
    return max(values, key=lambda v: (v.low or 0) if v.field in COUNTED else 0)


def _bearing(name: EventField, v: Said, w: Said) -> tuple[Bearing, str]:
    if name in COUNTED:
        return _counted(name, v, w)
    if name == "existence":
        same = v.keys == w.keys
        return ("agrees", "agreement.existence.both") if same else ("contradicts", "agreement.existence.denied")
    if name == "time":
        return _timed(v, w)
    return _keyed(name, v, w)


def _counted(name: EventField, v: Said, w: Said) -> tuple[Bearing, str]:
    """Return how two numbers bear: ranges that can't both be right contradict, of two that can the narrower refines."""
    x, y = (v.low or 0, v.high), (w.low or 0, w.high)
    if x == y:
        return "agrees", f"agreement.{name}.same-number"
    if meet(x, y):
        return "refines", f"agreement.{name}.ranges-meet"
    return "contradicts", f"agreement.{name}.ranges-apart"


def _timed(v: Said, w: Said) -> tuple[Bearing, str]:
    x, y = (v.low or 0, v.high), (w.low or 0, w.high)
    if x == y:
        return "agrees", "agreement.time.same-days"
    return ("refines", "agreement.time.days-meet") if meet(x, y) else ("contradicts", "agreement.time.days-apart")


def _keyed(name: EventField, v: Said, w: Said) -> tuple[Bearing, str]:
    """Return how two sets of identities bear: one may hold the other; that they share none contradicts only for responsibility.

    Other fields name different parts of a thing (a town and its quarter, a bomb and the car it was in), so they add.
    """
    x, y = set(v.keys), set(w.keys)
    if x and x == y:
        return "agrees", f"agreement.{name}.same"
    if name == "responsibility" and x and y:
        return _blamed(x, y)
    if x & y:
        return "refines", f"agreement.{name}.one-names-more"
    return "adds", f"agreement.{name}.named-differently"


def _blamed(x: set[str], y: set[str]) -> tuple[Bearing, str]:
    """Return how two accounts of who did it bear on each other; a denial contradicts whoever blames the one who denies."""
    denied = {k.removeprefix(DENIES) for k in x | y if k.startswith(DENIES)}
    blamed = {k for k in x | y if not k.startswith(DENIES)}
    if denied:
        return ("contradicts", "agreement.responsibility.denied") if denied & blamed else ("adds", DIFFERENTLY)
    if any(may_be_one(a, b) for a in x for b in y):
        return "refines", "agreement.responsibility.one-names-more"
    return "contradicts", "agreement.responsibility.others-named"


DIFFERENTLY = "agreement.responsibility.named-differently"


def contested(found: Sequence[Relation], fields: Sequence[str]) -> tuple[EventField, ...]:
    """Return the fields on which tellings contradict each other, of those asked for."""
    return tuple(
        cast("EventField", f) for f in fields if any(r.field == f and r.bearing == "contradicts" for r in found)
    )
