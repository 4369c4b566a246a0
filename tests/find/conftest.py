"""Shared by the tests of this room: the sentences of the test's docstring, parsed."""

from __future__ import annotations

import pytest
from tests.find.told import Told

from sayso.find.parse import parser
from sayso.find.tree import Tree
from sayso.model.article import Article, Zone
from sayso.model.span import Span


@pytest.fixture
def article(doc: str) -> Article:
    """Return the docstring of the running test as an article that is all body."""
    return Article("a1", "test", "0" * 64, doc, (Zone("body", Span(0, len(doc)), "test"),))


@pytest.fixture
def trees(article: Article) -> list[Tree]:
    """Return the article's parsed sentences."""
    return parser().parse([article])[0]


@pytest.fixture
def told(trees: list[Tree]) -> Told:
    """Return the first sentence as a unit of its own, with a trigger of any kind at its head or at a word of it."""
    return Told(trees[0])
