"""Noun phrases as spans: the words of a phrase that name a thing, without what is only told about it."""

from __future__ import annotations

from sayso.find.tree import Tree

LEFT = frozenset(
    {
        "det",
        "amod",
        "compound",
        "poss",
        "nmod",
        "nummod",
        "quantmod",
        "case",
        "punct",
        "advmod",
        "npadvmod",
        "predet",
        "cc",
        "conj",
    }
)
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP", "WDT", "EX", "JJ"})
FAR = 14
"""Words before a noun that its phrase may hold."""
DEEP = 6
"""Phrases within phrases that are followed; hostile texts nest thousands."""
MANY = 40
"""Co-ordinated nouns that are followed."""


def left_edge(tree: Tree, head: int, depth: int = 0) -> int:
    """Return the first token of the phrase that ends in the noun ``head``."""
    first = head
    for k in reversed([c for c in tree.children[head] if c < head]):
        if tree.dep[k] not in LEFT or head - k > FAR or (tree.dep[k] == "punct" and tree.text[k] in ",;:"):
            break
        first = min(first, left_edge(tree, k, depth + 1) if tree.children[k] and depth < DEEP else k)
    return first


def right_edge(tree: Tree, head: int, depth: int = 0) -> int:
    """Return the last token of the phrase: an "of" phrase, a bracket that gives the short name, the parts of a name."""
    last = head
    if depth > DEEP:
        return last
    for k in tree.children[head]:
        if k < head:
            continue
        dep = tree.dep[k]
        if dep == "prep" and tree.lower[k] == "of" and k == last + 1:
            inner = next(iter(tree.kids(k, "pobj")), k)
            last = right_edge(tree, inner, depth + 1)
        elif dep == "prep" and tree.lower[k] == "from" and k == last + 1 and tree.tag[head] == "NNS":
            inner = next(iter(tree.kids(k, "pobj")), k)
            last = right_edge(tree, inner, depth + 1) if tree.entity[inner] in ("ORG", "NORP") else last
        elif dep in ("case", "nmod", "compound", "flat") and k == last + 1:
            last = k
        elif dep == "appos" and k == last + 1 and tree.tag[k] == "NNP" and tree.tag[head] in ("NN", "NNS"):
            last = right_edge(tree, k, depth + 1)
        elif (
            dep == "appos"
            and k <= last + 2
            and tree.text[k - 1] == "("
            and k + 1 < len(tree)
            and tree.text[k + 1] == ")"
        ):
            last = k + 1
    return last


def phrase(tree: Tree, head: int) -> tuple[int, int]:
    """Return the first and last token of the phrase around the noun ``head``, co-ordinated phrases after it left out."""
    return left_edge(tree, head), right_edge(tree, head)


def conjuncts(tree: Tree, head: int) -> list[int]:
    """Return the noun and those co-ordinated with it, in reading order."""
    out: list[int] = []
    stack = [head]
    while stack and len(out) < MANY:
        at = stack.pop()
        out.append(at)
        stack.extend(k for k in tree.children[at] if tree.dep[k] == "conj" and tree.tag[k] in NOUN_TAGS)
    return sorted(out)
