"""Which place a wording's names mean: capitals, whose a camp is, features in a stated province, provinces beside provinces."""

from __future__ import annotations

from sayso.model.article import Article, Zone
from sayso.model.span import Span
from sayso.model.where import Place
from sayso.resolve.places import located


def read(text: str, *wordings: str) -> list[Place | None]:
    """Return the places that wordings of a text name."""
    article = Article("a", "a", "0", text, (Zone("body", Span(0, len(text)), "t"),))
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in wordings]
    return list(located(article, [Place(w, s, "t", w) for w, s in zip(wordings, spans, strict=True)])[0])


def test_the_capital_of_a_country() -> None:
    text = "Shells fell near the Syrian capital. Yemen's capital was calm. In the capital of Libya a bomb went off."
    near, sanaa, tripoli = read(text, "near the Syrian capital", "Yemen's capital", "the capital of Libya")
    assert (near and near.name, near and near.rule) == ("Damascus", "relation.near")
    assert (sanaa and sanaa.name, tripoli and tripoli.name) == ("Sanaa", "Tripoli")


def test_the_capital_by_itself_is_the_countrys() -> None:
    text = "Syria: clashes in Raqqa. Residents of Damascus fled. Shells hit the capital on Sunday in Syria."
    raqqa, capital = read(text, "Raqqa", "the capital")
    assert (raqqa and raqqa.name, capital and capital.name) == ("Raqqa", "Damascus")


def test_whose_a_camp_is_does_not_say_where_it_lies() -> None:
    text = "In Syria, the Yarmouk Palestinian refugee camp south of Damascus was hit; the Palestinian refugee camp of Yarmouk burned."
    one, other = read(text, "Yarmouk Palestinian refugee camp", "the Palestinian refugee camp of Yarmouk")
    assert (one and one.name) == (other and other.name) == "Yarmouk camp"


def test_no_places() -> None:
    text = "In Munich, Germany, the international community spoke of a VBIED. Troops met in Berlin, Germany."
    munich, community, bomb = read(text, "Munich", "the international community", "VBIED")
    assert munich is not None
    assert community is None
    assert bomb is None


def test_the_gulf_is_a_sea() -> None:
    text = "In Paris, France, ministers spoke of the Gulf and of Iran."
    _, gulf = read(text, "Paris", "the Gulf")
    assert gulf is not None
    assert gulf.name == "Persian Gulf"


def test_the_usual_name_of_a_town_that_two_sources_have() -> None:
    (tikrit,) = read("Militants fled Tikrit in Iraq.", "Tikrit")
    assert (tikrit and tikrit.name) == "Tikrit"


def test_a_feature_in_a_stated_province_lies_near_its_village() -> None:
    text = "Syria: shells hit Sharakrak silos in Raqqa province and the Qzwx silos in Raqqa province."
    known, unknown = read(text, "Sharakrak silos in Raqqa province", "Qzwx silos in Raqqa province")
    assert known is not None
    assert known.rule == "place.feature-by-town"
    assert (known.radius_km or 0) < 50
    assert (unknown and unknown.rule) == "place.container"


def test_provinces_in_a_list_are_no_towns() -> None:
    text = "Cases were told of in the United States: Illinois, Louisiana, Michigan, Missouri, Nevada, Ohio, Oregon and Wyoming."
    states = read(text, "Louisiana", "Nevada", "Oregon", "Wyoming")
    assert [s and s.precision for s in states] == ["province"] * 4
