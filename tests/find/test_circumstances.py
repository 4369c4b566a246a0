"""Which place is the happening's."""

from __future__ import annotations

from tests.find.told import Told

from sayso.find.circumstances import place
from sayso.model.article import Article
from sayso.model.happening import HappeningKind
from sayso.model.where import Place


def read(told: Told, article: Article, kind: HappeningKind) -> Place:
    found = place(told.unit(), told.trigger(kind), article)
    assert found is not None
    assert " ".join(found.span.of(article.text).split()) == found.text
    return found


def test_in(told: Told, article: Article) -> None:
    """Three soldiers were killed in Aleppo on Monday."""
    assert read(told, article, "armed-clash").name == "Aleppo"


def test_near(told: Told, article: Article) -> None:
    """The shelling killed a general near Deir Ezzor city."""
    found = read(told, article, "shelling-artillery-missile")
    assert (found.text, found.name, found.relation) == ("near Deir Ezzor city", "Deir Ezzor", "near")


def test_bearing(told: Told, article: Article) -> None:
    """The army made progress northwest of Palmyra."""
    found = read(told, article, "advance-or-hold")
    assert (found.name, found.relation) == ("Palmyra", "northwest-of")


def test_towards(told: Told, article: Article) -> None:
    """Fighters pushed towards Mosul."""
    assert read(told, article, "advance-or-hold").relation == "towards"


def test_what_was_taken(told: Told, article: Article) -> None:
    """Troops retook the key town of Maadan from ISIS."""
    found = read(told, article, "government-regains-territory")
    assert (found.text, found.name) == ("the key town of Maadan", "Maadan")


def test_the_narrow_place_with_the_wide_one(told: Told, article: Article) -> None:
    """A missile hit a market in the Shaar district of Aleppo."""
    found = read(told, article, "shelling-artillery-missile")
    assert found.text == "the Shaar district of Aleppo"
    assert found.name == "Shaar"


def test_a_nationality_is_no_place(told: Told, article: Article) -> None:
    """Syrian troops attacked Russian officers."""
    assert place(told.unit(), told.trigger("armed-clash"), article) is None


def test_in_an_attack_is_no_place(told: Told, article: Article) -> None:
    """Nine people were killed in the attack."""
    assert place(told.unit(), told.trigger("armed-clash"), article) is None


def test_fronted_place_outside_the_unit(told: Told, article: Article) -> None:
    """In Aleppo, shells fell and killed nine people."""
    found = place(told.unit("killed", "people"), told.trigger("shelling-artillery-missile", "killed"), article)
    assert found is not None
    assert (found.name, found.rule) == ("Aleppo", "place.sentence")
