"""How surely it is said: whether it is affirmed or denied, held certain or only possible, past, present or to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.find.tree import Tree
from sayso.model.claim import Certainty, Polarity, Tense
from sayso.model.span import Grounded
from sayso.model.who import Voice


@dataclass(frozen=True, slots=True)
class Firmness:
    """Polarity, certainty and tense of one unit, each with the words that show it; no words where the default rule spoke."""

    polarity: Grounded[Polarity]
    certainty: Grounded[Certainty]
    tense: Grounded[Tense]


def firmness(tree: Tree, tokens: Sequence[int], head: int, voices: Sequence[Voice], text: str) -> Firmness:
    """Return how firmly the unit is put."""
    return Firmness(Grounded("positive", "polarity.default"), Grounded("certain", "certainty.default"), Grounded("past", "tense.default"))
