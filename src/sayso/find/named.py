"""Whom and what a text names: organisations, people, places, weapons, platforms and vehicles, in words of any kind ("the group", "we")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from sayso.find.encoder.decode import log_probabilities, tagged
from sayso.find.encoder.heard import span_of
from sayso.find.encoder.session import Window, encoder
from sayso.model.article import Article
from sayso.model.span import Span

RULE = "named.heard"
LEAN: Mapping[str, float] = MappingProxyType({"Weapon": 1.0, "MilitaryPlatform": 1.0, "Vehicle": 1.0})
"""What is added to the log odds of a word being of a name of these types: few were seen in learning."""


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name something: its type as re3d has it (Organisation, Person, Location, Weapon …), and how sure that is (0 to 1)."""

    type: str
    span: Span
    sure: float
    rule: str = RULE


def names(article: Article) -> tuple[Named, ...]:
    """Return what the claim zones of an article name, in reading order; one span may be of several types."""
    windows = encoder().read(article.text, [z.span for z in article.claim_zones()])
    found = [n for w in windows for n in _of(w)]
    return tuple(sorted(found, key=lambda n: (n.span.start, n.span.end, n.type)))


def _of(window: Window) -> Iterator[Named]:
    types = encoder().described.named
    logits = window.logits["named"]
    tags = log_probabilities(logits.reshape(len(logits), len(types), 3))
    for k, type_ in enumerate(types):
        for run in tagged(tags[:, k], LEAN.get(type_, 0.0)):
            if run[0] >= window.own:
                sure = 1.0 - float(np.exp(tags[run[0], k, 0]))
                yield Named(type_, span_of(window.words, window.seen, run), sure)
