"""What befell the people an amount counts, read from the words around it: before, after, and above it in the tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from sayso.find.numbers import Count
from sayso.find.tree import Tree
from sayso.vocab.loader import load, load_all
from sayso.vocab.shapes.figures import Harm, Numbers

REACH = 5
"""Words of linkage ("were also reported") that may stand between a number and what befell the people."""
TOLL_REACH = 14
"""Words that may stand between the announcing word ("the death toll in the town …") and a bare number."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of harm, laid out for look-up: by lemma for verbs, by lower-case form for states and nouns."""

    verbs: dict[str, str]
    meets: dict[str, str]
    loses: dict[str, str]
    states: dict[str, str]
    nouns: dict[str, str]
    tolls: dict[str, str]
    people: dict[str, str]
    kinds: dict[str, str]
    strict: frozenset[str]
    between: frozenset[str]
    joins: frozenset[str]
    reaches: frozenset[str]
    blurred: frozenset[str]


@cache
def cues() -> Cues:
    """Return the words of harm, read once."""
    harms, n = load_all("figures/harm", Harm), load("figures/numbers", Numbers)

    def by(words: Callable[[Harm], list[str]]) -> dict[str, str]:
        return {w: h.figure for h in harms for w in words(h)}

    return Cues(
        verbs=by(lambda h: h.verbs), meets=by(lambda h: h.meets), loses=by(lambda h: h.loses), states=by(lambda h: h.states),
        nouns=by(lambda h: h.nouns), tolls=by(lambda h: h.tolls), people=by(lambda h: h.people), kinds=by(lambda h: h.kinds),
        strict=frozenset(h.figure for h in harms if h.strict), between=frozenset(n.between), joins=frozenset(n.joins),
        reaches=frozenset(n.reaches), blurred=frozenset(n.blurred),
    )  # fmt: skip


def within(tree: Tree, count: Count) -> str | None:
    """Read "8 injured people", "40 deaths", "10 bodies", "thousands of evacuees"."""
    c = cues()
    if not count.low and count.high == 0 and tree.lemma[count.noun].lower() not in c.nouns:
        return None  # "no death toll" is no toll of nought
    for t in range(count.last + 1, count.end + 1):
        lemma = tree.lemma[t].lower()
        figure = c.states.get(tree.lower[t]) or c.nouns.get(lemma) or c.people.get(lemma)
        if figure:
            return figure
    return None


def after(tree: Tree, count: Count, inside: frozenset[int]) -> str | None:
    """Read "12 civilians dead", "Five were killed", "25 others injured", "30 people who died"."""
    c = cues()
    for t in range(count.end + 1, min(count.end + 1 + REACH, len(tree))):
        if t not in inside:
            return None
        figure = _befell(tree, t)
        if figure:
            return figure
        if tree.lower[t] not in c.between:
            return None
    return None


def _befell(tree: Tree, t: int) -> str | None:
    """Return what token t says befell the people before it: a passive verb, a state, or a verb of dying."""
    c = cues()
    if tree.pos[t] == "VERB" and (figure := c.meets.get(tree.lemma[t])):
        return figure
    if tree.pos[t] == "VERB" and (figure := c.verbs.get(tree.lemma[t])):
        return figure if passive(tree, t) else None
    return c.states.get(tree.lower[t])


def passive(tree: Tree, verb: int) -> bool:
    """Tell whether a verb's subject suffers it; a bare "killed" with nobody after it counts as passive."""
    deps = {tree.dep[k] for k in tree.children[verb]}
    if "auxpass" in deps or "nsubjpass" in deps:
        return True
    if tree.tag[verb] not in ("VBN", "VBD") or deps & {"dobj", "aux"}:
        return False
    after = verb + 1
    if tree.tag[min(after, len(tree) - 1)] == "CD" and after + 1 < len(tree) and tree.lower[after + 1] in cues().states:
        return True  # "three killed, five injured"
    return after >= len(tree) or tree.tag[after] not in ("CD", "DT", "PRP", "PRP$", "JJ", "NNS", "NN", "NNP")


def before(tree: Tree, count: Count, inside: frozenset[int]) -> str | None:
    """Read "killing 15", "the deaths of 40", "claiming the lives of 12", "wounded another three"."""
    c = cues()
    for t in range(count.first - 1, max(-1, count.first - 2 - REACH), -1):
        if t not in inside:
            return None
        lemma = tree.lemma[t].lower()
        if lemma in c.nouns and tree.lower[t] != "dead" and tree.lower[min(t + 1, len(tree) - 1)] in ("of", "among"):
            return c.nouns[lemma]
        if tree.pos[t] in ("VERB", "NOUN", "PROPN") and (figure := c.verbs.get(lemma) or c.loses.get(lemma)):
            return figure if not _suffered(tree, t) else None
        if tree.lower[t] not in c.between:
            return None
    return None


def _suffered(tree: Tree, verb: int) -> bool:
    return any(tree.dep[k] in ("auxpass", "nsubjpass") for k in tree.children[verb])


def governed(tree: Tree, count: Count, inside: frozenset[int]) -> str | None:
    """Read what governs the counted noun, however many words stand between."""
    c = cues()
    at = count.noun if count.noun >= 0 else count.last
    for _ in range(4):
        up, dep = tree.head[at], tree.dep[at]
        if up == at or up not in inside:
            return None
        lemma = tree.lemma[up].lower()
        if tree.pos[up] in ("VERB", "AUX"):
            return role(tree, up, lemma, dep)
        if dep == "pobj" and tree.lower[up] == "of" and (figure := c.nouns.get(tree.lemma[tree.head[up]].lower())):
            return figure
        if dep not in ("conj", "nummod", "pobj", "prep", "appos", "quantmod", "amod", "nmod") or (
            dep == "prep" and tree.lower[at] != "of"
        ):
            return None
        at = up
    return None


def role(tree: Tree, verb: int, lemma: str, dep: str) -> str | None:
    """Return what the verb does to the people that hang on it by ``dep``, if it harms them."""
    c = cues()
    if dep in ("nsubjpass", "nsubj"):
        if lemma in c.meets:
            return c.meets[lemma]
        if lemma in c.verbs and (dep == "nsubjpass" or passive(tree, verb)):
            return c.verbs[lemma]
    if dep in ("dobj", "attr", "oprd", "dative"):
        state = next((s for k in tree.children[verb] if (s := c.states.get(tree.lower[k]))), None)
        return c.verbs.get(lemma) or c.loses.get(lemma) or state
    return None


def toll(tree: Tree, count: Count, inside: frozenset[int]) -> str | None:
    """Read "the death toll reached 3", "the number of those killed has become around 40"."""
    c = cues()
    if count.first == 0 or tree.lemma[count.first - 1].lower() not in c.reaches:
        return None
    for t in range(count.first - 2, max(-1, count.first - 2 - TOLL_REACH), -1):
        if t in inside and (figure := c.tolls.get(tree.lower[t]) or c.verbs.get(tree.lemma[t])):
            return figure
    return None
