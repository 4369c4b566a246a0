"""Signs of a name being the place of a happening."""

from __future__ import annotations

from tests.find.told import Told

from sayso.find.place_rules import ruled
from sayso.find.place_signs import scene, signs, way
from sayso.model.happening import HappeningKind


def of(told: Told, name: str, word: str, kind: HappeningKind = "armed-clash") -> list[str]:
    unit, trigger = told.unit(), told.trigger(kind, word)
    seen = scene(unit, trigger, ruled(unit, trigger))
    return signs(seen, next(n for n in seen.near if told.tree.text[n.head] == name))


def test_how_it_is_brought_and_what_it_stands_in(told: Told) -> None:
    """Five people were killed in the Shaar district."""
    found = of(told, "Shaar", "killed")
    assert {"by=pobj:in", "nest=compound/place", "noun=district", "arg=pobj:in kill", "told=place.in 0 of 1"} <= set(
        found
    )


def test_the_way_to_the_word(told: Told) -> None:
    """Rebels who came from Aleppo killed five people."""
    found = of(told, "Aleppo", "killed")
    assert {"path=relcl^nsubj_", "by+path=pobj:from relcl^nsubj_", "steps=2"} <= set(found)


def test_names_between_and_beside(told: Told) -> None:
    """Five people were killed near Homs in Syria."""
    assert {"between=1 after", "names=2", "previous=in"} <= set(of(told, "Syria", "killed"))
    assert {"between=0 after", "names=2", "previous=near"} <= set(of(told, "Homs", "killed"))


def test_the_words_between_two_names(told: Told) -> None:
    """An imam was shot in the Algiers suburb of Oued Kniss."""
    assert "to name=place of" in of(told, "Algiers", "shot")
    assert "from name=place of" in of(told, "Kniss", "shot")


def test_each_sign_once(told: Told) -> None:
    """Five people were killed in Homs, Syria."""
    found = of(told, "Homs", "killed")
    assert len(found) == len(set(found))


def test_grammar_that_tells_no_place_says_so(told: Told) -> None:
    """Hamas fighters killed five people."""
    assert "told=none" in of(told, "Hamas", "killed")


def test_a_way_meets_at_the_nearest_governor(told: Told) -> None:
    """Rebels killed five people and fled to Homs."""
    text = told.tree.text
    rising, falling = way(told.tree, text.index("Homs"), text.index("killed"))
    assert [text[i] for i in rising] == ["Homs", "to", "fled"]
    assert falling == []
