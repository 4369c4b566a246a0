"""Where a place is, and how precisely."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.model.span import Span
from sayso.model.where import Place, PlaceCandidate
from sayso.show.exports.ground import ground


def place(**changed: Any) -> Place:
    told: dict[str, Any] = {
        "name": "Raqqa",
        "id": "geonames:172955",
        "lat": 35.95,
        "lon": 39.01,
        "radius_km": 5.0,
        "precision": "town",
    }
    return Place("Raqqa", Span(0, 5), "test.by-hand", **(told | changed))


@pytest.mark.parametrize(
    ("changed", "acled", "ucdp"),
    [
        ({}, 1, 1),
        ({"precision": "exact"}, 1, 1),
        ({"precision": "area", "relation": "near", "radius_km": 20.0}, 2, 2),
        ({"relation": "near", "radius_km": 20.0}, 2, 2),
        ({"precision": "area", "relation": "north-of", "radius_km": 36.0}, 3, 5),
        ({"precision": "area", "relation": "between", "radius_km": 20.0}, 2, 5),
        ({"precision": "province", "radius_km": 80.0}, 3, 4),
        ({"precision": "country", "radius_km": 300.0}, None, 6),
    ],
)
def test_precision_by_what_the_wording_leaves_open(changed: dict[str, Any], acled: int | None, ucdp: int) -> None:
    found = ground(place(**changed))
    assert found is not None
    assert (found.acled, found.ucdp) == (acled, ucdp)


def test_a_place_nobody_found_is_nowhere() -> None:
    assert ground(place(lat=None, lon=None, precision="unknown")) is None
    assert ground(None) is None


def test_country_by_id_and_nothing_where_the_gazetteer_has_no_such_place() -> None:
    syria = ground(place(id="country:SY", name="Syria", precision="country"))
    assert syria is not None
    assert syria.country == "SY"
    nowhere = ground(place(id="geonames:0", name="Nowhere at all"))
    assert nowhere is not None
    assert (nowhere.country, nowhere.province) == ("", "")


def test_several_places_share_a_country_only_when_all_lie_in_it() -> None:
    def both(*idents: tuple[str, str]) -> str:
        found = ground(place(id=None, alternatives=tuple(PlaceCandidate(i, n, 0, 0, 1) for i, n in idents)))
        assert found is not None
        return found.country

    assert both(("country:SY", "Syria"), ("country:SY", "Syria")) == "SY"
    assert both(("country:SY", "Syria"), ("country:IQ", "Iraq")) == ""


def test_happenings_at_sea_and_along_a_line_have_codes_of_their_own() -> None:
    sea = ground(place(id="sayso:mediteraneansea", name="Mediterranean Sea", precision="area", radius_km=1900.0))
    along = ground(place(precision="area", relation="along", radius_km=20.0))
    assert sea is not None
    assert along is not None
    assert (along.ucdp, along.acled) == (5, 2)
    assert sea.ucdp == 7
