"""Articles to claims: who says what, in what manner and how surely, and what is said to have happened.

``find`` parses the claim zones (``parse``), lays words in mouths (``attribution``), cuts what each mouth says into units
(``units``), reads the kind of happening in each (``kinds``) and assembles claims with their fields (``assemble``).
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find import coded
from sayso.find.assemble import claims
from sayso.find.attribution import attributions
from sayso.find.encoder.hear import hear
from sayso.find.hearing import HEARD
from sayso.find.kinds import kind
from sayso.find.mentions import mentions
from sayso.find.parse import Parser
from sayso.find.responsibility import unclaimed
from sayso.find.told_before import settle
from sayso.find.tolls import toll_kind
from sayso.find.tree import Tree
from sayso.find.units import units
from sayso.model.article import Article
from sayso.model.claim import Found
from sayso.model.problem import Problem
from sayso.model.when import Timex

__all__ = ["coded", "find", "found"]

CARRIES = 0.8
"""The least probability by which an attribution that only the encoder heard becomes part of a claim's chain: a wrong link is worse than
one left out (measured on the development articles)."""


def find(
    articles: Sequence[Article], timexes: Sequence[Sequence[Timex]], parser: Parser
) -> list[tuple[Found, tuple[Problem, ...]]]:
    """Return what each article claims, names not yet resolved, and the trouble met; ``timexes`` go with ``articles``."""
    together = zip(articles, timexes, parser.parse(articles), strict=True)
    return [found(article, times, sentences) for article, times, sentences in together]


def found(article: Article, timexes: Sequence[Timex], sentences: Sequence[Tree]) -> tuple[Found, tuple[Problem, ...]]:
    """Return what one parsed article claims."""
    hearing = hear(article)
    said, problems = attributions(article, sentences, hearing.said)
    cut = units(article, sentences, [a for a in said if a.rule != HEARD or a.sure >= CARRIES])
    told = {t.word.start: t for t in hearing.told}
    kinds = [
        None if unclaimed(u.tree, u.tokens) else kind(u, article, told) or toll_kind(u, article, told) for u in cut
    ]
    triggers = settle(cut, kinds)
    made = tuple(claims(article, cut, triggers, timexes))
    return Found(made, tuple(said), mentions(sentences)), tuple(problems)
