"""Proper names are collected with what they name."""

from __future__ import annotations

from sayso.find.mentions import mentions
from sayso.find.tree import Tree
from sayso.model.article import Article


def test_names_and_labels(article: Article, trees: list[Tree]) -> None:
    """Angela Merkel met Russian officials in Moscow on 12 May 2017."""
    assert [(m.span.of(article.text), m.label) for m in mentions(trees)] == [
        ("Angela Merkel", "person"),
        ("Russian", "group"),
        ("Moscow", "place"),
    ]


def test_none() -> None:
    assert mentions([]) == ()
