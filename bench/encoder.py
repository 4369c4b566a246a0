"""Measures the encoder alone: attributions heard against marks, and words a second.

    python -m bench.encoder DIR [--part dev]

DIR is as ``bench.attribution`` has it.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.attribution import body, lines, load_scorer, show
from sayso.find.encoder.hear import hear
from sayso.find.encoder.heard import Heard


def main() -> None:
    """Read the part, score it, print it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--part", default="dev")
    given = arguments.parse_args()
    scorer = load_scorer(given.folder / "score.py")
    articles = [body(json.loads(line)) for line in lines(given.folder / f"{given.part}.text.jsonl")]
    gold = {d["id"]: d["attributions"] for d in map(json.loads, lines(given.folder / f"{given.part}.gold.jsonl"))}
    hear(articles[0])
    began = time.process_time()
    found = [hear(a) for a in articles]
    cost = time.process_time() - began
    show(
        scorer,
        scorer.total([scorer.counts(a.text, gold[a.id], plain(f)) for a, f in zip(articles, found, strict=True)]),
    )
    print(f"{sum(len(a.text.split()) for a in articles) / cost:.0f} words a CPU second")


def plain(heard: Sequence[Heard]) -> list[dict[str, Any]]:
    """Return what was heard in the scorer's form."""
    return [
        {
            "source": [[h.source.start, h.source.end]] if h.source else [],
            "cue": [[h.cue.start, h.cue.end]],
            "content": [[c.start, c.end] for c in h.content],
        }
        for h in heard
    ]


if __name__ == "__main__":
    main()
