"""Measures who-says-what on news marked for attribution, with the data's own scorer.

    python bench/attribution.py DIR [--part dev]

DIR holds PART.text.jsonl, PART.gold.jsonl and score.py (quotation marks, words and alignment as that file has them). The marks
know no nesting, so of attributions inside one another only the outermost is scored. Prints precision, recall and F1 of each measure,
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

from sayso.find.attribution import attributions
from sayso.find.parse import parser
from sayso.model.article import Article, Zone
from sayso.model.claim import Attribution
from sayso.model.span import Span

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


def attribute(articles: Sequence[Article]) -> tuple[list[list[dict[str, Any]]], float, int]:
    """Return each article's attributions in the scorer's form, the seconds they took without the parse, and the words."""
    trees = parser().parse(articles)
    attributions(articles[0], trees[0])  # the word lists are read once, before the clock runs
    start = time.perf_counter()
    found = [attributions(a, t)[0] for a, t in zip(articles, trees, strict=True)]
    cost = time.perf_counter() - start
    return [[plain(a) for a in outermost(f)] for f in found], cost, sum(len(t) for ts in trees for t in ts)


def outermost(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions whose content lies in no other's."""
    return [a for a in found if not any(b is not a and a.content != b.content and inside(a, b) for b in found)]


def inside(inner: Attribution, outer: Attribution) -> bool:
    """Tell whether all content of one attribution lies in the other's."""
    return all(any(o.holds(i) for o in outer.content) for i in inner.content)


def plain(a: Attribution) -> dict[str, Any]:
    """Return an attribution in the scorer's form; of a chain the voice at its origin counts."""
    voice = a.voices[-1]
    spans = {"source": [voice.source], "cue": [voice.cue], "content": a.content}
    return {role: [[s.start, s.end] for s in given if s] for role, given in spans.items()}


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
