"""Which verbs head claims of their own, and by which rule."""

from __future__ import annotations

from sayso.find.clause_heads import finite, happens, heads
from sayso.find.tree import Tree


def ruled(tree: Tree, *frame: str) -> dict[str, str]:
    words = frozenset(tree.text.index(w) for w in frame)
    return {tree.text[i]: rule for i, rule in heads(tree, words).items()}


def test_root_and_conjunct(trees: list[Tree]) -> None:
    """Troops seized a hill and shelled the valley."""
    assert ruled(trees[0]) == {"seized": "unit.sentence", "shelled": "unit.conjunct"}


def test_a_complement_counts_only_under_a_cue(trees: list[Tree]) -> None:
    """The ministry said rebels attacked the base."""
    assert ruled(trees[0]) == {"said": "unit.sentence"}
    assert ruled(trees[0], "said") == {"said": "unit.sentence", "attacked": "unit.complement"}


def test_what_is_only_supposed_is_no_claim(trees: list[Tree]) -> None:
    """Troops will shell the town if rebels attack the base."""
    assert ruled(trees[0]) == {"shell": "unit.sentence"}


def test_since_clauses_stay(trees: list[Tree]) -> None:
    """Hundreds have been killed since the army launched its offensive."""
    assert ruled(trees[0]) == {"killed": "unit.sentence"}


def test_deeds_and_finite_verbs(trees: list[Tree]) -> None:
    """Rebels have shelled the town, hoping for rain."""
    tree = trees[0]
    assert finite(tree, tree.text.index("shelled"))
    assert not finite(tree, tree.text.index("hoping"))
    assert happens(tree, tree.text.index("shelled"))
    assert not happens(tree, tree.text.index("hoping"))
