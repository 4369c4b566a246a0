"""Circles on the globe: closed, counterclockwise, of the radius asked for, never over the edge of the map."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.show.exports.circle import EARTH_KM, Ring, rings


def area(ring: Ring) -> float:
    return sum(x * y2 - x2 * y for (x, y), (x2, y2) in itertools.pairwise(ring)) / 2


def far(lat: float, lon: float, x: float, y: float) -> float:
    a, b = math.radians(lat), math.radians(y)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(x - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(1.1, 1500))
def test_rings_are_closed_counterclockwise_and_on_the_map(lat: float, lon: float, km: float) -> None:
    for ring in rings(lat, lon, km):
        assert ring[0] == ring[-1]
        assert len(ring) >= 4
        assert area(ring) >= 0
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)


@pytest.mark.parametrize("km", [2.0, 70.0, 400.0])
def test_every_corner_lies_at_the_radius(km: float) -> None:
    (ring,) = rings(35.3, 40.1, km)
    assert all(far(35.3, 40.1, x, y) == pytest.approx(km, rel=0.02) for x, y in ring)


def test_a_circle_over_the_date_line_is_two_shapes() -> None:
    west, east = rings(-17.0, 179.9, 50)
    assert max(x for x, _ in west) == 180
    assert min(x for x, _ in east) == -180


def test_a_circle_around_a_pole_is_a_cap() -> None:
    (ring,) = rings(89.9, 10, 100)
    assert (180.0, 90.0) in ring
