"""The day an article's words of time are counted from; that header and dateline disagree is seen by ``read``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.model.article import Article, Stated
from sayso.model.problem import Problem

SOURCES = ("dateline", "original_published", "published", "modified")
"""Where the day is taken from, best first: the words themselves, the original's date, then the repost's."""
LABELS = {"dateline": "dateline", "original_published": "original", "published": "published", "modified": "modified"}


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day to count from; None when the article has no date. ``text`` names it in records ("dateline 2017-09-24")."""

    day: date | None
    text: str
    problems: tuple[Problem, ...] = ()


def anchor(article: Article) -> Anchor:
    """Return the day that decides for an article: dateline, original's date, published, modified (gold guide, rule 12)."""
    days: dict[str, tuple[date, Stated]] = {}
    problems: list[Problem] = []
    for source in SOURCES:
        stated: Stated | None = getattr(article, source)
        if stated is None:
            continue
        try:
            days[source] = (date.fromisoformat(stated.value[:10]), stated)
        except ValueError:
            problems.append(Problem("S202", f"{LABELS[source]} {stated.value!r} is no day", stated.span))
    for source in SOURCES:
        if source in days:
            day = days[source][0]
            return Anchor(day, f"{LABELS[source]} {day.isoformat()}", tuple(problems))
    problems.append(Problem("S201", "relative times such as 'yesterday' stay without a day"))
    return Anchor(None, "", tuple(problems))
