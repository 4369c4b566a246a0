"""Time expressions in the claim zones: where they stand, what they come to, and the day they were counted from."""

from __future__ import annotations

import re
from datetime import date

from sayso.model.article import Article
from sayso.model.problem import Problem
from sayso.model.span import Span
from sayso.model.when import Timex
from sayso.resolve import time_calendar, time_deictic, time_feasts, time_units, time_vague
from sayso.resolve.anchors import Anchor, anchor
from sayso.resolve.time_patterns import Grammar, Said, grammar, lex, said
from sayso.resolve.time_values import Context, Reader, Value

READERS: dict[str, Reader] = {
    **time_calendar.READERS, **time_deictic.READERS, **time_feasts.READERS,
    **time_units.READERS, **time_vague.READERS,
}  # fmt: skip
"""Every reader that ``vocab/time`` may name."""

ABSOLUTE = frozenset({"numeric", "year", "decade", "century", "bc"})
"""Readers that count from nothing, so that their values carry no anchor."""

IMPOSSIBLE = re.compile(r"[0-9X]{4,}-[0-9]{2}(-[0-9]{2})?|[0-9]+([-./])[0-9]+\2[0-9]+|0000")
LOOK_BACK, LOOK_AHEAD = 12, 6
"""Tokens around an expression searched for signs that the clause looks ahead."""


def tag(article: Article) -> tuple[Timex, ...]:
    """Return the time expressions of the claim zones, in reading order."""
    return tagged(article.text, [z.span for z in article.claim_zones()], anchor(article), article.language)


def tagged(text: str, spans: list[Span], counted_from: Anchor, language: str = "en") -> tuple[Timex, ...]:
    """Return the time expressions of stretches of a text."""
    known = grammar("en" if language not in LANGUAGES else language)
    all_said = [w for s in spans for w in said(lex(text, s.start, s.end, known), known)]
    story = narrative(all_said, counted_from.day)
    found: list[Timex] = []
    mentioned: Value | None = None
    for words in all_said:
        at = Context(counted_from.day, mentioned, story, looks_ahead(words, known))
        value = READERS[words.read](words, at)
        if value is None:
            continue
        found.append(timex(words, value, counted_from))
        if value.start is not None and value.type in {"DATE", "TIME"} and tells(words, value, mentioned):
            mentioned = value
    return tuple(found)


def tells(words: Said, value: Value, story: Value | None) -> bool:
    """Tell whether a time moves the story there.

    Vague words, "until 1945", the far end of "1861-1865", a year that only describes ("the 1976 dry season") and a look
    back or far ahead inside a sentence ("since his coup of 1954") don't.
    """
    if value.value.endswith("_REF") or words.read in {"decade", "century"}:
        return False
    if words.read == "ref_unit" and words.has("previous"):
        return False
    if words.read != "year" or value.start is None:
        return True
    tokens, k = words.lexed.words, words.first
    before = tokens[k - 1].lower() if k else ""
    after = tokens[words.last + 1] if words.last + 1 < len(tokens) else "."
    bearing = after.isalpha() and after.islower() and after not in words.known.after_year
    if bearing or before in words.known.aside:
        return False
    opens = k < 2 or tokens[k - 2][0] in ".\n"
    return opens or story is None or story.start is None or 0 <= value.start.year - story.start.year <= AHEAD


AHEAD = 10
"""Years a story may run on in the middle of a sentence; a later year is an aside."""
LANGUAGES = frozenset({"en"})
"""Languages that ``vocab/time`` has words for; others are read with the English ones, whose figures are common."""


def narrative(all_said: list[Said], day: date | None) -> bool:
    """Tell whether a text tells its own days, as history does: many full years far from its date, few words of news."""
    if day is None:
        return True
    years = [int(y) for s in all_said if s.has("year") and s.read != "numeric" for y in s.slots["year"]]
    far = sum(1 for y in years if abs(y - day.year) > 1)
    news = sum(1 for s in all_said if s.has("weekday", "near_day", "ago", "tonight"))
    return far >= 8 and far > 2 * news


def looks_ahead(words: Said, known: Grammar) -> bool:
    """Tell whether words near the expression put it in the future ("will", "scheduled")."""
    tokens = words.lexed.words
    for k in range(words.first - 1, max(-1, words.first - LOOK_BACK), -1):
        if tokens[k] in {".", "\n", ";"}:
            break
        if tokens[k] in known.future:
            return True
    for k in range(words.last + 1, min(len(tokens), words.last + LOOK_AHEAD)):
        if tokens[k] in {".", "\n", ";", ","}:
            break
        if tokens[k] in known.future:
            return True
    return False


def timex(words: Said, value: Value, counted_from: Anchor) -> Timex:
    """Return the record of one expression; "since X" reaches to the article's day."""
    lexed = words.lexed
    span = Span(lexed.starts[words.first], lexed.starts[words.last] + len(lexed.words[words.last]))
    start, end, rule, precision = value.start, value.end, words.rule, value.precision
    before = lexed.words[words.first - 1].lower() if words.first else ""
    if start and end and before in words.known.since and counted_from.day and start <= counted_from.day:
        end, rule, precision = max(end, counted_from.day), f"{rule}.since", "range"
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
        Problem("S203", f"no calendar has {t.span.of(article.text)!r}", t.span) for t in wrong if "X" not in t.value
    ]
    return (*anchor(article).problems, *found)
