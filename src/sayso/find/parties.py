"""The parties found, as actors with the words that name them: co-ordinated ones by themselves, bent numbers left out."""

from __future__ import annotations

from functools import cache

from sayso.find.deeds import Party, before
from sayso.find.phrase import conjuncts, left_edge, phrase, right_edge
from sayso.find.tree import Tree
from sayso.model.article import Article
from sayso.model.span import Span
from sayso.model.who import Actor
from sayso.vocab.loader import load
from sayso.vocab.shapes.roles import Doers

Ruled = list[tuple[Party, str]]
"""Parties, each with the id of the rule that found it."""
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})


def actors_of(tree: Tree, parties: Ruled, article: Article) -> tuple[Actor, ...]:
    """Return the parties as actors in reading order, each noun once, overlapping ones by the longest that starts first."""
    found: dict[tuple[int, int], str] = {}
    seen: set[int] = set()
    for party, rule in parties:
        if party.noun in seen:
            continue
        seen.add(party.noun)
        for a, b in _ranges(tree, party):
            found.setdefault((a, b), rule)
    kept: list[tuple[int, int, str]] = []
    for (first, last), rule in sorted(found.items(), key=lambda e: (e[0][0], -e[0][1])):
        a, b = _trimmed(tree, first, last)
        if a > b:
            continue
        if not kept or a > kept[-1][1]:
            kept.append((a, b, rule))
    return tuple(Actor(_name(article.text, s := tree.words(a, b)), s, rule) for a, b, rule in kept)


def _trimmed(tree: Tree, a: int, b: int) -> tuple[int, int]:
    """Return the range without quotation marks and other signs at its ends; a closing bracket stays."""
    while a <= b and not tree.text[a][0].isalnum() and tree.text[a] not in ("(", "*"):
        a += 1
    while b >= a and not tree.text[b][-1].isalnum() and tree.text[b][-1] not in ")].'s":
        b -= 1
    return a, b


def _name(text: str, span: Span) -> str:
    parts = span.of(text).split()
    return " ".join(parts[1:] if len(parts) > 1 and parts[0].lower() in ARTICLES else parts)


def _ranges(tree: Tree, party: Party) -> list[tuple[int, int]]:
    """Return the words of a party: each co-ordinated one by itself, unless they share their first words."""
    if party.first >= 0:
        return [(party.first, party.last)]
    nouns = conjuncts(tree, party.noun)
    if len(nouns) > 1 and all(_bare(tree, n) for n in nouns[1:]):
        return [(_start(tree, nouns[0]), right_edge(tree, nouns[-1]))]
    out = []
    for n in nouns:
        craft = before(tree, n) if tree.lemma[n] in _craft() else []
        out += [(p.first, p.last) for p in craft[:-1]] if len(craft) > 1 else []
        first, last = (craft[-1].first, n) if len(craft) > 1 else phrase(tree, n)
        out.append((max(first, _start(tree, n)), last) if len(craft) < 2 else (first, last))
    return out


@cache
def _craft() -> frozenset[str]:
    return frozenset(load("roles/doers", Doers).craft)


def _bare(tree: Tree, noun: int) -> bool:
    """Tell whether a co-ordinated noun shares the words before the first ("aid workers and drivers", "X and its allies")."""
    left = [
        k
        for k in tree.children[noun]
        if k < noun and tree.dep[k] in ("det", "amod", "compound", "nummod", "poss", "nmod")
    ]
    if any(tree.tag[k] == "PRP$" for k in left):
        return True
    return not left and tree.tag[noun] in ("NN", "NNS") and not tree.entity[noun]


def _start(tree: Tree, noun: int) -> int:
    """Return where the phrase begins when a bent number ("at least 40") is left out."""
    first = left_edge(tree, noun)
    for k in tree.children[noun]:
        if (
            tree.dep[k] == "nummod"
            and any(tree.dep[q] in ("quantmod", "advmod", "amod") for q in tree.children[k])
            and k < noun
        ):
            return k + 1
    return first
