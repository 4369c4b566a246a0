"""Overlong sentences in pieces, so that one endless line costs no more than its length."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.find.tree import Tree, children_of

LONGEST = 400
"""Tokens of the longest sentence read as one; longer ones are lists, tables or texts without punctuation."""


def windows(tree: Tree) -> Iterator[Tree]:
    """Yield the sentence itself, or its pieces of ``LONGEST`` tokens; a token whose governor falls outside becomes a root."""
    if len(tree) <= LONGEST:
        yield tree
        return
    for a in range(0, len(tree), LONGEST):
        yield piece(tree, a, min(a + LONGEST, len(tree)))


def piece(tree: Tree, a: int, b: int) -> Tree:
    """Return tokens ``a`` up to ``b`` of the sentence as a sentence of its own."""
    head = tuple(h - a if a <= h < b else k for k, h in enumerate(tree.head[a:b]))
    return Tree(
        text=tree.text[a:b], lower=tree.lower[a:b], lemma=tree.lemma[a:b], pos=tree.pos[a:b], tag=tree.tag[a:b], dep=tree.dep[a:b],
        head=head, start=tree.start[a:b], end=tree.end[a:b], entity=tree.entity[a:b], entity_begins=tree.entity_begins[a:b],
        paragraph=tree.paragraph, children=children_of(head), root=next((k for k, h in enumerate(head) if h == k), 0),
    )  # fmt: skip
