"""The place of a happening as grammar tells it: what prepositions of place bring to its clause, what it acts upon, what governs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.find.phrase import left_edge, right_edge
from sayso.find.place_names import PLACE_NAMES
from sayso.find.place_wording import Candidate, nested
from sayso.find.place_words import place_noun, where
from sayso.find.tree import Tree
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit

FAR = 12
ENOUGH = 1.9
"""The least weight a candidate needs: an unnamed thing brought by a weak preposition is no place."""


def ruled(unit: Unit, trigger: Trigger) -> Candidate | None:
    """Return the place that the rules of grammar read."""
    found = list(_candidates(unit, trigger, unit.tokens))
    if not found:
        found = [
            c
            for c in _candidates(unit, trigger, _governing(unit))
            if c.rule == "place.in" and _named(unit.tree, c.noun)
        ]
        found = [Candidate(c.noun, c.by, c.relation, c.score, "place.sentence") for c in found]
    found = [c for c in found if c.score >= ENOUGH]
    return max(found, key=lambda c: (c.score, -c.noun)) if found else None


def _candidates(unit: Unit, trigger: Trigger, tokens: Sequence[int]) -> Iterator[Candidate]:
    tree, kind, w = unit.tree, str(trigger.kind.value), where()
    for i in tokens:
        up, dep = tree.head[i], tree.dep[i]
        if dep == "pobj" and place_noun(tree, i, tree.lower[up]):
            yield by_preposition(unit, trigger, i, up, kind)
        elif dep in ("dobj", "nsubjpass", "nsubj") and (place_noun(tree, i, "")):
            score = _acted_on(tree, i, dep, kind)
            if score:
                yield Candidate(i, up, "", score + _bonus(tree, i, unit, trigger), "place.object")
        elif tree.entity[i] in PLACE_NAMES and dep in ("poss", "compound") and tree.lemma[up] in w.wars:
            yield Candidate(i, i, "", 1.0 + _bonus(tree, i, unit, trigger), "place.war")
        elif tree.entity[i] in PLACE_NAMES and tree.entity_begins[i] and dep in ("npadvmod", "advmod", "appos"):
            yield Candidate(i, i, "", 0.5 + _bonus(tree, i, unit, trigger), "place.named")


def by_preposition(unit: Unit, trigger: Trigger, i: int, prep: int, kind: str) -> Candidate:
    """Return the place whose noun is token ``i``, brought by the preposition ``prep``, with its relation and weight."""
    tree, w = unit.tree, where()
    word = tree.lower[prep]
    if word == "of" and tree.lower[tree.head[prep]] == "out":
        word = "from"
    relation = w.prepositions.get(word, "")
    score = 1.0
    bearing = tree.head[prep] if word == "of" and tree.lower[tree.head[prep]] in w.bearings else -1
    if bearing >= 0 and tree.tag[bearing][0] != "J":
        relation, score = f"{tree.lower[bearing].replace('-', '')}-of", 3.0
    elif word in w.strong or (word == "on" and tree.lemma[i].lower() in w.areas):
        score = 3.0
    elif word in w.goals:
        score = 0.2 if _attached(tree, prep) else 2.5 if kind in w.moving else 1.0
    elif word in w.sources:
        score = 2.2 if kind in w.leaving else 0.2
    elif word == "on":
        score = 2.0 if _named(tree, i) or tree.lemma[i].lower() in w.nouns else 0.2
    elif word in ("of", "over", "through"):
        score = 1.2
    bearer = tree.head[prep]
    if tree.tag[bearer] in ("NNP", "NNPS") and tree.entity[bearer] in ("ORG", "NORP", "PERSON"):
        score -= 2.0  # part of a name: "al Qaeda in the Arabian Peninsula"
    return Candidate(i, bearing if bearing >= 0 else prep, relation, score + _bonus(tree, i, unit, trigger), "place.in")


def _attached(tree: Tree, prep: int) -> bool:
    """Tell whether "to" hangs on an adjective that says no nearness: "loyal to", not "close to"."""
    bearer = tree.head[prep]
    return tree.tag[bearer] == "JJ" and tree.lower[bearer] not in where().prepositions


def _acted_on(tree: Tree, i: int, dep: str, kind: str) -> float:
    w = where()
    if dep == "nsubj":
        return 1.2 if kind in w.targets and tree.lemma[tree.head[i]] in ("be", "come") else 0.0
    if any(tree.tag[k] == "PRP$" for k in tree.children[i]) and not _named(tree, i):
        return 0.0
    if kind not in w.ground and kind not in w.targets:
        return 0.0
    return 3.6 if kind in w.ground else 2.0


def _bonus(tree: Tree, i: int, unit: Unit, trigger: Trigger) -> float:
    """Weigh a candidate by its nearness to the trigger in the tree, and by its having a name."""
    at, steps, aside = i, 0, False
    for _ in range(FAR):
        if at in (trigger.token, unit.head) or tree.head[at] == at:
            break
        aside = aside or tree.dep[at] in ("relcl", "acl", "appos")
        steps += tree.dep[at] not in ("conj", "prep")
        at = tree.head[at]
    bonus = 1.0 - 0.2 * steps - (0.8 if aside else 0.0)
    return bonus + (0.9 if _named(tree, i) else 0.0)


def _named(tree: Tree, i: int) -> bool:
    """Tell whether the phrase holds a proper name."""
    return any(
        tree.tag[k] in ("NNP", "NNPS") for k in range(left_edge(tree, i), nested(tree, i, right_edge(tree, i)) + 1)
    )


def _governing(unit: Unit) -> list[int]:
    """Return the tokens outside the unit that hang on the words governing it, the sources' own words left out."""
    tree, inside = unit.tree, frozenset(unit.tokens)
    above, sources = set(), of_sources(unit)
    at = unit.head
    while tree.head[at] != at:
        at = tree.head[at]
        above.add(at)
    out = []
    for i in range(len(tree)):
        if i in inside or tree.dep[i] != "pobj" or tree.head[tree.head[i]] not in above | {unit.head}:
            continue
        if i not in sources:
            out.append(i)
    return out


def of_sources(unit: Unit) -> frozenset[int]:
    """Return the tokens that are words of a source or cue."""
    spans = [s for v in unit.voices for s in (v.source, v.cue) if s is not None]
    return frozenset(i for s in spans for i in unit.tree.tokens_in(s))
