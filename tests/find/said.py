"""What tests of attribution read: each attribution as its chain of sources and its words."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.attribution import attributions
from sayso.find.tree import Tree
from sayso.model.article import Article
from sayso.model.claim import Attribution

Said = list[tuple[list[str], str]]


def read(article: Article, trees: Sequence[Tree]) -> list[Attribution]:
    """Return the attributions of the article."""
    return attributions(article, trees)[0]


def said(article: Article, trees: Sequence[Tree]) -> Said:
    """Return (sources nearest the outlet first, "-" where implied; content, pieces joined by " / ") of each attribution."""
    text = article.text
    return [
        ([v.source.of(text) if v.source else "-" for v in a.voices], " / ".join(c.of(text) for c in a.content))
        for a in read(article, trees)
    ]
