"""Overlong sentences in pieces."""

from __future__ import annotations

from sayso.find.tree import Tree
from sayso.find.windows import LONGEST, piece, windows


def test_short_sentence_stays_itself(trees: list[Tree]) -> None:
    """The army said it won."""
    assert list(windows(trees[0])) == [trees[0]]
    assert len(trees[0]) < LONGEST


def test_piece_keeps_heads_inside(trees: list[Tree]) -> None:
    """The army said it won."""
    cut = piece(trees[0], 1, 4)
    assert cut.text == trees[0].text[1:4]
    assert all(0 <= h < 3 for h in cut.head)
