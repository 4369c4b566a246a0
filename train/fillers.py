"""Learns what makes words that may fill a slot of an incident do so, and writes the weights.

    python -m train.fillers FILE [--tried 6] [--check]

FILE is ``muc4.jsonl``. Learnt from are those messages of ``dev`` that ``train.incidents --tried`` kept out, as the shipped reader senses
them: on those it learnt from it would seem surer than it is. ``--check`` prints F1 over the same messages for some limits instead,
by five-fold cross-validation.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from bench.muc4 import SLOTS, alike, counts, f1, pooled
from train.messages import tried

from sayso.find.encoder.incidents import Sensed, sensed
from sayso.find.incidents import FILE, Candidate, assembled, candidates, likely
from sayso.model.span import Span
from train import sets

FOLDS = 5
RIDGE = 1.0
"""Pull of the weights towards 0, as that of so many candidates."""
STEPS = 30
LIMITS = (0.3, 0.35, 0.4, 0.45, 0.5)
Row = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A candidate of a message, and whether the analysts took it; None where they left it open."""

    candidate: Candidate
    right: bool | None


def cases(row: Row, found: Sensed) -> list[Case]:
    """Return the candidates of a message."""
    templates = row["gold"]["templates"]
    asked, known = (
        {s: list(_wordings(templates, names, every=every)) for s, names in SLOTS.items()} for every in (False, True)
    )
    out = []
    for c in candidates(row["text"], found):
        right = any(alike(c.wording, w) for w in asked[c.slot])
        left_open = not right and any(alike(c.wording, w) for w in known[c.slot])
        out.append(Case(c, None if left_open else right))
    return out


def _wordings(templates: Sequence[Row], names: Iterable[str], *, every: bool) -> Iterable[str]:
    for t in templates:
        for f in (f for n in names for f in t[n]):
            if every or not (t["optional"] or f["optional"]):
                yield from (a["str"] for a in f["alternates"] if a.get("str"))


def learn(settled: Sequence[Case]) -> dict[str, float]:
    """Return the weights by sign: logistic regression with a ridge, by Newton's steps."""
    known = [c for c in settled if c.right is not None]
    names = sorted({n for c in known for n in c.candidate.signs})
    signs = np.array([[c.candidate.signs.get(n, 0.0) for n in names] for c in known])
    right = np.array([bool(c.right) for c in known], float)
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-signs @ weights))
        slope = signs.T @ (sure - right) + RIDGE * weights
        curve = (signs.T * (sure * (1 - sure))) @ signs + RIDGE * np.eye(len(names))
        weights -= np.linalg.solve(curve, slope)
    return {n: round(float(w), 4) for n, w in zip(names, weights, strict=True)}


def check(rows: Sequence[Row], senses: Sequence[Sensed]) -> None:
    """Print F1 of types and of fillers for some limits; fillers by weights learnt from other messages."""
    found = [cases(r, s) for r, s in zip(rows, senses, strict=True)]
    tables = [learn([c for n, cs in enumerate(found) if n % FOLDS != k for c in cs]) for k in range(FOLDS)]
    for told in LIMITS:
        shown = [
            [{"type": i.type.value} for i in assembled(r["text"], s, told=told)]
            for r, s in zip(rows, senses, strict=True)
        ]
        types = sum((counts(r, i) for r, i in zip(rows, shown, strict=True)), Counter[str]())
        print(f"told {told}  type F1 {_f1(types, 'type'):.3f}  told {_f1(types, 'told'):.3f}")
    for fills in LIMITS:
        total = Counter[str]()
        for n, (r, s) in enumerate(zip(rows, senses, strict=True)):
            filled = filling(found[n], tables[n % FOLDS], fills)
            total += pooled(counts(r, [filled] if assembled(r["text"], s) else []))
        print(f"fills {fills}  pooled F1 {_f1(total, 'pooled'):.3f}")


def filling(found: Sequence[Case], weights: Mapping[str, float], least: float) -> Row:
    """Return all fillers of a message as one incident."""
    out: Row = {"type": ""}
    for c in found:
        if likely(c.candidate, weights) >= least:
            out.setdefault(c.candidate.slot, []).append(c.candidate.wording)
    return out


def _f1(total: Counter[str], part: str) -> float:
    return f1(*(total[f"{part} {k}"] for k in ("right", "read", "asked")))


def main() -> None:
    """Learn and write, or check."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("file", type=Path)
    p.add_argument("--tried", type=int, default=6)
    p.add_argument("--check", action="store_true")
    given = p.parse_args()
    rows = [r for r in sets.rows(given.file) if r["split"] == "dev" and tried(r["id"], given.tried)]
    senses = [sensed(r["text"], [Span(0, len(r["text"]))]) for r in rows]
    if given.check:
        check(rows, senses)
        return
    found = [c for r, s in zip(rows, senses, strict=True) for c in cases(r, s)]
    FILE.write_text(json.dumps({"made_of": len(found), "weights": learn(found)}, indent=1) + "\n")
    print(len(found), "candidates of", len(rows), "messages", sha256(FILE.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
