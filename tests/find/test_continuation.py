"""Quotations whose speaker stands in another sentence."""

from __future__ import annotations

from tests.find.said import read, said

from sayso.find.tree import Tree
from sayso.model.article import Article


def test_quotation_taken_up_again(article: Article, trees: list[Tree]) -> None:
    """ "We held the hill," the commander said. "They left at dawn and never came back." """
    assert said(article, trees) == [
        (["the commander"], "We held the hill, / They left at dawn and never came back."),
    ]


def test_quotation_over_paragraphs_has_one_speaker(article: Article, trees: list[Tree]) -> None:
    """
    "The units stand at strongholds. There is no sign of a fight.

    No patrol has been organized at them," the statement said.
    """
    (found,) = read(article, trees)
    assert found.manner == "direct"
    assert found.content[0].of(article.text).startswith("The units")
    assert found.content[-1].of(article.text).rstrip(",").endswith("at them")


def test_standing_quotation_goes_to_the_last_speaker(article: Article, trees: list[Tree]) -> None:
    """The general praised his men and said the road was open. It was noon. "The enemy has no way back now." """
    assert said(article, trees)[-1] == (["The general"], "The enemy has no way back now.")


def test_sentence_without_quoted_words_is_the_outlets_own(article: Article, trees: list[Tree]) -> None:
    """The source said that five people died. The toll in the district reached three."""
    assert len(said(article, trees)) == 1


def test_verb_no_list_knows(article: Article, trees: list[Tree]) -> None:
    """ "Nobody told us to leave the village," Haddad snapped."""
    assert said(article, trees) == [(["Haddad"], "Nobody told us to leave the village,")]
