"""Where a unit says its happening took place: which of the places it names is meant (``timing`` does the same for times)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.find.phrase import conjuncts, left_edge, right_edge
from sayso.find.timing import when
from sayso.find.tree import Tree
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.article import Article
from sayso.model.where import Place
from sayso.vocab.loader import load
from sayso.vocab.shapes.circumstances import Where
from sayso.vocab.shapes.roles import Deeds

__all__ = ["place", "when"]

PLACE_NAMES = frozenset({"GPE", "LOC", "FAC"})
NESTING = frozenset({"with", "in", "of", "near", "outside", "around", "between", "at", "inside"})
SURE = frozenset({"in", "near", "towards", "toward", "outside", "into", "around", "inside"})
"""Prepositions after which even a name that looks like an organisation's is a place's."""
NO_PLACE = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
FAR = 12
ENOUGH = 1.9
"""The least weight a candidate needs: an unnamed thing brought by a weak preposition is no place."""


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


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place named in the sentence: its noun, the word that brings it, and how well it fits as the happening's place."""

    noun: int
    by: int
    relation: str
    score: float
    rule: str


def place(unit: Unit, trigger: Trigger, article: Article) -> Place | None:
    """Return the place of the happening, unresolved; None when the words name none.

    It is the place that the trigger's clause brings by a preposition of place, else the place acted upon, else one that
    governs the unit from its sentence.
    """
    found = list(_candidates(unit, trigger, unit.tokens))
    if not found:
        found = [
            c
            for c in _candidates(unit, trigger, _governing(unit))
            if c.rule == "place.in" and _named(unit.tree, c.noun)
        ]
        found = [Candidate(c.noun, c.by, c.relation, c.score, "place.sentence") for c in found]
    found = [c for c in found if c.score >= ENOUGH]
    if not found:
        return None
    best = max(found, key=lambda c: (c.score, -c.noun))
    return _place(unit.tree, best, article)


def _candidates(unit: Unit, trigger: Trigger, tokens: Sequence[int]) -> Iterator[Candidate]:
    tree, kind, w = unit.tree, str(trigger.kind.value), where()
    for i in tokens:
        up, dep = tree.head[i], tree.dep[i]
        if dep == "pobj" and _place_noun(tree, i, tree.lower[up]):
            yield _by_preposition(unit, trigger, i, up, kind)
        elif dep in ("dobj", "nsubjpass", "nsubj") and (_place_noun(tree, i, "")):
            score = _acted_on(tree, i, dep, kind)
            if score:
                yield Candidate(i, up, "", score + _bonus(tree, i, unit, trigger), "place.object")
        elif tree.entity[i] in PLACE_NAMES and dep in ("poss", "compound") and tree.lemma[up] in w.wars:
            yield Candidate(i, i, "", 1.0 + _bonus(tree, i, unit, trigger), "place.war")
        elif tree.entity[i] in PLACE_NAMES and tree.entity_begins[i] and dep in ("npadvmod", "advmod", "appos"):
            yield Candidate(i, i, "", 0.5 + _bonus(tree, i, unit, trigger), "place.named")


def _by_preposition(unit: Unit, trigger: Trigger, i: int, prep: int, kind: str) -> Candidate:
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
        score = 2.5 if kind in w.moving else 1.0
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
        tree.tag[k] in ("NNP", "NNPS") for k in range(left_edge(tree, i), _nested(tree, i, right_edge(tree, i)) + 1)
    )


def _place_noun(tree: Tree, i: int, prep: str) -> bool:
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


def _governing(unit: Unit) -> list[int]:
    """Return the tokens outside the unit that hang on the words governing it, the sources' own words left out."""
    tree, inside = unit.tree, frozenset(unit.tokens)
    sources = [s for v in unit.voices for s in (v.source, v.cue) if s is not None]
    above = set()
    at = unit.head
    while tree.head[at] != at:
        at = tree.head[at]
        above.add(at)
    out = []
    for i in range(len(tree)):
        if i in inside or tree.dep[i] != "pobj" or tree.head[tree.head[i]] not in above | {unit.head}:
            continue
        if not any(s.start <= tree.start[i] < s.end for s in sources):
            out.append(i)
    return out


def _place(tree: Tree, c: Candidate, article: Article) -> Place:
    first, last = left_edge(tree, c.noun), right_edge(tree, c.noun)
    nouns = conjuncts(tree, c.noun)
    if len(nouns) > 1 and all(tree.tag[n] in ("NNP", "NNPS") or tree.lemma[n] in where().nouns for n in nouns):
        last = right_edge(tree, nouns[-1])
    last = _nested(tree, c.noun, last)
    relation = c.relation or _area(tree, c.noun)
    if c.relation == "near" or c.relation.endswith("-of"):
        first = min(first, c.by)
    span = tree.words(first, last)
    text = " ".join(span.of(article.text).split())
    return Place(text, span, c.rule, name(tree, c.noun, first, last), relation=relation or None)


def _nested(tree: Tree, noun: int, last: int) -> int:
    """Return the end of the phrase with the larger place that follows it ("… in the northern city of Aleppo")."""
    for _ in range(3):
        step = next(
            (k for k in tree.children[noun] if k == last + 1 and tree.dep[k] == "prep" and tree.lower[k] in NESTING),
            None,
        )
        inner = next(iter(tree.kids(step, "pobj")), None) if step is not None else None
        if inner is None or not _place_noun(tree, inner, "in") or tree.entity[inner] in NO_PLACE:
            return last
        noun, last = inner, right_edge(tree, inner)
    return last


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
