"""Names of dumps: which one is shown, and what is left off."""

from __future__ import annotations

import pytest

from sayso.resolve.building.names import LISTED, latin, unmarked, usual, without_office


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ([("eng", "Deir ez-Zor"), ("fra", "Deir ez-Zor"), ("und", "Dayr az Zawr")], "Deir ez-Zor"),
        ([("en", "Upper Kurlisht"), (LISTED, "Qyrlisht i Eperm")], "Qyrlisht i Eperm"),
        ([("ceb", "Copied Name"), ("ceb", "Copied Name")], "Fallback"),
        ([("rus", "Город")], "Fallback"),
    ],
)
def test_the_usual_name_is_what_most_languages_say(named: list[tuple[str, str]], shown: str) -> None:
    assert usual(named, "Fallback" if shown == "Fallback" else shown) == shown


def test_words_of_office_are_left_off_unless_they_are_all() -> None:
    assert without_office("Governorate of Hama") == "Hama"
    assert without_office("District") == "District"


def test_letters_and_marks() -> None:
    assert latin("Čadir-Lunga Ḩalab")
    assert not latin("Халеб")
    assert unmarked("Ḩalab ‘Ayn") == "Halab Ayn"
