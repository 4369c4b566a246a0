"""Measures who-says-what on news marked for attribution, with the data's own scorer.

    python bench/attribution.py DIR [--part dev]

DIR holds PART.text.jsonl, PART.gold.jsonl and score.py (quotation marks, words and alignment as that file has them). The marks
know no nesting, so of attributions inside one another only the outermost is scored, of a chain the voice at its origin
(as `sayso voices --json` prints them). Prints precision, recall and F1 of each measure,
recall by kind of speech, and CPU time by word, parse and attribution apart (one process, one thread).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
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
from sayso.pipeline.flat import flat
from sayso.show.alone import levels

WORD = re.compile(r"\w+(?:[-'’]\w+)*")
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
    predicted, parse, cost, words = attribute(articles)
    rows = [scorer.counts(a.text, gold[a.id], p) for a, p in zip(articles, predicted, strict=True)]
    show(scorer, scorer.total(rows))
    print(
        f"{len(articles)} articles, {words} words; a word: parse {1e6 * parse / words:.0f} µs, attribution {1e6 * cost / words:.0f} µs"
    )
    print(f"{words / (parse + cost):,.0f} words a second on one core")


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
        began = time.process_time()
        self.trees = dict(zip([a.id for a in articles], parser().parse(articles, names=False), strict=True))
        self.cost = time.process_time() - began

    def parse(self, articles: Sequence[Article], *, names: bool = True) -> list[list[Tree]]:  # noqa: ARG002
        """Return the sentences of each article."""
        return [self.trees[a.id] for a in articles]


def attribute(articles: Sequence[Article]) -> tuple[list[list[dict[str, Any]]], float, float, int]:
    """Return each article's attributions in the scorer's form, the CPU seconds of the parse and of the rest, and the words (runs of letters)."""
    alone.voices(articles[:1])  # models and word lists are read once, before the clock runs
    parsed = Parsed(articles)
    start = time.process_time()
    results = alone.voices(articles, parsed)
    cost = time.process_time() - start
    words = sum(len(WORD.findall(a.text)) for a in articles)
    return [[levels(a)[-1] for a in flat(r.found)] for r in results], parsed.cost, cost, words


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
