"""Names to identities."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.actor_index import index
from sayso.resolve.actors import dominant_country, identify, look_up
from sayso.vocab.loader import load_all
from sayso.vocab.shapes.actors import ActorFile


@pytest.mark.parametrize(
    "name", ["ISIS", "the IS group", "ISIL", "Daesh", "Islamic State fighters", "17 Daesh fighters"]
)
def test_one_body_under_many_names(name: str) -> None:
    assert identify(name)[:2] == ("Islamic State", "islamic-state")


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("the Syrian Arab Army (SAA) and its allies", "sy-army"),
        ("Assad regime forces", "sy-government"),
        ("forces loyal to President Bashar al-Assad", "sy-government"),
        ("Azerbaijan's defence ministry", "az-defence-ministry"),
        ("the U.S. military", "us-army"),
        ("Russian warplanes", "ru-air-force"),
        ("The anti-Assad Syrian Observatory for Human Rights", "sohr"),
        ("The ISIS-linked Aamaq news agency", "amaq"),
        ("the Saudi-led coalition", "saudi-coalition"),
        ("Houthi rebels", "houthis"),
        ("the UN", "un"),
        ("al-Shabab militants", "al-shabaab"),
    ],
)
def test_variants(name: str, id_: str) -> None:
    assert identify(name)[1] == id_


@pytest.mark.parametrize(
    "name",
    ["the terrorists", "is", "us", "a market", "", "...", "Syrian militants", "Local reports in Yemen", "people who",
     "the Russian-Syrian command post", "an attack on ISIS and the Kurds by planes"],
)  # fmt: skip
def test_unknown_names_stay(name: str) -> None:
    assert identify(name) == (name, None, ())


@pytest.mark.parametrize(
    "name", ["a senior U.S. official", "Russian President Vladimir Putin", "SOHR chief Rami Abdel Rahman"]
)
def test_a_member_is_not_the_body(name: str) -> None:
    assert identify(name)[0] == name
    found = look_up(name)
    assert found is not None
    assert found.member


def test_bare_words_need_a_country_and_say_so() -> None:
    assert identify("government troops") == ("government troops", None, ())
    assert identify("government troops", "iq") == ("Iraqi government", "iq-government", ("government troops",))
    found = look_up("the coalition", "ye")
    assert found is not None
    assert (found.known.id, found.rule) == ("saudi-coalition", "actor.generic-by-country")


def test_a_shared_name_goes_to_the_articles_country() -> None:
    assert identify("SNA", "so")[0] == "Somali National Army"
    assert identify("the defense ministry", "ua")[1] == "ua-defence-ministry"


def test_the_country_an_article_is_about() -> None:
    assert dominant_country(["Syrian army", "Russian jets", "Russian jets", "Syria", "Aleppo"]) == "sy"
    assert dominant_country(["Russian jets", "Congo Brazzaville"]) in {"", "cd"}
    assert dominant_country([]) == ""


def test_ids_are_slugs_and_belong_to_one_actor() -> None:
    ids = [a.id for f in load_all("actors", ActorFile) for a in f.actors]
    assert len(ids) == len(set(ids))
    assert all(i == i.lower() and " " not in i for i in ids)
    assert all(k.side in {"state", "nonstate", "coalition", "civilian"} for b in index().names.values() for k in b)


@given(st.text(max_size=80), st.sampled_from(["", "sy", "zz"]))
def test_any_text_is_taken(name: str, country: str) -> None:
    canonical, id_, _ = identify(name, country)
    assert id_ is not None or canonical == name
