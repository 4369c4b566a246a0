"""Measures who-says-what on news marked for attribution, with the data's own scorer.

    python bench/attribution.py DIR [--part dev]

DIR holds PART.text.jsonl, PART.gold.jsonl and score.py (quotation marks, words and alignment as that file has them). The marks
know no nesting, so of attributions inside one another only the outermost is scored, of a chain the voice at its origin
(as `sayso voices --json` prints them). Prints precision, recall and F1 of each measure,
recall by kind of speech, and the cost a word beyond the parse.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from sayso.find.parse import parser
from sayso.find.tree import Tree
from sayso.model.article import Article, Zone
from sayso.model.span import Span
from sayso.pipeline import alone
from sayso.show.alone import levels

SHOWN = ("attr.found", "attr.who_what", "exact.source", "exact.cue", "exact.content")


def main() -> None:
    """Read the part, attribute it, score it, print it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--part", default="dev")
    given = arguments.parse_args()
    scorer = load_scorer(given.folder / "score.py")
    articles = [body(json.loads(line)) for line in lines(given.folder / f"{given.part}.text.jsonl")]
    gold = {d["id"]: d["attributions"] for d in map(json.loads, lines(given.folder / f"{given.part}.gold.jsonl"))}
    predicted, cost, words = attribute(articles)
    rows = [scorer.counts(a.text, gold[a.id], p) for a, p in zip(articles, predicted, strict=True)]
    show(scorer, scorer.total(rows))
    print(f"{len(articles)} articles, {words} words, {1e6 * cost / max(1, words):.1f} µs a word beyond the parse")


def lines(path: Path) -> list[str]:
    """Return the lines of a file that hold something."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def load_scorer(path: Path) -> ModuleType:
    """Return the data's own scorer as a module."""
    spec = importlib.util.spec_from_file_location("attribution_scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def body(row: dict[str, Any]) -> Article:
    """Return a text as an article that is all body."""
    text = row["text"]
    return Article(row["id"], row["id"], "", text, (Zone("body", Span(0, len(text)), "bench.whole-text"),))


class Parsed:
    """Gives sentences that were parsed beforehand, so that the clock runs on the rest."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.trees = dict(zip([a.id for a in articles], parser().parse(articles), strict=True))

    def parse(self, articles: Sequence[Article]) -> list[list[Tree]]:
        """Return the sentences of each article."""
        return [self.trees[a.id] for a in articles]


def attribute(articles: Sequence[Article]) -> tuple[list[list[dict[str, Any]]], float, int]:
    """Return each article's attributions in the scorer's form, the seconds they took without the parse, and the words."""
    parsed = Parsed(articles)
    alone.voices(articles[:1], parsed)  # the word lists are read once, before the clock runs
    start = time.perf_counter()
    results = alone.voices(articles, parsed)
    cost = time.perf_counter() - start
    words = sum(len(t) for trees in parsed.trees.values() for t in trees)
    return [[levels(a)[-1] for a in alone.outermost(r.found)] for r in results], cost, words


def show(scorer: ModuleType, total: dict[str, list[float]]) -> None:
    """Print the measures, in percent."""
    print(f"{'':16}{'P':>7}{'R':>7}{'F1':>7}")
    for name in SHOWN:
        precision, recall, f1 = scorer.prf(total[name])
        print(f"{name:16}{100 * precision:7.1f}{100 * recall:7.1f}{100 * f1:7.1f}")
    for name in sorted(k for k in total if k.startswith("slice.")):
        print(f"{name:16}{'':7}{100 * scorer.prf(total[name])[1]:7.1f}{'':7}  n={total[name][3]:.0f}")


if __name__ == "__main__":
    main()
