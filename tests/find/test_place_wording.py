"""The wording of a place."""

from __future__ import annotations

from tests.find.told import Told

from sayso.find.place_names import names
from sayso.find.place_wording import Candidate, worded
from sayso.model.article import Article


def text(told: Told, article: Article, word: str) -> str:
    at = told.tree.text.index(word)
    return worded(told.tree, Candidate(at, at, "", 3.0, "test"), article).text


def test_the_larger_place_after_it_belongs_to_it(told: Told, article: Article) -> None:
    """Shells hit the Shaar district of Aleppo city."""
    assert text(told, article, "district") == "the Shaar district of Aleppo city"


def test_what_it_lies_in_whatever_the_parse_says(told: Told, article: Article) -> None:
    """Fighters shelled the areas of Midan and Faid in Aleppo with mortars."""
    near = names(told.tree, told.tree.text.index("shelled"))[:2]
    at = told.tree.text.index("areas")
    place = worded(told.tree, Candidate(at, at, "", 3.0, "test"), article, near)
    assert (place.text, place.name) == ("the areas of Midan and Faid in Aleppo", "Midan")


def test_a_month_is_nothing_it_lies_in(told: Told, article: Article) -> None:
    """Shells hit Aleppo in March."""
    assert text(told, article, "Aleppo") == "Aleppo"
