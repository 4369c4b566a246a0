"""Learns which name in a sentence is where its happening took place: the weights that ``find/place_choice.py`` reads.

    python -m train.where --shared DIR [--check]

Learns from the marked happenings of ``marks/war.jsonl`` and from the development half of the event-location sentences
(``bench/where-when/evloc.jsonl`` in DIR), a softmax over the names of the sentence and "none" with a penalty on large weights.
``--check`` writes nothing and prints figures by five-fold cross-validation: over sentences, and over words of happening, so that
no word that is scored was learnt from.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from bench.evloc import happening
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from train.corpora import texts_of

from sayso.find.parse import parser
from sayso.find.place_choice import FILE, chosen, shares
from sayso.find.place_names import lists
from sayso.find.place_rules import ruled
from sayso.find.place_signs import scene, signs
from sayso.find.tree import Tree
from sayso.model.article import Article, Zone
from sayso.model.happening import HappeningKind
from sayso.model.span import Span

MARKS = Path(__file__).with_name("marks") / "war.jsonl"
SELDOM = 8
"""A sign seen less often is not learnt."""
PENALTY = 2.0
"""Half the sum of squared weights is multiplied by it (cross-validated: 0.5 and 8 are worse)."""
FOLDS = 5
STEPS = 200
BATCH = 64
Floats = np.ndarray


@dataclass(frozen=True, slots=True)
class Case:
    """One marked happening: the signs of each name of its sentence, which names are its place, and which are listed with each.

    ``marked`` is how many places are marked.
    """

    source: str
    text: str
    word: str
    signs: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    lists: tuple[tuple[int, ...], ...]
    marked: int


def main() -> None:
    """Read the marks, learn, and write the weights or print the figures."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--shared", type=Path, required=True)
    p.add_argument("--check", action="store_true")
    given = p.parse_args()
    cases = [c for c in (*evloc(given.shared), *war(given.shared)) if c is not None]
    if given.check:
        check(cases)
    else:
        write(cases)


def evloc(shared: Path) -> Iterator[Case | None]:
    """Yield the event-location sentences; only names are marked in them."""
    lines = (shared / "bench" / "where-when" / "evloc.jsonl").read_text().splitlines()
    rows = [json.loads(line) for line in lines]
    for first in range(0, len(rows), BATCH):
        batch = rows[first : first + BATCH]
        articles = [_article(r["text"]) for r in batch]
        for row, article, trees in zip(batch, articles, parser().parse(articles), strict=True):
            spans = [Span(x["start"], x["end"]) for x in row["locations"]]
            word = Span(row["event"]["start"], row["event"]["end"])
            yield case("evloc", article, trees, word, spans)


def war(shared: Path) -> Iterator[Case | None]:
    """Yield the marked happenings of war articles; where the place has no name, none of the names is right."""
    text_of = texts_of(shared / "corpora")
    for line in MARKS.read_text().splitlines():
        row = json.loads(line)
        article = _article(text_of(row["id"]))
        trees = parser().parse([article])[0]
        for h in row["happenings"]:
            places = [Span(*s) for s in h["place"]]
            yield case("war", article, trees, Span(*h["trigger"][0]), places, h["kind"])


def _article(text: str) -> Article:
    return Article("train", "train", "", text, (Zone("body", Span(0, len(text)), "train"),))


def case(
    source: str,
    article: Article,
    trees: Sequence[Tree],
    word: Span,
    places: Sequence[Span],
    kind: HappeningKind | None = None,
) -> Case | None:
    """Return what one marked happening teaches; None when no sentence has its word.

    ``word`` tells the happening, ``places`` are marked as its; ``kind`` is marked too or else read.
    """
    told = happening(article, trees, word, kind)
    if told is None:
        return None
    unit, trigger = told
    seen = scene(unit, trigger, ruled(unit, trigger))
    spans = [unit.tree.words(n.first, n.last) for n in seen.near]
    right = tuple(any(s.overlaps(p) for p in places) for s in spans)
    # an article's marks count where a name of the sentence bears them
    marked = len(places) if source == "evloc" else sum(any(s.overlaps(p) for s in spans) for p in places)
    signed = tuple(tuple(signs(seen, n)) for n in seen.near)
    listed = tuple(tuple(x) for x in lists(unit.tree, seen.near))
    return Case(source, article.text, unit.tree.lower[trigger.token], signed, right, listed, marked)


def learn(cases: Sequence[Case]) -> dict[str, float]:
    """Return the weights of the signs."""
    counts = Counter(s for c in cases for name in c.signs for s in set(name))
    kept = sorted(s for s, n in counts.items() if n >= SELDOM)
    matrix, owner = _matrix(cases, {s: k for k, s in enumerate(kept)})
    right = np.array([r for c in cases for r in c.right], dtype=float)
    found = minimize(
        _loss(matrix, owner, right, len(cases)), np.zeros(len(kept)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}
    )  # fmt: skip
    return {s: round(float(w), 3) for s, w in zip(kept, found.x, strict=True) if abs(w) >= 0.001}


def _matrix(cases: Sequence[Case], column: dict[str, int]) -> tuple[csr_matrix, np.ndarray]:
    """Return which names [rows] have which signs [columns], and the case each name belongs to."""
    named = [(k, {column[s] for s in name if s in column}) for k, c in enumerate(cases) for name in c.signs]
    ends = np.cumsum([0, *(len(has) for _, has in named)])
    columns = np.array([s for _, has in named for s in sorted(has)], dtype=np.int64)
    cells = (np.ones(len(columns)), columns, ends)
    return csr_matrix(cells, shape=(len(named), len(column))), np.array([k for k, _ in named], dtype=np.int64)


def _loss(matrix: csr_matrix, owner: np.ndarray, right: Floats, n: int) -> Callable[[Floats], tuple[float, Floats]]:
    """Return the function from weights to the penalised negative log-likelihood of the marked names (or none), and its gradient."""
    some = np.bincount(owner, right, n) > 0

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = matrix @ weights
        top = np.zeros(n)
        np.maximum.at(top, owner, scores)
        odds, none = np.exp(scores - top[owner]), np.exp(-top)
        whole = none + np.bincount(owner, odds, n)
        good = np.where(some, np.bincount(owner, odds * right, n), none)
        pull = odds / whole[owner] - np.where(some[owner], odds * right / good[owner], 0.0)
        value = float(np.log(whole / good).sum() + PENALTY / 2 * weights @ weights)
        return value, np.asarray(matrix.T @ pull + PENALTY * weights)

    return loss


def check(cases: Sequence[Case]) -> None:
    """Print precision, recall and F1 by cross-validation, for each set and way of folding."""
    for kind, key in (("sentences", _text), ("words of happening", _word)):
        fold = [int(sha256(key(c).encode()).hexdigest(), 16) % FOLDS for c in cases]
        tallies: dict[str, Counter[str]] = {}
        for k in range(FOLDS):
            weights = learn([c for c, f in zip(cases, fold, strict=True) if f != k])
            for c in (c for c, f in zip(cases, fold, strict=True) if f == k):
                tallies.setdefault(c.source, Counter()).update(score(c, weights))
        for source, t in tallies.items():
            p, r = t["right"] / max(1, t["found"]), t["right"] / max(1, t["marked"])
            print(f"{source:<6} folds of {kind:<19} F1 {2 * p * r / max(1e-9, p + r):.3f} (P {p:.3f}, R {r:.3f})")


def _text(case: Case) -> str:
    return case.text


def _word(case: Case) -> str:
    return case.word


def score(case: Case, weights: dict[str, float]) -> dict[str, int]:
    """Count the names chosen, those that are right, and the places marked."""
    spread = shares([[weights.get(s, 0.0) for s in name] for name in case.signs])
    picked = chosen(spread, case.lists)
    right = sum(case.right[k] for k in picked)
    return {"found": len(picked), "right": min(right, case.marked), "marked": case.marked}


def write(cases: Sequence[Case]) -> None:
    """Write the weights, and print the digest for the card."""
    weights = learn(cases)
    made_of = dict(sorted(Counter(c.source for c in cases).items()))
    FILE.write_text(json.dumps({"made_of": made_of, "weights": weights}, indent=0, ensure_ascii=False) + "\n")
    print(len(weights), "signs", FILE.stat().st_size, "bytes", sha256(FILE.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
