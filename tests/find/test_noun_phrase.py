"""Where a source's phrase begins when commas are missing."""

from __future__ import annotations

import pytest

from sayso.find.noun_phrase import walk_left
from sayso.find.parse import parser
from sayso.model.article import Article, Zone
from sayso.model.span import Span

CASES = [
    ("Five people died in the city a monitor said.", "a monitor"),
    ("The toll may rise due to the condition of the wounded Observatory chief Rami Abdel Rahman said.", "Observatory chief Rami Abdel Rahman"),
    ("Five people died in the north a source at Aleppo Police Command said.", "a source at Aleppo Police Command"),
    ("The town fell on Friday he said.", "he"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source"), CASES)
def test_source_before_the_verb(text: str, source: str) -> None:
    article = Article("a1", "t", "", text, (Zone("body", Span(0, len(text)), "test"),))
    tree = parser().parse([article])[0][0]
    last = tree.lower.index("said") - 1
    first = walk_left(tree, last)
    assert first is not None
    assert tree.words(first, last).of(text) == source
