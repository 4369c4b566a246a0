"""Which of the names in a sentence are where a happening took place: signs weighed by a small table learnt from marked sentences.

``place_weights.json`` is made by ``train.where`` (its card is ``train/MODEL_CARD.md``). A name's score is the sum of the weights
of its signs; the scores, and 0 for "no name here", become probabilities by the softmax function.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from math import exp
from pathlib import Path

from msgspec import Struct, json

FILE = Path(__file__).with_name("place_weights.json")
ENOUGH = 0.5
"""The least probability that any of the names is the place (thresholds by cross-validation, ``train.where``)."""
LIKELY = 0.4
"""The least probability of the best name."""
BESIDE = 0.8
"""The least share of the best name's probability at which a name is the place too."""
DOUBTFUL = 0.25
"""The probability of a name below which not even grammar makes it the place."""


class Weights(Struct, frozen=True):
    """The table: ``weights`` by sign; ``made_of`` tells how many marked happenings it was learnt from, by set."""

    made_of: dict[str, int]
    weights: dict[str, float]


@cache
def table() -> dict[str, float]:
    """Return the weights by sign, read once."""
    return json.decode(FILE.read_bytes(), type=Weights).weights


def chances(signs: Sequence[Sequence[str]]) -> list[float]:
    """Return the probability of each name being the place, by its signs; what they lack to 1 is the probability of none."""
    weight = table()
    return shares([[weight.get(s, 0.0) for s in each] for each in signs])


def shares(weights: Sequence[Sequence[float]]) -> list[float]:
    """Return the softmax of the sums of the weights and of 0, that of 0 left out."""
    scores = [sum(each) for each in weights]
    top = max([0.0, *scores])
    odds = [exp(s - top) for s in scores]
    whole = exp(-top) + sum(odds)
    return [o / whole for o in odds]


def chosen(spread: Sequence[float], lists: Sequence[Collection[int]]) -> list[int]:
    """Return which names are the place, by number, the likeliest first; none when too little speaks for any.

    ``lists`` are, for each name, the names listed with it: if it is the place, they are places of the same happening.
    """
    falling = sorted(range(len(spread)), key=lambda k: -spread[k])
    if sum(spread) < ENOUGH or spread[falling[0]] < LIKELY:
        return []
    best = falling[0]
    also = {k for k in falling if spread[k] >= BESIDE * spread[best]} | set(lists[best])
    return [best, *sorted(also - {best})]
