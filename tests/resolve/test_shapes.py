"""From relation to area: rings, sectors, bands, corridors, banks, outlines; each inside the circle of the place's radius."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model.article import Article
from sayso.model.span import Span
from sayso.model.where import Place
from sayso.resolve import plane
from sayso.resolve.outlines import inside, outline
from sayso.resolve.places import located
from sayso.resolve.plane import Plane
from sayso.resolve.shapes import Polygon, anchor, shape

MakeArticle = Callable[..., Article]
CASES = {
    "near Raqqa": ("relation.near", "near", 2),
    "the outskirts of Raqqa": ("relation.outskirts", "outskirts", 2),
    "15 km from Palmyra": ("relation.distance", "near", 2),
    "the Raqqa countryside": ("relation.countryside", "in-area", 1),
    "the eastern countryside of Palmyra": ("relation.countryside-part", "in-area", 1),
    "10 km north-west of Raqqa": ("relation.distance-bearing", "northwest-of", 1),
    "12 km north-northeast of Palmyra": ("relation.distance-bearing", "north-of", 1),
    "north of Raqqa": ("relation.bearing", "north-of", 1),
    "between Raqqa and Deir ez-Zor": ("relation.between", "between", 1),
    "eastern Deir ez-Zor province": ("relation.part", "in-area", 1),
    "northern Syria": ("relation.part", "in-area", 1),
    "along the Euphrates": ("relation.stretch", "along", 1),
    "the east bank of the Euphrates": ("relation.bank", "in-area", 1),
}
"""Wordings with rule, relation and the number of rings of what they leave open."""


def located_in(make_article: MakeArticle, words: str, rest: str = "Raqqa lies in Syria.") -> Place:
    text = f"Troops attacked {words} on Sunday. {rest}"
    wordings = [
        Place(w, Span(text.index(w), text.index(w) + len(w)), "test", w)
        for w in dict.fromkeys((words, "Raqqa", "Syria"))
    ]
    found, _ = located(make_article(text), wordings)
    assert found[0] is not None
    return found[0]


def reach(place: Place, polygons: tuple[Polygon, ...]) -> float:
    assert place.lat is not None
    assert place.lon is not None
    at = Plane(place.lat, place.lon)
    return max(plane.away(at.on(p)) for polygon in polygons for ring in polygon for p in ring)


def size(place: Place, polygons: tuple[Polygon, ...]) -> float:
    at = Plane(place.lat or 0, place.lon or 0)
    return sum(
        plane.area([at.on(p) for p in outer]) - sum(plane.area([at.on(p) for p in h]) for h in holes)
        for outer, *holes in polygons
    )


@pytest.mark.parametrize(("words", "wanted"), CASES.items())
def test_a_relation_leaves_a_shape_open_inside_its_circle(
    words: str, wanted: tuple[str, str, int], make_article: MakeArticle
) -> None:
    place = located_in(make_article, words)
    rule, relation, rings = wanted
    assert (place.rule, place.relation) == (rule, relation)
    drawn = shape(place)
    assert place.radius_km
    assert sum(map(len, drawn)) == rings
    assert reach(place, drawn) <= place.radius_km * 1.02 + 0.2 + (15.0 if relation == "along" else 0)
    assert 0 < size(place, drawn) < 3.1416 * place.radius_km**2


def test_near_a_border_is_the_stretch_by_the_article_s_places(make_article: MakeArticle) -> None:
    place = located_in(make_article, "a village near the border with Turkey")
    assert (place.id, place.rule, place.relation) == ("country:TR", "relation.border", "near")
    assert place.lat == pytest.approx(36.7, abs=0.2)
    assert place.radius_km
    assert place.radius_km < 100
    assert 0 < size(place, shape(place)) < 3.1416 * place.radius_km**2


def test_provinces_named_together_are_drawn_each(make_article: MakeArticle) -> None:
    place = located_in(make_article, "Deir ez-Zor and Raqqa provinces")
    assert place.rule == "place.several"
    assert len(shape(place)) == 2


def test_an_area_is_its_outline(make_article: MakeArticle) -> None:
    place = located_in(make_article, "Deir ez-Zor province")
    assert shape(place) == tuple((ring,) for ring in outline(place.id or ""))


def test_a_place_in_no_gazetteer_lies_anywhere_in_what_holds_it(make_article: MakeArticle) -> None:
    place = located_in(make_article, "the village of Nosuchvillage in Idlib province")
    assert place.rule == "place.container"
    assert shape(place) == tuple((ring,) for ring in outline(place.alternatives[0].id))


def test_a_town_stays_a_circle(make_article: MakeArticle) -> None:
    assert shape(located_in(make_article, "Palmyra")) == ()


def test_a_sector_lies_on_its_side_and_in_the_province(make_article: MakeArticle) -> None:
    place = located_in(make_article, "north of Raqqa")
    town = anchor(place)
    assert town is not None
    ((ring,),) = shape(place)
    assert max(lat for lat, _ in ring) > town.lat + 0.3
    assert min(lat for lat, _ in ring) > town.lat - 0.1
    border = outline(next(p.id for p in [located_in(make_article, "Raqqa province")] if p.id))
    middle = (sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring))
    assert any(inside(r, *middle) for r in border)


def test_a_bank_lies_on_its_side_of_the_river(make_article: MakeArticle) -> None:
    east, west = (located_in(make_article, f"the {side} bank of the Euphrates") for side in ("east", "west"))
    (one,), (other,) = shape(east)[0], shape(west)[0]
    middles = [sum(lon for _, lon in ring) / len(ring) for ring in (one, other)]
    assert middles[0] > middles[1]


def test_a_place_nobody_found_has_no_shape() -> None:
    assert shape(Place("x", Span(0, 1), "place.not-found", "x")) == ()


def test_doubt_about_identity_keeps_the_shape(make_article: MakeArticle) -> None:
    place = located_in(make_article, "the countryside of Aleppo", rest="Raqqa is in Syria.")
    assert shape(place)


def test_somewhere_about_a_country_is_the_country() -> None:
    place = Place("an area", Span(0, 7), "place.about-the-last", "Syria", None, 35.0, 38.5, 258.0, "country", "in-area")
    assert shape(place) == tuple((ring,) for ring in outline("country:SY"))
    part = Place("an area", Span(0, 7), "place.about-the-last", "Syria", None, 35.5, 38.5, 160.8, "area", "in-area")
    assert 0 < size(part, shape(part)) < 3.1416 * 160.8**2
