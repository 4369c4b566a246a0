"""What stands where in a clause: the logical subject and object of a verb, also where the grammar leaves them to be inherited."""

from __future__ import annotations

from functools import cache

from sayso.find.phrase import conjuncts
from sayso.find.tree import Tree
from sayso.vocab.loader import load
from sayso.vocab.shapes.roles import Verbs

VERBAL = frozenset({"VERB", "AUX"})
DEEP = 6
"""Governors climbed in search of an inherited subject."""
FROM_OBJECT = frozenset({"from", "against", "with", "by", "to"})
"""Prepositions that parsers often hang on the object though they belong to the verb."""


@cache
def _blames() -> frozenset[str]:
    return frozenset(load("roles/verbs", Verbs).blames)


def passive(tree: Tree, verb: int) -> bool:
    """Tell whether the verb's grammatical subject suffers the deed."""
    deps = {tree.dep[k] for k in tree.children[verb]}
    if deps & {"auxpass", "nsubjpass", "agent"}:
        return True
    if tree.tag[verb] != "VBN" or "dobj" in deps:
        return False
    return not any(tree.dep[k] == "aux" and tree.lemma[k] in ("have", "'ve") for k in tree.children[verb])


def verb_of(tree: Tree, i: int) -> int | None:
    """Return the verb that governs token i, straight or through prepositions and nouns; None at the top."""
    for _ in range(DEEP):
        up = tree.head[i]
        if up == i:
            return None
        if tree.pos[up] in VERBAL:
            return up
        i = up
    return None


def relative(tree: Tree, pronoun: int) -> int | None:
    """Return the noun that "who", "which" or "that" stands for; None when the pronoun opens no relative clause."""
    if tree.tag[pronoun] not in ("WP", "WDT", "WP$") and tree.lower[pronoun] != "that":
        return None
    at = tree.head[pronoun]
    for _ in range(DEEP):
        if tree.dep[at] == "relcl":
            return tree.head[at]
        at = tree.head[at]
    return None


def subjects(tree: Tree, verb: int, depth: int = 0) -> list[int]:
    """Return the nouns that are the verb's grammatical subject, its own or inherited from the clause that governs it."""
    own = tree.kids(verb, "nsubj", "nsubjpass")
    if own:
        return [s if (r := relative(tree, s)) is None else r for s in own]
    if depth >= DEEP:
        return []
    return _inherited(tree, verb, depth)


def _inherited(tree: Tree, verb: int, depth: int) -> list[int]:
    dep, up = tree.dep[verb], tree.head[verb]
    if dep in ("acl", "relcl"):
        return [up]
    if dep == "xcomp" and (objects := tree.kids(up, "dobj")) and tree.tag[verb] == "VB":
        return objects
    if dep not in ("pcomp", "advcl", "xcomp", "conj", "dep"):
        return []
    governor = up if tree.pos[up] in VERBAL else verb_of(tree, verb)
    return [] if governor is None or governor == verb else _from_governor(tree, verb, governor, depth)


def _from_governor(tree: Tree, verb: int, governor: int, depth: int) -> list[int]:
    """Return the governing verb's subject, or its object where that is who acts, or nobody's where it is passive."""
    dep = tree.dep[verb]
    if dep == "pcomp" and tree.lemma[governor] in _blames():
        return subjects(tree, governor, depth + 1) if passive(tree, governor) else tree.kids(governor, "dobj")
    if dep in ("advcl", "pcomp") and tree.tag[verb] == "VBG" and passive(tree, governor):
        return agents(tree, governor)
    return subjects(tree, governor, depth + 1)


def agents(tree: Tree, verb: int) -> list[int]:
    """Return the nouns of the verb's by-phrase."""
    out = []
    for k in tree.children[verb]:
        if tree.dep[k] == "agent" or (tree.dep[k] == "prep" and tree.lower[k] == "by"):
            out += tree.kids(k, "pobj")
    return out


def slots(tree: Tree, verb: int) -> dict[str, list[int]]:
    """Return the nouns in the verb's places: ``subject`` and ``object`` by sense, ``dative``, and each preposition's nouns."""
    found: dict[str, list[int]] = {}
    if passive(tree, verb):
        found["subject"], found["object"] = agents(tree, verb), subjects(tree, verb)
        found["patient"] = found["object"]
    else:
        found["subject"], found["object"] = subjects(tree, verb), tree.kids(verb, "dobj")
        if tree.dep[verb] == "relcl" and not found["object"]:
            found["object"] = _gap(tree, verb)
    for k in tree.children[verb]:
        _add(tree, k, found)
    for o in found["object"]:
        if tree.head[o] == verb:
            for k in (k for n in conjuncts(tree, o) for k in tree.children[n]):
                if tree.dep[k] == "prep" and tree.lower[k] in FROM_OBJECT:
                    _add(tree, k, found)
    return found


def _gap(tree: Tree, verb: int) -> list[int]:
    """Return the noun a relative clause leaves out as its object ("the town they captured")."""
    own = tree.kids(verb, "nsubj")
    return [tree.head[verb]] if own and relative(tree, own[0]) is None and tree.head[verb] < own[0] else []


def _add(tree: Tree, k: int, found: dict[str, list[int]]) -> None:
    dep = tree.dep[k]
    if dep == "dative":
        found.setdefault("dative", []).extend(tree.kids(k, "pobj") or [k])
    elif dep in ("prep", "agent"):
        found.setdefault(tree.lower[k], []).extend(tree.kids(k, "pobj"))
