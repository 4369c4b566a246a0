"""Runs one stage alone over articles, so that it can be used and checked by itself: who says what, times, places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

from sayso import hooks
from sayso.find.attribution import attributions
from sayso.find.encoder.hear import hear
from sayso.find.mentions import mentions
from sayso.find.parse import Parser, parser
from sayso.model.article import Article, Capture, Refusal, ZoneKind
from sayso.model.claim import Attribution
from sayso.model.problem import Problem
from sayso.model.when import Timex
from sayso.model.where import Place
from sayso.pipeline.run import chunks, one_thread_each, tried
from sayso.read import article as open_article  # the function ``sayso.read`` hides the room of that name
from sayso.resolve import tag_times
from sayso.resolve.places import located
from sayso.resolve.spotted import spotted

T = TypeVar("T")
READ: frozenset[ZoneKind] = frozenset({"title", "byline", "body", "caption"})
"""Zones that a stage alone reads: headline and dateline too, for they name speakers, days and places; never the furniture."""


@dataclass(frozen=True, slots=True)
class StageResult(Generic[T]):
    """What one stage found in one article, in reading order, and the trouble it met."""

    article: Article
    found: tuple[T, ...]
    problems: tuple[Problem, ...]


Stage = Callable[[Sequence[Article]], list[StageResult[T]]]


def voices(articles: Sequence[Article], by: Parser | None = None) -> list[StageResult[Attribution]]:
    """Return every attribution of each article, checkable claim or not; ``by`` parses them.

    What only a rule states where the encoder hears nothing is left out. Names are not tagged: who says what is found as well
    without (measured on PolNeAR), in three quarters of the time; a few voices are typed less closely than in a whole reading.
    """
    trees = (by or parser(hooks.model())).parse(articles, names=False)
    found = [attributions(a, sentences, hear(a, told=False).said) for a, sentences in zip(articles, trees, strict=True)]
    return [
        StageResult(a, tuple(s for s in said if s.sure), tuple(trouble))
        for a, (said, trouble) in zip(articles, found, strict=True)
    ]


def dates(articles: Sequence[Article]) -> list[StageResult[Timex]]:
    """Return the time expressions of each article."""
    return [StageResult(a, *tag_times(a)) for a in articles]


def places(articles: Sequence[Article], by: Parser | None = None) -> list[StageResult[Place]]:
    """Return each place name of each article with the place it means: ``span`` is the name, and no point means not found."""
    trees = (by or parser(hooks.model())).parse(articles)
    return [_places(a, spotted(a, mentions(sentences))) for a, sentences in zip(articles, trees, strict=True)]


def _places(article: Article, names: Sequence[Place]) -> StageResult[Place]:
    found, problems = located(article, names)
    return StageResult(article, tuple(p for p in found if p is not None), problems)


def run(stage: Stage[T], captures: Iterable[Capture | Refusal]) -> Iterator[StageResult[T] | Refusal]:
    """Yield what the stage found in each capture, in the order given; refusals pass through, a text that breaks it is one."""
    one_thread_each()
    for chunk in chunks(captures):
        yield from tried(chunk, partial(_opened, stage))


def _opened(stage: Stage[T], captures: Sequence[Capture]) -> list[StageResult[T]]:
    opened = [open_article(c) for c in captures]
    done = stage([reported(a) for a, _ in opened]) if opened else []
    together = zip(done, opened, strict=True)
    return [replace(d, article=a, problems=(*trouble, *d.problems)) for d, (a, trouble) in together]


def reported(article: Article) -> Article:
    """Return the article with headline and dateline zoned as body, so that a stage reads them too."""
    zones = tuple(replace(z, kind="body") if z.kind in READ else z for z in article.zones)
    return replace(article, zones=zones)
