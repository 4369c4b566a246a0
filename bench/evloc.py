"""Measures the event's place among several: a sentence, the word of an event, and which places named there are the event's.

    python -m bench.evloc SHARED [MOST]

``bench/where-when/evloc.jsonl`` in SHARED has text, event and locations (spans); MOST takes only so many rows, evenly chosen.
The happening's place is read as it is read for claims, from the unit that holds the event's word. Of the place read only the names that
are it count, not wider places around them; a location is found when a name read for the event overlaps it. The weights were learnt from
these rows (``train.where``): its ``--check`` gives the figures for rows not learnt from.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.places import article_of, read
from sayso import hooks
from sayso.find.circumstances import told_place
from sayso.find.kinds import kind
from sayso.find.mentions import mentions
from sayso.find.parse import parser
from sayso.find.tree import Tree
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.find.units import units
from sayso.model.article import Article
from sayso.model.happening import Codes, HappeningKind
from sayso.model.span import Grounded, Span
from sayso.resolve.spotted import spotted

Row = dict[str, Any]
BATCH = 64


def read_places(article: Article, trees: Sequence[Tree], event: Span) -> list[Span]:
    """Return the names read as the place of the event's word; none when no sentence has the word."""
    told = happening(article, trees, event)
    return told_place(*told, article)[1] if told is not None else []


def happening(
    article: Article, trees: Sequence[Tree], event: Span, named: HappeningKind | None = None
) -> tuple[Unit, Trigger] | None:
    """Return the unit that holds the event's word, with that word as its trigger; the whole sentence when no unit does.

    ``named`` is its kind; without it the kind is what the unit tells.
    """
    tree = next((t for t in trees if t.tokens_in(event)), None)
    if tree is None:
        return None
    at = tree.tokens_in(event)[0]
    whole = Unit(tree, tuple(range(len(tree))), tree.root, (), "own", "bench")
    unit = next((u for u in units(article, [tree], []) if at in u.tokens), whole)
    told = kind(unit, article)
    by = told.kind.value if told else "other"
    return unit, Trigger(Grounded(named or by, "bench"), at, told.codes if told else Codes())


def measure(rows: list[Row]) -> None:
    """Print precision, recall and F1 over all rows, and over those whose sentences name several places."""
    tallies: dict[str, list[int]] = {"all": [0, 0, 0], "several": [0, 0, 0]}
    parse = parser(hooks.model()).parse
    for first in range(0, len(rows), BATCH):
        batch = rows[first : first + BATCH]
        articles = [article_of(r["text"]) for r in batch]
        for row, article, trees in zip(batch, articles, parse(articles), strict=True):
            event = Span(row["event"]["start"], row["event"]["end"])
            got, named = read_places(article, trees, event), len(spotted(article, mentions(trees)))
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
