"""Which place is the happening's."""

from __future__ import annotations

from dataclasses import replace

from tests.find.told import Told

from sayso.find.circumstances import place, told_place
from sayso.model.article import Article
from sayso.model.happening import HappeningKind
from sayso.model.where import Place
from sayso.model.who import Voice


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


def test_the_name_inside_a_phrase_led_by_another(told: Told, article: Article) -> None:
    """An imam was shot and killed in the Aleppo town of Tadef."""
    assert read(told, article, "attack-on-civilians").name == "Tadef"


def test_places_listed_are_read_together(told: Told, article: Article) -> None:
    """Warplanes struck the towns of Saraqib, Binnish and Taftanaz."""
    place, names = told_place(told.unit(), told.trigger("air-drone-strike", "struck"), article)
    assert [n.of(article.text) for n in names] == ["Saraqib", "Binnish", "Taftanaz"]
    assert place is not None
    assert place.text == "the towns of Saraqib, Binnish and Taftanaz"


def test_wider_places_around_it_are_no_names_of_it(told: Told, article: Article) -> None:
    """A car bomb killed five people in Karradah in central Baghdad."""
    _, names = told_place(told.unit(), told.trigger("ied-mine", "killed"), article)
    assert [n.of(article.text) for n in names] == ["Karradah"]


def test_where_the_source_sits_is_no_place_of_it(told: Told, article: Article) -> None:
    """A medic in Damascus said shells killed nine people."""
    source = told.tree.words(0, 3)
    cut = told.unit("shells", "people")
    unit = replace(cut, voices=(Voice("a medic", "medical-rescue", False, source, told.tree.words(4, 4), "test"),))
    assert place(unit, told.trigger("shelling-artillery-missile", "killed"), article) is None


def test_a_name_that_plays_no_part_of_place_is_none(told: Told, article: Article) -> None:
    """Hamas fighters killed five soldiers loyal to Assad."""
    assert told_place(told.unit(), told.trigger("armed-clash", "killed"), article) == (None, [])
