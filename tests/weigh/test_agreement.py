"""Two numbers that can't both be right are a contradiction with both sides; never is an average made of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.weigh.made import account

from sayso.model.event import Account, Relation, Said
from sayso.model.span import Span
from sayso.weigh.agreement import contested, relations


def only(name: str, *accounts: Account) -> list[Relation]:
    return [r for r in relations(accounts) if r.field == name]


@pytest.mark.parametrize(
    ("one", "other", "bearing"),
    [
        (31, 31, "agrees"),
        (31, 43, "contradicts"),
        ((30, None), 31, "refines"),
        ((24, 99), 62, "refines"),
        ((70, None), 32, "contradicts"),
        ((4, None), 90, "refines"),
    ],
)
def test_numbers(one: Any, other: Any, bearing: str) -> None:
    (r,) = only("killed", account("a", killed=one), account("b", killed=other))
    assert r.bearing == bearing
    assert {r.one.claim, r.other.claim} == {"ca", "cb"}
    assert r.one.span is not None


def test_a_part_that_both_give_keeps_two_sums_from_contradicting() -> None:
    said = tuple(Said("killed", "ca", str(n), Span(0, 2), n, n) for n in (15, 11))
    assert only("killed", account("a", said=said), account("b", killed=11))[0].bearing == "agrees"


def numbers(name: str, *ranges: tuple[int, int | None]) -> Account:
    said = tuple(Said("killed", f"c{name}", str(low), Span(0, 2), low, high) for low, high in ranges)
    return account(name, killed=None, said=said)


def test_small_parts_that_both_give_say_nothing_of_the_sums() -> None:
    (r,) = only("killed", numbers("a", (31, 31), (1, 1)), numbers("b", (43, None), (1, 1)))
    assert (r.bearing, {r.one.words, r.other.words}) == ("contradicts", {"31", "43"})


def test_a_word_for_many_gives_way_to_the_number_it_stands_for() -> None:
    (r,) = only("killed", numbers("a", (24, 99), (58, 58)), numbers("b", (72, 72)))
    assert r.bearing == "contradicts"
    (r,) = only("killed", numbers("a", (24, 99), (120, 120)), numbers("b", (72, 72)))
    assert r.bearing == "refines"  # the word does not stand for 120, so it may be the count


def test_the_number_may_stand_in_a_claim_that_goes_on() -> None:
    a = numbers("a", (24, 99))
    on = replace(a.tellers[0], claim="more", core=False)
    fuller = Said("killed", "more", "58", Span(0, 2), 58, 58)
    more = replace(a, killed=((24, 99), (58, 58)), said=(*a.said, fuller), tellers=(*a.tellers, on))
    assert only("killed", more, numbers("b", (72, 72)))[0].bearing == "contradicts"


def test_the_toll_of_a_war_is_no_toll_of_the_happening() -> None:
    (r,) = only("killed", numbers("a", (4, 4), (280_000, None)), numbers("b", (5, 5), (280_000, None)))
    assert r.bearing == "contradicts"


def test_what_one_alone_says_adds() -> None:
    (r,) = only("killed", account("a", killed=3), account("b", killed=None))
    assert (r.bearing, r.one) == ("adds", r.other)


def blame(name: str, *sides: str) -> Account:
    return account(name, killed=None, said=(Said("responsibility", f"c{name}", "who", Span(0, 2), keys=sides),))


def test_blame() -> None:
    assert only("responsibility", blame("a", "sy"), blame("b", "ru"))[0].bearing == "contradicts"
    assert only("responsibility", blame("a", "sy", "ru"), blame("b", "ru"))[0].bearing == "refines"
    assert only("responsibility", blame("a", "sy-opposition"), blame("b", "jaish-al-islam"))[0].bearing == "refines"
    assert only("responsibility", blame("a", "not:sy"), blame("b", "sy"))[0].rule == "agreement.responsibility.denied"


def test_two_voices_of_one_article_may_contradict_each_other() -> None:
    a, b = account("a", killed=4, voice="SOHR"), account("b", killed=2, voice="SANA", article="aa")
    (r,) = [x for x in only("killed", a, b) if x.bearing == "contradicts"]
    assert {r.one.words, r.other.words} == {"4", "2"}
    assert contested([r], ["killed", "time"]) == ("killed",)
