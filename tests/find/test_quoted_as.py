"""Attribution at second hand."""

from __future__ import annotations

from tests.find.said import said

from sayso.find.tree import Tree
from sayso.model.article import Article


def test_active(article: Article, trees: list[Tree]) -> None:
    """Interfax quoted a source as saying that the ship had sunk."""
    assert said(article, trees) == [(["Interfax", "a source"], "the ship had sunk")]


def test_passive(article: Article, trees: list[Tree]) -> None:
    """The governor was quoted by Interfax as saying the ship had sunk."""
    assert said(article, trees) == [(["Interfax", "The governor"], "the ship had sunk")]
