"""Scores who does what to whom, in PLOVER's codes, on sentences coded by hand.

    python -m bench.plover FILE [--list]

FILE is ``plover_gsr.jsonl``: sentences with events, each with its type and actors in codes. The root is what the root reader
(``sayso.find.encoder.roots``, which learnt from other sentences) finds likeliest. Who and whom are read by ``sayso.find.dyad`` and coded by ``sayso.show.exports.coding``.

How a triple is matched: an event gives one triple (actor's country code, root, target's country code) for every pair of its actors and
targets (codes named twice count once), "-" where there is none. A triple read is right when all three are equal to one of the same sentence's triples that
is not yet taken. Old names of roots are today's: DEMAND is REQUEST, FIGHT is ASSAULT, DISAPPROVE and INVESTIGATE are ACCUSE. Codes of
countries that the coders misspelt (JAP, ITL, VTN) stand for the right ones. "with sectors" asks besides that both sectors are equal,
where the coders gave one (groups in lower case after it are left off; *** is any).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sayso.find.dyad import Dyad, dyad, retreats
from sayso.find.encoder.roots import roots
from sayso.find.parse import parser
from sayso.find.tree import Tree
from sayso.model.article import Article, Supplied
from sayso.model.span import Span
from sayso.pipeline.library import text_capture
from sayso.pipeline.run import one_thread_each
from sayso.read import article as read_article
from sayso.show.exports.coding import Coded, Named, coded, mentions, sector

Row = dict[str, Any]
Triple = tuple[str, str, str]
RENAMED = {"DEMAND": "REQUEST", "FIGHT": "ASSAULT", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE"}
MISSPELT = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}
NOBODY = "-"
YIELD = "YIELD"
"""The root head's name for RETREAT and CONCEDE together."""


def root_of(text: str) -> str:
    """Return the likeliest root of a sentence."""
    return next(iter(roots(text, Span(0, len(text)))), "")


def settled(root: str, tree: Tree) -> str:
    """Return the root with yielding told apart."""
    return root if root != YIELD else ("RETREAT" if retreats(tree) else "CONCEDE")


def parties(tree: Tree, article: Article, found: Dyad) -> tuple[list[Coded], list[Coded]]:
    """Return actors and targets in codes."""
    text = article.text
    named = {m.start: m for m in mentions(text) if not m.town or _placed(tree, m.start)}
    actors = [_phrase(text, s, named) for s in found.doers]
    actors = [a for a in dict.fromkeys(actors) if a.country or a.sector]
    own = {a.country for a in actors}
    others = list(_others(tree, text, found, named))
    codes = [*(o.country for o, _ in others if o.country), *(m.code for m in named.values())]
    first = next(iter(codes), "")
    actors = [a if a.country else Coded(first, a.sector) for a in actors] or ([Coded(first, "")] if first else [])
    foreign = [(o, w) for o, w in others if o.country and o.country not in own]
    domestic = [(o, w) for o, w in others if o.sector and not o.country]
    other, joins = next(iter(foreign or domestic), (None, False))
    if other is None or (found.mutual and len(own - {""}) > 1):
        return actors, []
    if found.mutual and joins:
        return [*actors, other], []
    return actors, [other if other.country else Coded(actors[0].country if actors else "", other.sector)]


def _placed(tree: Tree, start: int) -> bool:
    return any(tree.start[i] == start and tree.entity[i] in ("GPE", "LOC", "FAC", "NORP") for i in range(len(tree)))


def _phrase(text: str, span: Span, named: dict[int, Named]) -> Coded:
    """Return the codes of a phrase; a town in it tells the country where nothing else does."""
    found = coded(span.of(text))
    inside = next((m.code for at, m in named.items() if span.start <= at < span.end), "")
    return Coded(found.country or inside, found.sector)


def _others(tree: Tree, text: str, found: Dyad, named: dict[int, Named]) -> Iterator[tuple[Coded, bool]]:
    """Yield who may be the other side, in the order of the dyad, and whether the deed is done with them."""
    for span in found.others:
        words = span.of(text)
        if " " in words:
            yield _phrase(text, span, named), False
        elif span.start in named:
            yield _around(tree, text, span, named[span.start].code), _joined(tree, span, found.verb)
        elif words[:1].islower() and (s := sector(words)):
            yield Coded("", s), False


def _joined(tree: Tree, span: Span, verb: int) -> bool:
    """Tell whether a name is the object of the deed, or brought by "with" or "between"."""
    at = tree.tokens_in(span)[0]
    for _ in range(6):
        up = tree.head[at]
        if tree.dep[at] == "pobj":
            return tree.lower[up] in ("with", "between")
        if up in (at, verb):
            return tree.dep[at] == "dobj"
        at = up
    return False


def _around(tree: Tree, text: str, span: Span, code: str) -> Coded:
    """Return a country with the sector of the noun that its name is said of."""
    (at, *_) = tree.tokens_in(span)
    up = tree.head[at]
    if tree.dep[at] in ("amod", "compound", "poss", "nmod") and tree.pos[up] in ("NOUN", "PROPN"):
        return Coded(code, sector(tree.words(min(at, up), max(at, up)).of(text)))
    return Coded(code, "")


def gold_triples(row: Row, *, sectors: bool) -> list[Triple]:
    """Return the triples that the coders gave."""
    out = []
    for e in row["gold"]["events"]:
        root = RENAMED.get(e["plover_event"], e["plover_event"])
        sides = [_distinct(_gold_code(a, sectors=sectors) for a in (e[r] if isinstance(e[r], list) else []))
                 for r in ("source", "target")]  # fmt: skip
        out += [(a, root, b) for a in sides[0] for b in sides[1]]
    return out


def _distinct(codes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(codes)) or [NOBODY]


def _gold_code(actor: Row, *, sectors: bool) -> str:
    code = actor.get("code") or NOBODY
    code = MISSPELT.get(code, code)
    return f"{code} {(actor.get('sector') or '')[:3]}" if sectors else code


def _code(c: Coded, *, sectors: bool) -> str:
    return f"{c.country or NOBODY} {c.sector}" if sectors else c.country or NOBODY


def read_triples(text: str, *, sectors: bool) -> list[Triple]:
    """Return the triples read in a sentence."""
    article, _ = read_article(text_capture(text, Supplied("", "", "", "")))
    (trees,) = parser().parse([article])
    if not trees:
        return []
    tree = max(trees, key=len)
    found = dyad(tree)
    if found is None:
        return []
    kind = settled(root_of(text), tree)
    actors, targets = parties(tree, article, found)
    sides = [_distinct(_code(c, sectors=sectors) for c in side) for side in (actors, targets)]
    return [(a, kind, b) for a in sides[0] for b in sides[1]]


def taken(gold: Sequence[object], found: Sequence[object]) -> int:
    """Return how many triples read are right."""
    return sum((Counter(gold) & Counter(found)).values())


def f1(right: int, found: int, gold: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (found + gold) if found + gold else 0.0


def score(rows: Sequence[Row], *, show: bool) -> None:
    """Print triple F1, and each part alone."""
    counts: dict[str, list[int]] = {}
    for row in rows:
        gold, found = gold_triples(row, sectors=False), read_triples(row["text"], sectors=False)
        if show:
            print("ok   " if taken(gold, found) == len(gold) == len(found) else "wrong", gold, found, row["text"])
        count(counts, "triples", gold, found)
        for k, part in enumerate(("actor", "root", "target")):
            count(counts, part, sorted({t[k] for t in gold}), sorted({t[k] for t in found}))
        count(counts, "triples with sectors", gold_triples(row, sectors=True), read_triples(row["text"], sectors=True))
    for part, (right, read, coded_) in counts.items():
        print(f"{part:22} F1 {f1(right, read, coded_):.3f}   {right} right, {read} read, {coded_} coded")


def count(counts: dict[str, list[int]], part: str, gold: Sequence[object], found: Sequence[object]) -> None:
    """Add what is right, read and coded of one part of a sentence."""
    row = counts.setdefault(part, [0, 0, 0])
    for k, n in enumerate((taken(gold, found), len(found), len(gold))):
        row[k] += n


def main() -> None:
    """Score the file."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("file", type=Path)
    p.add_argument("--list", action="store_true", help="print every sentence's triples")
    given = p.parse_args()
    one_thread_each()
    rows = [json.loads(line) for line in given.file.read_text(encoding="utf-8").splitlines() if line.strip()]
    score(rows, show=given.list)


if __name__ == "__main__":
    main()
