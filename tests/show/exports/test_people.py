"""Who an actor is to other codebooks, and whose name is held back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import actor, voice

from sayso.show.exports.people import Party, party, private, private_voice, proper, sector, without


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("16 civilians", "civilians"), ("women and children", "civilians"), ("three gunmen", "fighters"), ("members of the council", "people"),
        ("demonstrators", "protesters"), ("Sultan Murad Brigade", "group"), ("aid convoy", ""), ("chemical weapons", ""),
    ],
)  # fmt: skip
def test_people_by_plain_words(name: str, side: str) -> None:
    assert party(actor(name, name), name).side == side


def test_an_actor_known_by_name() -> None:
    found = party(replace(actor("Daesh", "Daesh"), id="islamic-state"), "Daesh")
    assert (found.name, found.side, found.organised, found.private) == ("Islamic State", "nonstate", True, False)
    assert sector(found) == "REB"
    army = party(replace(actor("the army", "the army"), id="sy-army"), "the army")
    assert (army.side, army.country, sector(army)) == ("state", "SY", "MIL")
    assert sector(Party("soldiers", "fighters")) == "UAF"


@pytest.mark.parametrize("name", ["Khaled Mansour", "resident Khaled Mansour", "a Turkish Kurd, Khaled Mansour"])
def test_a_persons_name_is_private(name: str) -> None:
    """Khaled Mansour fled with his son. Mansour said the house was gone."""
    assert private(name, test_a_persons_name_is_private.__doc__ or "")


@pytest.mark.parametrize(
    "name",
    ["General Valery Asapov", "Sultan Murad Brigade", "We", "VBIED", "Near Raqqa", "Kurdish fighters", "Sunnis", "One French",
     "the market", "Foreign Ministry"],
)  # fmt: skip
def test_bodies_offices_places_and_plain_words_are_not(name: str) -> None:
    assert not private(name, name)


def test_one_word_is_a_persons_when_the_article_has_the_longer_name() -> None:
    """Khaled Mansour fled. Mansour said the house was gone."""
    assert private("Mansour", test_one_word_is_a_persons_when_the_article_has_the_longer_name.__doc__ or "")
    assert not private("Mansour", "Mansour is a street.")


def test_who_holds_an_office_in_the_article_is_no_private_person() -> None:
    """Tobias Ellwood, a Foreign Office minister, spoke in London."""
    assert not private("Tobias Ellwood", test_who_holds_an_office_in_the_article_is_no_private_person.__doc__ or "")


def test_voices_that_speak_in_public_are_named() -> None:
    text = "Khaled Mansour said so."
    assert private_voice(voice(text, "Khaled Mansour", "witness-local"), text)
    assert not private_voice(voice(text, "Khaled Mansour", "politician"), text)


def test_names_are_marked_whole() -> None:
    assert without("Ali and Alison, Ali's son", {"Ali"}) == "[name withheld] and Alison, [name withheld]'s son"


def test_the_name_inside_a_wording() -> None:
    assert proper("resident Abdel al-Hamid of the town") == "Abdel al-Hamid"
    assert proper("the market") == ""
