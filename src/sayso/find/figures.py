"""How many were killed, hurt, taken or driven out, as a unit's own words say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.find.harm import after, before, cues, governed, role, toll, within
from sayso.find.numbers import Count, counts, words
from sayso.find.tree import Tree
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.article import Article
from sayso.model.happening import Figure

REACH = 5
"""Words of linkage ("were also reported") that may stand between a number and what befell the people."""
DASHES = frozenset({"-", "--", "–", "—", ";"})


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
    found = counts(tree, unit.tokens)
    single = singles(tree, unit.tokens, inside, found)
    linked = link(tree, found, inside, str(trigger.kind.value))
    linked += [k for c in single if (k := _single(tree, c, inside))]
    linked += [
        Linked(k.count, "injured")
        for k in linked
        if not k.count.best and k.count.noun >= 0 and tree.lemma[k.count.noun] == "casualty"
    ]
    return Figures(**{name: summed(tree, linked, name) for name in ("killed", "injured", "captured", "displaced")})


def link(tree: Tree, found: Sequence[Count], inside: frozenset[int], kind: str) -> list[Linked]:
    """Return what befell each amount of people: by its own words, else by the amount it is joined to, else by the kind."""
    found = _ordered(tree, found)
    own = [_own(tree, c, inside) for c in found]
    marks = [_fits(c, m) for c, m in zip(found, own, strict=True)]
    for k in range(len(found) - 2, -1, -1):
        if not marks[k] and marks[k + 1] and found[k].noun >= 0 and _joined(tree, found[k], found[k + 1]):
            marks[k] = marks[k + 1]
    for k in range(1, len(found)):
        if not marks[k] and marks[k - 1] and (found[k].part or _joined(tree, found[k - 1], found[k])):
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
        if out[k + 1].part and gap <= 4 and tree.lower[out[k + 1].first - 1] == "among":
            out[k], out[k + 1] = replace(out[k], part=True), replace(out[k + 1], part=False)
    return out


def _fits(count: Count, mark: tuple[str, bool] | None) -> tuple[str, bool] | None:
    """Return the mark, unless it asks for people and the amount may count something else."""
    return None if mark and mark[0] in cues().strict and not count.sure and count.noun >= 0 else mark


def _own(tree: Tree, count: Count, inside: frozenset[int]) -> tuple[str, bool] | None:
    figure = (
        within(tree, count)
        or after(tree, count, inside)
        or before(tree, count, inside)
        or governed(tree, count, inside)
    )
    if figure:
        return figure, False
    announced = toll(tree, count, inside)
    return (announced, True) if announced else None


def _joined(tree: Tree, a: Count, b: Count) -> bool:
    """Tell whether two amounts are joined so that one deed holds for both."""
    gap = range(a.end + 1, b.first)
    if len(gap) > REACH + 1:
        return False
    verb = any(tree.pos[t] == "VERB" and tree.tag[t] != "VBG" for t in gap)
    return not verb and (not gap or any(tree.lower[t] in cues().joins for t in gap) or b.part)


def _blurred(tree: Tree, count: Count) -> Count:
    """Return the amount opened downwards where the words leave open how many it befell ("wounded or missing")."""
    near = range(count.end + 1, min(len(tree), count.end + 2 + REACH))
    if any(tree.lower[t] in cues().blurred and tree.lower[t - 1] == "or" for t in near):
        return replace(count, low=0, rule="figure.or-else")
    return count


def singles(tree: Tree, tokens: Sequence[int], inside: frozenset[int], found: Sequence[Count]) -> list[Count]:
    """Return the people told one by one: "a general", "a woman and child", "Lieutenant General Valery Asapov"."""
    w = words()
    taken = {t for c in found for t in range(c.first, c.end + 1)}
    out = []
    for i in tokens:
        if i in taken or tree.tag[i] not in ("NN", "NNP") or tree.dep[i] in ("compound", "amod", "nmod", "poss"):
            continue
        person = tree.lemma[i].lower() in w.people if tree.tag[i] == "NN" else tree.entity[i] == "PERSON"
        if person and tree.lower[i] not in w.pronouns and not any(k in taken for k in tree.children[i]):
            first = min(
                [
                    k
                    for k in tree.children[i]
                    if k < i and k in inside and tree.dep[k] in ("det", "compound", "amod", "poss")
                ]
                or [i]
            )
            out.append(Count(first, i, 1, 1, 1, "figure.one", i, i, sure=True))
    return out


def _single(tree: Tree, count: Count, inside: frozenset[int]) -> Linked | None:
    """Return one person with what befell them, when the person is surely the one who suffers it."""
    c = cues()
    i = count.noun
    if tree.tag[i] == "NN" and tree.lemma[i] in ("people", "personnel", "police", "family", "staff", "crew", "militia"):
        return None
    dep, verb = tree.dep[i], tree.head[i]
    if dep == "conj" and tree.dep[verb] != "conj":
        dep, verb = tree.dep[verb], tree.head[verb]
    if dep in ("dobj", "nsubjpass", "nsubj") and verb in inside:
        figure = role(tree, verb, tree.lemma[verb].lower(), dep)
        unsure = figure in c.strict and tree.tag[i] == "NNP" and count.first == i  # a town may be "seized" too
        return Linked(count, figure) if figure and not unsure else None
    figure = after(tree, count, inside)
    return (
        Linked(count, figure)
        if figure and tree.tag[i] == "NN" and tree.lower[count.first] in ("a", "an", "one") and c
        else None
    )


def summed(tree: Tree, linked: Sequence[Linked], figure: str) -> Figure | None:
    """Return the amounts of one sort as one figure: parts of a whole left out, the rest added up."""
    mine = sorted((k for k in linked if k.figure == figure), key=lambda k: k.count.first)
    whole = [k for k in mine if not k.count.part] or mine[:1]
    if any(not k.toll for k in whole):
        whole = [k for k in whole if not k.toll]
    kept = _without_breakdown(_one_telling(tree, [k.count for k in whole]))
    if not kept:
        return None
    if len(kept) == 1:
        c = kept[0]
        return Figure(c.low, c.best, c.high, tree.words(c.first, c.end), c.rule)
    low = sum(c.low for c in kept)
    high = None if any(c.high is None for c in kept) else sum(c.high or 0 for c in kept)
    best = sum(c.best if c.best is not None else c.low for c in kept)
    return Figure(low, best, high, tree.words(kept[0].first, kept[-1].end), "figure.sum")


def _one_telling(tree: Tree, amounts: list[Count]) -> list[Count]:
    """Return the first amount and those told in one breath with it: joined, or expressly further ("five others")."""
    for k in range(1, len(amounts)):
        a, b = amounts[k - 1], amounts[k]
        dashed = any(tree.lower[t] in DASHES for t in range(a.end + 1, b.first))
        further = b.noun >= 0 and tree.lower[b.noun] in words().pronouns
        if dashed or not (further or _joined(tree, a, b)):
            return amounts[:k]
    return amounts


def _without_breakdown(amounts: list[Count]) -> list[Count]:
    """Leave out amounts that together make up the one before them ("23 people, nine children and 14 others")."""
    if len(amounts) > 1 and sum(c.low for c in amounts[1:]) == amounts[0].low:
        return amounts[:1]
    return amounts
