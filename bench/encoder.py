"""Measures the encoder alone: attributions heard against marks, words a second, and what it hears in the shipped sample.

    python -m bench.encoder DIR [--part dev]    score and time
    python -m bench.encoder --pin               write what tests hold it to (after new files were exported)

DIR is as ``bench.attribution`` has it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.attribution import body, lines, load_scorer, show
from sayso.find.encoder.hear import Hearing, hear
from sayso.find.encoder.heard import Heard
from sayso.find.encoder.session import encoder

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "src" / "sayso" / "show" / "sample" / "seed-deir-ezzor.txt"
PINNED = ROOT / "tests" / "find" / "encoder" / "heard.json"
TOLD = 0.5


def main() -> None:
    """Read the part, score it, print it; or pin what is heard in the sample."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path, nargs="?")
    arguments.add_argument("--part", default="dev")
    arguments.add_argument("--pin", action="store_true")
    given = arguments.parse_args()
    if given.pin:
        PINNED.write_text(json.dumps(pinned(), indent=1) + "\n", encoding="utf-8")
        sys.exit()
    if given.folder is None:
        arguments.error("give a folder, or --pin")
    scorer = load_scorer(given.folder / "score.py")
    articles = [body(json.loads(line)) for line in lines(given.folder / f"{given.part}.text.jsonl")]
    gold = {d["id"]: d["attributions"] for d in map(json.loads, lines(given.folder / f"{given.part}.gold.jsonl"))}
    hear(articles[0])
    began = time.process_time()
    found = [hear(a, told=False).said for a in articles]
    cost = time.process_time() - began
    rows = [scorer.counts(a.text, gold[a.id], plain(f)) for a, f in zip(articles, found, strict=True)]
    show(scorer, scorer.total(rows))
    print(f"{sum(len(a.text.split()) for a in articles) / cost:,.0f} words a CPU second")


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


def pinned() -> dict[str, str]:
    """Return the digest of the shipped encoder, and of what it hears in the sample."""
    article = body({"id": "sample", "text": SAMPLE.read_text(encoding="utf-8")})
    return {"encoder.onnx": encoder().described.files["encoder.onnx"], "heard": digest(hear(article))}


def digest(hearing: Hearing) -> str:
    """Return a digest of what was heard, spans and kinds, without probabilities."""
    said = [(h.source, h.cue, h.content) for h in hearing.said]
    told = [
        (t.word, max(t.kinds, key=lambda k: t.kinds[k]), sorted(t.parts.items()))
        for t in hearing.told
        if sum(t.kinds.values()) > TOLD
    ]
    return hashlib.sha256(repr((said, told)).encode()).hexdigest()


if __name__ == "__main__":
    main()
