"""Fields in words: the speaker is always named, and what is not known is said to be so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import actor, article, claim, happening, place
from tests.strategies import claims as any_claim

from sayso.model.claim import Claim
from sayso.model.happening import Control, Figure
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.model.when import Moment
from sayso.model.who import Voice
from sayso.show import words

from hypothesis import given, settings  # isort: skip

AT = Span(0, 1)


def test_the_chain_runs_from_the_outlet_to_the_origin(reading: Reading) -> None:
    said = words.chain(reading.claims[0], words.outlet(reading.article))
    assert said == "Global Research, reposting South Front › CNN (media) › a US official (government, unnamed)"


def test_an_empty_chain_is_the_outlet_s_own_voice(reading: Reading) -> None:
    said = words.chain(reading.claims[1], words.outlet(reading.article))
    assert said == "Global Research, reposting South Front, in its own voice"


def test_an_outlet_without_a_name_is_said_to_have_none() -> None:
    assert words.chain(claim(article("x"), "x"), words.outlet(article("x"))) == "an unnamed outlet, in its own voice"


@settings(deadline=None)
@given(any_claim)
def test_whatever_is_claimed_the_first_field_names_who_says_so(found: Claim) -> None:
    label, said = words.fields(article("x" * 70, outlet="The Outlet"), found)[0]
    assert label == "said by"
    assert said.startswith("The Outlet")
    assert ("in its own voice" in said) == (not found.voices) or any("own voice" in v.name for v in found.voices)


@pytest.mark.parametrize(
    ("voice", "said"),
    [
        (Voice("SANA", "media", True, AT, None, "r"), "SANA (media)"),
        (Voice("activists", "witness-local", False, AT, None, "r"), "activists (witness-local, unnamed)"),
        (Voice("he", "unspecified", True, AT, None, "r"), "he"),
        (Voice("", "unspecified", False, None, AT, "r"), "nobody named"),
        (Voice("", "media", False, None, AT, "r"), "nobody named (media)"),
    ],
)
def test_voices_in_words(voice: Voice, said: str) -> None:
    assert words.voice(voice) == said


@pytest.mark.parametrize(
    ("low", "high", "said"), [(70, None, "at least 70"), (1, 1, "1"), (24, 99, "24 to 99"), (0, 30, "up to 30")]
)
def test_figures_in_words(low: int, high: int | None, said: str) -> None:
    assert words.figure(Figure(low, low, high, AT, "r")) == said


def test_places_carry_their_doubt() -> None:
    text = "Maadan"
    assert words.place(place(text, "Maadan")) == "Maadan (not found in the gazetteer)"
    assert words.place(place(text, "Maadan", 35.75, 39.61)) == "Maadan (35.75 N 39.61 E, town)"
    there = place(text, "Maadan", -35.75, -39.61, name="Ma'dan", km=12.5)
    assert words.place(there) == "Maadan = Ma'dan (35.75 S 39.61 W ± 12.5 km, town)"


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (Moment("on Sunday", AT, "r", "2017-09-24", "2017-09-24", "day", "published 2017-09-26"),
         "2017-09-24 “on Sunday”, counted from published 2017-09-26"),
        (Moment("May 2017", AT, "r", "2017-05-01", "2017-05-31", "month"), "2017-05-01 to 2017-05-31 “May 2017”"),
        (Moment("recently", AT, "r"), "? “recently”"),
        (Moment(None, None, "r", "2017-05-01", None), "2017-05-01 to ?"),
    ],
)  # fmt: skip
def test_moments_in_words(moment: Moment, said: str) -> None:
    assert words.moment(moment) == said


def test_who_did_it_to_whom() -> None:
    text = "rebels soldiers"
    left, right = (actor(text, "rebels"),), (actor(text, "soldiers"),)
    assert words.roles(happening("other", actors=left, targets=right)) == "rebels → soldiers"
    assert words.roles(happening("other", actors=left)) == "rebels"
    assert words.roles(happening("other", targets=right)) == "nobody named → soldiers"
    assert words.roles(happening("other")) == ""


def test_control_in_words() -> None:
    assert words.control(Control("Maadan", None, "IS", AT, "r")) == "Maadan: not said → IS"


def test_firmness_in_words(reading: Reading) -> None:
    assert words.firmness(reading.claims[0]) == "probable · past · indirect"
    assert words.firmness(reading.claims[1]) == "denies or says it is not so · certain · past · own"


def test_every_field_that_is_given_is_shown_and_no_other(reading: Reading) -> None:
    full = dict(words.fields(reading.article, reading.claims[0]))
    assert list(full) == ["said by", "how sure", "what", "who", "where", "when", "figures", "means", "control"]
    assert full["said by"].endswith("“announced” … “citing”")
    assert full["figures"] == "killed at least 15"
    assert full["means"] == "mortars (mortar)"
    bare = dict(words.fields(reading.article, reading.claims[1]))
    assert bare["what"] == "no happening: a state, a view or background"
    only = replace(reading.claims[1], happening=happening("protest"))
    assert list(dict(words.fields(reading.article, only))) == ["said by", "how sure", "what"]
