"""Records of places that several places make together, or that only another place tells of."""

from __future__ import annotations

from sayso.model.span import Span
from sayso.model.where import Place
from sayso.resolve.choose import Scored
from sayso.resolve.gazetteer import Known
from sayso.resolve.placing import between, named_place, several
from sayso.resolve.toponyms import Toponym

WORDS = Place("Here", Span(0, 4), "t", "Here")


def known(number: int, lat: float, lon: float, people: int = 1000) -> Known:
    return Known(f"x:{number}", "Here", "town", "XX", lat, lon, people)


def test_a_rival_far_away_makes_it_ambiguous() -> None:
    scored = [
        Scored(known(1, 35, 38), 0.4, 1.0),
        Scored(known(2, 36, 39), 0.3, 1.0),
        Scored(known(3, 35, 38.1), 0.2, 1.0),
    ]
    place = named_place(WORDS, Toponym("Here", "first"), scored, ())
    assert place.rule == "place.ambiguous"
    assert [a.id for a in place.alternatives] == ["x:2", "x:3"]


def test_a_rival_close_by_does_not() -> None:
    scored = [Scored(known(1, 35, 38), 0.4, 1.0), Scored(known(3, 35, 38.1), 0.39, 1.0)]
    assert named_place(WORDS, Toponym("Here", "first"), scored, ()).rule == "place.named"


def test_at_most_four_alternatives() -> None:
    scored = [Scored(known(n, 35 + n, 38), 0.1, 1.0) for n in range(9)]
    assert len(named_place(WORDS, Toponym("Here", "first"), scored, ()).alternatives) == 4


def placed(number: int, lat: float) -> Place:
    return named_place(WORDS, Toponym("Here", "first"), [Scored(known(number, lat, 38), 1.0, 1.0)], ())


def test_between_lies_between() -> None:
    place = between(WORDS, [placed(1, 35.0), placed(2, 36.0)])
    assert (place.lat, place.relation) == (35.5, "between")
    assert 55 < (place.radius_km or 0) < 90


def test_too_far_apart_has_no_point() -> None:
    place = several(WORDS, [placed(1, 5.0), placed(2, 36.0)])
    assert place.lat is None
    assert len(place.alternatives) == 2
