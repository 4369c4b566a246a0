"""Measures the event's place among several: a sentence, the word of an event, and which places named there are the event's.

    python -m bench.evloc SHARED [MOST]

``bench/where-when/evloc.jsonl`` in SHARED has text, event and locations (spans); MOST takes only so many rows, evenly chosen.
The happening's place is read by the rules that read it for claims, from the unit that holds the event's word. Of the place read only
names count; a location is found when a name read for the event overlaps it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from bench.places import article_of, read
from sayso import hooks
from sayso.find.circumstances import place
from sayso.find.kinds import kind
from sayso.find.mentions import mentions
from sayso.find.parse import parser
from sayso.find.tree import Tree
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.find.units import units
from sayso.model.article import Article
from sayso.model.happening import Codes
from sayso.model.span import Grounded, Span
from sayso.model.where import Place
from sayso.resolve.spotted import spotted

Row = dict[str, Any]
BATCH = 64


def read_places(article: Article, trees: list[Tree], event: Span) -> tuple[list[Span], int]:
    """Return the names in the place read for the event's word, and how many places the sentences name."""
    names = [p.span for p in spotted(article, mentions(trees)) if p.span is not None]
    found = next((p for u in units(article, trees, []) if (p := _place(u, article, event))), None)
    span = found.span if found is not None else None
    return [n for n in names if span is not None and n.overlaps(span)], len(names)


def _place(unit: Unit, article: Article, event: Span) -> Place | None:
    """Return the place of the event when its word stands in the unit."""
    at = next((i for i in unit.tokens if unit.tree.start[i] < event.end and event.start < unit.tree.end[i]), -1)
    if at < 0:
        return None
    told = kind(unit, article)
    trigger = Trigger(told.kind if told else Grounded("other", "bench"), at, told.codes if told else Codes())
    return place(unit, trigger, article)


def measure(rows: list[Row]) -> None:
    """Print precision, recall and F1 over all rows, and over those whose sentences name several places."""
    tallies: dict[str, list[int]] = {"all": [0, 0, 0], "several": [0, 0, 0]}
    parse = parser(hooks.model()).parse
    for first in range(0, len(rows), BATCH):
        batch = rows[first : first + BATCH]
        articles = [article_of(r["text"]) for r in batch]
        for row, article, trees in zip(batch, articles, parse(articles), strict=True):
            event = Span(row["event"]["start"], row["event"]["end"])
            got, named = read_places(article, list(trees), event)
            gold = [Span(x["start"], x["end"]) for x in row["locations"]]
            hit = sum(any(g.overlaps(x) for x in got) for g in gold)
            wrong = sum(not any(g.overlaps(x) for g in gold) for x in got)
            for group in ("all", "several") if named > 1 else ("all",):
                tallies[group] = [a + b for a, b in zip(tallies[group], (hit, wrong, len(gold)), strict=True)]
    for group, (right, others, marked) in tallies.items():
        p, r = right / max(1, right + others), right / max(1, marked)
        print(f"evloc {group:<8} F1 {2 * p * r / max(1e-9, p + r):.3f} (P {p:.3f}, R {r:.3f}) of {marked} places")


def main() -> None:
    """Read the rows and measure."""
    rows = read(Path(sys.argv[1]) / "bench" / "where-when" / "evloc.jsonl")
    most = int(sys.argv[2]) if len(sys.argv) > len(["", "SHARED"]) else len(rows)
    measure(rows[:: max(1, len(rows) // most)])


if __name__ == "__main__":
    main()
