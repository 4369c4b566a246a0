"""Photos that show, and who released them."""

from __future__ import annotations

from tests.find.said import said

from sayso.find.tree import Tree
from sayso.model.article import Article


def test_photos_show(article: Article, trees: list[Tree]) -> None:
    """Photos and videos appearing online show increased deployment of troops."""
    assert said(article, trees) == [(["-"], "increased deployment of troops")]


def test_footage_appeared_to_show(article: Article, trees: list[Tree]) -> None:
    """Footage appeared to show tanks entering the town."""
    assert said(article, trees) == [(["-"], "tanks entering the town")]


def test_released_by_somebody(article: Article, trees: list[Tree]) -> None:
    """The Russian Defense Ministry also released photos showing US forces near the city."""
    assert said(article, trees) == [(["The Russian Defense Ministry", "-"], "US forces near the city")]
