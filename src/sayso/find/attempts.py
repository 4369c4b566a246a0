"""Tells whether a verb says only what is tried or aimed at: "fighting to seize", "an offensive to retake", "focused on regaining"."""

from __future__ import annotations

from sayso.find.happening_words import weights
from sayso.find.sides import GROUND
from sayso.find.tree import Tree
from sayso.model.happening import HappeningKind

LISTED = 6
"""Verbs of a list that are gone back through to its first."""


def instead(tree: Tree, verb: int, kind: HappeningKind) -> tuple[HappeningKind, str] | None:
    """Return what is done where a deed is only tried, and its rule: forces push and take no place, sides talk and agree on nothing yet."""
    if kind in GROUND and aimed(tree, verb):
        return "advance-or-hold", "kind.ground.tried"
    if kind == "agreement-ceasefire" and aimed(tree, verb):
        return "talks-diplomacy", "kind.agreement.tried"
    return None


def aimed(tree: Tree, verb: int) -> bool:
    """Tell whether the verb is only what somebody tries, or does something else for."""
    for _ in range(LISTED):
        if tree.dep[verb] != "conj" or tree.tag[verb][0] != "V":
            break
        verb = tree.head[verb]
    dep, up = tree.dep[verb], tree.head[verb]
    if dep == "pcomp":
        return _tries(tree, tree.head[up])
    if tree.tag[verb] != "VB" or not any(tree.lower[k] == "to" for k in tree.kids(verb, "aux")):
        return False
    return dep == "advcl" or (dep in ("acl", "xcomp", "ccomp", "pobj") and _tries(tree, up))


def _tries(tree: Tree, i: int) -> bool:
    return tree.lemma[i].lower() in weights().trying
