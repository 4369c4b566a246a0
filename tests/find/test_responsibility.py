"""Claims of responsibility, denials of it, and who is blamed."""

from __future__ import annotations

from tests.find.said import read, said

from sayso.find.responsibility import RULE, answerable, responsibilities, unclaimed
from sayso.find.tree import Tree
from sayso.model.article import Article


def test_claimed(article: Article, trees: list[Tree]) -> None:
    """The Islamic State group claimed responsibility for the bombing in Quetta."""
    assert said(article, trees) == [(["The Islamic State group"], "responsibility for the bombing in Quetta")]
    assert read(article, trees)[0].rule == RULE


def test_claimed_by(article: Article, trees: list[Tree]) -> None:
    """The attack on the barracks was claimed by Boko Haram."""
    assert said(article, trees) == [(["Boko Haram"], "The attack on the barracks")]


def test_where_it_was_claimed_is_no_part_of_it(article: Article, trees: list[Tree]) -> None:
    """The group claimed responsibility for the raid in a statement, which killed nine people."""
    assert said(article, trees) == [(["The group"], "responsibility for the raid")]


def test_for_which(article: Article, trees: list[Tree]) -> None:
    """Officials buried the victims of the bombing in Tartus, for which the group has claimed responsibility."""
    assert (["the group"], "the bombing in Tartus") in said(article, trees)


def test_denied(article: Article, trees: list[Tree]) -> None:
    """Ukraine denied any involvement in the blast."""
    assert said(article, trees) == [(["Ukraine"], "any involvement in the blast")]


def test_nobody_claims_it(trees: list[Tree]) -> None:
    """No group has claimed responsibility for it. Nobody claimed responsibility. There was no claim of responsibility for the attack."""
    for tree in trees:
        found, nobody = responsibilities(tree, 0)
        assert not found
        assert nobody
        assert unclaimed(tree, range(len(tree)))


def test_whom_it_blames(trees: list[Tree]) -> None:
    """Kiev accused the rebels of shelling the town. Ankara blamed the bombing on Kurdish militants. Moscow blames Kiev for it."""
    who = [
        t.words(s.first, s.last).of(test_whom_it_blames.__doc__ or "")
        for t in trees
        for i in range(len(t))
        if (s := answerable(t, i))
    ]
    assert who == ["the rebels", "Kurdish militants", "Kiev"]
