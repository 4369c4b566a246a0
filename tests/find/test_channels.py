"""Chains of more than one voice."""

from __future__ import annotations

from dataclasses import replace

from tests.find.said import read, said

from sayso.find.tree import Tree
from sayso.model.article import Article, Stated


def test_told_an_agency(article: Article, trees: list[Tree]) -> None:
    """A resident told Reuters that shells hit the market."""
    assert said(article, trees) == [(["Reuters", "A resident"], "shells hit the market")]


def test_told_the_outlet_itself(article: Article, trees: list[Tree]) -> None:
    """A resident told Reuters that shells hit the market."""
    own = replace(article, outlet=Stated("Reuters", "test"))
    assert said(own, trees) == [(["A resident"], "shells hit the market")]


def test_told_reporters_is_no_link(article: Article, trees: list[Tree]) -> None:
    """The minister told reporters that shells hit the market."""
    assert said(article, trees) == [(["The minister"], "shells hit the market")]


def test_citing_between_verb_and_clause(article: Article, trees: list[Tree]) -> None:
    """CNN announced citing a US official that US forces have increased surveillance."""
    assert said(article, trees) == [(["CNN", "a US official"], "US forces have increased surveillance")]


def test_quoted_as_saying(article: Article, trees: list[Tree]) -> None:
    """The Observatory quoted trusted sources as saying that militants had killed 270 people."""
    assert said(article, trees) == [(["The Observatory", "trusted sources"], "militants had killed 270 people")]


def test_same_channel_for_the_same_source(article: Article, trees: list[Tree]) -> None:
    """A source at the police command told SANA that rockets fell. The source said that five people died."""
    chains = [[v.name for v in a.voices] for a in read(article, trees)]
    assert chains[0][0] == chains[1][0] == "SANA"
    assert len(chains[1]) == 2


def test_speaking_to_an_outlet_at_the_head_of_the_sentence(article: Article, trees: list[Tree]) -> None:
    """In separate comments to al-Mayadeen he said "The war against terrorism will continue here"."""
    assert said(article, trees)[0][0] == ["al-Mayadeen", "he"]
