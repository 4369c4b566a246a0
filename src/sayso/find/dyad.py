"""Who deals with whom in a sentence: the deed it tells below all saying, who does it, and to whom, as coders of political events read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.find.clause import agents, passive, subjects
from sayso.find.phrase import conjuncts, phrase
from sayso.find.tree import Tree
from sayso.model.span import Span
from sayso.vocab.loader import load
from sayso.vocab.shapes.roles import Dealings

DEEP = 4
"""Verbs of saying within one another that are gone through."""
MANY = 400
"""Tokens looked at after the deed."""


@dataclass(frozen=True, slots=True)
class Dyad:
    """The verb of the deed, the phrases of those who do it, and those that follow, the likeliest to be the other side first."""

    verb: int
    doers: tuple[Span, ...]
    others: tuple[Span, ...]
    mutual: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The words of dealings, as sets."""

    tells: frozenset[str]
    mutual: frozenset[str]
    aside: frozenset[str]
    carriers: frozenset[str]
    retreating: frozenset[str]


@cache
def words() -> Words:
    """Return the words of dealings, read once."""
    d = load("roles/dealings", Dealings)
    return Words(*(frozenset(x) for x in (d.tells, d.mutual, d.aside, d.carriers, d.retreating)))


def dyad(tree: Tree) -> Dyad | None:
    """Return who deals with whom in the sentence, None when it has no verb."""
    verb, teller = _deed(tree)
    if tree.pos[verb] not in ("VERB", "AUX"):
        return None
    suffered = passive(tree, verb)
    by = agents(tree, verb) if suffered else subjects(tree, verb)
    if by and all(tree.pos[s] == "PRON" for s in by):
        by = teller or by
    doers = [_span(tree, n) for s in by for n in conjuncts(tree, s)]
    patients = [n for s in subjects(tree, verb) for n in conjuncts(tree, s)] if suffered else []
    ranked = [_span(tree, n) for n in patients]
    ranked += [tree.words(i, i) for i in _after(tree, verb, {t for s in (*by, *patients) for t in _own(tree, s)})]
    return Dyad(verb, tuple(doers), tuple(ranked), tree.lemma[verb] in words().mutual and not suffered)


def retreats(tree: Tree) -> bool:
    """Tell whether those who give way do so by what they do (withdraw, free, disarm) rather than by what they grant."""
    return any(lemma.lower() in words().retreating for lemma in tree.lemma)


def _deed(tree: Tree) -> tuple[int, list[int]]:
    """Return the verb below all saying, and the subjects of the last saying gone through."""
    verb, teller = tree.root, list[int]()
    for _ in range(DEEP):
        clause = [k for k in tree.kids(verb, "ccomp") if tree.pos[k] in ("VERB", "AUX")]
        if tree.lemma[verb] not in words().tells or not clause:
            break
        teller = subjects(tree, verb) or teller
        verb = clause[0]
    return verb, teller


def _own(tree: Tree, noun: int) -> Iterator[int]:
    for n in conjuncts(tree, noun):
        first, last = phrase(tree, n)
        yield from range(first, last + 1)


def _after(tree: Tree, verb: int, taken: set[int]) -> list[int]:
    """Return the tokens the deed governs, those in its times and causes last."""
    below = tree.subtree(verb)[:MANY]
    later = {t for k in below if tree.lower[k] in words().aside and tree.dep[k] in ("prep", "mark", "advmod")
             for t in tree.subtree(tree.head[k] if tree.dep[k] == "mark" else k)}  # fmt: skip
    own = [i for i in below if i not in taken and i != verb]
    return [i for i in own if i > verb and i not in later] + [i for i in own if i < verb or i in later]


def _span(tree: Tree, noun: int) -> Span:
    return tree.words(*phrase(tree, noun))
