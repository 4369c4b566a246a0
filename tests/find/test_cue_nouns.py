"""Rumours, claims, "reportedly" and "it is said"."""

from __future__ import annotations

from tests.find.said import said

from sayso.find.tree import Tree
from sayso.model.article import Article


def test_rumours(article: Article, trees: list[Tree]) -> None:
    """The report boosted the rumors that militants could receive the location from the coalition."""
    assert said(article, trees) == [(["-"], "militants could receive the location from the coalition")]


def test_claim_by(article: Article, trees: list[Tree]) -> None:
    """A claim by the rebels that troops had fled was not confirmed."""
    assert said(article, trees) == [(["the rebels"], "troops had fled")]


def test_it_is_reported(article: Article, trees: list[Tree]) -> None:
    """It has also been reported that the group executed 18 civilians."""
    assert said(article, trees) == [(["-"], "the group executed 18 civilians")]


def test_reportedly(article: Article, trees: list[Tree]) -> None:
    """The attacker reportedly detonated his vest near the bakery."""
    assert said(article, trees) == [(["-"], "The attacker / detonated his vest near the bakery")]


def test_is_said_to_have(article: Article, trees: list[Tree]) -> None:
    """The commander is said to have left the city."""
    assert said(article, trees) == [(["-"], "The commander / to have left the city")]
