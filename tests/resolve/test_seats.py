"""A town of unknown size that a district is named after is taken to have some of its people."""

from __future__ import annotations

from sayso.resolve.gazetteer import named
from sayso.resolve.placekeys import key
from sayso.resolve.seats import bearers

SPELLED = key("Ras al Ayn")


def test_the_seat_of_a_district_is_no_hamlet() -> None:
    before = {p.id: p for p in named(SPELLED)}
    district = next(p for p in before.values() if p.kind == "district" and p.country == "SY")
    seats = [p for p in bearers(SPELLED) if p.people != before[p.id].people]
    assert seats, "nothing was taken for a seat"
    assert all(p.kind == "town" and before[p.id].people == 0 for p in seats)
    assert all(0 < p.people < district.people for p in seats if p.country == "SY")


def test_what_is_known_stays() -> None:
    assert bearers(key("Aleppo")) == named(key("Aleppo"))
