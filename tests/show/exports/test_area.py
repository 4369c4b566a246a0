"""The area of doubt on the map: its true shape, turned as the formats ask, and a circle where positions are held back."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest
from tests.builders import place
from tests.show.exports.by_hand import TEXT, make

from sayso.model.where import Place
from sayso.show.exports import geojson, kml
from sayso.show.exports.area import polygons
from sayso.show.exports.circle import Ring
from sayso.show.exports.told import Told


def raqqa(**changed: Any) -> Place:
    found = replace(place(TEXT, "Raqqa", 35.95, 39.01, km=21.5), id="geonames:172955", name="Raqqa")
    return replace(found, **changed)


def near(**changed: Any) -> Told:
    return make(
        place=raqqa(rule="relation.near", relation="near", precision="area", lat=35.9528, lon=39.0079), **changed
    )


def area(ring: Ring) -> float:
    return sum(x * y2 - x2 * y for (x, y), (x2, y2) in itertools.pairwise(ring)) / 2


def test_near_is_a_ring_around_the_town() -> None:
    ((outer, hole),) = polygons(near())
    assert area(outer) > 0 > area(hole)
    assert outer[0] == outer[-1]
    shape = geojson.geometry(near())
    assert shape is not None
    assert [len(r) for r in shape["coordinates"]] == [len(outer), len(hole)]
    assert "<innerBoundaryIs>" in kml.geometry(near())


def test_a_province_is_drawn_with_its_borders() -> None:
    told = make(place=raqqa(name="Raqqa province", id="geonames:172957", precision="province", radius_km=110.0))
    ((outer,),) = polygons(told)
    assert len(outer) > 40


@pytest.mark.parametrize("profile", ["public", "own"])
def test_a_position_keeps_the_circle_in_public(profile: str) -> None:
    ((outer, *holes),) = polygons(near(kind="deployment-movement", profile=profile))
    assert bool(holes) == (profile == "own")
    assert area(outer) > 0


def test_a_country_over_the_date_line_stays_on_the_map() -> None:
    told = make(place=raqqa(name="Fiji", id="country:FJ", precision="country", radius_km=200.0, lat=-17.8, lon=178.0))
    rings = [ring for polygon in polygons(told) for ring in polygon]
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for ring in rings for x, y in ring)


def test_no_place_no_area() -> None:
    assert polygons(make(place=None)) == []
