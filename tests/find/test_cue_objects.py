"""Content that is no clause."""

from __future__ import annotations

from tests.find.said import said

from sayso.find.tree import Tree
from sayso.model.article import Article


def test_toll_put_at_a_number(article: Article, trees: list[Tree]) -> None:
    """The strikes hit a market, the ministry said, putting the toll at 70."""
    assert said(article, trees)[-1] == (["the ministry"], "the toll at 70")


def test_putting_things_elsewhere(article: Article, trees: list[Tree]) -> None:
    """The rebels put their flag at the square."""
    assert said(article, trees) == []


def test_accusation_without_comma(article: Article, trees: list[Tree]) -> None:
    """Fifty were wounded the Observatory said blaming the attack on government forces."""
    assert said(article, trees)[-1] == (["the Observatory"], "the attack on government forces")


def test_passive_with_agent(article: Article, trees: list[Tree]) -> None:
    """It was the latest of the deals touted by the rebels as the best way to end the fighting."""
    assert said(article, trees) == [(["the rebels"], "the best way to end the fighting")]


def test_gerund(article: Article, trees: list[Tree]) -> None:
    """Witnesses described seeing bodies in the street."""
    assert said(article, trees) == [(["Witnesses"], "seeing bodies in the street")]


def test_infinitive(article: Article, trees: list[Tree]) -> None:
    """The group vowed to avenge its leader."""
    assert said(article, trees) == [(["The group"], "to avenge its leader")]
