"""Readings built by hand, from quotations: a test says the words, the builder finds where they stand."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Any

from sayso.ledger.store import Kept
from sayso.model.article import Article, Capture, Refusal, Stated, Supplied, Zone
from sayso.model.claim import Certainty, Claim, Manner, Polarity, Tense
from sayso.model.happening import Figure, Happening, HappeningKind
from sayso.model.ids import digest
from sayso.model.problem import Problem
from sayso.model.reading import Reading
from sayso.model.span import Grounded, Span
from sayso.model.when import Moment
from sayso.model.where import Place
from sayso.model.who import Actor, Voice, VoiceKind

RULE = "test.by-hand"


def span(text: str, words: str) -> Span:
    """Return where the words stand in the text; they must."""
    at = text.index(words)
    return Span(at, at + len(words))


def stated(value: str) -> Stated:
    return Stated(value, RULE)


def article(text: str, *, ref: str = "by-hand.txt", zones: tuple[Zone, ...] | None = None, **facts: str) -> Article:
    """Return an article whose whole text is body, unless zones are given; facts are plain words (title="…")."""
    data = sha256(text.encode()).hexdigest()
    whole = (Zone("body", Span(0, len(text)), RULE),)
    given: dict[str, Any] = {name: stated(value) for name, value in facts.items()}
    return Article(
        id=digest("a", data), ref=ref, sha256=data, text=text, zones=whole if zones is None else zones, **given
    )


def voice(text: str, words: str, kind: VoiceKind = "unspecified", *, cue: str = "", named: bool = True) -> Voice:
    return Voice(words, kind, named, span(text, words), span(text, cue) if cue else None, RULE)


def actor(text: str, words: str, name: str = "") -> Actor:
    return Actor(name or words, span(text, words), RULE)


def figure(text: str, words: str, low: int, high: int | None) -> Figure:
    return Figure(low, low, high, span(text, words), RULE)


def place(
    text: str, words: str, lat: float | None = None, lon: float | None = None, *, name: str = "", km: float = 0.0
) -> Place:
    return Place(words, span(text, words), RULE, name or words, None, lat, lon, km, "town" if lat else "unknown")


def day(text: str, words: str, start: str, end: str = "") -> Moment:
    return Moment(words, span(text, words), RULE, start, end or start, "day")


def happening(kind: HappeningKind, **fields: Any) -> Happening:
    return Happening(kind=Grounded(kind, RULE), **fields)


def claim(
    a: Article,
    words: str,
    *voices: Voice,
    happening: Happening | None = None,
    manner: Manner = "own",
    polarity: Polarity = "positive",
    certainty: Certainty = "certain",
    tense: Tense = "past",
    at: Span | None = None,
) -> Claim:
    """Return a claim whose content are the words."""
    content = at or span(a.text, words)
    return Claim(
        id=digest("c", a.id, str(content), *(v.name for v in voices)),
        content=(content,),
        voices=voices,
        manner=Grounded(manner, RULE),
        polarity=Grounded(polarity, RULE),
        certainty=Grounded(certainty, RULE),
        tense=Grounded(tense, RULE),
        happening=happening,
        rule=RULE,
    )


def captured(a: Article, **supplied: str) -> Capture:
    """Return the capture that an article was read from."""
    return Capture(a.text.encode(), a.sha256, a.ref, f"/somewhere/{a.ref}", "text", 0, Supplied(**supplied))


def kept(a: Article, *claims: Claim, problems: tuple[Problem, ...] = ()) -> Kept:
    return Kept(captured(a), Reading(a, claims, (), problems))


def one_of_many(number: int, **facts: str) -> Kept:
    """Return the article of that number: each has its own bytes and two claims."""
    text = f"Report {number}. The army shelled Douma, killing {number % 90} people, activists said."
    asked: dict[str, Any] = {"outlet": "Outlet", "published": "2017-09-26"} | facts
    a = article(text, ref=f"{number}.txt", **asked)
    killed = happening("shelling-artillery-missile", killed=figure(text, str(number), number % 90, number % 90))
    said = claim(a, "The army shelled Douma", voice(text, "activists", "witness-local", cue="said"), happening=killed)
    return kept(a, claim(a, f"Report {number}"), said)


def refusal(ref: str, code: str = "S001", origin: str = "") -> Refusal:
    return Refusal(ref, origin or f"/somewhere/{ref}", Problem(code, "nothing in it"))


def under(name: str, item: Kept) -> Kept:
    """Return the same reading under another ref."""
    r = item.reading
    return Kept(replace(item.capture, ref=name), replace(r, article=replace(r.article, ref=name)))
