"""One article through the encoder: everything its heads hear, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.find.encoder.heard import Heard
from sayso.find.encoder.session import encoder
from sayso.find.encoder.told import Told
from sayso.find.lines import flowing
from sayso.find.parse import passages_of
from sayso.model.article import Article
from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Hearing:
    """What the encoder hears in one article, in reading order: who says what, and what may have happened."""

    said: tuple[Heard, ...] = ()
    told: tuple[Told, ...] = ()


def hear(article: Article, *, told: bool = True) -> Hearing:
    """Return what the encoder hears in the claim zones of an article; without ``told`` who says what alone."""
    reader = encoder()
    said: list[Heard] = []
    happened: list[Told] = []
    passages = [Span(start, end) for start, end, _ in passages_of(article)]
    for window in reader.read(shown(article.text, passages), passages):
        said += reader.said(window)
        if told:
            happened += reader.told(window)
    return Hearing(tuple(said), tuple(happened))


def shown(text: str, passages: Sequence[Span]) -> str:
    """Return the text with each passage in one line, every character at its place: the encoder takes a new line for a new paragraph."""
    pieces, at = [], 0
    for p in passages:
        if (line := flowing(p.of(text))) != p.of(text):
            pieces += [text[at : p.start], line]
            at = p.end
    return "".join([*pieces, text[at:]]) if pieces else text
