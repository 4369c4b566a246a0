"""From relation to circle."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.gazetteer import Known
from sayso.resolve.relations import Laid, distance, laid, radius_of, shifted, together
from sayso.resolve.toponyms import Toponym

TOWN = Known("x:1", "Town", "town", "XX", 35.0, 38.0, 50_000)


def test_distance_of_one_degree() -> None:
    assert distance((0.0, 0.0), (1.0, 0.0)) == pytest.approx(111.2, abs=0.1)


@given(st.floats(-70, 70), st.floats(-179, 179), st.floats(0, 359), st.floats(0.5, 60))
def test_shifted_lands_that_far(lat: float, lon: float, bearing: float, km: float) -> None:
    assert distance((lat, lon), shifted(lat, lon, bearing, km)) == pytest.approx(km, rel=0.03, abs=0.1)


def test_distance_and_bearing() -> None:
    where = laid(TOWN, Toponym("Town", "first", bearing=90.0, km=10.0))
    assert where.relation == "east-of"
    assert where.lon > TOWN.lon
    assert distance((where.lat, where.lon), (TOWN.lat, TOWN.lon)) == pytest.approx(10, abs=0.3)


def test_bearing_alone_holds_the_sector() -> None:
    where = laid(TOWN, Toponym("Town", "first", bearing=0.0))
    for far in (0.0, 25.0, 50.0):
        point = shifted(TOWN.lat, TOWN.lon, 0.0, far)
        assert distance((where.lat, where.lon), point) <= where.radius


def test_near_is_wider_than_the_town() -> None:
    assert laid(TOWN, Toponym("Town", "first", relation="near")).radius == radius_of(TOWN) + 15


def test_larger_towns_are_wider() -> None:
    assert radius_of(TOWN) < radius_of(Known("x:2", "City", "town", "XX", 35, 38, 2_000_000)) < 20


def test_together_holds_all() -> None:
    parts = [Laid(35.0, 38.0, 3.0, "town", None, "t"), Laid(35.2, 38.4, 5.0, "town", None, "t")]
    lat, lon, radius = together(parts)
    assert all(distance((lat, lon), (p.lat, p.lon)) + p.radius <= radius + 0.1 for p in parts)
