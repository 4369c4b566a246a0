"""What a whole text tells of incidents: the encoder's lower layers, then upper ones of their own that learnt from filled templates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from sayso.find.encoder.decode import Scores, log_probabilities
from sayso.find.encoder.pieces import Words, windows, words
from sayso.find.encoder.session import FOLDER, Runner, encoder, load_session
from sayso.find.encoder.window import BEFORE, LONGEST
from sayso.find.encoder.wordpiece import CLS, SEP
from sayso.model.span import Span

FILE = "incidents.onnx"
SIGNS = 5
"""Signs of a type that a word gives: see ``Sensed``."""
LEAST = 0.05
"""What is added to the words that count, so that a text without any has odds."""
LOUDEST = 30.0
"""Log odds are kept within this, so that no exponent overflows."""


@dataclass(frozen=True, slots=True)
class Sensed:
    """What the reader gives of every word of a text.

    ``tags`` are log probabilities of being outside, at the beginning and inside of a filler [words, fillers, 3]; ``signs`` are, of each
    type of incident [words, types, signs], how much the word is looked at, what it says for at least one, two … incidents, and
    (last) the log odds of its counting as one more.
    """

    words: Words
    tags: Scores
    signs: Scores

    def chances(self) -> Scores:
        """Return the probabilities [types, many] of the text's telling at least one, two … incidents of each type; none rises along a row."""
        if not len(self.signs):
            return np.zeros((self.signs.shape[1], SIGNS - 2), np.float32)
        looked = self.signs[:, :, :1] - self.signs[:, :, :1].max(0)
        share = np.exp(looked) / np.exp(looked).sum(0)
        count = np.log(LEAST + chance(self.signs[:, :, -1]).sum(0))
        odds = (share * self.signs[:, :, 1:-1]).sum(0) + count[:, None]
        return np.asarray(np.minimum.accumulate(chance(odds), axis=-1))


def chance(odds: Scores) -> Scores:
    """Return probabilities for log odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -LOUDEST, LOUDEST))))


@cache
def _upper() -> Runner:
    encoder()  # which looks that the files are those described
    return load_session(FOLDER / FILE)


def sensed(text: str, within: Sequence[Span]) -> Sensed:
    """Return what the reader gives of the words of the given stretches of a text."""
    described = encoder().described
    named, types = len(described.fillers), len(described.incidents)
    read = words(text, within)
    parts = [*_windows(read)] or [(np.zeros((0, 3 * named), np.float32), np.zeros((0, SIGNS * types), np.float32))]
    tags, signs = (np.concatenate([p[k] for p in parts]) for k in (0, 1))
    return Sensed(read, log_probabilities(tags.reshape(len(read), named, 3)), signs.reshape(len(read), types, SIGNS))


def _windows(read: Words) -> Iterator[tuple[Scores, Scores]]:
    """Yield tags and signs of the words that each window is the first to read."""
    reader = encoder()
    pieces = [reader.pieces(w) for w in read.text]
    for seen, own, end in windows([len(p) for p in pieces], read.breaks, LONGEST - 2, BEFORE):
        shown, looks, first = [CLS], [0], list[int]()
        for w in range(seen, end):
            first.append(len(shown))
            shown += pieces[w]
            looks += [read.looks[w]] * len(pieces[w])
        (lower,) = reader.run(("lower",), {"pieces": [[*shown, SEP]], "looks": [[*looks, 0]], "first": first})
        tags, signs = _upper()(("fillers", "signs"), {"lower": lower, "first": first})
        yield tags[own - seen :], signs[own - seen :]
