"""Attributions made flat: joined where one goes on, outermost, the surer of two readings."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.builders import RULE

from sayso.model.claim import Attribution
from sayso.model.span import Span
from sayso.model.who import Voice
from sayso.pipeline.flat import flat, outermost, resumed, surest


def said(*content: tuple[int, int]) -> Attribution:
    return Attribution((), tuple(Span(a, b) for a, b in content), "indirect", RULE)


def voice(cue: Span) -> Voice:
    return Voice("the ministry", "military", True, None, cue, RULE)


def test_a_quotation_that_goes_on_is_joined_to_its_saying() -> None:
    """“The town is ours,” he said. “Nobody will take it.”"""
    cue = (voice(Span(22, 26)),)
    first = replace(said((1, 17)), voices=cue)
    more = replace(said((29, 52)), voices=cue, rule="continuation.quote")
    assert [a.content for a in resumed([first, more])] == [(Span(1, 17), Span(29, 52))]
    assert len(resumed([first, replace(more, rule="quote.any-verb")])) == 2


def test_of_two_readings_of_one_saying_the_surer_stays() -> None:
    """It is something to prepare for, he said in an interview on Monday: heard once by “said” and once by “Monday”."""
    heard = replace(said((0, 30)), rule="heard", sure=0.99)
    ruled = replace(said((0, 31)), sure=0.5)
    assert surest([heard, ruled]) == [ruled]
    assert surest([ruled, heard]) == [ruled]
    assert surest([replace(heard, sure=0.4), heard]) == [heard]


def test_what_shares_half_its_words_is_another_saying() -> None:
    both = [said((0, 20)), said((10, 30))]
    assert flat(both) == both


def test_of_attributions_in_one_another_the_outermost_stays() -> None:
    outer, inner, apart = said((0, 50)), said((10, 20)), said((60, 70))
    assert outermost([outer, inner, apart]) == [outer, apart]


def test_two_voices_of_the_same_words_both_stay() -> None:
    assert len(outermost([said((0, 9)), said((0, 9))])) == 2


@given(st.lists(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), min_size=1, max_size=2), max_size=6))
def test_the_sweep_finds_what_comparing_each_with_each_finds(drawn: list[list[tuple[int, int]]]) -> None:
    found = [said(*sorted((a, a + size) for a, size in pieces)) for pieces in drawn]

    def inside(one: Attribution, other: Attribution) -> bool:
        return one.content != other.content and all(any(o.holds(i) for o in other.content) for i in one.content)

    assert outermost(found) == [a for a in found if not any(inside(a, b) for b in found)]
