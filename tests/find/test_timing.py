"""Which time is the happening's."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.find.told import Told

from sayso.find.circumstances import when
from sayso.model.article import Article
from sayso.model.span import Span
from sayso.model.when import Timex


def timexes(text: str, *words: str) -> list[Timex]:
    spans = sorted(Span(m.start(), m.end()) for w in words for m in re.finditer(re.escape(w), text))
    return [
        Timex(s, "DATE", "2017-09-24", "test", "2017-09-24", "2017-09-24", "day", "published 2017-09-26") for s in spans
    ]


def test_in_the_unit(told: Told, article: Article) -> None:
    """Troops retook the town on Sunday."""
    found = when(told.unit(), told.trigger("government-regains-territory"), article, timexes(article.text, "Sunday"))
    assert found is not None
    assert (found.text, found.start, found.anchor, found.rule) == (
        "Sunday",
        "2017-09-24",
        "published 2017-09-26",
        "when.in-claim",
    )


def test_nearest_of_two(told: Told, article: Article) -> None:
    """Rebels who had fled the city in March attacked the base on Sunday."""
    found = when(told.unit(), told.trigger("armed-clash"), article, timexes(article.text, "March", "Sunday"))
    assert found is not None
    assert found.text == "Sunday"


def test_simple_past_said_on_a_day_is_not_dated_by_the_saying(told: Told, article: Article) -> None:
    """Rebels attacked the base, the ministry said on Sunday."""
    unit = told.unit("Rebels", "base")
    assert when(unit, told.trigger("armed-clash", "attacked"), article, timexes(article.text, "Sunday")) is None


def test_news_of_the_day(told: Told, article: Article) -> None:
    """A shell has killed a general near the city, the ministry said on Sunday."""
    unit = told.unit("A", "city")
    found = when(unit, told.trigger("armed-clash", "killed"), article, timexes(article.text, "Sunday"))
    assert found is not None
    assert found.rule == "when.said-day"


def test_times_of_other_sentences_do_not_count(told: Told, article: Article) -> None:
    """Rebels attacked the base. The war began on Sunday."""
    assert when(told.unit(), told.trigger("armed-clash"), article, timexes(article.text, "Sunday")) is None


def test_a_time_at_the_end_that_was_cut_off_the_unit(told: Told, article: Article) -> None:
    """Troops retook the town on Sunday, the ministry said."""
    unit = told.unit("Troops", "town")
    found = when(unit, told.trigger("government-regains-territory"), article, timexes(article.text, "Sunday"))
    assert found is not None
    assert found.text == "Sunday"


def test_a_deed_while_another_runs(told: Told, article: Article) -> None:
    """A shell killed a general as buses waited on Saturday."""
    unit = told.unit("A", "general")
    found = when(unit, told.trigger("armed-clash", "killed"), article, timexes(article.text, "Saturday"))
    assert found is not None
    assert found.rule == "when.governing"


def test_a_deed_when_another_was_done(told: Told, article: Article) -> None:
    """Gunmen killed a general when they stormed the base on Saturday."""
    unit = told.unit("Gunmen", "general")
    found = when(unit, told.trigger("armed-clash", "killed"), article, timexes(article.text, "Saturday"))
    assert found is not None
    assert found.rule == "when.governing"


def test_a_measure_is_no_time(told: Told, article: Article) -> None:
    """Rebels attacked the base in the worst week of the year."""
    spans = timexes(article.text, "the year")
    measured = [Timex(t.span, t.type, "2017", "time.the-unit", "2017-01-01", "2017-12-31", "year", "") for t in spans]
    assert when(told.unit(), told.trigger("armed-clash"), article, measured) is None


def test_a_time_in_a_clause_about_the_place_is_not_the_deed_s(told: Told, article: Article) -> None:
    """The assault on the town from which they were expelled on Sunday sparked an exodus."""
    trigger = told.trigger("advance-or-hold", "assault")
    assert when(told.unit(), trigger, article, timexes(article.text, "Sunday")) is None


def test_a_time_in_a_clause_about_the_deed_is_the_deed_s(told: Told, article: Article) -> None:
    """Activists documented a raid on a market that killed 12 people on Sunday."""
    found = when(told.unit(), told.trigger("air-drone-strike", "raid"), article, timexes(article.text, "Sunday"))
    assert found is not None
    assert found.text == "Sunday"


def test_a_clause_about_a_day_is_on_that_day(told: Told, article: Article) -> None:
    """It was the worst attack since Sunday, when rebels stormed the base."""
    unit = replace(told.unit("rebels", "base"), head=told.tree.text.index("stormed"))
    found = when(unit, told.trigger("armed-clash", "stormed"), article, timexes(article.text, "Sunday"))
    assert found is not None
    assert found.rule == "when.in-claim"
