"""Parts of the gazetteer's build: the region a point lies in, and pages that a look-up can read."""

from __future__ import annotations

import json
import sqlite3
import zlib
from pathlib import Path

from train.gazetteer import indexes
from train.polygons import read_polygons, region_of

from sayso.resolve.building.pages import write
from sayso.resolve.building.row import Row

SQUARE = [[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0], [0.0, 0.0]]


def feature(number: int, kind: str) -> str:
    shape = {"type": "Polygon", "coordinates": [SQUARE]}
    return json.dumps({"id": number, "properties": {"type": kind, "cc": "SY"}, "geometry": shape})


def test_a_point_lies_in_the_region_around_it() -> None:
    sizes, regions = read_polygons([feature(1, "region"), feature(2, "county")])
    assert set(sizes) == {"wof:1", "wof:2"}
    assert region_of(regions, "SY", 1.0, 1.5) == "wof:1"
    assert region_of(regions, "SY", 1.0, 2.5) == ""
    assert region_of(regions, "IQ", 1.0, 1.5) == ""


def test_the_same_rows_give_the_same_file(tmp_path: Path) -> None:
    rows = [
        Row(f"geonames:{n}", f"Town{n}", "town", "SY", 35.0, 40.0, n, "wof:1", {f"Town{n}", "Town"}) for n in (1, 2)
    ]
    spelled, bones = indexes(rows, {"SY"})
    assert spelled["town"] == [2, 1]
    for name in ("one", "two"):
        write(tmp_path / name, rows, spelled, bones, {"wof:1": 7})
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    packed = sqlite3.connect(tmp_path / "one").execute("SELECT packed FROM place").fetchone()[0]
    assert zlib.decompress(packed).decode().split("\n")[1] == "g1\tTown1\tt\tSY\t7\t350000\t400000\t1\t"
