"""Kinds of people by how the article introduces them elsewhere."""

from __future__ import annotations

from tests.find.said import read

from sayso.find.introduced import Introductions
from sayso.find.tree import Tree
from sayso.model.article import Article


def test_title_in_another_sentence(article: Article, trees: list[Tree]) -> None:
    """Rebel commander Zayd Qasimi entered the town. "We hold it," Qasimi said."""
    assert read(article, trees)[0].voices[-1].kind == "armed-group"


def test_nothing_told(trees: list[Tree]) -> None:
    """Qasimi entered the town."""
    assert Introductions(trees).kind("qasimi") is None
