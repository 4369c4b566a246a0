"""One act of saying as found in a sentence, before its voices are typed and its quotations joined."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.find.tree import Tree
from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words of a source: tokens ``first`` to ``last``, both inside; ``noun`` is the word they hang on."""

    first: int
    last: int
    noun: int


@dataclass(frozen=True, slots=True)
class Link:
    """One voice of a saying: who (None when implied) and the words of saying. Tokens index the saying's tree."""

    speaker: Speaker | None
    cue: Span
    rule: str


@dataclass(slots=True)
class Saying:
    """A cue, who speaks by it (nearest the outlet first), and what is said.

    ``token`` is the word of saying, ``place`` the number of its sentence. ``trails`` tells that the content stands before it;
    ``open`` that a quotation beside the sentence may be its content. ``sure`` is the probability
    that the encoder gives to what it alone heard, 0 for what only a rule states that the encoder could have heard, else 1.
    """

    tree: Tree
    place: int
    token: int
    links: tuple[Link, ...]
    content: list[Span] = field(default_factory=list)
    rule: str = ""
    trails: bool = False
    open: bool = False
    sure: float = 1.0
