"""Roads named after their ends lie between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.ways import between_ends


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ("the Homs-Palmyra road", "the road between Homs and Palmyra"),
        ("Damascus - Homs international highway", "highway between Damascus and Homs"),
        ("Deir ez-Zor-Raqqa road", "road between Deir ez-Zor and Raqqa"),
        ("the Aleppo–Damascus M5 highway", "the highway between Aleppo and Damascus"),
        ("the Kabul-Kandahar highway", "the highway between Kabul and Kandahar"),
    ],
)
def test_both_ends_are_read(wording: str, said: str) -> None:
    assert between_ends(wording) == said


@pytest.mark.parametrize(
    "wording", ["the al-Bab road", "the Homs-Palmyra front", "the Qwzx-Palmyra road", "al-Bab", ""]
)
def test_other_wordings_stay(wording: str) -> None:
    assert between_ends(wording) == wording


@given(st.text(alphabet="Aa -–rod", max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(between_ends(text), str)
