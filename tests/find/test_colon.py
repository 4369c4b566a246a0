"""Sources set off by a colon."""

from __future__ import annotations

from tests.find.said import said

from sayso.find.tree import Tree
from sayso.model.article import Article


def test_source_first(article: Article, trees: list[Tree]) -> None:
    """Pentagon: Troops have left the base in the north."""
    assert said(article, trees) == [(["Pentagon"], "Troops have left the base in the north")]


def test_source_last(article: Article, trees: list[Tree]) -> None:
    """Militants killed 270 people in the battle for the field: monitor"""
    assert said(article, trees) == [(["monitor"], "Militants killed 270 people in the battle for the field")]


def test_no_source(article: Article, trees: list[Tree]) -> None:
    """One thing is clear: the town has fallen."""
    assert said(article, trees) == []
