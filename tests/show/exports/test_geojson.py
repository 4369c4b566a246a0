"""GeoJSON: valid, with the doubt drawn, whatever the words hold."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import place
from tests.show.exports.by_hand import TEXT, make

from sayso.show.exports import geojson
from sayso.show.exports.told import Told

NS = "{http://www.opengis.net/kml/2.2}"


def collection(*claims: Told) -> dict[str, Any]:
    out = io.StringIO()
    geojson.write(out, claims)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def at(lat: float, lon: float, km: float | None) -> Told:
    return make(place=replace(place(TEXT, "Raqqa", 35.0, 39.0), lat=lat, lon=lon, radius_km=km))


def test_a_place_with_doubt_is_a_circle_and_never_a_bare_point() -> None:
    shapes = [
        f["geometry"]
        for f in collection(at(35, 39, 5), at(35, 39, 0.5), at(-17, 179.99, 80), at(35, 39, None), make(place=None))[
            "features"
        ]
    ]
    assert [s and s["type"] for s in shapes] == ["Polygon", "Point", "MultiPolygon", None, None]
    ring = shapes[0]["coordinates"][0]
    assert ring[0] == ring[-1]


def test_a_collection_of_nothing_is_a_collection() -> None:
    assert collection()["features"] == []


def test_features_carry_words_chain_and_rules() -> None:
    (feature,) = collection(make())["features"]
    assert feature["id"] == feature["properties"]["claim"]
    assert feature["properties"]["chain"] == "Reuters › name withheld (witness-local)"
    assert "bombed a market" in feature["properties"]["sentence"]
    assert feature["properties"]["radius_km"] == 5
    assert "kind=test.by-hand" in feature["properties"]["rules"]
    assert "verified by nobody" in feature["properties"]["status"]


@pytest.mark.parametrize("odd", ["<b>&amp;</b>]]>", "\x00\x08\x1b", "\ufffe\uffff", "\u202e\"'"])
def test_odd_words_make_no_broken_file(odd: str) -> None:
    text = f"The army {odd} shelled Douma."
    words = text[:-1]
    assert len(collection(make(text=text, words=words))["features"]) == 1


@given(st.text(min_size=1, max_size=60))
def test_any_words_make_valid_files(words: str) -> None:
    text = f"A {words} B"
    assert len(collection(make(text=text, words=text))["features"]) == 1
