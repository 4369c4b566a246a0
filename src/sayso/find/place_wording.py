"""The wording of a place: the phrase around its noun, the larger place after it, and the name it goes by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.find.phrase import conjuncts, left_edge, right_edge
from sayso.find.place_names import LISTING, NO_PLACE, PLACE_NAMES, PROPER, Name, word_class
from sayso.find.place_words import place_noun, where
from sayso.find.tree import Tree
from sayso.model.article import Article
from sayso.model.where import Place

NESTING = frozenset({"with", "in", "of", "near", "outside", "around", "between", "at", "inside"})
HOLDING = frozenset({"in", "of"})
"""Prepositions straight after a place that bring what it lies in, whatever the parser hangs them on."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place named in the sentence: its noun, the word that brings it, and how well it fits as the happening's place."""

    noun: int
    by: int
    relation: str
    score: float
    rule: str


def worded(tree: Tree, c: Candidate, article: Article, meant: Sequence[Name] = ()) -> Place:
    """Return the place in the words of its phrase. ``meant`` are the names known to be it, the best first; else it is read from the phrase."""
    first, last = extent(tree, c, meant)
    relation = c.relation or _area(tree, c.noun)
    span = tree.words(first, last)
    text = " ".join(span.of(article.text).split())
    named = tree.words(meant[0].first, meant[0].last).of(article.text) if meant else name(tree, c.noun, first, last)
    return Place(text, span, c.rule, named, relation=relation or None)


def extent(tree: Tree, c: Candidate, meant: Sequence[Name] = ()) -> tuple[int, int]:
    """Return the first and last token of the phrase: with "near" or "north of" before it, places beside it and those it lies in."""
    first, last = left_edge(tree, c.noun), right_edge(tree, c.noun)
    nouns = conjuncts(tree, c.noun)
    if len(nouns) > 1 and all(tree.tag[n] in ("NNP", "NNPS") or tree.lemma[n] in where().nouns for n in nouns):
        last = right_edge(tree, nouns[-1])
    first, last = min([first, *(n.first for n in meant[:1])]), max([last, *(n.last for n in meant[:1])])
    last = nested(tree, c.noun, _listed(tree, last, meant))
    if c.relation == "near" or c.relation.endswith("-of"):
        first = min(first, c.by)
    return first, last


def _listed(tree: Tree, last: int, meant: Sequence[Name]) -> int:
    """Return the end of the phrase with the other places listed after it ("Dara, Ain and Sur districts")."""
    for n in sorted(meant, key=lambda n: n.first):
        if last < n.first <= last + 3 and all(tree.lower[k] in LISTING for k in range(last + 1, n.first)):
            last = max(n.last, right_edge(tree, n.head))
    return last


def nested(tree: Tree, noun: int, last: int) -> int:
    """Return the end of the phrase with the larger place that follows it ("… in the northern city of Aleppo")."""
    for _ in range(3):
        step = last + 1
        if step >= len(tree) or tree.dep[step] != "prep" or tree.lower[step] not in NESTING:
            return last
        inner = next(iter(tree.kids(step, "pobj")), None)
        if inner is None or not place_noun(tree, inner, "in") or tree.entity[inner] in NO_PLACE:
            return last
        if tree.head[step] != noun and not (tree.lower[step] in HOLDING and _has_name(tree, inner)):
            return last
        noun, last = inner, right_edge(tree, inner)
    return last


def _has_name(tree: Tree, noun: int) -> bool:
    """Tell whether the phrase is the name of a place, or a noun of place with a name ("Aleppo city", "the old quarter of Aleppo")."""
    inside = range(left_edge(tree, noun), right_edge(tree, noun) + 1)
    named = any(tree.tag[k] in PROPER for k in inside) and word_class(tree, noun) in ("area", "place")
    return named or any(tree.entity[k] in PLACE_NAMES for k in inside)


def _area(tree: Tree, noun: int) -> str:
    areas = where().areas
    return areas.get(tree.lower[noun], areas.get(tree.lemma[noun].lower(), ""))


def name(tree: Tree, noun: int, first: int, last: int) -> str:
    """Return the proper name inside the phrase that the place goes by; its words when it has none."""
    runs: list[list[int]] = []
    for t in range(first, last + 1):
        if tree.tag[t] in ("NNP", "NNPS", "HYPH", "POS") and tree.lemma[t].lower() not in where().nouns:
            if not runs or runs[-1][-1] != t - 1:
                runs.append([])
            runs[-1].append(t)
    named = [r for r in runs if any(tree.tag[t] in ("NNP", "NNPS") for t in r)]
    if not named:
        return " ".join(tree.text[first : last + 1])
    run = _owned(tree, _run(tree, noun, named))
    return "".join(
        tree.text[t] + (" " if t + 1 < len(tree) and tree.start[t + 1] > tree.end[t] else "") for t in run
    ).strip()


def _run(tree: Tree, noun: int, named: list[list[int]]) -> list[int]:
    """Return the name that the phrase's noun goes by: its own, that after "of" ("town of X"), that before it ("X town")."""
    own = next((r for r in named if r[0] <= noun <= r[-1]), None)
    of = next((r for r in named if r[0] > noun and any(tree.lower[t] == "of" for t in range(noun + 1, r[0]))), None)
    before = next((r for r in named if r[-1] == noun - 1), None)
    return own or before or of or named[0]


def _owned(tree: Tree, run: list[int]) -> list[int]:
    """Leave out the larger place in the possessive before a name ("[Syria's] Idlib")."""
    mark = next((k for k, t in enumerate(run) if tree.tag[t] == "POS" or tree.dep[t] == "poss"), -1)
    return run[mark + 1 :] if 0 <= mark < len(run) - 1 else run
