"""How words travelled: a directed link from one article to the place its words came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Span

LineageKind = Literal["reposts", "copies", "excerpts", "quotes", "cites"]


@dataclass(frozen=True, slots=True)
class Lineage:
    """An article (``article``) took words from ``upstream``: an article id when the ledger holds it, else an outlet's name.

    ``spans`` are the words in this article that show the link; ``rule`` names what read them.
    """

    article: str
    kind: LineageKind
    upstream: str
    spans: tuple[Span, ...]
    rule: str
