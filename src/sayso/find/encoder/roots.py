"""What a sentence does in PLOVER's roots: the encoder's lower layers, then upper ones of their own that learnt from coded sentences."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from sayso.find.encoder.pieces import words
from sayso.find.encoder.session import FOLDER, Runner, encoder, load_session
from sayso.find.encoder.window import LONGEST
from sayso.find.encoder.wordpiece import CLS, SEP
from sayso.model.span import Span

FILE = "roots.onnx"


@cache
def _upper() -> Runner:
    encoder()  # which looks that the files are those described
    return load_session(FOLDER / FILE)


def roots(text: str, sentence: Span) -> dict[str, float]:
    """Return the probability of each root for what a sentence of the text tells, the likeliest first; none for one without words.

    YIELD is what the manual has as RETREAT and CONCEDE. A sentence longer than a window is read to the window's end.
    """
    reader = encoder()
    read = words(text, [sentence])
    shown, looks, first = [CLS], [0], list[int]()
    for word, look in zip(read.text, read.looks, strict=True):
        pieces = reader.pieces(word)
        if len(shown) + len(pieces) >= LONGEST:
            break
        first.append(len(shown))
        shown += pieces
        looks += [look] * len(pieces)
    if not first:
        return {}
    given: dict[str, Any] = {"pieces": [[*shown, SEP]], "looks": [[*looks, 0]], "first": first}
    (lower,) = reader.run(("lower",), given)
    (logits,) = _upper()(("roots",), {"lower": lower, "first": first})
    chances = np.exp(logits - logits.max())
    order = np.argsort(-chances, kind="stable")
    return {reader.described.plover[k]: float(chances[k] / chances.sum()) for k in order}
