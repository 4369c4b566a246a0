"""One article through the encoder: everything its heads hear, in reading order."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.find.encoder.heard import Heard
from sayso.find.encoder.session import encoder
from sayso.find.encoder.told import Told
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
    for window in reader.read(article.text, [Span(start, end) for start, end, _ in passages_of(article)]):
        said += reader.said(window)
        if told:
            happened += reader.told(window)
    return Hearing(tuple(said), tuple(happened))
