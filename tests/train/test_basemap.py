"""The base map: lines simplified without going far off, disputed borders kept apart, small enough to ship."""

from __future__ import annotations

import gzip
import json
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from train import basemap

POINT = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
MOST_BYTES = 3_000_000


def packed(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(gzip.decompress((basemap.HOME / f"{name}.json.gz").read_bytes()))[
        "features"
    ]
    return found


@given(st.lists(POINT, min_size=2, max_size=40), st.floats(0.001, 5))
def test_nothing_left_out_lies_far_from_what_stays(line: list[tuple[float, float]], off: float) -> None:
    kept = basemap.simplified(line, off)
    assert kept[0] == line[0]
    assert kept[-1] == line[-1]
    stretches = list(pairwise(kept))
    assert all(min(basemap.distance(p, a, b) for a, b in stretches) <= off + 1e-9 for p in line)


def test_a_straight_line_needs_its_ends_alone() -> None:
    assert basemap.simplified([(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)], 0.01) == [(0.0, 0.0), (2.0, 0.0)]


def test_rounding_leaves_no_point_twice() -> None:
    assert basemap.rounded([(1.00001, 2.0), (1.00002, 2.0), (3.0, 4.0)]) == [[1.0, 2.0], [3.0, 4.0]]


def test_the_middle_is_that_of_the_largest_part() -> None:
    small = [[[50.0, 50.0], [50.1, 50.0], [50.1, 50.1], [50.0, 50.0]]]
    large = [[[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0], [0.0, 0.0]]]
    x, y = basemap.middle({"geometry": {"type": "MultiPolygon", "coordinates": [small, large]}})
    assert (round(x, 6), round(y, 6)) == (5.0, 5.0)


def test_what_is_shipped_is_small_and_keeps_disputed_borders_apart() -> None:
    assert sum(f.stat().st_size for f in basemap.HOME.iterdir()) < MOST_BYTES
    layers = {f["properties"]["layer"] for f in packed("borders")}
    assert {"border", "disputed", "line-of-control", "disputed-area", "province"} <= layers
    assert all(f["properties"]["called"] for f in packed("borders") if f["properties"]["layer"] == "disputed")


def test_every_layer_of_the_styles_meets_something() -> None:
    held = {name: {f["properties"].get("layer") for f in packed(name)} for name in basemap.GROUPS}
    for scheme in ("light", "dark"):
        style = json.loads((basemap.HOME / f"style-{scheme}.json").read_text(encoding="utf-8"))
        for layer in style["layers"]:
            asked = json.dumps(layer.get("filter", []))
            wanted = [name for name in held.get(layer.get("source", ""), ()) if name and f'"{name}"' in asked]
            assert layer["type"] == "background" or "filter" not in layer or wanted, layer["id"]
