"""Prints what one stage alone found: who says what, times, places; a line an article for programs, or a list for people."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from rich.console import Console
from rich.text import Text

from sayso.model import wire
from sayso.model.article import Article, Refusal, Supplied
from sayso.model.claim import Attribution
from sayso.model.span import Span
from sayso.model.when import Timex
from sayso.model.where import Place
from sayso.pipeline import alone
from sayso.pipeline.alone import Stage, StageResult
from sayso.pipeline.flat import flat
from sayso.read import captures
from sayso.show import commands, terminal, words
from sayso.show.plain import clean
from sayso.vocab.loader import load
from sayso.vocab.shapes.places import Countries

T = TypeVar("T")
Line = dict[str, Any]
GEONAMES = "geonames:"
MOST_WORDS = 90
"""Code points shown of a long stretch of text."""


def voices(sources: Sequence[str], supplied: Supplied, *, nested: bool, as_json: bool) -> int:
    """Print the attributions of each article; return as ``commands.read`` does.

    For programs they are flat, as corpora mark them that know no nesting: the outermost ones, of a chain its origin; ``nested``
    gives those inside others too and every voice. People get every level.
    """
    stage = _flat if as_json and not nested else alone.voices
    return _each(stage, sources, supplied, ("attributions", levels) if as_json else None, said)


def _flat(articles: Sequence[Article]) -> list[StageResult[Attribution]]:
    results = alone.voices(articles)
    return [replace(r, found=tuple(replace(a, voices=a.voices[-1:]) for a in flat(r.found))) for r in results]


def dates(sources: Sequence[str], supplied: Supplied, *, as_json: bool) -> int:
    """Print the time expressions of each article; return as ``commands.read`` does."""
    return _each(alone.dates, sources, supplied, ("timexes", timex) if as_json else None, dated)


def places(sources: Sequence[str], supplied: Supplied, *, as_json: bool) -> int:
    """Print the place names of each article; return as ``commands.read`` does."""
    return _each(alone.places, sources, supplied, ("toponyms", toponym) if as_json else None, placed)


def _each(
    stage: Stage[T],
    sources: Sequence[str],
    supplied: Supplied,
    form: tuple[str, Callable[[T], list[Line]]] | None,
    row: Callable[[str, T], tuple[str, str]],
) -> int:
    out, err = terminal.console(), terminal.console(sys.stderr)
    good = bad = 0
    for result in alone.run(stage, captures(sources, supplied=supplied, stdin=sys.stdin.buffer)):
        if isinstance(result, Refusal):
            bad += 1
            terminal.refusals(err, [result])
            continue
        good += 1
        if form is None:
            for_people(out, result, row)
        else:
            sys.stdout.write(for_programs(result, *form) + "\n")
    return commands.status(good, bad)


def for_programs(result: StageResult[T], name: str, form: Callable[[T], list[Line]]) -> str:
    """Return what a stage found in an article as one line of JSON."""
    found = [line for one in result.found for line in form(one)]
    problems = [{"code": p.code, "message": p.message, "span": _pair(p.span)} for p in result.problems]
    line = {"ref": result.article.ref, name: found, "problems": problems}
    return wire.to_json(line).decode("utf-8", "replace")


def for_people(out: Console, result: StageResult[T], row: Callable[[str, T], tuple[str, str]]) -> None:
    """Print what a stage found in an article, a row each, and the trouble met last."""
    a = result.article
    out.print(Text(clean(a.title.value if a.title else a.ref), style="bold"))
    out.print(Text(clean(a.ref), style="dim"))
    for found in result.found:
        what, means = row(a.text, found)
        terminal.hang(out, Text("  •", style="dim"), Text.assemble((clean(what), "bold"), "  ", clean(means)))
    if not result.found:
        out.print(Text("  nothing found", style="dim"))
    terminal.problems(out, a, result.problems)
    out.print()


def levels(a: Attribution) -> list[Line]:
    """Return an attribution as one line for each voice of its chain, the nearest to the outlet first.

    What a voice carries is the content, and who is said to have said so behind it.
    """
    found = []
    for n, voice in enumerate(a.voices):
        behind = [s for v in a.voices[n + 1 :] for s in (v.source, v.cue) if s is not None]
        if voice.source or voice.cue or len(a.voices) == 1:
            content = sorted([*a.content, *behind])
            found.append({"source": _pairs(voice.source), "cue": _pairs(voice.cue), "content": _pairs(*content)})
    return found


def timex(t: Timex) -> list[Line]:
    """Return a time expression; ``first`` and ``last`` are days, null where the words give none."""
    return [
        {"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value, "first": t.start, "last": t.end}
    ]


def toponym(p: Place) -> list[Line]:
    """Return a place name; ``geonameid`` is the number in GeoNames where the identity is from there."""
    return [
        {
            "start": p.span.start, "end": p.span.end, "name": p.name, "id": p.id, "geonameid": geonameid(p.id),
            "lat": p.lat, "lon": p.lon, "radius_km": p.radius_km, "precision": p.precision,
            "alternatives": [
                {"id": c.id, "geonameid": geonameid(c.id), "name": c.name, "lat": c.lat, "lon": c.lon, "score": c.score}
                for c in p.alternatives
            ],
        }
    ]  # fmt: skip


def geonameid(identity: str | None) -> int | None:
    """Return the GeoNames number of an identity, None for one from elsewhere; a country goes by its ISO code and has one too."""
    owner, _, code = (identity or "").partition(":")
    if owner == "country":
        known = load("places/countries", Countries).countries.get(code)
        return (known.geonameid or None) if known else None
    number = (identity or "").removeprefix(GEONAMES)
    return int(number) if identity != number and number.isdecimal() else None


def said(text: str, a: Attribution) -> tuple[str, str]:
    """Return the content and the chain of voices in words, each with its words of saying."""
    content = " … ".join(" ".join(s.of(text).split()) for s in a.content)
    who = [f"{words.voice(v)}{f', “{v.cue.of(text)}”' if v.cue else ''}" for v in a.voices]
    return _short(content), f"← {words.CHAIN.join(who)}"


def dated(text: str, t: Timex) -> tuple[str, str]:
    """Return a time expression and what it comes to."""
    days = t.start if t.start == t.end else f"{t.start or '…'} to {t.end or '…'}"
    counted = f"counted from {t.anchor}" if t.anchor else ""
    known = days if t.start or t.end else "no days"
    return t.span.of(text), words.DOT.join(part for part in (f"{t.type} {t.value}", known or "", counted) if part)


def placed(text: str, p: Place) -> tuple[str, str]:
    """Return a place name and what was found for it, with the next likeliest place."""
    if p.lat is None or p.lon is None:
        return p.span.of(text), "not found in the gazetteer"
    other = f"or {p.alternatives[0].name} ({p.alternatives[0].id})" if p.alternatives else ""
    about = f"{words.point(p.lat, p.lon)}{f' ± {p.radius_km:g} km' if p.radius_km else ''}, {p.precision}"
    return p.span.of(text), words.DOT.join(part for part in (p.name, about, p.id or "", other) if part)


def _short(line: str) -> str:
    return line if len(line) <= MOST_WORDS else line[: MOST_WORDS - 1] + "…"


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _pairs(*spans: Span | None) -> list[list[int]]:
    return [[s.start, s.end] for s in spans if s is not None]
