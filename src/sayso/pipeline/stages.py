"""The stages of reading in their order, each with what it takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sayso import find, resolve
from sayso.find.parse import Parser
from sayso.model.article import Article, Capture
from sayso.model.claim import Found
from sayso.model.problem import Problem
from sayso.model.reading import Reading
from sayso.model.when import Timex
from sayso.read import article as open_article  # the function ``sayso.read`` hides the room of that name
from sayso.trace import explicit
from sayso.weigh import repeats


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: its name, the records it takes and gives, and the function that does it."""

    name: str
    takes: tuple[str, ...]
    gives: tuple[str, ...]
    run: Callable[..., Any]


STAGES = (
    Stage("read", ("Capture",), ("Article", "Problem"), open_article),
    Stage("resolve.times", ("Article",), ("Timex", "Problem"), resolve.tag_times),
    Stage("find", ("Article", "Timex"), ("Found", "Problem"), find.find),
    Stage("resolve", ("Article", "Found"), ("Claim", "Problem"), resolve.claims),
    Stage("weigh", ("Article", "Claim"), ("Claim",), repeats.fold),
    Stage("trace", ("Article", "Claim"), ("Lineage",), explicit.lineage),
)


def readings(captures: Sequence[Capture], parser: Parser) -> list[Reading]:
    """Return the reading of each capture; all are parsed together, for the parser is quicker in batches."""
    opened = [open_article(c) for c in captures]
    articles = [article for article, _ in opened]
    times = [resolve.tag_times(a) if not find.coded.is_coded(a) else ((), ()) for a in articles]
    found = _found(articles, [t for t, _ in times], parser)
    together = zip(opened, times, found, strict=True)
    return [_finish(a, f, (*one, *two, *three)) for (a, one), (_, two), (f, three) in together]


def _found(
    articles: Sequence[Article], times: Sequence[Sequence[Timex]], parser: Parser
) -> list[tuple[Found, tuple[Problem, ...]]]:
    """Return what is found in each article; rows that people coded are not parsed, for their columns say what they hold."""
    told = [n for n, a in enumerate(articles) if not find.coded.is_coded(a)]
    read = dict(zip(told, find.find([articles[n] for n in told], [times[n] for n in told], parser), strict=True))
    return [read[n] if n in read else (find.coded.found(a), ()) for n, a in enumerate(articles)]


def _finish(article: Article, found: Found, problems: tuple[Problem, ...]) -> Reading:
    claims, more = (
        resolve.claims(article, found) if not find.coded.is_coded(article) else (resolve.named(article, found), ())
    )
    claims = repeats.fold(article, claims)
    return Reading(article, claims, explicit.lineage(article, claims), (*problems, *more), found.attributions)
