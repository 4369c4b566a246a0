"""One article through the encoder: everything its heads hear, in reading order."""

from __future__ import annotations

from sayso.find.encoder.heard import Heard
from sayso.find.encoder.session import encoder
from sayso.find.parse import passages_of
from sayso.model.article import Article
from sayso.model.span import Span


def hear(article: Article) -> list[Heard]:
    """Return the attributions that the encoder hears in the claim zones of an article."""
    within = [Span(start, end) for start, end, _ in passages_of(article)]
    reader = encoder()
    return [h for window in reader.read(article.text, within) for h in reader.said(window)]
