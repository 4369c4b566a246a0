"""General words take the kind of what was told before."""

from __future__ import annotations

from sayso.find.kinds import kind
from sayso.find.told_before import settle
from sayso.find.tree import Tree
from sayso.find.units import units
from sayso.model.article import Article


def kinds(article: Article, trees: list[Tree]) -> list[tuple[str, str]]:
    cut = units(article, trees, [])
    settled = settle(cut, [kind(u, article) for u in cut])
    return [(t.kind.value, t.kind.rule) for t in settled if t is not None]


def test_the_attack_is_the_one_told(article: Article, trees: list[Tree]) -> None:
    """A suicide bomber blew himself up near the troops. The attack also wounded six soldiers."""
    assert kinds(article, trees)[1] == ("suicide-bomb", "kind.told-before")


def test_casualties_without_a_cause_have_the_last(article: Article, trees: list[Tree]) -> None:
    """Rebels shelled the town. Another fifty civilians were wounded."""
    assert kinds(article, trees)[1] == ("shelling-artillery-missile", "kind.told-before")


def test_casualties_with_a_doer_do_not(article: Article, trees: list[Tree]) -> None:
    """Rebels shelled the town. Elsewhere gunmen killed nine soldiers."""
    assert kinds(article, trees)[1][0] == "armed-clash"


def test_nothing_before(article: Article, trees: list[Tree]) -> None:
    """The attack wounded six soldiers, rebels and troops said."""
    assert kinds(article, trees)[0][1].startswith("kind.generic.")


def test_what_it_would_have_been_is_kept(article: Article, trees: list[Tree]) -> None:
    """Rebels shelled the town. Another fifty civilians were wounded."""
    cut = units(article, trees, [])
    later = settle(cut, [kind(u, article) for u in cut])[1]
    assert later is not None
    assert "attack-on-civilians" in later.kind.alternatives
