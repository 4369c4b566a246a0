"""Reads what kind of happening a unit tells: every word of it that bears one is weighed by its place in the clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.find.clause import agents, passive, relative, subjects
from sayso.find.happening_words import Entry, lexicon, signs
from sayso.find.sides import taker
from sayso.find.tree import Tree
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.article import Article
from sayso.model.happening import HappeningKind
from sayso.model.span import Grounded

LEAST = 0.3
"""The least weight by which a word makes a unit a happening."""
STEP = 0.09
"""What a word loses for each governor between it and the unit's head."""
ASIDE = 0.25
"""What it loses more for standing in a clause or apposition about a noun."""
SIDEWAYS = frozenset({"relcl", "acl", "appos", "poss", "parataxis"})
FREE = frozenset({"conj", "aux", "auxpass"})
CARRIED = frozenset({"dobj", "attr", "acomp", "xcomp", "nsubjpass"})
LIGHT = frozenset({"be", "have", "take", "launch", "carry", "conduct", "make", "do", "see", "continue", "begin", "start", "mount", "stage", "wage", "perform", "witness", "remain", "step"})
FAR = 12
ENOUGH_SIGNS = 2


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the unit that bears a kind, with its weight in this place."""

    entry: Entry
    token: int
    score: float


def kind(unit: Unit, article: Article) -> Trigger | None:
    """Return the kind of happening the unit tells and the token that bears it; None when it tells none.

    Kinds weighed and left are the alternatives, the likeliest first.
    """
    found = sorted(matches(unit, about_conflict(article.text)), key=lambda m: (-m.score, m.token, m.entry.kind))
    if not found or found[0].score < LEAST:
        return None
    best = found[0]
    value, rule = taker(unit, best.token, best.entry.kind)
    others = tuple(dict.fromkeys(m.entry.kind for m in found if m.score >= LEAST and m.entry.kind != value))
    if value != best.entry.kind and best.entry.kind not in others:
        others = (best.entry.kind, *others)
    mark = "generic" if best.entry.generic else ("verb" if best.entry.verb else "noun")
    rule = rule or f"kind.{mark}.{best.entry.run[0]}"
    spans = (unit.tree.words(best.token, best.token),)
    return Trigger(Grounded(value, rule, spans, others), best.token, lexicon().codes[value])


@lru_cache(maxsize=64)
def about_conflict(text: str) -> bool:
    """Tell whether a text speaks of an armed conflict: it holds at least two different signs of one."""
    return len(signs() & {w.strip(".,;:!?\"'()*_“”’") for w in text.lower().split()}) >= ENOUGH_SIGNS


def matches(unit: Unit, conflict: bool) -> Iterator[Match]:
    """Yield the words of the unit that bear a kind."""
    tree, words = unit.tree, lexicon()
    around: set[str] | None = None
    for i in unit.tokens:
        lemma = tree.lemma[i].lower()
        entries = words.verbs.get(lemma, ()) if verbal(tree, i) else words.nouns.get(lemma, ())
        for e in entries:
            if not (conflict or e.sure):
                continue
            if around is None:
                around = _around(unit)
            if (at := _stands(tree, i, e, around)) >= 0:
                yield Match(e, at, e.weight - _distance(unit, at))


def verbal(tree: Tree, i: int) -> bool:
    """Tell whether a token is a verb rather than a noun made of one."""
    tag = tree.tag[i]
    return tag[0] == "V" or tag == "MD" or tree.pos[i] in ("VERB", "AUX")


def _around(unit: Unit) -> set[str]:
    """Return the words of the unit, as lemmas and as they stand, and all its neighbours in pairs and threes."""
    tree = unit.tree
    lemmas = [tree.lemma[i].lower() for i in unit.tokens]
    around = set(lemmas) | {tree.lower[i] for i in unit.tokens}
    around.update(f"{a} {b}" for a, b in zip(lemmas, lemmas[1:], strict=False))
    around.update(f"{a} {b} {c}" for a, b, c in zip(lemmas, lemmas[1:], lemmas[2:], strict=False))
    return around


def _stands(tree: Tree, i: int, e: Entry, around: set[str]) -> int:
    """Return the token that bears the entry when all it asks for is there, else -1."""
    last = i + len(e.run) - 1
    if last >= len(tree) or (last > i and not _run(tree, i, e.run)):
        return -1
    if (e.near and not e.near & around) or (e.never and e.never & around):
        return -1
    at = i if e.verb else last
    if e.particle and not any(tree.lower[k] in e.particle for k in tree.children[at]):
        return -1
    if e.subject and not _holds(tree, doers(tree, at), e.subject):
        return -1
    if e.object and not _holds(tree, things(tree, at), e.object):
        return -1
    return at


def _run(tree: Tree, i: int, run: Sequence[str]) -> bool:
    return all(w in (tree.lemma[i + k].lower(), tree.lower[i + k]) for k, w in enumerate(run))


def _holds(tree: Tree, nouns: Sequence[int], wanted: frozenset[str]) -> bool:
    """Tell whether one of the nouns, its conjuncts, or the words that make up its name is wanted."""
    for n in nouns:
        if tree.lemma[n].lower() in wanted or tree.lower[n] in wanted:
            return True
        if "town" in wanted and tree.entity[n] in ("GPE", "LOC", "FAC"):
            return True
        for k in tree.children[n]:
            if tree.dep[k] in ("compound", "amod", "nmod", "poss") and tree.lemma[k].lower() in wanted:
                return True
            if tree.dep[k] in ("conj", "appos") and _holds(tree, [k], wanted):
                return True
            if tree.lower[k] == "of" and _holds(tree, tree.kids(k, "pobj"), wanted):
                return True
    return False


def doers(tree: Tree, i: int) -> list[int]:
    """Return the nouns that are the logical subject of a verb, or the words before a noun."""
    if not verbal(tree, i):
        return tree.kids(i, "compound", "poss", "amod", "nmod")
    return agents(tree, i) if passive(tree, i) else subjects(tree, i)


def things(tree: Tree, i: int) -> list[int]:
    """Return the nouns that are the logical object of a verb, with those of its prepositions; a noun's "of" and "on"."""
    if not verbal(tree, i):
        found = [n for k in tree.kids(i, "prep") if tree.lower[k] in ("of", "on", "against") for n in tree.kids(k, "pobj")]
        return found + tree.kids(i, "compound", "amod")
    found = subjects(tree, i) if passive(tree, i) else tree.kids(i, "dobj", "dative")
    found += [n for k in tree.kids(i, "prep") for n in tree.kids(k, "pobj")]
    if tree.dep[i] == "relcl" and not found:
        found.append(tree.head[i])
    if tree.dep[i] == "conj" and not found and verbal(tree, tree.head[i]):
        found = tree.kids(tree.head[i], "dobj")
    return [n if (r := relative(tree, n)) is None else r for n in found]


def _distance(unit: Unit, i: int) -> float:
    """Return what a word loses for standing away from the unit's head."""
    tree, at, cost = unit.tree, i, 0.0
    carried = tree.lemma[unit.head] in LIGHT
    for _ in range(FAR):
        if at == unit.head or tree.head[at] == at:
            return cost
        dep = tree.dep[at]
        if dep in SIDEWAYS:
            cost += ASIDE
        elif dep not in FREE and not (carried and dep in CARRIED and tree.head[at] == unit.head):
            cost += STEP if dep != "prep" else 0.0
        at = tree.head[at]
    return cost


def settle(units: Sequence[Unit], triggers: Sequence[Trigger | None]) -> list[Trigger | None]:
    """Return the triggers with general words ("the attack", "five were killed") read in the light of what was told before.

    A general word takes the last closer kind of the article when its own clause points back: a definite or bare
    word of attack, or casualties told without their cause.
    """
    out: list[Trigger | None] = []
    last: HappeningKind | None = None
    for unit, trigger in zip(units, triggers, strict=True):
        if trigger is not None and trigger.kind.rule.startswith("kind.generic."):
            out.append(_closer(unit, trigger, last))
            continue
        if trigger is not None and trigger.kind.value in CLOSE:
            last = trigger.kind.value
        out.append(trigger)
    return out


CLOSE: frozenset[HappeningKind] = frozenset({
    "air-drone-strike", "shelling-artillery-missile", "ied-mine", "suicide-bomb", "grenade", "chemical-weapon", "armed-clash",
})  # fmt: skip
"""Kinds that a later general word of the same article may point back at."""
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "same"})


def _closer(unit: Unit, trigger: Trigger, last: HappeningKind | None) -> Trigger:
    tree, k = unit.tree, trigger.kind
    if last is None or last == k.value or not _points_back(tree, unit, trigger.token):
        return trigger
    others = (k.value, *(a for a in k.alternatives if a != last))
    return Trigger(Grounded(last, "kind.told-before", k.spans, others), trigger.token, lexicon().codes[last])


def _points_back(tree: Tree, unit: Unit, token: int) -> bool:
    """Tell whether the unit speaks of a deed told before: "the attack", "the toll"."""
    for i in unit.tokens:
        if tree.lower[i] in DEFINITE and tree.dep[i] in ("det", "poss") and tree.lemma[tree.head[i]].lower() in POINTED:
            return True
    del token
    return False


POINTED = frozenset({"attack", "strike", "blast", "explosion", "raid", "bombing", "incident", "toll", "shelling", "assault", "bombardment", "dead"})
