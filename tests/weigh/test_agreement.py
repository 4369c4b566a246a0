"""Two numbers that can't both be right are a contradiction with both sides; never is an average made of them."""

from __future__ import annotations

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
        ((4, None), 90, "contradicts"),
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
