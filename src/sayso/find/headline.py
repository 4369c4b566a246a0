"""What a headline counts: it is the outlet's framing and no claim, but it tells which of an article's tolls is the main one."""

from __future__ import annotations

from sayso.find.figures import Figures, figures
from sayso.find.parse import Parser
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.article import Article, Zone
from sayso.model.happening import Codes
from sayso.model.span import Grounded, Span


def headline(title: str, parser: Parser) -> Figures:
    """Return the figures of a headline, the first of each sort that it gives; their spans are into ``title``."""
    if not title.strip():
        return Figures()
    found = Figures()
    article = Article("", "", "", title, (Zone("body", Span(0, len(title)), "headline"),))
    for tree in parser.parse([article])[0]:
        unit = Unit(tree, tuple(range(len(tree))), tree.root, (), "own", "headline")
        told = figures(unit, Trigger(Grounded("other", "headline"), tree.root, Codes()), article)
        found = Figures(
            found.killed or told.killed, found.injured or told.injured,
            found.captured or told.captured, found.displaced or told.displaced,
        )  # fmt: skip
    return found
