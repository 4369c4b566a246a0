"""From the scores of the heads to spans of words: where cues stand, and which words belong to each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Run = tuple[int, int]
"""First and last word, both inside."""
MOST = 6.0
"""Log odds beyond which a word is no surer: one loud word must not drag its neighbours along."""


def tagged(tags: Scores, lean: float = 0.0) -> list[Run]:
    """Return the runs of words that begin-inside-outside scores [words, 3] name; ``lean`` is added to the odds of a word being in one."""
    odds = tags.copy()
    odds[:, 0] -= lean
    best = odds.argmax(-1)
    runs: list[Run] = []
    for i, tag in enumerate(best.tolist()):
        if tag == 1 or (tag == 2 and not (i and best[i - 1])):
            runs.append((i, i))
        elif tag:
            runs[-1] = (runs[-1][0], i)
    return runs


def odds_of(roles: Scores, role: int) -> Scores:
    """Return the log odds of one role against all others, for log probabilities [cues, words, roles]."""
    others = np.delete(roles, role, axis=-1)
    top = others.max(-1, keepdims=True)
    rest = np.log(np.exp(others - top).sum(-1)) + top[..., 0]
    return np.asarray(np.clip(roles[..., role] - rest, -MOST, MOST))


def one_run(odds: Scores) -> Run | None:
    """Return the stretch of words with the greatest sum of log odds; None when none is above nothing (Kadane 1984)."""
    best, total, start = 0.0, 0.0, 0
    run: Run | None = None
    for i, odd in enumerate(odds.tolist()):
        if total <= 0:
            total, start = 0.0, i
        total += odd
        if total > best:
            best, run = total, (start, i)
    return run


def runs(odds: Scores, switch: float) -> list[Run]:
    """Return the most likely runs of words when each change from in to out or back costs ``switch`` (Viterbi, two states)."""
    back: list[tuple[bool, bool]] = []
    off, on = 0.0, -switch
    for odd in odds.tolist():
        back.append((on - switch > off, off - switch > on))
        off, on = max(off, on - switch), max(on, off - switch) + odd
    found: list[Run] = []
    state = on > off
    for i in range(len(back) - 1, -1, -1):
        if state:
            found[-1:] = [(i, found[-1][1])] if found and found[-1][0] == i + 1 else [*found[-1:], (i, i)]
        if back[i][state]:
            state = not state
    return found[::-1]


def log_probabilities(logits: Scores) -> Scores:
    """Return log softmax over the last axis."""
    top = logits - logits.max(-1, keepdims=True)
    return np.asarray(top - np.log(np.exp(top).sum(-1, keepdims=True)))
