"""Short forms of states and provinces."""

from __future__ import annotations

import pytest

from sayso.resolve.province_words import province, province_at, stated


@pytest.mark.parametrize(
    ("tokens", "at", "wanted"),
    [
        (["Corbin", ",", "Ky."], 2, ("Kentucky", False)),
        (["Dublin", ",", "OH"], 2, ("Ohio", False)),
        (["OH", "no"], 0, None),
        (["NSW"], 0, ("New South Wales", False)),
        (["Texans"], 0, ("Texas", True)),
        (["Ky"], 0, None),
    ],
)
def test_short_forms_stand_where_they_are_meant(tokens: list[str], at: int, wanted: object) -> None:
    found = province_at(tokens, at)
    assert (found and (found[0].name, found[1])) == wanted


def test_the_longest_name_is_stated() -> None:
    found = stated(["West", "Virginia"], 0)
    assert found
    assert (found[0].name, found[0].country, found[1]) == ("West Virginia", "US", 2)


def test_a_province_is_the_country_s_own() -> None:
    georgia = province("Georgia", "US")
    assert georgia
    assert georgia.id == "geonames:4197000"
    assert province("Georgia", "FR") is None
