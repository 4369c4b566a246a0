"""Reads general words ("the attack", "five were killed") in the light of what the article told before."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.clause import agents, passive
from sayso.find.happening_words import lexicon, weights
from sayso.find.kinds import verbal
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.happening import HappeningKind
from sayso.model.span import Grounded

NEAR = 4
"""Units back that casualties told without their cause may look for it; "the attack" may look further."""


def settle(units: Sequence[Unit], triggers: Sequence[Trigger | None]) -> list[Trigger | None]:
    """Return the triggers with those of general words turned to the last closer kind they point back at."""
    out: list[Trigger | None] = []
    last: tuple[int, HappeningKind] | None = None
    for n, (unit, trigger) in enumerate(zip(units, triggers, strict=True)):
        if trigger is None or not trigger.kind.rule.startswith("kind.generic."):
            if trigger is not None and trigger.kind.value in weights().close:
                last = (n, trigger.kind.value)
            out.append(trigger)
        else:
            out.append(_closer(unit, trigger, last, n))
    return out


def _closer(unit: Unit, trigger: Trigger, last: tuple[int, HappeningKind] | None, n: int) -> Trigger:
    k = trigger.kind
    if last is None or last[1] == k.value:
        return trigger
    if not (_points_back(unit) or (n - last[0] <= NEAR and _causeless(unit, trigger.token))):
        return trigger
    others = (k.value, *(a for a in k.alternatives if a != last[1]))
    return Trigger(Grounded(last[1], "kind.told-before", k.spans, others), trigger.token, lexicon().codes[last[1]])


def _points_back(unit: Unit) -> bool:
    """Tell whether the unit speaks of a deed told before: "the attack", "the toll"."""
    tree, w = unit.tree, weights()
    return any(
        tree.lower[i] in w.definite and tree.dep[i] in ("det", "poss") and tree.lemma[tree.head[i]].lower() in w.pointed
        for i in unit.tokens
    )


def _causeless(unit: Unit, token: int) -> bool:
    """Tell whether the verb tells what befell somebody and not by whom: "another 50 were wounded"."""
    tree = unit.tree
    return verbal(tree, token) and passive(tree, token) and not agents(tree, token)
