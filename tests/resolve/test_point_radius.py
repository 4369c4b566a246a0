"""The point-radius method against the examples that the Georeferencing Calculator is published with (VertNet, georefcalculator)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.point_radius import at_distance, at_heading, rounding

DATUM, SECOND = 0.049, 0.025
"""Miles: datum not recorded in Bakersfield, coordinates to the second."""


def test_five_miles_from_bakersfield() -> None:
    """Extent 2 mi, coordinates to 0.001 degrees (0.089 mi), distance to 1 mi."""
    assert at_distance(5, 2 + 0.089 + 0.5) == pytest.approx(7.589, abs=0.001)


def test_ten_miles_east_of_bakersfield() -> None:
    """Extent 2 mi, distance to 10 mi; one of four winds leaves 45 degrees to either side."""
    assert at_heading(10, 2 + 5 + DATUM + SECOND, 45) == pytest.approx(12.254, abs=0.005)


def test_ten_miles_east_north_east_of_bakersfield() -> None:
    """Extent 2 mi, distance to 10 mi, map 1:24,000 (0.007 mi twice), coordinates to the second; one of sixteen winds."""
    assert at_heading(10, 2 + 5 + 0.007 + 0.007 + SECOND, 11.25) == pytest.approx(7.491, abs=0.01)


@pytest.mark.parametrize(
    ("km", "half"), [(10, 5), (100, 5), (15, 0.5), (5, 0.5), (7.5, 0.05), (0.3, 0.05), (0.02, 0.02)]
)
def test_a_distance_is_as_exact_as_it_is_written(km: float, half: float) -> None:
    assert rounding(km) == half


@given(st.floats(0.1, 500), st.floats(0, 50), st.floats(0, 90))
def test_a_direction_never_makes_the_place_surer(km: float, doubt: float, half: float) -> None:
    assert at_heading(km, doubt, half) >= at_heading(km, doubt, 0) - 1e-6
