"""Scores time expressions: against marked texts by value and extent, and against the ``when`` of articles marked by hand.

    python -m bench.dates FILE.jsonl …    rows {"id", "dct", "text", "timexes": [{"start", "end", "value"}]}
    python -m bench.dates --gold DIR      NAME.txt with NAME.json (claims with "when": {"text", "start", "end"})

Outermost marks only; a prediction counts for the mark that it shares most code points with (as in TempEval-3).
"""

from __future__ import annotations

import argparse
import json
import re
import time
from pathlib import Path
from typing import Any

from sayso.model.article import Article, Stated, Zone
from sayso.model.span import Span
from sayso.model.when import Timex
from sayso.pipeline import alone

Row = dict[str, Any]


def outermost(marks: list[Row]) -> list[Row]:
    """Return the marks that lie in no other, in reading order."""
    kept: list[Row] = []
    for m in sorted(marks, key=lambda m: (m["start"], -m["end"])):
        if not kept or m["start"] >= kept[-1]["end"]:
            kept.append(m)
    return kept


def plain(value: str | None) -> str | None:
    """Return a TIMEX3 value without zero seconds and zone."""
    return value and re.sub(r"Z$|[+-]\d\d:\d\d$", "", re.sub(r"(:\d\d):00$", r"\1", value.strip()))


def read(text: str, day: str) -> tuple[Timex, ...]:
    """Return the time expressions of a whole text that appeared on a day (``YYYY-MM-DD``)."""
    zones = (Zone("body", Span(0, len(text)), "bench.whole-text"),)
    return alone.dates([Article("bench", "bench", "", text, zones, published=Stated(day, "bench"))])[0].found


def score(rows: list[Row]) -> dict[str, float]:
    """Return F1 of finding, of the exact extent and of the value, and the speed in kB/s."""
    read("warm up", "2000-01-01")
    counts = dict.fromkeys(("found", "extent", "value"), 0)
    total = size = 0
    took = 0.0
    for row in rows:
        start = time.process_time()
        found = read(row["text"], row["dct"][:10])
        took += time.process_time() - start
        size += len(row["text"])
        marks = outermost(row["timexes"])
        total += len(marks) + len(found)
        for mark, timex in pairs(marks, list(found)):
            counts["found"] += 1
            counts["extent"] += (timex.span.start, timex.span.end) == (mark["start"], mark["end"])
            counts["value"] += plain(timex.value) == plain(mark["value"])
    return {k: round(2 * v / max(1, total), 3) for k, v in counts.items()} | {"kB/s": round(size / took / 1000)}


def pairs(marks: list[Row], read: list[Timex]) -> list[tuple[Row, Timex]]:
    """Return each mark with the prediction it shares most code points with; each prediction once."""
    found = []
    for m in marks:
        shared = [(min(t.span.end, m["end"]) - max(t.span.start, m["start"]), -k) for k, t in enumerate(read)]
        most, k = max(shared, default=(0, 0))
        if most > 0:
            found.append((m, read.pop(-k)))
    return found


def gold(folder: Path) -> tuple[int, int]:
    """Return how many of the marked times with words of their own were read to the very days, and how many there are."""
    right = total = 0
    for path in sorted(folder.glob("*.json")):
        marks = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        day = marks["meta"].get("original_published") or marks["meta"].get("published")
        if not day:
            continue
        found = read(text, day)
        for claim in marks["claims"]:
            when = (claim["event"] or {}).get("when")
            if when and when.get("text"):
                total += 1
                right += exact(when, nearest(text, when["text"], claim["content"][0]), found)
    return right, total


def nearest(text: str, words: str, content: str) -> Span:
    """Return where the words stand nearest the claim."""
    home = text.find(content)
    places = [m.start() for m in re.finditer(re.escape(words), text)]
    start = min(places, key=lambda k: abs(k - home))
    return Span(start, start + len(words))


def exact(when: Row, span: Span, read: tuple[Timex, ...]) -> bool:
    """Tell whether an expression at the span has the marked first and last day."""
    return any(t.span.overlaps(span) and (t.start, t.end) == (when["start"], when["end"]) for t in read)


def main() -> None:
    """Print a line a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--gold", type=Path)
    args = parser.parse_args()
    for path in args.files:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        print(path.stem, json.dumps(score(rows)))
    if args.gold:
        right, total = gold(args.gold)
        print(f"when exact: {right} of {total} marked times")


if __name__ == "__main__":
    main()
