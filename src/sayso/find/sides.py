"""Tells whether ground was taken by a state's side or by a group that is no state's: the same verbs serve both."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.clause import agents, passive, subjects
from sayso.find.happening_words import classes, weights
from sayso.find.phrase import conjuncts, phrase
from sayso.find.tree import Tree
from sayso.find.unit import Unit
from sayso.model.happening import HappeningKind

SIDES = {"military": 1, "government": 1, "armed-group": -1}
"""The side of those who tell of their own."""
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
    side = side or -_side(tree, _after(tree, token, ("from",))) or _told_by(unit, by)
    if side > 0:
        return "government-regains-territory", "kind.ground.state-side"
    if side < 0:
        return "nonstate-overtakes-territory", "kind.ground.nonstate-side"
    return kind, "kind.ground.by-verb"


def _told_by(unit: Unit, takers: Sequence[int]) -> int:
    """Return the side of who tells it where they say "we" or "they" took it, or nobody did by name."""
    tree = unit.tree
    if not unit.voices or any(tree.pos[n] != "PRON" for n in takers):
        return 0
    return SIDES.get(unit.voices[-1].kind, 0)


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
        for end in (n, last):  # "government forces backed by Hezbollah": who backs them is asked last
            words = {w for i in range(first, end + 1) for w in (tree.lemma[i].lower(), tree.lower[i])}
            if words & weights().unstated and not words & weights().stated:
                return -1
            armed, ruling = bool(words & nonstate), bool(words & state)
            if armed and (not ruling or tree.lemma[n].lower() in nonstate):
                return -1
            if ruling:
                return 1
    return 0
