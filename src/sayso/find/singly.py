"""People told one by one and not by number: "a general", "a woman and child", "Lieutenant General Valery Asapov"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.harm import after, cues, role
from sayso.find.numbers import Count, part_of, words
from sayso.find.tree import Tree

ONE = "figure.one"
"""The rule of people told one by one."""
COUNTING = ("nummod", "quantmod", "det", "compound", "nmod", "amod")
"""Relations by which a word that counts hangs on the noun it counts."""
INNER = frozenset({"compound", "amod", "nmod", "poss", "appos"})
"""Relations of nouns that only tell more of another: they are no further person."""


def singles(tree: Tree, tokens: Sequence[int], inside: frozenset[int], found: Sequence[Count]) -> list[Count]:
    """Return the people told one by one among the tokens, each as an amount of one; ``found`` are the amounts read before."""
    taken = {t for c in found for t in range(c.first, c.end + 1)}
    out = []
    for i in tokens:
        if i not in taken and _one_person(tree, i) and not any(k in taken for k in tree.kids(i, *COUNTING)):
            first = min([k for k in _own_words(tree, i) if k in inside] + [_name_begins(tree, i)])
            out.append(Count(first, i, 1, 1, 1, ONE, i, i, sure=True, part=part_of(tree, first)))
    return out


def _own_words(tree: Tree, i: int) -> list[int]:
    return [k for k in tree.kids(i, "det", "compound", "amod", "poss") if k < i]


def _one_person(tree: Tree, i: int) -> bool:
    """Tell whether the token is the head of words for one person: a noun, a name to its end, or "another" by itself."""
    w, tag = words(), tree.tag[i]
    if tree.dep[i] in INNER or tree.lower[i] in w.pronouns:
        return False
    if tag == "NN":
        bare_state = tree.lower[i] in cues().states and not _own_words(tree, i)  # "took 12 people hostage"
        return tree.lemma[i].lower() in w.people and not bare_state
    if tag == "NNP":
        return tree.entity[i] == "PERSON" and _name_ends(tree, i)
    return tree.lower[i] in w.lone and tree.dep[i] in ("dobj", "nsubjpass", "nsubj", "conj")


def _name_ends(tree: Tree, i: int) -> bool:
    """Tell whether a name goes no further than token i: no part of it follows, nor a hyphen ("al-Masri")."""
    after = i + 1
    if after >= len(tree):
        return True
    goes_on = tree.entity[after] == "PERSON" and not tree.entity_begins[after]
    return (not goes_on and tree.start[after] > tree.end[i]) or tree.text[after] in (".", ",", ")", "'s", "’s")


def _name_begins(tree: Tree, i: int) -> int:
    """Return the first token of the name that token i ends; i itself where it ends none."""
    while tree.tag[i] == "NNP" and i and tree.entity[i] and not tree.entity_begins[i]:
        i -= 1
    return i


def suffered(tree: Tree, count: Count, inside: frozenset[int]) -> str | None:
    """Return what befell one person, when the person is surely the one who suffers it."""
    c, i = cues(), count.noun
    if tree.tag[i] == "NN" and tree.lemma[i] in words().crowds:
        return None
    dep, verb = tree.dep[i], tree.head[i]
    if dep == "conj" and tree.dep[verb] != "conj":
        dep, verb = tree.dep[verb], tree.head[verb]
    if dep in ("dobj", "nsubjpass", "nsubj") and verb in inside:
        lemma = tree.lemma[verb].lower()
        figure = None if lemma in c.wary else role(tree, verb, lemma, dep)
        unsure = figure in c.strict and tree.tag[i] == "NNP" and count.first == i  # a town may be "seized" too
        return None if unsure else figure
    told_as_one = tree.tag[i] == "NN" and tree.lower[count.first] in ("a", "an", "one")
    return after(tree, count, inside) if told_as_one else None
