"""Tells whether ground was taken by a state's side or by a group that is no state's: the same verbs serve both."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.clause import agents, passive, subjects
from sayso.find.happening_words import classes, weights
from sayso.find.phrase import conjuncts, phrase
from sayso.find.tree import Tree
from sayso.find.unit import Unit
from sayso.model.happening import HappeningKind

GROUND: frozenset[HappeningKind] = frozenset({"government-regains-territory", "nonstate-overtakes-territory"})


def taker(unit: Unit, token: int, kind: HappeningKind) -> tuple[HappeningKind, str]:
    """Return the kind by who takes the ground, and the rule; the kind unchanged and "" when it is no taking of ground."""
    if kind not in GROUND:
        return kind, ""
    tree = unit.tree
    by, losing = _takers(tree, token), tree.lemma[token] in weights().losing
    side = _side(tree, by)
    if losing:
        side = -side or -_side(tree, _after(tree, token, ("from",))) or _side(tree, _after(tree, token, ("to",)))
    side = side or -_side(tree, _after(tree, token, ("from",)))
    if side > 0:
        return "government-regains-territory", "kind.ground.state-side"
    if side < 0:
        return "nonstate-overtakes-territory", "kind.ground.nonstate-side"
    return kind, "kind.ground.by-verb"


def _takers(tree: Tree, token: int) -> Sequence[int]:
    if tree.pos[token] not in ("VERB", "AUX"):
        return [*tree.kids(token, "poss", "compound"), *_after(tree, token, ("by",))]
    return agents(tree, token) if passive(tree, token) else subjects(tree, token)


def _after(tree: Tree, token: int, prepositions: tuple[str, ...]) -> list[int]:
    found = [k for k in tree.kids(token, "prep", "agent") if tree.lower[k] in prepositions]
    for o in tree.kids(token, "dobj"):
        found += [k for k in tree.kids(o, "prep") if tree.lower[k] in prepositions]
    return [n for k in found for n in tree.kids(k, "pobj")]


def _side(tree: Tree, nouns: Sequence[int]) -> int:
    """Return 1 for a state's side, -1 for another's, 0 where the words do not tell."""
    state, nonstate = classes()["state"], classes()["nonstate"]
    for n in (c for noun in nouns for c in conjuncts(tree, noun)):
        first, last = phrase(tree, n)
        words = {tree.lemma[i].lower() for i in range(first, last + 1)} | {
            tree.lower[i] for i in range(first, last + 1)
        }
        if words & weights().unstated:
            return -1
        armed, ruling = len(words & nonstate), len(words & state)
        if armed and (not ruling or tree.lemma[n].lower() in nonstate):
            return -1
        if ruling:
            return 1
    return 0
