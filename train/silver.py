"""Marks war articles with the attributions that Sayso's own rules find in them, for the encoder to learn from (self-training).

    python -m train.silver --shared DIR --out FILE [--kept-out DIR]...

Rules alone, each voice of a chain as an attribution of its own whose content holds the inner ones. Articles that share a sentence with a
kept-out article (the dev articles, the gate's) are left out, so are copies of one another.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from sayso.find.attribution import attributions
from sayso.find.parse import parser
from sayso.model.article import Article, Zone
from sayso.model.claim import Attribution
from sayso.model.span import Span

CORPORA = ("news-2017-conflict", "fa-kes")
DRAWN, SEED = 700, 5
SHORTEST, LONGEST = 100, 1500
"""Words of an article that is taken."""
SENTENCE = 60
"""Characters from which a sentence shared with another article counts."""
Spans = list[list[int]]


def main() -> None:
    """Read, mark, write."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--shared", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--kept-out", type=Path, action="append", default=[])
    given = p.parse_args()
    folders = given.kept_out or [given.shared / "gold" / "dev", Path("tests/gate/gold")]
    seen = {s for folder in folders for file in sorted(folder.glob("*.txt")) for s in sentences(file.read_text())}
    given.out.parent.mkdir(parents=True, exist_ok=True)
    with given.out.open("w", encoding="utf-8") as out:
        for row in drawn(given.shared / "corpora", seen):
            article = Article(
                row["id"], row["id"], "", row["text"], (Zone("body", Span(0, len(row["text"])), "train"),)
            )
            found, _ = attributions(article, parser().parse([article])[0])
            out.write(json.dumps({"id": row["id"], "attributions": marks(found)}) + "\n")


def drawn(corpora: Path, seen: set[str]) -> Iterator[dict[str, Any]]:
    """Yield articles of the corpora in random order, none that repeats a sentence seen before."""
    rows = []
    for name in CORPORA:
        with gzip.open(corpora / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            rows += [json.loads(line) for line in lines]
    Random(SEED).shuffle(rows)
    for row in rows[:DRAWN]:
        own = sentences(row["text"])
        if SHORTEST <= len(row["text"].split()) <= LONGEST and not own & seen:
            seen |= own
            yield row


def sentences(text: str) -> set[str]:
    """Return the longer sentences of a text, letters and digits only."""
    parts = re.split(r"(?<=[.!?])\s+|\n+", text)
    return {re.sub(r"\W+", " ", s).lower() for s in parts if len(s) > SENTENCE}


def marks(found: Sequence[Attribution]) -> list[dict[str, Spans]]:
    """Return each voice as an attribution; one cue with one source is one attribution, however many stretches it has."""
    by: dict[tuple[object, ...], dict[str, Spans]] = {}
    for a in found:
        content = [[c.start, c.end] for c in a.content]
        for voice in reversed(a.voices):
            if voice.cue is None:
                continue
            source = [[voice.source.start, voice.source.end]] if voice.source else []
            cue = [[voice.cue.start, voice.cue.end]]
            mark = by.setdefault((voice.cue, voice.source), {"source": source, "cue": cue, "content": []})
            mark["content"] = sorted(mark["content"] + [c for c in content if c not in mark["content"]])
            around = [min(s[0] for s in source + cue), max(s[1] for s in source + cue)]
            content = joined([*content, around])
    return list(by.values())


def joined(spans: Spans) -> Spans:
    """Return spans in order, those next to one another made one."""
    out: Spans = []
    for start, end in sorted(spans):
        if out and start - out[-1][1] <= 3:
            out[-1][1] = max(end, out[-1][1])
        else:
            out.append([start, end])
    return out


if __name__ == "__main__":
    main()
