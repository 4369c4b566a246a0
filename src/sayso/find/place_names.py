"""The proper names of a sentence that may be places, each with the phrase it stands in and the word that brings that phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.find.tree import Tree
from sayso.vocab.loader import load
from sayso.vocab.shapes.circumstances import Where

PLACE_NAMES = frozenset({"GPE", "LOC", "FAC"})
NO_PLACE = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
PROPER = frozenset({"NNP", "NNPS"})
JOINTS = frozenset("-–‘’'`")
"""Marks that join the parts of one name ("Al-Bab", "Ma’arat")."""
PARTS = frozenset({"compound", "nmod", "poss", "amod", "conj", "appos", "npadvmod"})
"""Relations by which a name stands inside a larger noun phrase."""
ENDING = frozenset({"and", "or", "&"})
LISTING = ENDING | {",", "the", "both"}
CAPITAL = "capital"
LONG = 12
"""Nouns of a list that are followed."""
REACH = 150
"""Tokens on either side of the happening's word in which names are looked for."""
MOST = 40
"""Names of one sentence that are weighed, the nearest first."""
CLIMB = 6


@dataclass(frozen=True, slots=True)
class Name:
    """A run of proper nouns from token ``first`` to ``last``; ``head`` is the one that governs the rest."""

    first: int
    last: int
    head: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """The phrase a name stands in: its noun, the preposition before it (-1 when none) and the token all that hangs on.

    ``nest`` tells how the name hangs in the phrase, step by step from the name ("compound/place" for "the [Shaar] district").
    """

    noun: int
    prep: int
    governor: int
    nest: tuple[str, ...]


def names(tree: Tree, at: int) -> list[Name]:
    """Return the names around token ``at`` that does not lie in them, in reading order."""
    runs: list[list[int]] = []
    for i in range(max(0, at - REACH), min(len(tree), at + REACH)):
        if _joins(tree, i, runs):
            runs[-1].append(i)
        elif _proper(tree, i):
            runs.append([i])
    found = [Name(r[0], r[-1], _head(tree, r)) for r in runs if not r[0] <= at <= r[-1]]
    return sorted(sorted(found, key=lambda n: abs(n.head - at))[:MOST], key=lambda n: n.first)


def lists(tree: Tree, near: Sequence[Name]) -> list[range]:
    """Return, for each name by number, the names of the list it stands in ("in [Dara], [Ain] and the [Sur]"), itself alone at least.

    A list ends in "and" or "or": after a comma alone a name may as well tell what the one before lies in ("Paris, Texas").
    """
    found: list[range] = []
    first = 0
    for k in range(len(near)):
        if k + 1 == len(near) or not _goes_on(tree, near[k], near[k + 1]):
            ends = [j for j in range(first, k) if _between(tree, near[j], near[j + 1]) & ENDING]
            last = ends[-1] + 1 if ends else first
            found += [range(first, last + 1)] * (last + 1 - first) + [range(j, j + 1) for j in range(last + 1, k + 1)]
            first = k + 1
    return found


def _between(tree: Tree, one: Name, other: Name) -> frozenset[str]:
    return frozenset(tree.lower[one.last + 1 : other.first])


def _goes_on(tree: Tree, one: Name, other: Name) -> bool:
    """Tell whether a list goes on from a name to the next: nothing but a comma, "and" or "the" between, and the parse agrees."""
    words = _between(tree, one, other)
    if not words or not words <= LISTING:
        return False
    return not _line(tree, one.head).isdisjoint(_line(tree, other.head))


def _line(tree: Tree, i: int) -> frozenset[int]:
    """Return token i and the nouns over it, as far as it is part of them or listed with them."""
    line = [i]
    while tree.dep[i] in PARTS and tree.head[i] != i and len(line) < LONG:
        i = tree.head[i]
        line.append(i)
    return frozenset(line)


def phrase_of(tree: Tree, name: Name) -> Phrase:
    """Return the phrase that the name is part of: "in the northern [Shaar] district" is brought by "in" as a whole."""
    at, nest = name.head, list[str]()
    for _ in range(CLIMB):
        up, dep = tree.head[at], tree.dep[at]
        if dep in PARTS and tree.pos[up] in ("NOUN", "PROPN", "ADJ", "NUM") and up != at:
            nest += [f"{dep}/{word_class(tree, up)}"] if dep != "conj" else []
            at = up
        elif dep == "pobj" and tree.lower[up] == "of" and word_class(tree, tree.head[up]) in ("area", "place"):
            nest.append(f"of/{word_class(tree, tree.head[up])}")
            at = tree.head[up]
        else:
            break
    up = tree.head[at]
    return Phrase(at, up, tree.head[up], tuple(nest)) if tree.dep[at] == "pobj" else Phrase(at, -1, up, tuple(nest))


def word_class(tree: Tree, i: int) -> str:
    """Return what the word is to places: "area" ("outskirts"), "place" ("village"), "never" ("attack"), else its part of speech."""
    return _classes().get(tree.lemma[i].lower(), tree.pos[i])


@cache
def _classes() -> dict[str, str]:
    w = load("circumstances/where", Where)
    return dict.fromkeys(w.never, "never") | dict.fromkeys(w.nouns, "place") | dict.fromkeys(w.areas, "area")


def _proper(tree: Tree, i: int) -> bool:
    if tree.entity[i] in NO_PLACE:
        return False
    if _capital(tree, i) or (i + 1 < len(tree) and _capital(tree, i + 1)):
        return True
    named = tree.entity[i] in PLACE_NAMES and tree.pos[i] in ("NOUN", "ADJ", "X", "PROPN", "VERB", "ADV")
    return tree.tag[i] in PROPER or named


def _capital(tree: Tree, i: int) -> bool:
    """Tell whether a word ends "the Syrian capital", which names a town as its own name would."""
    return tree.lower[i] == CAPITAL and i > 0 and tree.entity[i - 1] == "NORP" and tree.head[i - 1] == i


def _joins(tree: Tree, i: int, runs: list[list[int]]) -> bool:
    """Tell whether token i goes on with the last name: no other name begins there."""
    if not runs or runs[-1][-1] != i - 1:
        return False
    if tree.text[i] in JOINTS:
        return i + 1 < len(tree) and tree.tag[i + 1] in PROPER and tree.start[i] == tree.end[i - 1]
    other = tree.entity_begins[i] and tree.entity[i - 1] not in ("", tree.entity[i])
    return _proper(tree, i) and not other


def _head(tree: Tree, run: list[int]) -> int:
    inside = frozenset(run)
    return next((i for i in reversed(run) if tree.head[i] not in inside or tree.head[i] == i), run[-1])
