"""The words of place, laid out for look-up, and which nouns are places by them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.find.place_names import NO_PLACE, PLACE_NAMES
from sayso.find.tree import Tree
from sayso.vocab.loader import load
from sayso.vocab.shapes.circumstances import Where
from sayso.vocab.shapes.roles import Deeds

SURE = frozenset({"in", "near", "towards", "toward", "outside", "into", "around", "inside"})
"""Prepositions after which even a name that looks like an organisation's is a place's."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of place, laid out for look-up."""

    prepositions: dict[str, str]
    areas: dict[str, str]
    strong: frozenset[str]
    goals: frozenset[str]
    sources: frozenset[str]
    nouns: frozenset[str]
    bearings: frozenset[str]
    never: frozenset[str]
    moving: frozenset[str]
    leaving: frozenset[str]
    ground: frozenset[str]
    targets: frozenset[str]
    wars: frozenset[str]
    deeds: frozenset[str]


@cache
def where() -> Words:
    """Return the words of place, read once."""
    w, d = load("circumstances/where", Where), load("roles/deeds", Deeds)
    return Words(
        w.prepositions, w.areas,
        *(frozenset(x) for x in (w.strong, w.goals, w.sources, w.nouns, w.bearings, w.never, w.moving, w.leaving, w.ground, w.targets, w.wars, [*d.upon, *d.by, *d.mutual])),
    )  # fmt: skip


def place_noun(tree: Tree, i: int, prep: str) -> bool:
    """Tell whether a noun brought by ``prep`` ("" for a subject or object) names a place."""
    w = where()
    lemma, label = tree.lemma[i].lower(), tree.entity[i]
    if label in NO_PLACE or tree.pos[i] not in ("NOUN", "PROPN", "ADV", "ADJ", "X"):
        return False
    if label in PLACE_NAMES or lemma in w.nouns or lemma in w.areas or tree.lower[i] in w.bearings:
        return prep == "" or prep in w.prepositions
    if tree.tag[i] != "NNP" or lemma in w.never or not _places(tree, i, prep):
        return False
    return label not in ("ORG", "NORP") or prep in SURE


def _places(tree: Tree, i: int, prep: str) -> bool:
    """Tell whether the preposition makes a place of any name: "in X", "attack on X", "north of X"."""
    w = where()
    above = tree.head[tree.head[i]]
    if prep in w.strong or prep in w.goals:
        return True
    return (prep == "on" and tree.lemma[above] in w.deeds) or (prep == "of" and tree.lower[above] in w.bearings)
