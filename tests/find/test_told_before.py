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


def test_a_new_deed_is_told_later(article: Article, trees: list[Tree]) -> None:
    """Rebels shelled the town. An attack was reported in the capital. A suicide bomber blew himself up there."""
    assert kinds(article, trees)[1] == ("suicide-bomb", "kind.told-before")


def test_what_follows_counts_where_nothing_was_told(article: Article, trees: list[Tree]) -> None:
    """The attack wounded six soldiers. Warplanes bombed their barracks at dawn."""
    assert kinds(article, trees)[0] == ("air-drone-strike", "kind.told-before")


def test_a_blast_is_no_air_strike(article: Article, trees: list[Tree]) -> None:
    """Warplanes bombed the town. The blast wounded six soldiers."""
    assert kinds(article, trees)[1][0] == "ied-mine"


def test_signs_sharpen(article: Article, trees: list[Tree]) -> None:
    """Soldiers said the man wore a suicide vest. The explosion wounded six soldiers."""
    assert kinds(article, trees)[-1][0] == "suicide-bomb"


def test_signs_far_away_do_not(article: Article, trees: list[Tree]) -> None:
    """The explosion wounded six soldiers. Rain fell. Rain fell. Rain fell. Rain fell. Rain fell. He had a suicide note."""
    assert kinds(article, trees)[0][0] == "ied-mine"


def test_dead_told_far_from_any_deed_are_those_of_the_main_one(article: Article, trees: list[Tree]) -> None:
    """Rebels shelled the town. Troops ran. Rain fell. Rain fell. Rain fell. Rain fell. Rain fell. Rain fell. Fifty were wounded."""
    assert kinds(article, trees)[-1] == ("shelling-artillery-missile", "kind.told-before")


def test_an_attack_far_from_the_main_deed_is_its_own(article: Article, trees: list[Tree]) -> None:
    """Rebels shelled the town. Troops ran. Rain fell. Rain fell. Rain fell. Rain fell. Rain fell. Rain fell. An attack killed soldiers."""
    assert kinds(article, trees)[-1][0] == "armed-clash"


def test_a_bomb_is_the_suicide_bomb_told_near(article: Article, trees: list[Tree]) -> None:
    """A suicide bomber struck the barracks. The bomb exploded near soldiers and rebels."""
    assert [k for k, _ in kinds(article, trees)] == ["suicide-bomb", "suicide-bomb"]
