"""The cells all formats share."""

from __future__ import annotations

from typing import Any

import pytest
from tests.builders import figure
from tests.show.exports.by_hand import TEXT, make

from sayso.show.exports.told import MOST, STATUS, cells, range_of


def test_the_sentence_and_the_chain_stand_beside_every_row() -> None:
    found = cells(make())
    assert (
        found["sentence"]
        == "On Sunday Russian jets bombed a market in Raqqa, killing at least 15 civilians, [name withheld] said."
    )
    assert found["chain"] == "Reuters › name withheld (witness-local)"
    assert found["origin"] == "name withheld"
    assert found["status"] == STATUS
    assert found["url"] == "https://example.org/1"


def test_a_name_that_is_held_back_is_marked_in_the_words_too() -> None:
    found = cells(make())
    assert "Darwish" not in str(found)
    own = cells(make(profile="own"))
    assert own["chain"] == "Reuters › Ahmad Darwish (witness-local)"
    assert "Ahmad Darwish said" in str(own["sentence"])


def test_the_notes_name_day_and_speaker() -> None:
    assert str(cells(make(profile="own"))["notes"]).startswith(
        "On 24 September 2017, as Reuters › Ahmad Darwish (witness-local) has it: “Russian"
    )
    denied = cells(make(said={"polarity": "negative", "certainty": "possible"}))
    assert "has it (denied, possible):" in str(denied["notes"])
    assert str(denied["headline"]).startswith("denied possible: air-drone-strike, Raqqa")


def test_days_of_publication_never_stand_for_days_of_the_happening() -> None:
    found = cells(make(when=None))
    assert {found[n] for n in ("start", "end", "year", "middle_day", "acled_time", "ucdp_date")} == {None}
    assert found["published"] == "2017-09-26"


@pytest.mark.parametrize(("low", "high", "shown"), [(15, None, "15.."), (3, 7, "3..7"), (4, 4, "4"), (0, 30, "0..30")])
def test_figures_are_ranges_and_the_low_end_stands_alone(low: int, high: int | None, shown: str) -> None:
    f = figure(TEXT, "15", low, high)
    assert range_of(f) == shown
    found = cells(make(killed=f))
    assert (found["killed_low"], found["killed_high"]) == (low, high)


def test_a_long_sentence_is_an_excerpt() -> None:
    text = "He said " + "and again " * 500 + "the army shelled Douma " + "and so on " * 500 + "."
    found = make(text=text, words="the army shelled Douma")
    assert "the army shelled Douma" in found.sentence
    assert len(found.sentence) <= MOST


def test_control_characters_do_not_get_through() -> None:
    text = "The army\x1b[31m shelled\u202e Douma."
    assert "\x1b" not in make(text=text, words="The army\x1b[31m shelled\u202e Douma").sentence


def test_country_and_codes_come_from_the_gazetteer() -> None:
    found: dict[str, Any] = cells(make())
    assert (found["country"], found["iso3"], found["iso_number"]) == ("Syria", "SYR", 760)
    assert found["geonameid"] == "172955"
    assert found["priogrid"] == 251 * 720 + 438 + 1
