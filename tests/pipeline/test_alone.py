"""One stage alone: what is read, what is left out, and that offsets are those of the text given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from tests.builders import RULE, article, span

from sayso.model.article import Article, Capture, Refusal, Supplied, Zone
from sayso.pipeline import alone

Maker = Callable[[str], Capture]


def test_headline_and_dateline_are_read_and_donation_pleas_are_not() -> None:
    text = "Maadan falls\nAFP says so.\nDonate."
    zones = (
        Zone("title", span(text, "Maadan falls"), RULE),
        Zone("body", span(text, "AFP says so."), RULE),
        Zone("donation", span(text, "Donate."), RULE),
    )
    assert [z.kind for z in alone.reported(article(text, zones=zones)).zones] == ["body", "body", "donation"]


def test_the_article_given_back_has_its_own_zones(capture: Maker) -> None:
    (result,) = alone.run(alone.dates, [capture("Maadan falls on Sunday\n\nIt fell on 24 September 2017, they say.\n")])
    assert not isinstance(result, Refusal)
    assert {z.kind for z in result.article.zones} <= {"title", "body"}
    assert [t.value for t in result.found][-1] == "2017-09-24"


def test_the_day_supplied_is_what_words_count_from(capture: Maker) -> None:
    told = replace(capture("He left on Sunday."), supplied=Supplied(published="2017-09-26"))
    (result,) = alone.run(alone.dates, [told])
    assert not isinstance(result, Refusal)
    assert [(t.start, t.end, t.anchor) for t in result.found] == [("2017-09-24", "2017-09-24", "published 2017-09-26")]


def test_times_keep_their_place_in_a_text_of_many_letters(capture: Maker) -> None:
    text = "😀 Дума \u200f דמשק\r\n\r\n“He left on 24 September 2017”, she said.\r\n"
    (result,) = alone.run(alone.dates, [capture(text)])
    assert not isinstance(result, Refusal)
    assert result.article.text == text
    assert [t.span.of(text) for t in result.found] == ["24 September 2017"]


def test_a_text_that_breaks_a_stage_is_refused_and_the_others_are_read(capture: Maker) -> None:
    def stage(articles: Sequence[Article]) -> list[alone.StageResult[str]]:
        if any("breaks" in a.text for a in articles):
            raise IndexError("no such token")
        return [alone.StageResult(a, (a.text,), ()) for a in articles]

    found = list(alone.run(stage, [capture("One."), capture("Two breaks."), capture("Three.")]))
    assert [isinstance(f, Refusal) for f in found] == [False, True, False]
    assert isinstance(found[1], Refusal)
    assert found[1].problem.code == "S099"


@pytest.mark.parametrize("stage", [alone.voices, alone.places])
def test_what_needs_a_parse_reads_sample_sentences(stage: alone.Stage[object], capture: Maker) -> None:
    text = "The army shelled Douma, activists told AFP. CNN announced citing a US official that Raqqa had fallen.\n"
    (result,) = alone.run(stage, [capture(text)])
    assert not isinstance(result, Refusal)
    assert result.found
