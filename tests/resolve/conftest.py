"""Builders for this room's tests: an article from a docstring, and what ``find`` would have seen in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model.article import Article, Stated, Zone
from sayso.model.claim import Claim, Found
from sayso.model.happening import Happening
from sayso.model.span import Grounded, Span
from sayso.model.who import Actor, Mention, MentionLabel, Voice, VoiceKind

MakeArticle = Callable[..., Article]
Told = tuple[str, str, VoiceKind]
"""Words of a source, words of its cue, and the kind ``find`` would guess; ``"It|2"`` is the second "It"."""


def at(text: str, words: str) -> Span:
    """Return where the words stand; a number after ``|`` picks among several."""
    wanted, _, number = words.partition("|")
    start = -1
    for _ in range(int(number or 1)):
        start = text.index(wanted, start + 1)
    return Span(start, start + len(wanted))


def article_of(text: str, **dates: str) -> Article:
    """Return an article that is all body, with dates such as ``published="2017-09-26"``."""
    stated = {k: Stated(v, "test") for k, v in dates.items()}
    return Article("a1", "test", "0", text, (Zone("body", Span(0, len(text)), "test"),), **stated)  # type: ignore[arg-type]


def claim_of(text: str, told: list[Told], happening: Happening | None = None, number: int = 0) -> Claim:
    """Return a claim under a chain of voices."""
    voices = tuple(Voice(s.partition("|")[0], k, True, at(text, s), at(text, c), "test") for s, c, k in told)
    plain = Grounded("x", "test")
    return Claim(f"c{number}", (), voices, plain, plain, plain, plain, happening, "test")  # type: ignore[arg-type]


def found_of(
    text: str,
    told: list[Told],
    mentions: list[tuple[str, MentionLabel]] | None = None,
    acted: list[list[str]] | None = None,
) -> Found:
    """Return one claim a voice, one claim a list of actors, and the names seen."""
    claims = [claim_of(text, [t], None, k) for k, t in enumerate(told)]
    for k, names in enumerate(acted or []):
        actors = tuple(Actor(n.partition("|")[0], at(text, n), "test") for n in names)
        happening = Happening(Grounded("armed-clash", "test"), actors=actors)
        claims.append(claim_of(text, [], happening, 100 + k))
    seen = tuple(Mention(at(text, words), label, "test") for words, label in mentions or [])
    return Found(tuple(claims), (), seen)


@pytest.fixture
def make_article() -> MakeArticle:
    """Return the builder of articles."""
    return article_of


@pytest.fixture
def make_found() -> Callable[..., Found]:
    """Return the builder of what was found."""
    return found_of
