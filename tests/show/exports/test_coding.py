"""Actors by their words alone, in PLOVER's codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.show.exports.coding import Coded, coded, mentions, sector
from sayso.show.exports.crosswalk import country_codes, plover


@pytest.mark.parametrize(
    ("words", "country", "sector"),
    [
        ("Israeli police", "ISR", "COP"),
        ("the United Nations", "IGO", ""),
        ("Egyptian demonstrators", "EGY", "CVL"),
        ("Nicaragua's government", "NIC", "GOV"),
        ("The Azerbaijani parliament", "AZE", "LEG"),
        ("Bosnian Serb rebels", "BIH", "REB"),
        ("thousands of refugees from Rwanda", "RWA", "REF"),
        ("the Arab League secretary general", "IGO", "GOV"),
        ("policemen", "", "COP"),
        ("it", "", ""),
        ("us", "", ""),
        ("the US", "USA", ""),
    ],
)
def test_coded(words: str, country: str, sector: str) -> None:
    assert coded(words) == Coded(country, sector)


def test_mentions_in_order() -> None:
    text = "Kenya told the U.N. that Somali troops had left."
    assert [(m.code, text[m.start : m.end]) for m in mentions(text)] == [
        ("KEN", "Kenya"),
        ("IGO", "U.N."),
        ("SOM", "Somali"),
    ]


def test_last_noun_before_of() -> None:
    assert sector("the leader of the rebels") == "GOV"


@given(st.text(max_size=60))
def test_any_words(words: str) -> None:
    found = coded(words)
    assert found.sector == "" or found.sector in plover().words
    assert all(0 <= m.start < m.end <= len(words) for m in mentions(words))


def test_lists_are_codes() -> None:
    assert all(country_codes(iso2) for iso2 in plover().lands.values())
