"""How many were killed, hurt, taken or driven out, as a unit's own words say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.find.harm import befell, cues, toll
from sayso.find.joined_figures import LISTING, figure_of, joined, one_deed
from sayso.find.numbers import Count, counts
from sayso.find.singly import ONE, singles, suffered
from sayso.find.tree import Tree
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.article import Article
from sayso.model.happening import Figure

REACH = 5
"""Words of linkage ("were also reported") that may stand between a number and what befell the people."""
LISTED = 2
"""Words between two items of a list at most: a comma and "and"."""
AMONG = 8
"""Words that may stand between a part and the whole it was "among"."""
BLURRED = "figure.or-else"
"""The rule of amounts of which it is left open how many a deed befell."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The four figures of a happening; None where the unit gives no number."""

    killed: Figure | None = None
    injured: Figure | None = None
    captured: Figure | None = None
    displaced: Figure | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """An amount and what befell the people it counts."""

    count: Count
    figure: str
    toll: bool = False


def figures(unit: Unit, trigger: Trigger, article: Article) -> Figures:
    """Return how many the unit says were killed, injured, captured and displaced, each with its words and rule."""
    del article  # the words stand in the tree; the seam keeps the article for later readers
    tree, inside = unit.tree, frozenset(unit.tokens)
    numbers = counts(tree, unit.tokens)
    found = _parted(tree, [*numbers, *singles(tree, unit.tokens, inside, numbers)])
    linked = link(tree, [c for c in found if c.rule != ONE], inside, str(trigger.kind.value))
    linked += [Linked(c, figure) for c in found if c.rule == ONE and (figure := suffered(tree, c, inside))]
    linked += _or_otherwise(tree, linked)
    linked += [
        Linked(k.count, "injured")
        for k in linked
        if not k.count.best and k.count.noun >= 0 and tree.lemma[k.count.noun] == "casualty"
    ]
    return Figures(**{name: _summed(tree, linked, name) for name in ("killed", "injured", "captured", "displaced")})


def _summed(tree: Tree, linked: Sequence[Linked], figure: str) -> Figure | None:
    """Return the amounts of one sort as one figure; what a clause tells of a deed outweighs a toll that it announces."""
    mine = sorted((k for k in linked if k.figure == figure), key=lambda k: k.count.first)
    if any(not k.toll and not k.count.part for k in mine):
        mine = [k for k in mine if not k.toll or k.count.part]
    return figure_of(tree, [k.count for k in mine])


def tolled(unit: Unit) -> int:
    """Return the token of the first amount of people whom the unit says were killed or hurt, -1 when there is none."""
    tree, inside = unit.tree, frozenset(unit.tokens)
    for c in counts(tree, unit.tokens):
        if (befell(tree, c, inside) or toll(tree, c, inside)) in ("killed", "injured"):
            return c.noun if c.noun >= 0 else c.last
    return -1


def link(tree: Tree, found: Sequence[Count], inside: frozenset[int], kind: str) -> list[Linked]:
    """Return what befell each amount of people: by its own words, else by the amount it is joined to, else by the kind."""
    found = _ordered(tree, found)
    own = [_own(tree, c, inside) for c in found]
    marks = [_fits(c, m) for c, m in zip(found, own, strict=True)]
    for k in range(1, len(found)):
        if found[k].part and not marks[k] and marks[k - 1]:
            marks[k] = _fits(found[k], marks[k - 1])
    for k in range(len(found) - 2, -1, -1):
        told = found[k].noun >= 0 and not marks[k] and marks[k + 1]
        if told and ((found[k].part and not found[k + 1].part) or joined(tree, found[k], found[k + 1])):
            marks[k] = marks[k + 1]
    for k in range(1, len(found)):
        if not marks[k] and marks[k - 1] and one_deed(tree, found[k - 1], found[k]):
            marks[k] = _fits(found[k], marks[k - 1])
    if not any(marks) and (default := cues().kinds.get(kind)):
        first = next((k for k, c in enumerate(found) if c.sure), None)
        if first is not None:
            marks[first] = (default, False)
    return [Linked(_blurred(tree, c), m[0], m[1]) for c, m in zip(found, marks, strict=True) if m]


def _ordered(tree: Tree, found: Sequence[Count]) -> list[Count]:
    """Return the amounts with "two medics were among 31 dead" read the right way round: the first is the part."""
    out = list(found)
    for k in range(len(out) - 1):
        gap = out[k + 1].first - out[k].end
        if out[k + 1].part and gap <= AMONG and tree.lower[out[k + 1].first - 1] == "among":
            out[k], out[k + 1] = replace(out[k], part=True), replace(out[k + 1], part=False)
    return out


def _parted(tree: Tree, amounts: Sequence[Count]) -> list[Count]:
    """Return the amounts in reading order, those that go on with a list of parts marked as parts."""
    out = sorted(amounts, key=lambda c: c.first)
    for k in range(1, len(out)):
        if out[k - 1].part and not out[k].part and _listed(tree, out[k - 1], out[k]):
            out[k] = replace(out[k], part=True)
    return out


def _listed(tree: Tree, a: Count, b: Count) -> bool:
    """Tell whether the second amount goes on with the list that the first, a part of a whole, began ("a woman and two children")."""
    gap = range(a.end + 1, b.first)
    return (
        bool(gap or b.noun >= 0)
        and len(gap) <= LISTED
        and all(tree.lower[t] in LISTING or tree.tag[t] == "PRP$" for t in gap)
    )


def _fits(count: Count, mark: tuple[str, bool] | None) -> tuple[str, bool] | None:
    """Return the mark, unless it asks for people and the amount may count something else."""
    return None if mark and mark[0] in cues().strict and not count.sure and count.noun >= 0 else mark


def _own(tree: Tree, count: Count, inside: frozenset[int]) -> tuple[str, bool] | None:
    if figure := befell(tree, count, inside):
        return figure, False
    announced = toll(tree, count, inside)
    return (announced, True) if announced else None


def _blurred(tree: Tree, count: Count) -> Count:
    """Return the amount opened downwards where the words leave open how many it befell ("wounded or missing")."""
    return replace(count, low=0, rule=BLURRED) if _or_else(tree, count) >= 0 else count


def _or_else(tree: Tree, count: Count) -> int:
    """Return the word that tells what else may have befallen the people, -1 when there is none."""
    near = range(count.end + 1, min(len(tree), count.end + 2 + REACH))
    for t in near:
        both = tree.lower[t - 1] == "and" and tree.lower[t - 2] in cues().states  # "dozens were killed and wounded"
        if tree.lower[t] in cues().blurred and (tree.lower[t - 1] == "or" or both):
            return t
    other = count.first - 3  # "killing and wounding a number of troops"
    if other >= 0 and tree.lower[count.first - 2] in ("and", "or") and tree.lemma[count.first - 1] in cues().verbs:
        verbs = cues().verbs
        return other if verbs.get(tree.lemma[other]) not in (None, verbs[tree.lemma[count.first - 1]]) else -1
    return -1


def _or_otherwise(tree: Tree, linked: Sequence[Linked]) -> list[Linked]:
    """Return what else may have befallen those of whom one thing or another is told ("killed or wounded")."""
    found = []
    for k in linked:
        at = _or_else(tree, k.count) if k.count.rule == BLURRED else -1
        other = (cues().states.get(tree.lower[at]) or cues().verbs.get(tree.lemma[at])) if at >= 0 else None
        if other and other != k.figure:
            found.append(replace(k, figure=other))
    return found
