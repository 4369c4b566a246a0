"""Scores names of actors, places and weapons against re3d: 54 documents of governments on the war in Syria and Iraq.

    python -m bench.re3d FILE [--scores SCORES | --read PRED] [--wrong N]

FILE is ``re3d.jsonl``. A marked name is found when one read with the same type overlaps it; as in the set's own scorer two marks within one
another may be found by one name, and right are no more than read. ``strict`` is F1 with the share of names read that overlap a mark for precision.

Without more the shipped reader (``sayso.find.named``) reads the documents: its head has learnt from these very ones, so this says only that it
was shipped whole. ``--scores`` takes what ``train.crossed_named`` wrote, where no document was scored by a network that had seen it;
how far the head leans on names the parser does not tag is then chosen for each fold on the others. ``--read`` scores names as the set's
own scorer takes them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from sayso.find.encoder.pieces import words
from sayso.find.encoder.session import encoder
from sayso.find.named import LEAN, Lean, Named, Scored, equipment, heard, names
from sayso.find.parse import parser
from sayso.find.tree import Tree
from sayso.model.article import Article, Zone
from sayso.model.span import Span

GROUPS: Mapping[str, tuple[str, ...]] = {
    "actors": ("Organisation", "Person"), "places": ("Location",), "weapons": ("Weapon", "MilitaryPlatform", "Vehicle"),
}  # fmt: skip
BROKEN = "Vehicle"
"""All its marks are slips of the set ("again[st ISIL]", "acro[ss Syria]"): none is a vehicle."""
UNTAGGED = (-3.0, -2.0, -1.0, 0.0, 1.0, 2.0)
"""What the odds of a word that the parser does not tag may be leant by."""
Row = dict[str, Any]
Found = Mapping[str, Sequence[Row]]
Count = tuple[int, int, int, int]
"""Right, read, marked, and those read that overlap a mark."""


def article_of(row: Row) -> Article:
    """Return a document as an article that is all body."""
    return Article(row["id"], row["id"], "", row["text"], (Zone("body", Span(0, len(row["text"])), "bench.whole"),))


def plain(found: Iterable[Named]) -> list[Row]:
    """Return names as the set's own scorer takes them."""
    return [{"type": n.type, "start": n.span.start, "end": n.span.end} for n in found]


@cache
def parsed(id_: str, text: str) -> list[Tree]:
    """Return the sentences of a document."""
    return parser().parse([article_of({"id": id_, "text": text})])[0]


def crossed(rows: Sequence[Row], scores: Mapping[str, Row]) -> dict[str, list[Row]]:
    """Return what is named in each document by a network, and leanings, that have not seen its fold."""
    found: dict[str, list[Row]] = {}
    for fold in sorted({s["fold"] for s in scores.values()}):
        own = [r for r in rows if scores[r["id"]]["fold"] == fold]
        leans = chosen([r for r in rows if r not in own], scores)
        print(f"fold {fold + 1}, {len(own)} documents: " + ", ".join(f"{t} {leans[t]['none']:+.0f}" for t in leans))
        for row in own:
            found[row["id"]] = [*hears(row, scores[row["id"]], leans), *plain(equipment(article_of(row), parsed(row["id"], row["text"])))]  # fmt: skip
    return found


def chosen(rows: Sequence[Row], scores: Mapping[str, Row]) -> dict[str, Lean]:
    """Return the leanings that serve the documents best, type by type."""

    def worth(type_: str, lean: Lean) -> float:
        return strict(count(rows, {r["id"]: hears(r, scores[r["id"]], {type_: lean}) for r in rows}, type_))

    options = {t: [{**LEAN[t], "none": u} for u in UNTAGGED] for t in LEAN}
    return {t: max(leans, key=lambda lean, t=t: worth(t, lean)) for t, leans in options.items()}  # type: ignore[misc]


def hears(row: Row, scores: Row, leans: Mapping[str, Lean]) -> list[Row]:
    """Return the names that scores of the head amount to."""
    read = words(row["text"], [Span(0, len(row["text"]))])
    windows = [Scored(read, w["seen"], w["own"], np.array(w["tags"], np.float32)) for w in scores["windows"]]
    return plain(heard(windows, encoder().described.named, parsed(row["id"], row["text"]), leans))


def count(rows: Sequence[Row], found: Found, type_: str) -> Count:
    """Return the counts of one type."""
    right = said = marked = own = 0
    for row in rows:
        gold = {(e["start"], e["end"]) for e in row["gold"]["entities"] if e["type"] == type_}
        ours = {(e["start"], e["end"]) for e in found.get(row["id"], ()) if e["type"] == type_}
        right += sum(any(max(s, u) < min(e, v) for u, v in ours) for s, e in gold)
        own += sum(any(max(s, u) < min(e, v) for s, e in gold) for u, v in ours)
        said += len(ours)
        marked += len(gold)
    return min(right, said), said, marked, own


def summed(counts: Sequence[Count]) -> Count:
    """Return counts added up."""
    return tuple(map(sum, zip(*counts, strict=True)))  # type: ignore[return-value]


def f1(c: Count) -> float:
    """Return F1 as the set's own scorer has it."""
    return 2 * c[0] / max(1, c[1] + c[2])


def strict(c: Count) -> float:
    """Return F1 whose precision is the share of names read that overlap a mark."""
    right, said, marked, own = c
    p, r = own / max(1, said), right / max(1, marked)
    return 2 * p * r / (p + r) if p + r else 0.0


def line(name: str, c: Count) -> str:
    """Return precision, recall and F1 as a line."""
    right, said, marked, _ = c
    p, r = right / max(1, said), right / max(1, marked)
    return (f"{name:18} F1 {f1(c):.3f} (P {p:.3f}, R {r:.3f}; strict {strict(c):.3f}), "
            f"{right} right, {said} read, {marked} marked")  # fmt: skip


def wrong(rows: Sequence[Row], found: Found, most: int) -> None:
    """Print names missed (-) and names too many (+)."""
    shown = 0
    for row in rows:
        both = [
            ("-", row["gold"]["entities"], found.get(row["id"], ())),
            ("+", found.get(row["id"], ()), row["gold"]["entities"]),
        ]
        for sign, ours, theirs in both:
            for e in ours:
                met = any(
                    e["type"] == o["type"] and max(e["start"], o["start"]) < min(e["end"], o["end"]) for o in theirs
                )
                if not met and shown < most:
                    shown += 1
                    print(f"{sign} {e['type']}: {row['text'][e['start'] : e['end']]!r}")


def table(rows: Sequence[Row], found: Found) -> list[str]:
    """Return the lines of the table."""
    by_type = {t: count(rows, found, t) for types in GROUPS.values() for t in types}
    out = []
    for name, types in GROUPS.items():
        out += [line(f"  {t}", by_type[t]) for t in types] if len(types) > 1 else []
        out.append(line(name, summed([by_type[t] for t in types])))
    out.append(line(f"  but for {BROKEN}", summed([by_type[t] for t in GROUPS["weapons"] if t != BROKEN])))
    out.append(line("all of these", summed(list(by_type.values()))))
    out.append(line(f"  but for {BROKEN}", summed([c for t, c in by_type.items() if t != BROKEN])))
    return out


def lines(file: Path) -> dict[str, Row]:
    """Return the records of a JSON Lines file by id."""
    return {r["id"]: r for r in map(json.loads, file.read_text(encoding="utf-8").splitlines())}


def main() -> None:
    """Print the table."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("file", type=Path)
    p.add_argument("--scores", type=Path)
    p.add_argument("--read", type=Path)
    p.add_argument("--wrong", type=int, default=0)
    given = p.parse_args()
    rows = list(lines(given.file).values())
    if given.read:
        found = {k: r["entities"] for k, r in lines(given.read).items()}
    elif given.scores:
        found = crossed(rows, lines(given.scores))
    else:
        found = {r["id"]: plain(names(article_of(r))) for r in rows}
    print("\n".join(table(rows, found)))
    wrong(rows, found, given.wrong)


if __name__ == "__main__":
    main()
