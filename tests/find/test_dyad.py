"""Who deals with whom in a sentence."""

from __future__ import annotations

from sayso.find.dyad import dyad, retreats
from sayso.find.tree import Tree
from sayso.model.article import Article


def doers(article: Article, tree: Tree) -> list[str]:
    found = dyad(tree)
    assert found is not None
    return [s.of(article.text) for s in found.doers]


def first_other(article: Article, tree: Tree, names: set[str]) -> str:
    found = dyad(tree)
    assert found is not None
    return next(w for s in found.others if (w := s.of(article.text)) in names)


def test_subject_and_the_next_name(article: Article, trees: list[Tree]) -> None:
    """Yemen has rejected a request by Jordan to question the prisoners."""
    assert doers(article, trees[0]) == ["Yemen"]
    assert first_other(article, trees[0], {"Yemen", "Jordan"}) == "Jordan"


def test_below_saying(article: Article, trees: list[Tree]) -> None:
    """Officials said on Monday that Kenya had closed its border with Somalia."""
    assert doers(article, trees[0]) == ["Kenya"]


def test_a_pronoun_is_who_says_it(article: Article, trees: list[Tree]) -> None:
    """Syria says it is willing to withdraw its troops from Lebanon."""
    assert doers(article, trees[0]) == ["Syria"]


def test_passive(article: Article, trees: list[Tree]) -> None:
    """Nine farmers were arrested by soldiers near the river."""
    found = dyad(trees[0])
    assert found is not None
    assert [s.of(article.text) for s in found.doers] == ["soldiers"]
    assert found.others[0].of(article.text) == "Nine farmers"


def test_both_sides_of_a_joint_deed(trees: list[Tree]) -> None:
    """Jordan and Kenya signed a treaty."""
    found = dyad(trees[0])
    assert found is not None
    assert found.mutual
    assert len(found.doers) == 2


def test_times_and_causes_come_last(article: Article, trees: list[Tree]) -> None:
    """Kenya expelled envoys of Jordan after talks with Yemen failed."""
    assert first_other(article, trees[0], {"Jordan", "Yemen"}) == "Jordan"


def test_no_verb(trees: list[Tree]) -> None:
    """A quiet morning in Nairobi."""
    assert dyad(trees[0]) is None


def test_yielding_by_deed(trees: list[Tree]) -> None:
    """The army withdrew its tanks. The court lifted the ban."""
    assert [retreats(t) for t in trees] == [True, False]
