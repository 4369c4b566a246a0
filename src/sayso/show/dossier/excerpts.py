"""How many words of each article a publication gives: so many for all its claims together, words given once cost nothing again."""

from __future__ import annotations

import re

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.span import Span
from sayso.show import words
from sayso.vocab.shapes.exports import Excerpt

WORD = re.compile(r"\S+")
MORE = "…"


class Excerpts:
    """Counts the words given of each article. A claim is given the same words every time: who asks first is served first."""

    def __init__(self, bound: Excerpt) -> None:
        self.bound = bound
        self.given: dict[str, set[int]] = {}
        self.most: dict[str, int] = {}
        self.said: dict[str, tuple[str, bool]] = {}

    def of(self, article: Article, claim: Claim) -> tuple[str, bool]:
        """Return the words of a claim as far as the bound goes, and whether any had to be left out."""
        if claim.id not in self.said:
            self.said[claim.id] = self._of(article, claim)
        return self.said[claim.id]

    def _of(self, article: Article, claim: Claim) -> tuple[str, bool]:
        parts, left = [], False
        for span in claim.content:
            kept = self._within(article, span)
            parts.append(" ".join(kept))
            left = left or len(kept) < len(WORD.findall(article.text, span.start, span.end))
        said = words.unmarked(" … ".join(p for p in parts if p))
        return (f"{said} {MORE}" if left and said else said), left

    def _within(self, article: Article, span: Span) -> list[str]:
        """Return the first words of a span that the bound leaves room for, and take them from it."""
        given, most = self.given.setdefault(article.id, set()), self._most(article)
        kept = []
        for word in WORD.finditer(article.text, span.start, span.end):
            if self.bound.words and word.start() not in given and len(given) >= most:
                break
            given.add(word.start())
            kept.append(word[0])
        return kept

    def _most(self, article: Article) -> int:
        if article.id not in self.most:
            share = int(len(WORD.findall(article.text)) * self.bound.share)
            self.most[article.id] = min(self.bound.words, max(share, self.bound.least))
        return self.most[article.id]
