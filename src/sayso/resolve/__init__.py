"""Names to identities, each with its alternatives: places, dates, actors, and who "he" is."""

from __future__ import annotations

from sayso.model.article import Article
from sayso.model.claim import Claim, Found
from sayso.model.problem import Problem
from sayso.model.when import Timex
from sayso.resolve.actors import dominant_country
from sayso.resolve.cast import Cast
from sayso.resolve.dates import problems as date_problems
from sayso.resolve.dates import tag
from sayso.resolve.roles import roles
from sayso.resolve.voices import voices

__all__ = ["claims", "named", "tag_times"]


def tag_times(article: Article) -> tuple[tuple[Timex, ...], tuple[Problem, ...]]:
    """Return the time expressions of an article's claim zones, and what is wrong with its dates."""
    timexes = tag(article)
    return timexes, date_problems(article, timexes)


def claims(article: Article, found: Found) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """Return an article's claims with voices, actors, times and places resolved, and what was wrong with its places."""
    from sayso.resolve.places import places

    cast = Cast(article.text, found, country_of(article, found))
    resolved = tuple(roles(c, article.text, cast) for c in voices(article, found, cast))
    return places(article, resolved)


def named(article: Article, found: Found) -> tuple[Claim, ...]:
    """Return an article's claims with voices and actors resolved, times and places as they are."""
    cast = Cast(article.text, found, country_of(article, found))
    return tuple(roles(c, article.text, cast) for c in voices(article, found, cast))


def country_of(article: Article, found: Found) -> str:
    """Return the country at war that the article is about: the one its names, actors, labels and headline point at most often."""
    names = [m.span.of(article.text) for m in found.mentions]
    names += [a.name for c in found.claims if (h := c.happening) for a in (*h.actors, *h.targets)]
    names += [word for _, words in article.labels for word in words]
    names += [article.title.value] if article.title else []
    return dominant_country(names)
