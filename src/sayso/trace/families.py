"""Wire families: articles that have words of one origin, directly or through others, so that no copy counts as a source of its own."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model.copying import Copying


def families(pairs: Iterable[Copying]) -> dict[str, str]:
    """Return the family of every article that a pair binds: the least id among its members, whatever order the pairs come in."""
    up: dict[str, str] = {}
    for pair in pairs:
        if pair.binds:
            a, b = sorted((_top(up, pair.one), _top(up, pair.other)))
            up[b] = a
    return {article: _top(up, article) for article in sorted(up)}


def _top(up: dict[str, str], article: str) -> str:
    """Return the head of an article's family, and shorten the way to it."""
    path = []
    while up.setdefault(article, article) != article:
        path.append(article)
        article = up[article]
    for passed in path:
        up[passed] = article
    return article
