"""What the heads hear: attributions and happenings of one window, as spans of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.find.encoder.decode import Run, Scores, log_probabilities, odds_of, one_run, runs, tagged
from sayso.find.encoder.pieces import Words
from sayso.model.span import Span

SOURCE, CONTENT = 1, 2
SWITCH = 1.0
"""What it costs a stretch of content to begin or end, in log odds."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Words laid in somebody's mouth, as the encoder hears them. ``sure`` is the probability of the cue being one."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    sure: float


def cues_of(tags: Scores, own: int, lean: float) -> list[tuple[Run, float]]:
    """Return the cues among the window's words from ``own`` on, with the probability of each; ``tags`` are logits [words, 3]."""
    logs = log_probabilities(tags)
    odds = np.log1p(-np.exp(np.minimum(logs[:, 0], -1e-6)))
    return [((a, b), float(np.exp(odds[a]))) for a, b in tagged(logs, lean) if a >= own]


def heard(words: Words, seen: int, cues: Sequence[tuple[Run, float]], links: Scores) -> list[Heard]:
    """Return one attribution a cue; ``links`` are logits [cues, words, roles] over the window that begins at word ``seen``."""
    logs = log_probabilities(links)
    sources, contents = odds_of(logs, SOURCE), odds_of(logs, CONTENT)
    found = []
    for k, (cue, sure) in enumerate(cues):
        source = one_run(sources[k])
        content = tuple(span_of(words, seen, run) for run in runs(contents[k], SWITCH))
        found.append(Heard(span_of(words, seen, source) if source else None, span_of(words, seen, cue), content, sure))
    return found


def span_of(words: Words, seen: int, run: Run) -> Span:
    """Return the span of a run of the window's words."""
    return Span(words.start[seen + run[0]], words.end[seen + run[1]])
