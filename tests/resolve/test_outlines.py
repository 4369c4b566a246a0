"""Outlines of areas: packed and read back, looked up by id and by point."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve import outlines
from sayso.resolve.building.outlines import Area, packed, write
from sayso.resolve.gazetteer import named
from sayso.resolve.outlines import FILE, around, inside, outline
from sayso.resolve.placekeys import key

POINT = st.tuples(st.integers(-90_000, 90_000), st.integers(-180_000, 180_000)).map(
    lambda p: (p[0] / 1000, p[1] / 1000)
)


def test_the_file_stays_small() -> None:
    assert FILE.stat().st_size < 3_000_000


@given(st.lists(st.lists(POINT, min_size=1, max_size=9), max_size=4))
def test_rings_come_back(rings: list[list[tuple[float, float]]]) -> None:
    import zlib

    assert list(outlines._rings(zlib.decompress(packed(rings)))) == [tuple(ring) for ring in rings]


@pytest.mark.parametrize(("name", "kind"), [("Syria", "country"), ("Deir ez-Zor", "province"), ("Donetsk", "province")])
def test_an_area_holds_its_middle(name: str, kind: str) -> None:
    place = next(p for p in named(key(name)) if p.kind == kind)
    assert any(inside(ring, place.lat, place.lon) for ring in outline(place.id))


def test_the_areas_around_a_point() -> None:
    assert around("country", 36.2, 37.16) == "country:SY"
    assert outline(around("province", 36.2, 37.16))
    assert around("country", 0.0, 0.0) == ""


def test_no_outline_of_what_is_not_known() -> None:
    assert outline("geonames:0") == outline("") == ()


def test_the_same_areas_give_the_same_file(tmp_path: Path) -> None:
    area = Area("x:1", "province", [[(0.0, 0.0), (0.0, 1.0), (1.0, 1.0)]])
    for name in ("one", "two"):
        write(tmp_path / name, [area])
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_import_opens_nothing() -> None:
    code = (
        "import sys, sayso.resolve.places, sayso.resolve.outlines as o; sys.exit(o._connection.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_areas_whose_box_meets_a_box_are_found() -> None:
    found = outlines.meeting("country", 33.0, 35.0, 37.0, 42.0)
    assert {"country:SY", "country:TR", "country:IQ", "country:LB"} <= set(found)
    assert "country:UA" not in found
    assert outlines.meeting("province", 89.0, 0.0, 90.0, 1.0) == []
