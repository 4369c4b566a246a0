"""The shipped encoder: loaded once and only when something is to be read, run on one thread, a window at a time.

A window is run by itself, so that what is heard in it never depends on what else is read; the arithmetic is on integers.
"""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from sayso.find.encoder.decode import Scores
from sayso.find.encoder.heard import Heard, cues_of, heard
from sayso.find.encoder.pieces import Words, windows, words
from sayso.find.encoder.told import Told, told, triggers
from sayso.find.encoder.window import BEFORE, LONGEST
from sayso.find.encoder.wordpiece import CLS, SEP, wordpiece
from sayso.model.happening import HappeningKind
from sayso.model.problem import SaysoError
from sayso.model.span import Span

Runner = Callable[[Sequence[str], dict[str, Any]], list[NDArray[Any]]]
"""A loaded network: names of outputs and inputs to the outputs."""
FOLDER = Path(__file__).parent / "data"
LEAN = 1.0
"""What is added to the log odds of a word being of a cue: doubtful ones are heard too, and count where a rule agrees."""


class Described(msgspec.Struct, frozen=True):
    """What the shipped files are: the digest of each, and the classes of the heads in their order."""

    files: dict[str, str]
    said: tuple[str, ...]
    happened: tuple[str, ...]
    kinds: tuple[HappeningKind, ...]
    named: tuple[str, ...]
    fillers: tuple[str, ...]
    plover: tuple[str, ...]
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """What the heads say of one window: it begins at word ``seen``, and words from ``own`` (within it) on are read."""

    words: Words
    seen: int
    own: int
    vectors: Scores
    logits: dict[str, Scores]


class Encoder:
    """The encoder with its heads."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Load the files of ``folder``.

        Raises:
            SaysoError: when a file is missing or is not the one that ``encoder.json`` describes.
        """
        self.described = described(folder)
        self.run = load_session(folder / "encoder.onnx")
        self.linkers = {name: load_session(folder / f"{name}.onnx") for name in ("said", "happened")}
        self.outputs = ("words", "said", "happened", "named", "fillers", "plover", "incidents")
        self.pieces = wordpiece(folder / "vocab.txt")

    def read(self, text: str, within: Sequence[Span]) -> Iterator[Window]:
        """Yield the windows of the given stretches of a text."""
        read = words(text, within)
        pieces = [self.pieces(w) for w in read.text]
        for seen, own, end in windows([len(p) for p in pieces], read.breaks, LONGEST - 2, BEFORE):
            shown, looks, first = [CLS], [0], []
            for w in range(seen, end):
                first.append(len(shown))
                shown.extend(pieces[w])
                looks.extend([read.looks[w]] * len(pieces[w]))
            given = {"pieces": [[*shown, SEP]], "looks": [[*looks, 0]], "first": first}
            out = self.run(self.outputs, given)
            yield Window(read, seen, own - seen, out[0], dict(zip(self.outputs[1:], out[1:], strict=True)))

    def said(self, window: Window) -> list[Heard]:
        """Return the attributions of a window."""
        cues = cues_of(window.logits["said"], window.own, LEAN)
        if not cues:
            return []
        first, last = ([run[k] for run, _ in cues] for k in (0, 1))
        (links,) = self.linkers["said"](("roles",), {"words": window.vectors, "first": first, "last": last})
        return heard(window.words, window.seen, cues, links)

    def told(self, window: Window) -> list[Told]:
        """Return what may be told to have happened in a window."""
        found = triggers(window.logits["happened"], window.own)
        if not found:
            return []
        at = [word for word, _ in found]
        (links,) = self.linkers["happened"](("roles",), {"words": window.vectors, "first": at, "last": at})
        return told(window.words, window.seen, found, links, self.described.kinds, self.described.happened)


@cache
def encoder() -> Encoder:
    """Return the one encoder of this process, loaded on first use."""
    return Encoder()


def described(folder: Path) -> Described:
    """Return what the files of a folder should be, after looking that they are."""
    try:
        found = msgspec.json.decode((folder / "encoder.json").read_bytes(), type=Described)
        wrong = [n for n, d in found.files.items() if hashlib.sha256((folder / n).read_bytes()).hexdigest() != d]
    except (OSError, msgspec.MsgspecError) as error:
        raise SaysoError(f"the encoder in {folder} can't be read: {error}") from error
    if wrong:
        raise SaysoError(f"the encoder in {folder} is not as it was shipped: {', '.join(wrong)}")
    return found


def load_session(file: Path) -> Runner:
    """Return the function that runs a file's network: names of outputs and inputs to the outputs."""
    runtime = importlib.import_module("onnxruntime")
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = runtime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])

    def run(outputs: Sequence[str], inputs: dict[str, Any]) -> list[NDArray[Any]]:
        ready = {k: v if isinstance(v, np.ndarray) else np.asarray(v, np.int64) for k, v in inputs.items()}
        found: list[NDArray[Any]] = session.run(list(outputs), ready)
        return found

    return run
