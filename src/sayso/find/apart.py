"""The words of a unit that tell of something else: another time, or which person or place is meant."""

from __future__ import annotations

from functools import cache

from sayso.find.deeds import is_deed, lexicon
from sayso.find.frames import EMPTY, frames, supports_holds
from sayso.find.means import weapons
from sayso.find.tree import Tree
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.vocab.loader import load
from sayso.vocab.shapes.roles import Verbs


@cache
def _openers() -> frozenset[str]:
    return frozenset(load("roles/verbs", Verbs).apart)


def apart(unit: Unit, trigger: Trigger) -> frozenset[int]:
    """Return the tokens of clauses that tell of another time ("since the war began"), the unit's own head never among them."""
    tree, out = unit.tree, set[int]()
    for i in unit.tokens:
        if tree.lower[i] in _openers() and tree.dep[i] in ("mark", "prep"):
            inner = set(tree.subtree(tree.head[i] if tree.dep[i] == "mark" else i))
            if not inner & {unit.head, trigger.token}:
                out |= inner
    return frozenset(out)


def inside_asides(unit: Unit, trigger: Trigger) -> frozenset[int]:
    """Return the tokens that only say which person or place is meant, however deep ("held by an alliance battling to take Aleppo")."""
    tree, out = unit.tree, set[int]()
    for i in unit.tokens:
        if i not in out and tree.pos[i] == "VERB" and aside(tree, i, unit, trigger):
            below = tree.subtree(i)
            if not {unit.head, trigger.token} & set(below):
                out.update(below)
    return frozenset(out)


def aside(tree: Tree, verb: int, unit: Unit, trigger: Trigger) -> bool:
    """Tell whether a relative clause or participle only says which person or place is meant ("a town held by ISIS")."""
    if tree.dep[verb] not in ("acl", "relcl") or verb in (unit.head, trigger.token):
        return False
    noun = tree.head[verb]
    if (
        tree.tag[verb] == "VBG" and noun == verb - 1 and tree.lower[verb] in lexicon().deeds
    ):  # "in ISIS shelling": a deed's noun that a tagger took for a verb
        return False
    if noun == unit.head or is_deed(tree, noun) or tree.lower[noun] in weapons():
        return False
    return tree.lemma[verb] in supports_holds()[1] or frames().get(tree.lemma[verb], EMPTY).id != "role.transitive"
