"""Two accounts are weighed by stated features; other kinds, other days and other stretches bar, other numbers only count."""

from __future__ import annotations

from dataclasses import replace

from tests.weigh.made import ALEPPO, ATAREB, DAY, JAYRUD, account

from sayso.model.event import Spot
from sayso.weigh.ground import apart, km, weights
from sayso.weigh.matching import match, meet, shown

ONE = account("ahram")


def test_the_same_telling_matches_and_says_why() -> None:
    m = match(ONE, account("manar"))
    assert m.score >= weights().same
    assert {e.feature: e.finding for e in m.evidence}["killed"] == "31 / 31"
    assert m.score == round(sum(e.points for e in m.evidence), 3)


def test_the_order_changes_nothing() -> None:
    other = account("manar", killed=(43, None), places=(ALEPPO,))
    assert match(ONE, other) == match(other, ONE)


def test_other_figures_are_no_bar_but_count() -> None:
    m = match(ONE, account("manar", killed=43))
    assert not m.bar
    assert m.score < match(ONE, account("manar")).score


def test_other_kinds_other_days_and_tolls_of_a_stretch_are_bars() -> None:
    talks = account("x", kind="talks-diplomacy", kinds=("talks-diplomacy",))
    assert match(ONE, talks).bar == "kind"
    assert match(ONE, account("x", first=DAY + 3, last=DAY + 3)).bar == "time"
    toll = account("x", period=True, first=DAY - 20)
    assert match(ONE, toll).bar == "period"
    assert match(toll, account("y", period=True, first=DAY - 9)).bar == "period"
    assert match(toll, account("y", period=True, first=DAY - 20, killed=99)).bar == "period"
    assert not match(toll, account("y", period=True, first=DAY - 20)).bar


def test_an_act_told_of_a_month_may_be_that_of_a_day_in_it() -> None:
    may = account("x", first=DAY - 10, last=DAY + 20)
    assert {e.feature: e.points for e in match(ONE, may).evidence}["time"] < 0
    assert match(ONE, replace(may, period=True)).bar == "period"
    assert match(ONE, replace(may, first=DAY + 1)).bar == "time"


def test_places_far_apart_and_days_beside_each_other_speak_against() -> None:
    near, far = match(ONE, account("x")), match(ONE, account("x", places=(ATAREB,), words=("others",)))
    assert far.score < near.score
    assert far.score < weights().same
    beside = match(ONE, account("x", first=DAY + 1, last=DAY + 1, killed=7, places=()))
    assert {e.feature: e.points for e in beside.evidence}["time"] < -1


def test_distance_is_weighed_with_the_doubt_about_each_place() -> None:
    assert km(JAYRUD, Spot("x")) is None
    assert not apart(JAYRUD, replace(JAYRUD, lat=33.83))
    assert apart(JAYRUD, ATAREB)
    assert not apart(replace(JAYRUD, radius_km=300.0, wide=True), ATAREB)


def test_dozens_are_not_far_from_a_number_among_them() -> None:
    m = match(account("a", killed=(24, 99)), account("b", killed=86))
    far = match(account("a", killed=24), account("b", killed=86))
    assert m.score > far.score


def test_two_tellings_of_dozens_share_no_large_number() -> None:
    dozens, many = account("x", killed=(24, 99)), account("y", killed=(24, 99))
    exact = match(account("x", killed=(31, 31)), account("y", killed=(31, 31))).score
    assert match(dozens, many).score < exact
    assert match(dozens, many).score > match(dozens, account("y", killed=(62, 62))).score


def test_one_month_told_by_both_is_more_than_a_day_in_it() -> None:
    may = account("x", first=DAY - 10, last=DAY + 20)
    assert match(may, account("y", first=DAY - 10, last=DAY + 20)).score > match(may, account("y")).score


def test_ranges() -> None:
    assert meet((4, None), (60, 60))
    assert not meet((4, 4), (5, None))
    assert shown([(3, 3), (70, None), (24, 99)]) == "3, 70+, 24–99"
