"""Reads general words ("the attack", "five were killed") in the light of what the article tells around them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from operator import itemgetter

from sayso.find.clause import agents, passive
from sayso.find.happening_words import lexicon, weights
from sayso.find.kinds import verbal
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.happening import HappeningKind
from sayso.model.span import Grounded
from sayso.vocab.loader import load
from sayso.vocab.shapes.happenings import Weighing

NEAR = 4
"""Units away that a closer kind may be looked for; what "the attack" points back at may stand further back."""
LEADING, SHARE, MAIN = 8, 0.3, 0.05
"""Units in which the article's main deed is told first, the least share of its tellings among those of all deeds, and what it weighs
beside a telling next to the general word (1/4)."""
FAR, LONG = 1, 200
"""Tellings that "the attack" points back at however far they stand, and units beyond which nothing is looked for."""
AHEAD = 0.6
"""What a unit that follows counts against one as far before: reports come back to a deed, leads tell it in general words first."""
AROUND = 3
"""Units away in which a sign of a sharper kind ("suicide") counts for a general word."""
OPENING = 3
"""Words with which "hours after" and the like open a unit."""
GENERIC, TOLL = "kind.generic.", "kind.toll"
Told = tuple[int, HappeningKind]


def settle(units: Sequence[Unit], triggers: Sequence[Trigger | None]) -> list[Trigger | None]:
    """Return the triggers with those of general words turned to the closer kind that is told around them."""
    close = weights().close
    told = [(n, t.kind.value) for n, t in enumerate(triggers) if t and not _general(t) and t.kind.value in close]
    shown, main = _signs(units), _main(told)
    aside = [n for n, u in enumerate(units) if _sequel(u)]
    out: list[Trigger | None] = []
    for n, (unit, trigger) in enumerate(zip(units, triggers, strict=True)):
        if trigger is None:
            out.append(None)
            continue
        general = _general(trigger)
        other = {m for m in aside if m != n and units[m].tree is unit.tree} if general else set[int]()
        near = [t for t in told if t[0] not in other] if other else told
        signs = {k: [m for m in at if m not in other] for k, at in shown.items()} if other else shown
        kind = _sharper(
            _closer(unit, trigger, near, n, main) if general else trigger.kind.value, n, signs, general=general
        )
        out.append(trigger if kind == trigger.kind.value else _turned(trigger, kind))
    return out


def _sequel(unit: Unit) -> bool:
    """Tell whether a unit tells what came before or after what its sentence tells: "hours after a gas attack", so that it says nothing of that."""
    tree, w = unit.tree, weights()
    marks = (tree.lower[k] for k in tree.kids(unit.head, "mark"))
    return any(m in w.sequence for m in marks) or any(tree.lower[i] in w.sequence for i in unit.tokens[:OPENING])


def _general(trigger: Trigger) -> bool:
    return trigger.kind.rule.startswith(GENERIC) or trigger.kind.rule == TOLL


def _turned(trigger: Trigger, kind: HappeningKind) -> Trigger:
    k = trigger.kind
    others = (k.value, *(a for a in k.alternatives if a != kind))
    return Trigger(Grounded(kind, "kind.told-before", k.spans, others), trigger.token, lexicon().codes[kind])


def _main(told: Sequence[Told]) -> HappeningKind | None:
    """Return the kind the article tells first, if it goes on about it."""
    if not told or told[0][0] > LEADING:
        return None
    first = told[0][1]
    return first if sum(k == first for _, k in told) >= SHARE * len(told) else None


def _closer(unit: Unit, trigger: Trigger, told: Sequence[Told], n: int, main: HappeningKind | None) -> HappeningKind:
    """Return the kind told most and nearest around the unit among those the word may mean; its own when there is none.

    "The attack" was told before; "an attack" is told now, and in closer words, if any, only later. Dead, wounded and blasts are
    those of the article's main deed unless another is told near.
    """
    may = _may_be(trigger.kind.rule.removeprefix(GENERIC), trigger.kind.value)
    back = _points_back(unit)
    if not (back or _loose(unit, trigger)):
        return trigger.kind.value
    here = bisect_left(told, n, key=itemgetter(0))
    before = [] if _new(unit, trigger.token) else _fit(told, here - 1, -1, may, FAR if back else 0, n - NEAR)
    after = [] if back and before else _fit(told, here, 1, may, 0, n + NEAR)
    worth: dict[HappeningKind, float] = defaultdict(float)
    for m, kind in (*before, *after):
        worth[kind] += (1.0 if m < n else AHEAD) / (1 + abs(n - m)) ** 2
    if main is not None and main in may and unit.tree.lemma[trigger.token].lower() not in weights().attacks:
        worth[main] += MAIN
    worth.setdefault(trigger.kind.value, 0.0)
    return max(worth, key=lambda k: worth[k])


def _fit(told: Sequence[Told], at: int, step: int, may: frozenset[HappeningKind], least: int, to: int) -> list[Told]:
    """Return the tellings of kinds that fit, going from ``at`` by ``step``: as far as unit ``to``, but ``least`` however far."""
    out: list[Told] = []
    while 0 <= at < len(told):
        m, kind = told[at]
        if (m - to) * step > 0 and (len(out) >= least or abs(m - to) > LONG):
            break
        if kind in may:
            out.append(told[at])
        at += step
    return out


def _new(unit: Unit, token: int) -> bool:
    """Tell whether the word brings in a deed not told yet: "an attack", "another raid"."""
    tree = unit.tree
    return any(tree.dep[k] == "det" and tree.lower[k] in weights().new for k in tree.children[token])


def _loose(unit: Unit, trigger: Trigger) -> bool:
    """Tell whether the word names nobody who does it: a noun without a doer, or what befell somebody ("50 were wounded")."""
    tree, token = unit.tree, trigger.token
    if trigger.kind.rule == TOLL or trigger.kind.rule.removeprefix(GENERIC) in weights().unmade:
        return True
    if verbal(tree, token):
        return passive(tree, token) and not agents(tree, token)
    return tree.lemma[token].lower() in weights().pointed


@cache
def _weighing() -> Weighing:
    found: Weighing = load("units/weighing", Weighing)
    return found


@cache
def _may_be(word: str, kind: HappeningKind) -> frozenset[HappeningKind]:
    """Return the kinds that a general word of a kind may mean; all close ones unless it or its kind is listed."""
    means = _weighing().means
    found = means.get(word) or means.get(kind)
    return frozenset(found) if found else weights().close


def _signs(units: Sequence[Unit]) -> dict[HappeningKind, list[int]]:
    """Return the units that hold a sign of each sharper kind."""
    found: dict[HappeningKind, list[int]] = {}
    for kind, sharp in _weighing().sharper.items():
        signs = frozenset(sharp.signs)
        found[kind] = [n for n, u in enumerate(units) if any(u.tree.lower[i] in signs for i in u.tokens)]
    return found


def _sharper(kind: HappeningKind, n: int, shown: dict[HappeningKind, list[int]], *, general: bool) -> HappeningKind:
    """Return the sharper kind whose signs stand near, where the kind is one that may be sharpened so."""
    for sharp, spec in _weighing().sharper.items():
        if kind in spec.over and _near(shown[sharp], n, AROUND if general else spec.plain):
            return sharp
    return kind


def _near(units: Sequence[int], n: int, most: int) -> bool:
    """Tell whether one of the units, in reading order, is at most so many away."""
    at = bisect_left(units, n - most)
    return most >= 0 and at < len(units) and units[at] <= n + most


def _points_back(unit: Unit) -> bool:
    """Tell whether the unit speaks of a deed told before: "the attack", "the toll"."""
    tree, w = unit.tree, weights()
    return any(
        tree.lower[i] in w.definite and tree.dep[i] in ("det", "poss") and tree.lemma[tree.head[i]].lower() in w.pointed
        for i in unit.tokens
    )
