"""The unit of claiming: one clause under one chain of voices, before it is read for what happened."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.find.tree import Tree
from sayso.model.claim import Manner
from sayso.model.span import Span
from sayso.model.who import Voice


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens of one sentence that state one thing.

    ``tokens`` are indices into ``tree`` in reading order, cue and source words left out; ``head`` is the token that governs them (the verb, or the noun of a nominal happening).
    ``more`` are spans of further sentences that belong to the same content. ``rule`` says what cut the unit out.
    """

    tree: Tree
    tokens: tuple[int, ...]
    head: int
    voices: tuple[Voice, ...]
    manner: Manner
    rule: str
    more: tuple[Span, ...] = ()
