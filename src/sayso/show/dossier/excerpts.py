"""How many words of each article a publication gives: so many for all its claims together, words given once cost nothing again."""

from __future__ import annotations

import re

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.span import Span
from sayso.show import words

WORD = re.compile(r"\S+")
MORE = "…"


class Excerpts:
    """Counts the words given of each article; ``most`` of one article, 0 for no bound."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.given: dict[str, set[int]] = {}

    def of(self, article: Article, claim: Claim) -> tuple[str, bool]:
        """Return the words of a claim as far as the bound goes, and whether any had to be left out."""
        given = self.given.setdefault(article.id, set())
        parts, left = [], False
        for span in claim.content:
            kept = self._within(article.text, span, given)
            parts.append(" ".join(kept))
            left = left or len(kept) < len(WORD.findall(article.text, span.start, span.end))
        said = words.unmarked(" … ".join(p for p in parts if p))
        return (f"{said} {MORE}" if left and said else said), left

    def _within(self, text: str, span: Span, given: set[int]) -> list[str]:
        """Return the first words of a span that the bound leaves room for, and take them from it."""
        kept = []
        for word in WORD.finditer(text, span.start, span.end):
            if self.most and word.start() not in given and len(given) >= self.most:
                break
            given.add(word.start())
            kept.append(word[0])
        return kept
