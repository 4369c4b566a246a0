"""The words of saying: the verb with its helpers and particle."""

from __future__ import annotations

from sayso.find.cue_words import cue_words
from sayso.find.tree import Tree
from sayso.model.span import Span


def cue_span(tree: Tree, verb: int) -> Span:
    """Return the words of saying: the verb with its helpers and particle."""
    first = last = verb
    while first > 0 and tree.head[first - 1] == verb and tree.dep[first - 1] in ("aux", "auxpass", "neg"):
        first -= 1
    up = tree.head[verb]
    if (
        tree.tag[verb] == "VB"
        and tree.dep[verb] == "xcomp"
        and 0 < verb - up <= 4
        and tree.lemma[up].lower() in cue_words().carriers
    ):
        first = up
    if verb + 1 < len(tree) and tree.dep[verb + 1] == "prt":
        last = verb + 1
    return tree.words(first, last)
