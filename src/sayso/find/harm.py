"""What befell the people an amount counts, read from the words around it: before, after, and above it in the tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from sayso.find.numbers import Count
from sayso.find.tree import Tree
from sayso.vocab.loader import load, load_all
from sayso.vocab.shapes.figures import Harm, Numbers

REACH = 7
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
    acts: dict[str, str]
    moves: dict[str, str]
    away: tuple[tuple[str, ...], ...]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    wary: frozenset[str]
    nouns: dict[str, str]
    tolls: dict[str, str]
    people: dict[str, str]
    kinds: dict[str, str]
    strict: frozenset[str]
    intents: frozenset[str]
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

    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for h in harms:
        for phrase in h.phrases:
            words = tuple(phrase.split())
            phrases[words[0]] = (*phrases.get(words[0], ()), (words, h.figure))
    return Cues(
        verbs=by(lambda h: h.verbs), meets=by(lambda h: h.meets), loses=by(lambda h: h.loses), states=by(lambda h: h.states),
        acts=by(lambda h: h.acts), moves=by(lambda h: h.moves), away=tuple(tuple(w.split()) for h in harms for w in h.away), phrases=phrases, wary=frozenset(w for h in harms for w in h.wary),
        nouns=by(lambda h: h.nouns), tolls=by(lambda h: h.tolls), people=by(lambda h: h.people), kinds=by(lambda h: h.kinds),
        strict=frozenset(h.figure for h in harms if h.strict), intents=frozenset(n.intents), between=frozenset(n.between), joins=frozenset(n.joins),
        reaches=frozenset(n.reaches), blurred=frozenset(n.blurred),
    )  # fmt: skip


def befell(tree: Tree, count: Count, inside: frozenset[int]) -> str | None:
    """Return what befell the people: by the counted words, else by what stands around them, else by who they are.

    A deed outweighs the state in which it met them: captured soldiers who are executed are killed.
    """
    own = within(tree, count)
    if own and own not in cues().strict:
        return own
    deed = after(tree, count, inside) or before(tree, count, inside) or governed(tree, count, inside)
    return deed or own or _known_by(tree, count)


def _known_by(tree: Tree, count: Count) -> str | None:
    """Return what the counted people are known by: hostages were taken, evacuees brought out."""
    if not count.low and count.high == 0:
        return None
    found = (cues().people.get(tree.lemma[t].lower()) for t in range(count.last + 1, count.end + 1))
    return next((f for f in found if f), None)


def within(tree: Tree, count: Count) -> str | None:
    """Read "8 injured people", "40 deaths", "10 bodies"."""
    c = cues()
    if not count.low and count.high == 0 and tree.lemma[count.noun].lower() not in c.nouns:
        return None  # "no death toll" is no toll of nought
    for t in range(count.last + 1, count.end + 1):
        lemma = tree.lemma[t].lower()
        figure = c.states.get(tree.lower[t]) or c.nouns.get(lemma)
        if figure:
            return figure
    return None


def after(tree: Tree, count: Count, inside: frozenset[int]) -> str | None:
    """Read "12 civilians dead", "Five were killed", "25 others injured", "30 people who died"."""
    c = cues()
    for t in range(count.end + 1, min(count.end + 1 + REACH, len(tree))):
        if t not in inside:
            return None
        if _did(tree, count, t):
            return None
        bare = (
            count.noun < 0 and t == count.end + 1
        )  # "8 dead and 12 injured a source said": no comma, but no object either
        figure = (bare and c.states.get(tree.lower[t])) or _befell(tree, t)
        if figure:
            return figure if count.sure or tree.lemma[t] not in c.wary else None
        if tree.lower[t] not in c.between:
            return None
    return None


def _did(tree: Tree, count: Count, t: int) -> bool:
    """Tell whether a verb goes on about who did something to the people counted, not about them: "killed 14 people and left dozens hurt"."""
    if tree.dep[t] != "conj" or count.noun < 0:
        return False
    at = count.noun
    while tree.dep[at] in ("pobj", "prep"):
        at = tree.head[at]
    return tree.dep[at] == "dobj" and tree.head[at] == tree.head[t]


def _befell(tree: Tree, t: int) -> str | None:
    """Return what token t says befell the people before it: a passive verb, a state, or a verb of dying."""
    c = cues()
    for words, told in c.phrases.get(tree.lower[t], ()):
        if tree.lower[t : t + len(words)] == words:
            return told
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
    after = verb + 1
    if after + 1 < len(tree) and tree.tag[after] in ("CD", "NNS") and tree.lower[after + 1] in cues().states:
        return True  # "three killed, five injured", "eight killed others injured"
    if tree.tag[verb] not in ("VBN", "VBD") or deps & {"dobj", "aux"}:
        return False
    return after >= len(tree) or tree.tag[after] not in ("CD", "DT", "PRP", "PRP$", "JJ", "NNS", "NN", "NNP")


def before(tree: Tree, count: Count, inside: frozenset[int]) -> str | None:
    """Read "killing 15", "the deaths of 40", "claiming the lives of 12", "wounded another three"."""
    c = cues()
    for t in range(count.first - 1, max(-1, count.first - 2 - REACH), -1):
        if t not in inside:
            return None
        lemma = tree.lemma[t].lower()
        if (figure := _act_of(tree, t)) or (t == count.first - 1 and (figure := _stated_before(tree, t))):
            return figure
        if tree.pos[t] in ("VERB", "NOUN", "PROPN") and (figure := c.verbs.get(lemma) or c.loses.get(lemma)):
            mine = not _suffered(tree, t) and not meant(tree, t)
            return figure if mine and (count.sure or lemma not in c.wary) else None
        if tree.lower[t] not in c.between:
            return None
    return None


def meant(tree: Tree, verb: int) -> bool:
    """Tell whether a deed is only meant: "aimed at killing 12", "a plot to kill an officer"."""
    if tree.tag[verb] not in ("VB", "VBG"):
        return False
    up = tree.head[verb]
    if tree.pos[up] in ("ADP", "SCONJ", "PART"):
        up = tree.head[up]
    return up != verb and tree.lemma[up].lower() in cues().intents


def _act_of(tree: Tree, t: int) -> str | None:
    """Read "the deaths of", "the killing of"; the people follow."""
    c, lemma = cues(), tree.lower[t]
    if tree.lower[min(t + 1, len(tree) - 1)] not in ("of", "among") or lemma == "dead":
        return None
    return c.nouns.get(tree.lemma[t].lower()) or c.acts.get(lemma) or c.acts.get(tree.lemma[t].lower())


def _stated_before(tree: Tree, t: int) -> str | None:
    """Read "shot dead three", "taken prisoner 40": the state stands right before the people, under a verb."""
    verb = tree.head[t]
    return cues().states.get(tree.lower[t]) if verb < t and tree.pos[verb] == "VERB" else None


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
            if lemma in c.moves:
                return _moved(tree, count, lemma)
            return role(tree, up, lemma, dep) if count.sure or lemma not in c.wary else None
        if dep == "pobj" and tree.lower[up] == "of" and (figure := _act_of(tree, tree.head[up])):
            return figure
        if dep not in ("conj", "nummod", "pobj", "prep", "appos", "quantmod", "amod", "nmod") or (
            dep == "prep" and tree.lower[at] != "of"
        ):
            return None
        at = up
    return None


def _moved(tree: Tree, count: Count, lemma: str) -> str | None:
    """Read "forced 12,000 families from their homes", "drove 300 people out": the way stands after the people."""
    c, end = cues(), count.end
    away = any(tree.lower[end + 1 : end + 1 + len(w)] == w for w in c.away)
    return c.moves.get(lemma) if away and count.sure else None


def role(tree: Tree, verb: int, lemma: str, dep: str) -> str | None:
    """Return what the verb does to the people that hang on it by ``dep``, if it harms them."""
    c = cues()
    if meant(tree, verb):
        return None
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
    """Read "the death toll reached 3", "a toll of 31", "the number of those killed has become around 40"."""
    c = cues()
    at = count.first - 1
    if at < 0:
        return None
    if tree.lower[at] in ("of", "estimated") or tree.lower[at] in c.tolls:
        at = at - 1 if tree.lower[at] == "of" else at
        return c.tolls.get(tree.lower[at]) if at in inside and tree.tag[at].startswith("NN") else None
    if tree.lemma[at].lower() not in c.reaches:
        return None
    if figure := _toll_subject(tree, at):
        return figure
    for t in range(at - 1, max(-1, at - 1 - TOLL_REACH), -1):
        if t in inside and (figure := c.tolls.get(tree.lower[t]) or c.verbs.get(tree.lemma[t])):
            return figure
    return None


def _toll_subject(tree: Tree, at: int) -> str | None:
    """Return what the subject or object of the verb that reaches the number tolls, however many words it has."""
    for _ in range(3):
        if tree.pos[at] in ("VERB", "AUX"):
            break
        at = tree.head[at]
    found = (cues().tolls.get(tree.lower[k]) for k in tree.kids(at, "nsubj", "nsubjpass", "dobj"))
    return next((f for f in found if f), None)
