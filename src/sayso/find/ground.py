"""Ground changing hands: which place, from whom, to whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from sayso.find.clause import slots
from sayso.find.deeds import lexicon
from sayso.find.phrase import left_edge, right_edge
from sayso.find.place_wording import name
from sayso.find.tree import Tree
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.article import Article
from sayso.model.happening import Control
from sayso.model.who import Actor
from sayso.vocab.loader import load
from sayso.vocab.shapes.ground import Taking


@cache
def taking() -> dict[str, str]:
    """Return what each verb does to the ground: its subject ``takes`` it, ``yields`` it, or is the ground that ``falls``."""
    t = load("ground/taking", Taking)
    return {w: role for role in ("takes", "yields", "falls") for w in getattr(t, role)}


@cache
def _nouns() -> frozenset[str]:
    return frozenset(load("ground/taking", Taking).nouns)


@cache
def _kinds() -> frozenset[str]:
    return frozenset(load("ground/taking", Taking).kinds)


@cache
def _crowd() -> frozenset[str]:
    return frozenset(load("ground/taking", Taking).crowd)


def control(
    unit: Unit, trigger: Trigger, actors: Sequence[Actor], targets: Sequence[Actor], article: Article
) -> Control | None:
    """Return the change of control the unit tells of; None when no place changes hands ("controls" is a state, no change)."""
    if trigger.kind.value not in _kinds():
        return None
    tree = unit.tree
    for i in (trigger.token, unit.head, *unit.tokens):
        lemma = tree.lemma[i].lower()
        role = taking().get(lemma) if tree.pos[i] == "VERB" else "nouns" if lemma in _nouns() else None
        if role is None:
            continue
        found = _ground(tree, i, role)
        if found is not None:
            return _control(tree, found, role, actors, targets, article)
    return None


def _ground(tree: Tree, i: int, role: str) -> int | None:
    """Return the noun of the place that the verb or noun at token i says was taken, lost or fell."""
    if role == "nouns":
        return next(iter(_of(tree, [i])), None)
    places = slots(tree, i)
    nouns = (
        places["subject"]
        if role == "falls"
        else places.get("from", [])
        if role == "yields" and not places["object"]
        else places["object"]
    )
    through = _of(tree, [n for n in nouns if tree.lemma[n] in ("control", "rest", "most", "part", "number")])
    return next(iter([*through, *nouns]), None)


def _of(tree: Tree, nouns: Iterable[int]) -> list[int]:
    return [
        o for n in nouns for k in tree.kids(n, "prep") if tree.lower[k] in ("of", "over") for o in tree.kids(k, "pobj")
    ]


def _control(
    tree: Tree, noun: int, role: str, actors: Sequence[Actor], targets: Sequence[Actor], article: Article
) -> Control | None:
    if tree.lemma[noun].lower() in lexicon().doers or tree.entity[noun] in ("PERSON", "NORP", "DATE"):
        return None
    span = tree.words(left_edge(tree, noun), right_edge(tree, noun))
    others = [t for t in targets if not t.span.overlaps(span)]
    winner, loser = _side(actors, article), _side(others, article)
    if role == "yields":
        winner, loser = loser, winner
    if winner is None and role != "falls":
        return None
    return Control(
        _bare(name(tree, noun, left_edge(tree, noun), right_edge(tree, noun))), loser, winner, span, f"control.{role}"
    )


def _bare(words: str) -> str:
    parts = words.split()
    return " ".join(parts[1:] if len(parts) > 1 and parts[0].lower() in ("the", "a", "an") else parts)


def _side(parties: Sequence[Actor], article: Article) -> str | None:
    """Return the name of a side, the words for its people left out: "government forces" is "government"."""
    if not parties:
        return None
    del article
    words = parties[0].name.split()
    short = [w for w in words if w.lower() not in _crowd()]
    return " ".join(short or words)
