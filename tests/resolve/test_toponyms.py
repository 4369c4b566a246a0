"""Names inside a wording: which, of what kind, and how they stand to one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.toponyms import Toponym, toponyms

HERE = ("SY",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("near Deir Ezzor city", ["Deir Ezzor"]),
        ("the Daesh-held Tabaqa airport", ["Tabaqa"]),
        ("Raqqa in eastern Syria", ["Raqqa", "Syria"]),
        ("Ibsah and Taibah fields", ["Ibsah", "Taibah"]),
        (
            "al-Midan al-Faid and al-Hamadaniyeh neighborhoods in Aleppo city",
            ["al-Midan", "al-Faid", "al-Hamadaniyeh", "Aleppo"],
        ),
        ("over 25% of Iraqi territory, including Tikrit", ["Iraqi"]),
        ("the two villages", []),
        ("the occupied West Bank", ["West Bank"]),
        ("Syrian regime leader Bashar al Assad", ["Syrian"]),
        ("Daesh stronghold of Raqqa", ["Raqqa"]),
        ("Rujm al Qitt village", ["Rujm al Qitt"]),
        ("Abu as Sakhrah village", ["Abu as Sakhrah"]),
        ("Qulayb ath Thawr village", ["Qulayb ath Thawr"]),
        ("troops at Raqqa as Homs burned", ["Raqqa", "Homs"]),
        ("Bab al Khayr village II", ["Bab al Khayr"]),
        ("the Hmeimim Russian air base", ["Hmeimim"]),
        ("11-13 Dec. in Aleppo", ["Aleppo"]),
        ("the Homs-Palmyra road", ["Homs", "Palmyra"]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [t.text for t in toponyms(text, HERE)] == names


@pytest.mark.parametrize(
    ("text", "asked", "join"),
    [
        ("the Tabaqa airport", "base", "first"),
        ("the province of Aleppo", "province", "first"),
        ("northern Syria's Idlib province", "province", "held"),
        ("the Syrian city of Homs", "town", "held"),
        ("Sarmada, Syria", "", "within"),
        ("Qabaseen near Al-Bab city", "town", "beside"),
        ("Aleppo, Idlib and Hama", "", "and"),
        ("Tadmur/Palmyra town", "town", "same"),
    ],
)
def test_last_name(text: str, asked: str, join: str) -> None:
    last = toponyms(text, HERE)[-1]
    assert (last.asked, last.join) == (asked, join)


def test_distance_and_bearing() -> None:
    (name,) = toponyms("12 km north of Homs", HERE)
    assert (name.km, name.bearing, name.inside) == (12.0, 0, False)


def test_a_part_is_no_direction() -> None:
    inside, outside = toponyms("eastern Aleppo", HERE)[0], toponyms("east of Aleppo", HERE)[0]
    assert (inside.inside, outside.inside) == (True, False)


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    found = toponyms(text, HERE)
    assert all(isinstance(t, Toponym) and t.text for t in found)
    assert not found or found[0].join == "first"


def test_whose_it_is_is_not_where_it_is() -> None:
    assert [t.text for t in toponyms("the Russian base at Hmeimim", HERE)] == ["Hmeimim"]
