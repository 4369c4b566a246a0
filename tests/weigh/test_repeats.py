"""What one voice tells twice is one claim, the fullest; other voices, figures or firmness make another."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import RULE, actor, article, claim, day, figure, happening, place, span, voice

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.happening import Control
from sayso.model.span import Span
from sayso.weigh import repeats
from sayso.weigh.repeats import fold

TEXT = (
    "Twelve people died in Douma, the monitor said. Strikes killed 12 there on Sunday. Later, the monitor said that "
    "twelve people died in Douma. The army said 12 rebels died in Homs. Soldiers fled, soldiers fled."
)
A = article(TEXT)
MONITOR = voice(TEXT, "the monitor", "ngo-monitor", cue="said")
ARMY = voice(TEXT, "The army", "military")


def strike(words: str, count: str = "Twelve", *voices: Any, **fields: Any) -> Claim:
    low = {"Twelve": 12, "12": 12}.get(count, 40)
    asked = {k: v for k, v in fields.items() if k in {"certainty", "polarity", "tense"}}
    rest = {k: v for k, v in fields.items() if k not in asked}
    h = happening("air-drone-strike", killed=figure(TEXT, "12", low, low), **rest)
    return claim(A, words, *(voices or (MONITOR,)), happening=h, **asked)


def test_the_same_words_of_the_same_voice_are_one_claim() -> None:
    first = claim(A, "Soldiers fled", ARMY)
    again = claim(A, "soldiers fled", ARMY)
    (kept,) = fold(A, [first, again])
    assert kept == replace(first, repeats=again.content)


def test_the_same_happening_with_the_same_figures_is_one_claim_and_the_fuller_is_kept() -> None:
    thin = strike("Twelve people died in Douma")
    full = strike("Strikes killed 12 there on Sunday", when=day(TEXT, "Sunday", "2017-09-24"))
    (kept,) = fold(A, [thin, full])
    assert kept.content == full.content
    assert kept.repeats == thin.content
    assert kept.id == full.id


@pytest.mark.parametrize(
    "other",
    [
        strike("Strikes killed 12 there on Sunday", "12", ARMY),
        strike("Strikes killed 12 there on Sunday", "40"),
        strike("Strikes killed 12 there on Sunday", "12", MONITOR, ARMY),
        strike("Strikes killed 12 there on Sunday", certainty="possible"),
        strike("Strikes killed 12 there on Sunday", polarity="negative"),
        strike("Strikes killed 12 there on Sunday", tense="future"),
        strike("Strikes killed 12 there on Sunday", place=place(TEXT, "Homs")),
        strike("Strikes killed 12 there on Sunday", when=day(TEXT, "Sunday", "2017-09-24")),
        strike("Strikes killed 12 there on Sunday", actors=(actor(TEXT, "The army"),)),
        strike("Strikes killed 12 there on Sunday", targets=(actor(TEXT, "rebels"),)),
        strike("Strikes killed 12 there on Sunday", control=Control("Homs", "x", "y", span(TEXT, "Homs"), RULE)),
    ],
)
def test_what_differs_in_anything_that_both_say_is_another_claim(other: Claim) -> None:
    one = strike(
        "Twelve people died in Douma", place=place(TEXT, "Douma"), when=day(TEXT, "Later", "2017-09-20"),
        actors=(actor(TEXT, "Strikes"),), targets=(actor(TEXT, "people"),),
        control=Control("Douma", "x", "y", span(TEXT, "Douma"), RULE),
    )  # fmt: skip
    assert fold(A, [one, other]) == (one, other)
    assert len(fold(A, [other, one])) == 2


def test_a_happening_without_figures_is_not_folded_by_its_kind_alone() -> None:
    one = claim(A, "Twelve people died in Douma", ARMY, happening=happening("other"))
    two = claim(A, "Soldiers fled", ARMY, happening=happening("other"))
    assert fold(A, [one, two]) == (one, two)


def test_claims_come_in_reading_order_even_when_the_fuller_stands_later() -> None:
    thin = strike("Twelve people died in Douma")
    between = claim(A, "Soldiers fled")
    full = replace(strike("died in Homs", place=place(TEXT, "Homs")), content=(Span(len(TEXT) - 5, len(TEXT)),))
    assert [c.content for c in fold(A, [thin, between, full])] == [between.content, full.content]


def test_nothing_in_nothing_out() -> None:
    assert fold(A, []) == ()


SPANS = st.builds(lambda a, n: Span(a, min(len(TEXT), a + n)), st.integers(0, 150), st.integers(1, 30))
VOICES = st.lists(st.sampled_from([MONITOR, ARMY]), max_size=2).map(tuple)
FIGURES = st.none() | st.builds(lambda n: figure(TEXT, "12", n, n), st.integers(1, 2))
PLACES = st.none() | st.sampled_from([place(TEXT, "Douma"), place(TEXT, "Homs")])
DAYS = st.none() | st.sampled_from([day(TEXT, "Sunday", "2017-09-24"), day(TEXT, "Later", "2017-09-25")])
HAPPENINGS = st.none() | st.builds(
    lambda kind, f, p, d: happening(kind, killed=f, place=p, when=d),
    st.sampled_from(["air-drone-strike", "other"]), FIGURES, PLACES, DAYS,
)  # fmt: skip
CLAIMS = st.builds(
    lambda at, voices, h, sure: claim(A, "", *voices, happening=h, certainty=sure, at=at),
    SPANS, VOICES, HAPPENINGS, st.sampled_from(["certain", "possible"]),
)  # fmt: skip
LISTS = st.lists(CLAIMS, max_size=9)


def figures(c: Claim) -> Any:
    return None if c.happening is None or c.happening.killed is None else c.happening.killed.low


@settings(max_examples=300, deadline=None)
@given(LISTS)
def test_folding_never_grows_and_twice_is_once(claims: list[Claim]) -> None:
    once = fold(A, claims)
    assert len(once) <= len(claims)
    assert fold(A, once) == once
    assert [c.content[0] for c in once] == sorted(c.content[0] for c in once)


@settings(max_examples=300, deadline=None)
@given(LISTS)
def test_every_word_told_stays_under_its_voices_figures_and_firmness(claims: list[Claim]) -> None:
    def told(of: Claim) -> tuple[Any, ...]:
        return (tuple(v.name for v in of.voices), of.certainty.value, figures(of))

    kept = {(told(c), s) for c in fold(A, claims) for s in (*c.content, *c.repeats)}
    assert kept == {(told(c), s) for c in claims for s in c.content}


@pytest.mark.parametrize("with_figures", [False, True])
def test_thousands_of_claims_take_little_time(with_figures: bool) -> None:
    text = " ".join(f"w{n}" for n in range(4000))
    long: Article = article(text)
    h = happening("other", killed=figure(text, "w1", 1, 1)) if with_figures else None
    many = [claim(long, "", happening=h, at=Span(n, n + 40)) for n in range(4000)]
    start = time.perf_counter()
    fold(long, many)
    assert time.perf_counter() - start < 3


RESTS = st.tuples(
    st.sampled_from(["", "a", "b"]),
    st.sampled_from([(), ("1", "1"), ("1", "2")]),
    *[st.sampled_from([frozenset(), frozenset("x"), frozenset("xy")])] * 2,
    st.sampled_from([(), ("a", None, None)]),
)


@given(st.lists(st.tuples(st.integers(0, 5), RESTS), max_size=12), RESTS)
def test_mates_are_found_as_by_looking_at_each(put: list[tuple[int, Any]], asked: Any) -> None:
    mates = repeats._Mates()
    for number, rest in put:
        mates.put(number, rest)
    fits = [n for n, rest in dict(put).items() if repeats._agree(rest, asked)]
    assert mates.first(asked) == min(fits, default=None)
