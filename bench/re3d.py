"""Scores names of actors, places and weapons against re3d: 54 documents of governments on the war in Syria and Iraq.

    python -m bench.re3d FILE [--read PRED] [--wrong N]

FILE is ``re3d.jsonl``. A marked name is found when one read with the same type overlaps it (at most one a name counts towards
precision). Without ``--read`` the shipped reader (``sayso.find.named``) reads the documents: it has learnt from these very ones, and its
figure says no more than that it was shipped whole. ``--read`` scores what ``train.crossed_named`` wrote, where no document was read by a
network that had seen it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.find.named import names
from sayso.model.article import Article, Zone
from sayso.model.span import Span

GROUPS: Mapping[str, tuple[str, ...]] = {
    "actors": ("Organisation", "Person"), "places": ("Location",), "weapons": ("Weapon", "MilitaryPlatform", "Vehicle"),
}  # fmt: skip
Row = dict[str, Any]
Count = tuple[int, int, int]


def read(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Return what the shipped reader names in each document."""
    found = {}
    for row in rows:
        a = Article(
            row["id"], row["id"], "", row["text"], (Zone("body", Span(0, len(row["text"])), "bench.whole-text"),)
        )
        found[row["id"]] = [{"type": n.type, "start": n.span.start, "end": n.span.end} for n in names(a)]
    return found


def count(rows: Sequence[Row], found: Mapping[str, Sequence[Row]], type_: str) -> Count:
    """Return how many names of a type are right, read and marked; right are no more than read."""
    right = said = marked = 0
    for row in rows:
        gold = {(e["start"], e["end"]) for e in row["gold"]["entities"] if e["type"] == type_}
        ours = {(e["start"], e["end"]) for e in found.get(row["id"], ()) if e["type"] == type_}
        right += sum(any(max(s, u) < min(e, v) for u, v in ours) for s, e in gold)
        said += len(ours)
        marked += len(gold)
    return min(right, said), said, marked


def summed(counts: Sequence[Count]) -> Count:
    """Return counts added up."""
    return sum(c[0] for c in counts), sum(c[1] for c in counts), sum(c[2] for c in counts)


def line(name: str, c: Count) -> str:
    """Return precision, recall and F1 as a line."""
    right, said, marked = c
    p, r = right / max(1, said), right / max(1, marked)
    return f"{name:18} F1 {2 * right / max(1, said + marked):.3f} (P {p:.3f}, R {r:.3f}), {right} right, {said} read, {marked} marked"


def wrong(rows: Sequence[Row], found: Mapping[str, Sequence[Row]], most: int) -> None:
    """Print names missed (-) and names too many (+)."""
    shown = 0
    for row in rows:
        for sign, ours, theirs in (("-", row["gold"]["entities"], found.get(row["id"], ())), ("+", found.get(row["id"], ()), row["gold"]["entities"])):  # fmt: skip
            for e in ours:
                met = any(
                    e["type"] == o["type"] and max(e["start"], o["start"]) < min(e["end"], o["end"]) for o in theirs
                )
                if not met and shown < most:
                    shown += 1
                    print(f"{sign} {e['type']}: {row['text'][e['start'] : e['end']]!r}")


def main() -> None:
    """Print the table."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("file", type=Path)
    p.add_argument("--read", type=Path)
    p.add_argument("--wrong", type=int, default=0)
    given = p.parse_args()
    rows = [json.loads(x) for x in given.file.read_text(encoding="utf-8").splitlines() if x.strip()]
    if given.read:
        found = {r["id"]: r["entities"] for r in map(json.loads, given.read.read_text(encoding="utf-8").splitlines())}
    else:
        found = read(rows)
    by_type = {t: count(rows, found, t) for types in GROUPS.values() for t in types}
    for name, types in GROUPS.items():
        for t in types:
            print(line(f"  {t}", by_type[t]))
        print(line(name, summed([by_type[t] for t in types])))
    print(line("all of these", summed(list(by_type.values()))))
    wrong(rows, found, given.wrong)


if __name__ == "__main__":
    main()
