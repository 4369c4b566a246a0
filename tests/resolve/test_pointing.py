"""Wordings that name no place."""

from __future__ import annotations

import pytest

from sayso.model.span import Span
from sayso.model.where import Place
from sayso.resolve.pointing import points_back, same_as_before
from sayso.resolve.toponyms import toponyms

TOWN = Place("Homs", Span(0, 4), "t", "Homs", "x:1", 34.7, 36.7, 5.0, "town")


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("the area", True),
        ("There", True),
        ("the Syrian city", True),
        ("an outpost of Syrian troops", True),
        ("Syrian", False),
        ("a Syrian gas field", False),
        ("Homs", False),
    ],
)
def test_points_back(text: str, back: bool) -> None:
    assert points_back(text, toponyms(text, ("SY",))) is back


def test_the_area_is_wider_and_has_no_identity() -> None:
    place = same_as_before(Place("the area", Span(9, 17), "t", "the area"), TOWN, {"town": TOWN})
    assert (place.id, place.precision, place.rule) == (None, "area", "place.as-before")
    assert (place.radius_km or 0) > 5


def test_words_that_are_no_place_take_none() -> None:
    place = same_as_before(Place("September", Span(9, 18), "t", "September"), TOWN, {})
    assert place.lat is None
