"""The stretch of a border near a point."""

from __future__ import annotations

from itertools import pairwise

from sayso.resolve.borders import nearest, stretch
from sayso.resolve.plane import Plane, away


def test_the_border_nearest_to_a_town() -> None:
    found = nearest("country:TR", 36.587, 37.044)  # Azaz
    assert found is not None
    (lat, lon), km = found
    assert 3 < km < 15
    assert (round(lat, 1), round(lon, 1)) in {(36.7, 37.0), (36.6, 37.0), (36.7, 37.1)}


def test_no_border_far_away_or_unknown() -> None:
    assert nearest("country:TR", 15.0, 44.0) is None
    assert nearest("country:??", 36.6, 37.0) is None


def test_a_stretch_is_one_run_inside_the_circle() -> None:
    at = Plane(36.65, 37.07)
    line = stretch("country:TR", at, 40)
    assert len(line) > 8
    assert all(away(p) <= 40 for p in line)
    assert all(away(a, b) < 12 for a, b in pairwise(line))
