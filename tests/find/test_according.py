"""According to somebody: before, after, without commas."""

from __future__ import annotations

from tests.find.said import said

from sayso.find.tree import Tree
from sayso.model.article import Article


def test_before(article: Article, trees: list[Tree]) -> None:
    """According to the Russian media, he was a commander in the north."""
    assert said(article, trees) == [(["the Russian media"], "he was a commander in the north")]


def test_before_without_comma(article: Article, trees: list[Tree]) -> None:
    """According to the centers statistics this raises the number of breaches to 465."""
    assert said(article, trees) == [(["the centers statistics"], "this raises the number of breaches to 465")]


def test_after_without_comma(article: Article, trees: list[Tree]) -> None:
    """Regime air strikes killed at least 15 civilians on Friday according to the monitor."""
    assert said(article, trees) == [(["the monitor"], "Regime air strikes killed at least 15 civilians on Friday")]


def test_statement_stands_for_who_released_it(article: Article, trees: list[Tree]) -> None:
    """Eighteen civilians died, according to a statement released by the United Nations."""
    assert said(article, trees) == [(["the United Nations"], "Eighteen civilians died")]
