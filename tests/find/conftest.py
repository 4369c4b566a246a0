"""Shared by the tests of this room: the sentences of the test's docstring, parsed once for each."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from sayso.find.parse import parser
from sayso.find.tree import Tree
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.article import Article, Zone
from sayso.model.happening import Codes, HappeningKind
from sayso.model.span import Grounded, Span


@dataclass(frozen=True)
class Told:
    """A sentence told as one unit in the outlet's own voice."""

    tree: Tree

    def unit(self, first: str = "", last: str = "") -> Unit:
        """Return the sentence from one word to another as a unit; the whole sentence by default."""
        lower = self.tree.text
        a = lower.index(first) if first else 0
        b = lower.index(last, a) + 1 if last else len(lower)
        tokens = tuple(range(a, b))
        head = next(i for i in self.climb(a) if self.tree.head[i] not in tokens or self.tree.head[i] == i)
        return Unit(self.tree, tokens, head, (), "own", "test")

    def climb(self, i: int) -> list[int]:
        """Return token i and its governors, nearest first."""
        out = [i]
        while self.tree.head[out[-1]] != out[-1]:
            out.append(self.tree.head[out[-1]])
        return out

    def trigger(self, kind: HappeningKind, word: str = "") -> Trigger:
        """Return a trigger of a kind at a word, at the root by default."""
        token = self.tree.text.index(word) if word else self.tree.root
        return Trigger(Grounded(kind, "test"), token, Codes())


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
