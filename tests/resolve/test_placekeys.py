"""Keys under which spellings of one name meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.placekeys import key, likeness, skeleton, voiced


@pytest.mark.parametrize(
    ("one", "other"), [("Al-Bab", "el Bab"), ("Raqqah", "Raqqa"), ("ash-Shaddadi", "Shadadi"), ("Sana'a", "Sanaa")]
)
def test_same_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Dier Ezzor", "Dayr az-Zawr"), ("Qabaseen", "Qabbasin"), ("Khan Shaykhun", "Khan Sheikhoun")]
)
def test_same_bones(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other) != ""


def test_vowels_weigh_less() -> None:
    assert likeness(voiced(key("Boleel")), voiced(key("Bulayl"))) == 1.0
    assert likeness("kafr", "kifr") > likeness("kafr", "kasr")


@given(st.text(max_size=40))
def test_a_key_is_its_own_plain_form(name: str) -> None:
    assert key(name) == key(name.upper().lower()) or not name.isascii()
    assert 0 <= likeness(voiced(key(name)), "aleppo") <= 1
