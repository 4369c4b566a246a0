"""The parse seam: every token at its place in the article, nothing outside the claim zones, nothing endless."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.find import parse
from sayso.find.tree import Tree
from sayso.model.article import Article, Zone
from sayso.model.problem import SaysoError
from sayso.model.span import Span


def test_tokens_stand_where_they_stand_in_the_article(trees: list[Tree], doc: str) -> None:
    """
    Rebels  shelled Aleppo.

    The army said: "We hold   the town".
    """
    for tree in trees:
        for word, start, end in zip(tree.text, tree.start, tree.end, strict=True):
            assert doc[start:end] == word
    assert [t.paragraph for t in trees] == [0, 2] or len({t.paragraph for t in trees}) == 2


def test_a_sentence_is_a_tree(trees: list[Tree]) -> None:
    """The Observatory said on Sunday that 12 civilians were killed when the army shelled Douma."""
    (tree,) = trees
    assert tree.text[tree.root] == "said"
    assert tree.head[tree.root] == tree.root
    assert tree.subtree(tree.root) == list(range(len(tree)))
    assert [tree.text[k] for k in tree.kids(tree.text.index("shelled"), "dobj")] == ["Douma"]


def test_only_claim_zones_are_parsed(article: Article, doc: str) -> None:
    """
    Rebels shelled Aleppo.
    Please donate to help us.
    """
    first, second = (Span(doc.index(w), doc.index(w) + len(w)) for w in doc.splitlines())
    zoned = replace(article, zones=(Zone("body", first, "t"), Zone("donation", second, "t")))
    (trees,) = parse.parser().parse([zoned])
    assert [t.span for t in trees] == [first]


@given(st.text(alphabet=" .\nab", max_size=60), st.integers(2, 9))
def test_a_line_is_cut_into_pieces_that_hold_all_its_words(line: str, most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parse, "LONGEST", most)
        pieces = list(parse.cut(line))
    assert all(0 < b - a <= most for a, b in pieces)
    assert all(b <= c for (_, b), (c, _) in pairwise(pieces))
    covered = {i for a, b in pieces for i in range(a, b)}
    assert all(i in covered for i, c in enumerate(line) if not c.isspace())


def test_a_long_line_is_cut_after_a_sentence() -> None:
    line = "a" * 50 + ". " + "b" * 40
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parse, "LONGEST", 60)
        assert [line[a:b] for a, b in parse.cut(line)] == ["a" * 50 + ".", "b" * 40]


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(SaysoError, match="no_such_pipeline"):
        parse.load_pipeline("no_such_pipeline")


def test_capitals_are_parsed_as_running_text(trees: list[Tree], doc: str) -> None:
    """
    GUNMEN ATTACKED THE TOWN OF DOUMA ON SUNDAY, A WITNESS SAID.
    """
    (tree,) = trees
    assert tree.text[tree.root] == "said"
    assert [doc[a:b].lower() for a, b in zip(tree.start, tree.end, strict=True)] == [w.lower() for w in tree.text]


def test_broken_lines_are_parsed_as_one_paragraph(trees: list[Tree], doc: str) -> None:
    """
    The Observatory said on Sunday that twelve civilians had been killed in
    the town of Douma when the army shelled a market that was full of people
    who had come to buy bread, and it said that thirty others were wounded in
    the same attack.
    """
    (tree,) = trees
    assert tree.span == Span(doc.index("The"), len(doc.rstrip()))
    assert "\n" not in " ".join(tree.text)
