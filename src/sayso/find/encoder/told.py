"""What the heads hear of happenings: for each word the kinds it may bear, and the words that play a part in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.find.encoder.decode import Run, Scores, log_probabilities, odds_of, runs
from sayso.find.encoder.heard import SWITCH, span_of
from sayso.find.encoder.pieces import Words
from sayso.model.happening import HappeningKind
from sayso.model.span import Span

LEAST = 0.05
"""The least probability of bearing a kind at which a word is kept."""
NAMED = 0.3
"""The least probability at which what plays a part is looked for."""
MOST = 3
"""Kinds kept of one word."""


@dataclass(frozen=True, slots=True)
class Told:
    """A word that may tell a happening: the likeliest kinds with their probabilities, and who and what plays which part."""

    word: Span
    kinds: Mapping[HappeningKind, float]
    parts: Mapping[str, tuple[Span, ...]]


def triggers(tags: Scores, own: int) -> list[tuple[int, dict[int, float]]]:
    """Return the words from ``own`` on that may bear a kind: number, and probability by number of kind; ``tags`` are logits [words, 1 + kinds]."""
    chances = np.exp(log_probabilities(tags))
    found = []
    for i in range(own, len(chances)):
        if 1 - chances[i, 0] >= LEAST:
            best = np.argsort(-chances[i, 1:], kind="stable")[:MOST]
            found.append((i, {int(k): float(chances[i, 1 + k]) for k in best}))
    return found


def told(
    words: Words,
    seen: int,
    found: Sequence[tuple[int, dict[int, float]]],
    links: Scores,
    kinds: Sequence[HappeningKind],
    roles: Sequence[str],
) -> list[Told]:
    """Return what may be told; ``links`` are logits [triggers, words, roles] of the window that begins at word ``seen``."""
    logs = log_probabilities(links)
    out = []
    for k, (word, chances) in enumerate(found):
        parts: dict[str, tuple[Span, ...]] = {}
        if sum(chances.values()) >= NAMED:
            for n, role in enumerate(roles):
                spans = tuple(span_of(words, seen, run) for run in runs(odds_of(logs[k : k + 1], n)[0], SWITCH))
                if spans and role not in ("none", "trigger"):
                    parts[role] = spans
        run: Run = (word, word)
        out.append(Told(span_of(words, seen, run), {kinds[n]: p for n, p in chances.items()}, parts))
    return out
