"""What a public export holds back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.builders import day, place
from tests.show.exports.by_hand import NOW, TEXT, make

from sayso.show.exports.circle import EARTH_KM
from sayso.show.exports.holding import holding, snapped


def test_what_happened_within_the_delay_is_fresh() -> None:
    t = make()
    sunday = NOW.replace(month=9, day=24)
    at = {hours: replace(t.held, now=sunday + timedelta(hours=hours)) for hours in (-24, 0, 71, 73)}
    assert {h: held.fresh(t.claim, "2010-01-01") for h, held in at.items()} == {-24: True, 0: True, 71: True, 73: False}


def test_a_claim_without_a_day_is_as_fresh_as_its_article() -> None:
    t = make(when=None)
    held = holding("public", NOW)
    assert held.fresh(t.claim, NOW.date().isoformat())
    assert not held.fresh(t.claim, "2010-01-01")
    assert not holding("own", NOW).fresh(t.claim, NOW.date().isoformat())


def test_positions_are_made_coarse_and_others_are_not() -> None:
    strike, base = make(), make(kind="base-or-fortification")
    assert strike.ground
    assert base.ground
    assert (strike.ground.lat, strike.ground.radius, strike.ground.name) == (35.95, 5, "Raqqa")
    assert (base.ground.lat, base.ground.lon, base.ground.radius) == (35.875, 39.125, 25)
    assert base.ground.name != "Raqqa" or base.ground.name == base.ground.province
    own = make(kind="base-or-fortification", profile="own")
    assert own.ground
    assert own.ground.radius == 5


def test_the_coarse_circle_still_holds_the_place() -> None:
    cell = 0.25
    for lat in (0.0, 35.95, -12.01):
        assert abs(snapped(lat, cell) - lat) <= cell / 2
    assert EARTH_KM * 3.1416 / 180 * cell / 2 * 2**0.5 < 25


def test_what_nobody_can_date_is_made_coarse() -> None:
    t = make(when=None)
    undated = replace(t, row=replace(t.row, article=replace(t.row.article, published="")))
    assert undated.ground
    assert undated.ground.relation == "coarsened"


def test_what_is_wide_already_stays_as_it_is() -> None:
    wide = replace(place(TEXT, "Raqqa", 35.95, 39.01, km=80), precision="province")
    t = make(kind="deployment-movement", place=wide, when=day(TEXT, "On Sunday", "2017-09-24"))
    assert t.ground
    assert (t.ground.radius, t.ground.lat) == (80, 35.95)
