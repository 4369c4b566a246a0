"""Shapes in a plane: sizes, holding one another, cutting."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve import plane
from sayso.resolve.plane import Plane

SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
KM = st.floats(1, 200)
TURN = st.floats(0, 360)
COORDINATE = st.floats(-50, 50).map(lambda x: round(x, 6))
XY = st.tuples(COORDINATE, COORDINATE)


@given(st.floats(-80, 80), st.floats(-180, 180), XY)
def test_there_and_back(lat: float, lon: float, point: plane.XY) -> None:
    at = Plane(lat, lon)
    ((north, east),) = at.off([point])
    assert at.on((north, (east + 180) % 360 - 180)) == pytest.approx(point, abs=1e-6)


@given(KM)
def test_a_disc_has_its_area(km: float) -> None:
    assert plane.area(plane.disc((0, 0), km)) == pytest.approx(math.pi * km * km, rel=0.01)


@given(KM, KM, TURN)
def test_a_band_is_what_lies_between_two_distances(near: float, more: float, towards: float) -> None:
    loop = plane.band((0, 0), near, near + more, towards, 22.5)
    assert all(near - 1e-6 <= plane.away(p) <= near + more + 1e-6 for p in loop)
    assert plane.area(loop) == pytest.approx(math.pi * ((near + more) ** 2 - near**2) / 8, rel=0.01)


def test_a_square_cut_by_another_leaves_what_both_have() -> None:
    other = [(x + 5, y + 5) for x, y in SQUARE]
    assert plane.area(plane.cut(SQUARE, other)) == pytest.approx(25)
    assert plane.cut(SQUARE, [(x + 20, y) for x, y in SQUARE]) == []


@given(st.lists(XY, min_size=3, max_size=12), XY, KM)
def test_what_is_cut_lies_in_the_loop_that_cuts(points: list[plane.XY], middle: plane.XY, km: float) -> None:
    convex = plane.counterclockwise(plane.disc(middle, km))
    assert all(plane.away(p, middle) <= km + 1e-3 for p in plane.cut(plane.hull(points), convex))


@given(st.lists(XY, min_size=1, max_size=20))
def test_a_hull_turns_left_throughout(points: list[plane.XY]) -> None:
    loop = plane.hull(points)
    assert all(
        plane._turn(a, b, c) > 0
        for a, b, c in zip(loop, loop[1:] + loop[:1], loop[2:] + loop[:2], strict=True)
        if len(loop) > 2
    )


def test_a_strip_lies_on_the_side_asked_for() -> None:
    loop = plane.strip([(0, 0), (0, 10), (0, 20)], 0, 5)
    assert all(x >= -1e-9 for x, _ in loop)
    assert plane.area(loop) == pytest.approx(100)
