"""Lineage that an article states itself: whose article it reposts, and which outlets it cites."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.lineage import Lineage


def lineage(article: Article, claims: Sequence[Claim]) -> tuple[Lineage, ...]:
    """Return the links the article's own words give; the upstream is named, for the ledger may not hold it."""
    found = [*_repost(article), *_citations(article, claims)]
    return tuple(found)


def _repost(article: Article) -> list[Lineage]:
    stated = article.original_outlet
    if stated is None:
        return []
    spans = (stated.span,) if stated.span else ()
    return [Lineage(article.id, "reposts", stated.value, spans, stated.rule)]


def _citations(article: Article, claims: Sequence[Claim]) -> list[Lineage]:
    """Return one link for each named outlet, other than the article's own, that is a voice of some claim."""
    own = {s.value.casefold() for s in (article.outlet, article.original_outlet) if s}
    links: dict[str, Lineage] = {}
    for v in (v for c in claims for v in c.voices if v.kind == "media" and v.named and v.source):
        assert v.source is not None
        if v.name.casefold() not in own and v.name not in links:
            links[v.name] = Lineage(article.id, "cites", v.name, (v.source,), "cites.named-outlet")
    return list(links.values())
