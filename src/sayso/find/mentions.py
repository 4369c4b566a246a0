"""Collects the proper names of an article's sentences: what "he" or "the group" may point at later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.find.tree import Tree
from sayso.model.who import Mention, MentionLabel

LABELS: dict[str, MentionLabel] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
    "PRODUCT": "other", "EVENT": "other", "WORK_OF_ART": "other", "LAW": "other",
}  # fmt: skip
"""The parser's labels that are names (numbers and dates are not), and what they are here."""


def mentions(sentences: Sequence[Tree]) -> tuple[Mention, ...]:
    """Return the names of the sentences, in reading order."""
    return tuple(m for tree in sentences for m in _of(tree))


def _of(tree: Tree) -> Iterator[Mention]:
    first = -1
    for i in range(len(tree) + 1):
        inside = i < len(tree) and tree.entity[i] in LABELS
        if first >= 0 and (not inside or tree.entity_begins[i]):
            yield Mention(tree.words(first, i - 1), LABELS[tree.entity[first]], f"mention.{tree.entity[first].lower()}")
            first = -1
        if inside and first < 0:
            first = i
