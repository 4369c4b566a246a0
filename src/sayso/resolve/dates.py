"""Time expressions in the claim zones: where they stand, what they come to, and the day they were counted from."""

from __future__ import annotations

import re

from sayso.model.article import Article
from sayso.model.problem import Problem
from sayso.model.span import Span
from sayso.model.when import Timex
from sayso.resolve import time_calendar, time_deictic, time_feasts, time_units, time_vague, time_values, time_years
from sayso.resolve.anchors import Anchor, anchor
from sayso.resolve.time_antiquity import unshadow
from sayso.resolve.time_patterns import Said, grammar, lex, said
from sayso.resolve.time_story import Story, looks_ahead, narrative, shared
from sayso.resolve.time_values import Reader, Value

READERS: dict[str, Reader] = {
    **time_calendar.READERS, **time_deictic.READERS, **time_feasts.READERS,
    **time_units.READERS, **time_vague.READERS, **time_years.READERS,
}  # fmt: skip
"""Every reader that ``vocab/time`` may name."""

ABSOLUTE = frozenset({"numeric", "year", "decade", "century", "bc", "year_end", "decade_word", "spelled_year"})
"""Readers that count from nothing, so that their values carry no anchor."""

LEAP = 2000
"""A year that has every day there is."""
IMPOSSIBLE = re.compile(r"[0-9X]{4,}-[0-9]{2}(-[0-9]{2})?|[0-9]+([-./])[0-9]+\2[0-9]+|0000|[0-9]{5,}")


def tag(article: Article) -> tuple[Timex, ...]:
    """Return the time expressions of the claim zones, in reading order."""
    return tagged(article.text, [z.span for z in article.claim_zones()], anchor(article), article.language)


def tagged(text: str, spans: list[Span], counted_from: Anchor, language: str = "en") -> tuple[Timex, ...]:
    """Return the time expressions of stretches of a text."""
    known = grammar("en" if language not in LANGUAGES else language)
    all_said = [w for s in spans for w in said(lex(text, s.start, s.end, known), known)]
    story = Story(counted_from.day, narrative(all_said, counted_from.day))
    found: list[Timex] = []
    for words, year in zip(all_said, shared(all_said), strict=True):
        value = READERS[words.read](words, story.context(looks_ahead(words, known), year))
        if value is None:
            continue
        found.append(timex(words, unshadow(value) if story.ancient else value, counted_from))
        story.hear(words, value)
    return tuple(found)


LANGUAGES = frozenset({"en"})
"""Languages that ``vocab/time`` has words for; others are read with the English ones, whose figures are common."""


def timex(words: Said, value: Value, counted_from: Anchor) -> Timex:
    """Return the record of one expression; "since X" reaches to the article's day."""
    lexed = words.lexed
    span = Span(lexed.starts[words.first], lexed.starts[words.last] + len(lexed.words[words.last]))
    start, end, rule, precision = value.start, value.end, words.rule, value.precision
    before = lexed.words[words.first - 1].lower() if words.first else ""
    if start and end and before in words.known.since and counted_from.day and start <= counted_from.day:
        end, rule, precision = counted_from.day, f"{rule}.since", "range"
    absolute = words.read in ABSOLUTE or words.has("year")
    return Timex(
        span=span, type=value.type, value=value.value, rule=rule,
        start=start.isoformat() if start else None, end=end.isoformat() if end else None,
        precision=precision, anchor="" if absolute or start is None else counted_from.text,
    )  # fmt: skip


def problems(article: Article, timexes: tuple[Timex, ...] = ()) -> tuple[Problem, ...]:
    """Return what is wrong with an article's dates: no date at all, dates that are none, impossible dates."""
    wrong = [t for t in timexes if t.start is None and t.type == "DATE" and IMPOSSIBLE.fullmatch(t.value)]
    found = [
        Problem("S203", f"no calendar has {t.span.of(article.text)!r}", t.span)
        for t in wrong
        if "X" not in t.value or in_no_year(t.value)
    ]
    return (*anchor(article).problems, *found)


def in_no_year(value: str) -> bool:
    """Tell whether a day of an unknown year ("XXXX-09-31") is in no year's calendar."""
    parts = value.split("-")
    if len(parts) != 3 or not (parts[1] + parts[2]).isdecimal():
        return False
    return time_values.day_of(LEAP, int(parts[1]), int(parts[2])).start is None
