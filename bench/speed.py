"""Speed of each stage and of the whole, beside the bare spaCy pipeline on the same texts in the same process.

    python -m bench.speed [--shared DIR] [--articles N] [--rounds N]

Figures are CPU seconds of one process with one thread; rounds alternate, and the median round counts, for machines drift.
"bare" is the spaCy pipeline that the reading uses, with all its components, over the whole text of the same articles.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sayso.pipeline.run import one_thread_each

one_thread_each()

from bench import corpus  # noqa: E402 - threads are set before numpy is loaded
from sayso import find, resolve  # noqa: E402
from sayso.find.parse import BATCH, SpacyParser, parser  # noqa: E402
from sayso.model import wire  # noqa: E402
from sayso.model.article import Capture  # noqa: E402
from sayso.pipeline.stages import readings  # noqa: E402
from sayso.read import article as read_article  # noqa: E402
from sayso.trace import explicit  # noqa: E402
from sayso.weigh import repeats  # noqa: E402

CHUNK = 16


def cpu(run: Callable[[], Any]) -> tuple[float, Any]:
    """Return the CPU seconds of a call, and what it gave."""
    start = time.process_time()
    gave = run()
    return time.process_time() - start, gave


def whole(captured: list[Capture], parse: SpacyParser) -> None:
    """Read everything as the pipeline does, in its batches, to the wire line."""
    for k in range(0, len(captured), CHUNK):
        for r in readings(captured[k : k + CHUNK], parse):
            wire.encode(r)


def bare(texts: list[str], parse: SpacyParser) -> None:
    """Parse the same texts and do nothing with them."""
    for k in range(0, len(texts), CHUNK):
        with parse.nlp.memory_zone():
            for _ in parse.nlp.pipe(texts[k : k + CHUNK], batch_size=BATCH):
                pass


def stages(captured: list[Capture], parse: SpacyParser) -> dict[str, float]:
    """Return the CPU seconds of each stage over all captures."""
    spent: dict[str, float] = {}
    spent["read"], opened = cpu(lambda: [read_article(c) for c in captured])
    articles = [a for a, _ in opened]
    spent["resolve.times"], times = cpu(lambda: [resolve.tag_times(a)[0] for a in articles])
    spent["find.parse"], trees = cpu(
        lambda: [t for k in range(0, len(articles), CHUNK) for t in parse.parse(articles[k : k + CHUNK])]
    )
    parsed = iter(trees)

    class Given:
        def parse(self, some: Any, *, names: bool = True) -> Any:
            assert names  # articles are read whole
            return [next(parsed) for _ in some]

    spent["find"], found = cpu(lambda: find.find(articles, times, Given()))
    spent["resolve"], claims = cpu(lambda: [resolve.claims(a, f)[0] for a, (f, _) in zip(articles, found, strict=True)])
    spent["weigh"], folded = cpu(lambda: [repeats.fold(a, c) for a, c in zip(articles, claims, strict=True)])
    spent["trace"], _ = cpu(lambda: [explicit.lineage(a, c) for a, c in zip(articles, folded, strict=True)])
    return spent


def measure(name: str, captured: list[Capture], rounds: int) -> float:
    """Print the table of one corpus and return the ratio of the whole to the bare parse."""
    parse = parser()
    texts = [read_article(c)[0].text for c in captured]
    words = sum(len(t.split()) for t in texts)
    whole(captured[:CHUNK], parse)
    ratios, rows = [], []
    for _ in range(rounds):
        b, _ = cpu(lambda: bare(texts, parse))
        w, _ = cpu(lambda: whole(captured, parse))
        ratios.append(w / b)
        rows.append((b, w))
    b, w = sorted(rows, key=lambda r: r[1] / r[0])[len(rows) // 2]
    print(f"\n{name}: {len(captured)} articles, {words:,} words")
    print(f"  {'stage':14} {'words/s':>9} {'µs/word':>8}")
    for stage, seconds in stages(captured, parse).items():
        print(f"  {stage:14} {words / max(seconds, 1e-9):>9,.0f} {seconds / words * 1e6:>8.1f}")
    print(f"  {'bare spaCy':14} {words / b:>9,.0f} {b / words * 1e6:>8.1f}")
    print(f"  {'whole reading':14} {words / w:>9,.0f} {w / words * 1e6:>8.1f}")
    print(f"  whole / bare: {statistics.median(ratios):.2f}  (rounds: {', '.join(f'{r:.2f}' for r in ratios)})")
    return statistics.median(ratios)


def start_up() -> None:
    """Print what starting costs: the median of five runs of each command."""
    print("start-up (CPU seconds, peak MB)")
    code = "import sys; sys.argv = ['sayso', *sys.argv[1:]]; from sayso.cli import main; main()"
    for arguments in (["--help"], ["claims", "--help"], ["read", os.devnull]):
        runs = []
        for _ in range(5):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, check=False)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            runs.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        print(f"  sayso {' '.join(arguments):24} {statistics.median(runs):6.2f}")
    loading, _ = cpu(parser)
    print(
        f"  {'loading the language model':30} {loading:6.2f}   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
    )


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, default=Path("../shared"))
    arguments.add_argument("--articles", type=int, default=200, help="articles of each shared corpus")
    arguments.add_argument("--rounds", type=int, default=3)
    a = arguments.parse_args()
    start_up()
    measure("shipped sample", corpus.sample(), a.rounds)
    for name in ("fa-kes", "news-2017-conflict", "throughput"):
        if captured := corpus.corpus(a.shared, name, a.articles):
            measure(name, captured, a.rounds)
    print(f"\npeak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
