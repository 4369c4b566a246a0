"""Claims of one article that tell of one happening are one account; what stands apart by day, place or sum is another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.builders import actor, article, claim, day, figure, happening, place

from sayso.model.claim import Claim
from sayso.model.when import Moment
from sayso.weigh.accounts import accounts

TEXT = (
    "A car bomb killed 18 people in Jaramana on Tuesday. The bomb in Siouf square also wounded 56. "
    "Strikes across Syria killed 32 on Monday. In Jassem 15 were killed on Monday. A blast in Homs killed 7 in May."
)
A = replace(article(TEXT, published="2013-08-06", outlet="Ahram"), id="a1")
JARAMANA = place(TEXT, "Jaramana", 33.48, 36.35, km=2.0)
MAY = Moment("May", None, "test", "2013-05-01", "2013-05-31", "month")


def told(words: str, kind: Any = "ied-mine", **fields: Any) -> Claim:
    return claim(A, words, happening=happening(kind, **fields))


def test_a_claim_that_gives_less_goes_on_about_the_one_before() -> None:
    bomb = told(
        "A car bomb killed 18 people",
        killed=figure(TEXT, "18", 18, 18),
        place=JARAMANA,
        when=day(TEXT, "Tuesday", "2013-08-06"),
    )
    more = told("also wounded 56", injured=figure(TEXT, "56", 56, 56))
    (one,) = accounts(A, [bomb, more])
    assert (one.killed, one.injured) == (((18, 18),), ((56, 56),))
    assert [t.core for t in one.tellers] == [True, False]
    assert one.dated
    assert [p.lat for p in one.places] == [33.48]


def test_a_part_of_a_sum_is_an_account_of_its_own() -> None:
    country = place(TEXT, "Syria", 35.0, 38.0, km=240.0)
    jassem = place(TEXT, "Jassem", 32.99, 36.06, km=2.0)
    whole = told(
        "Strikes across Syria killed 32",
        "air-drone-strike",
        killed=figure(TEXT, "32", 32, 32),
        place=country,
        when=day(TEXT, "Monday", "2013-08-05"),
    )
    part = told(
        "15 were killed",
        "air-drone-strike",
        killed=figure(TEXT, "15", 15, 15),
        place=jassem,
        when=day(TEXT, "Monday", "2013-08-05"),
    )
    assert [a.killed for a in accounts(A, [whole, part])] == [((32, 32),), ((15, 15),)]


def test_another_day_is_another_account_and_a_long_stretch_a_period() -> None:
    bomb = told(
        "A car bomb killed 18 people",
        killed=figure(TEXT, "18", 18, 18),
        place=JARAMANA,
        when=day(TEXT, "Tuesday", "2013-08-06"),
    )
    may = told("Strikes across Syria killed 32", killed=figure(TEXT, "32", 32, 32), when=MAY)
    assert [a.period for a in accounts(A, [bomb, may])] == [False, True]


def test_one_deed_on_some_day_of_a_month_is_no_period() -> None:
    blast = told("A blast in Homs killed 7", killed=figure(TEXT, "7", 7, 7), when=MAY)
    (one,) = accounts(A, [blast])
    assert (one.period, one.last - one.first) == (False, 30)


def test_a_day_told_with_another_number_is_another_happening_s() -> None:
    bomb = told("A car bomb killed 18 people", killed=figure(TEXT, "18", 18, 18), place=JARAMANA)
    other = told("In Jassem 15 were killed", killed=figure(TEXT, "15", 15, 15), when=day(TEXT, "Monday", "2013-08-05"))
    assert [a.dated for a in accounts(A, [bomb, other])] == [False, True]


def test_what_is_yet_to_come_founds_nothing_and_an_article_without_a_day_has_no_accounts() -> None:
    bomb = told("A car bomb killed 18 people", killed=figure(TEXT, "18", 18, 18), place=JARAMANA)
    assert accounts(replace(A, published=None), [bomb]) == ()
    planned = replace(bomb, tense=replace(bomb.tense, value="future"))
    assert accounts(A, [planned]) == ()


def test_an_undated_claim_takes_the_article_s_last_days() -> None:
    bomb = told("A car bomb killed 18 people", killed=figure(TEXT, "18", 18, 18), place=JARAMANA)
    (one,) = accounts(A, [bomb])
    assert (one.dated, one.last - one.first) == (False, 2)


def test_the_day_somebody_said_it_on_is_not_the_day_it_happened() -> None:
    said = Moment("Tuesday", None, "when.said-day", "2013-08-05", "2013-08-05", "day")
    bomb = told("A car bomb killed 18 people", killed=figure(TEXT, "18", 18, 18), when=said)
    (one,) = accounts(A, [bomb])
    last = date(2013, 8, 5).toordinal()
    assert (one.dated, one.first, one.last) == (False, last - 2, last)


def test_what_an_article_opens_with_needs_only_a_day() -> None:
    bomb = told("A car bomb killed 18 people", when=day(TEXT, "Tuesday", "2013-08-06"))
    other = told("A blast in Homs", "suicide-bomb", when=day(TEXT, "Monday", "2013-08-05"))
    assert [a.kind for a in accounts(A, [bomb])] == ["ied-mine"]
    assert len(accounts(A, [bomb, other])) == 1


def test_the_toll_of_a_war_is_not_lent_to_the_account_it_stands_beside() -> None:
    bomb = told("A car bomb killed 18 people", killed=figure(TEXT, "18", 18, 18), place=JARAMANA)
    war = told("A blast in Homs", killed=figure(TEXT, "32", 280_000, None))
    assert [a.killed for a in accounts(A, [bomb, war])] == [((18, 18),)]


def test_every_narrow_place_that_is_not_apart_is_kept() -> None:
    bomb = told("A car bomb killed 18 people", killed=figure(TEXT, "18", 18, 18), place=JARAMANA)
    siouf = replace(place(TEXT, "Siouf", 33.485, 36.352, km=1.0), name="Siouf square")
    more = told("The bomb in Siouf square", place=siouf)
    (one,) = accounts(A, [bomb, more])
    assert [p.lat for p in one.places] == [33.48, 33.485]


def test_a_further_deed_is_another_account() -> None:
    text = "A car bomb killed 31 in Damascus. Later, another bomber attacked a cafe in Damascus, wounding 20."
    a = replace(article(text, published="2017-03-19", outlet="BBC"), id="a2")
    town = place(text, "Damascus", 33.5, 36.3, km=12.0)
    one = claim(
        a,
        "A car bomb killed 31 in Damascus",
        happening=happening("suicide-bomb", killed=figure(text, "31", 31, 31), place=town),
    )
    two = claim(
        a,
        "another bomber attacked a cafe",
        happening=happening("suicide-bomb", injured=figure(text, "20", 20, 20), place=town),
    )
    assert len(accounts(a, [one, two])) == 2


def test_news_with_a_place_of_its_own_does_not_go_on_about_what_was_long_ago() -> None:
    homs, jassem = place(TEXT, "Homs", 34.73, 36.71, km=5.0), place(TEXT, "Jassem", 34.74, 36.72, km=2.0)
    old = told("A blast in Homs killed 7", killed=figure(TEXT, "7", 7, 7), when=MAY, place=homs)
    new = told("15 were killed", killed=figure(TEXT, "15", 15, 15), place=jassem)
    assert [a.dated for a in accounts(A, [old, new])] == [True, False]


def test_a_narrower_day_is_taken_only_from_a_claim_that_says_the_deed_again() -> None:
    """A raid at the weekend is not moved to the Sunday on which another place was hit."""
    weekend = Moment("at the weekend", None, "test", "2013-08-03", "2013-08-04", "days")
    raid = told(
        "Strikes across Syria killed 32",
        "air-drone-strike",
        killed=figure(TEXT, "32", 32, 32),
        when=weekend,
        place=place(TEXT, "Syria", 35.0, 38.0, km=240.0),
    )
    other = told("on Monday", "air-drone-strike", place=JARAMANA, when=day(TEXT, "Monday", "2013-08-04"))
    (one,) = accounts(A, [raid, other])
    assert one.last - one.first == 1


def test_what_others_did_by_other_means_is_another_account() -> None:
    army, rebels = (replace(actor(TEXT, w), id=f"sayso:{w}") for w in ("Strikes", "bomb"))
    raids = told(
        "Strikes across Syria killed 32",
        "air-drone-strike",
        killed=figure(TEXT, "32", 32, 32),
        when=day(TEXT, "Monday", "2013-08-05"),
        actors=(army,),
    )
    rockets = told(
        "15 were killed",
        "shelling-artillery-missile",
        killed=figure(TEXT, "15", 15, 15),
        when=day(TEXT, "Monday", "2013-08-05"),
        actors=(rebels,),
    )
    assert [a.killed for a in accounts(A, [raids, rockets])] == [((32, 32),), ((15, 15),)]


def test_dead_of_other_means_are_another_account_whoever_did_it() -> None:
    raids = told(
        "Strikes across Syria killed 32",
        "air-drone-strike",
        killed=figure(TEXT, "32", 32, 32),
        when=day(TEXT, "Monday", "2013-08-05"),
    )
    shells = told(
        "15 were killed",
        "shelling-artillery-missile",
        killed=figure(TEXT, "15", 15, 15),
        when=day(TEXT, "Monday", "2013-08-05"),
    )
    blast = told(
        "A blast in Homs killed 7",
        "ied-mine",
        killed=figure(TEXT, "32", 32, 32),
        when=day(TEXT, "Monday", "2013-08-05"),
    )
    assert [a.killed for a in accounts(A, [raids, shells, blast])] == [((32, 32),), ((15, 15),)]


def test_an_article_may_open_with_a_deed_and_its_place_alone() -> None:
    """Nearly every article opens with its news; the toll may only stand in a part of it ("children were among the dead")."""
    news = told("A car bomb", place=JARAMANA)
    (one,) = accounts(A, [news])
    assert (one.dated, one.lead, one.killed) == (False, True, ())
    fighting = told("A car bomb", "armed-clash", place=replace(JARAMANA, lat=None, lon=None))
    assert accounts(A, [fighting]) == ()


def test_what_is_elsewhere_is_another_account() -> None:
    text = "Raids killed 12 in Homs on Monday. Elsewhere on Monday jets bombed Homs province."
    a = replace(article(text, published="2017-03-20", outlet="BBC"), id="a3")
    homs = place(text, "Homs", 34.73, 36.71, km=5.0)
    one = claim(
        a,
        "Raids killed 12 in Homs on Monday",
        happening=happening("air-drone-strike", killed=figure(text, "12", 12, 12), place=homs),
    )
    two = claim(
        a,
        "Elsewhere on Monday jets bombed Homs province",
        happening=happening("air-drone-strike", place=homs, when=day(text, "Monday", "2017-03-20")),
    )
    assert len(accounts(a, [one, two])) == 2
