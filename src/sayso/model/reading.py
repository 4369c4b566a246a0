"""One article read to the end: the article, its claims, where its words came from, and the trouble met."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.article import Article
from sayso.model.claim import Attribution, Claim
from sayso.model.lineage import Lineage
from sayso.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """What the whole pipeline gives for one capture."""

    article: Article
    claims: tuple[Claim, ...]
    lineage: tuple[Lineage, ...] = ()
    problems: tuple[Problem, ...] = ()
    attributions: tuple[Attribution, ...] = ()
