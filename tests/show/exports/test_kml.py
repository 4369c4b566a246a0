"""KML: well-formed, the elements in the order of the schema, whatever the words hold."""

from __future__ import annotations

import io
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import place
from tests.show.exports.by_hand import TEXT, make

from sayso.show.exports import kml
from sayso.show.exports.told import Told

NS = "{http://www.opengis.net/kml/2.2}"
ORDER = ["name", "description", "TimeSpan", "styleUrl", "ExtendedData", "Point", "Polygon", "MultiGeometry"]


def document(*claims: Told) -> ET.Element:
    out = io.StringIO()
    kml.write(out, claims)
    return ET.fromstring(out.getvalue())


def at(lat: float, lon: float, km: float | None) -> Told:
    return make(place=replace(place(TEXT, "Raqqa", 35.0, 39.0), lat=lat, lon=lon, radius_km=km))


def test_a_document_of_nothing_is_a_document() -> None:
    assert document().find(f"{NS}Document") is not None


def test_placemarks_have_their_elements_in_the_order_of_the_schema() -> None:
    marks = document(make(), at(35, 39, 0.5), at(-17, 179.99, 80), make(place=None, when=None)).findall(
        f"{NS}Document/{NS}Placemark"
    )
    assert len(marks) == 4
    for mark in marks:
        order = [ORDER.index(child.tag.removeprefix(NS)) for child in mark]
        assert order == sorted(order)
    assert marks[0].findtext(f"{NS}TimeSpan/{NS}begin") == "2017-09-24"
    assert marks[0].find(f".//{NS}LinearRing") is not None
    assert marks[3].find(f"{NS}TimeSpan") is None
    assert marks[3].find(f".//{NS}coordinates") is None


def test_doubted_claims_look_otherwise() -> None:
    marks = document(make(), make(said={"polarity": "negative"}), make(said={"tense": "future"})).iter(f"{NS}styleUrl")
    assert [m.text for m in marks] == ["#said", "#doubted", "#doubted"]


@pytest.mark.parametrize("odd", ["<b>&amp;</b>]]>", "\x00\x08\x1b", "\ufffe\uffff", "\u202e\"'"])
def test_odd_words_make_no_broken_file(odd: str) -> None:
    text = f"The army {odd} shelled Douma."
    words = text[:-1]
    assert document(make(text=text, words=words)).find(f".//{NS}Placemark") is not None


@given(st.text(min_size=1, max_size=60))
def test_any_words_make_valid_files(words: str) -> None:
    text = f"A {words} B"
    assert len(list(document(make(text=text, words=text)).iter(f"{NS}Placemark"))) == 1
