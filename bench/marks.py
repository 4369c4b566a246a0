"""Scores what is read to have happened against the project's own marks: kind, word, who, to whom, where.

    python -m bench.marks CORPORA [--marks train/marks/war.jsonl] [--half even|odd] [--unheard] [--wrong N] [--kinds A>B] [--json]

CORPORA is the folder of the texts the marks are of (``train.corpora``). A claim is compared when its words hold the word of a marked
happening or when it is read as one: it is right in kind when one of those marks has its kind, and its word when one has its word.
Roles and place are compared where the kind is right, with the mark whose word is nearest to the claim's. ``--half`` takes every
second article, so that one half may be read for mistakes and the other stay unseen. The encoder was fitted to most of these
articles: ``--unheard`` takes only those it never saw. ``--wrong`` shows so many claims read wrongly, ``--kinds`` those of one confusion.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from train.corpora import texts_of
from train.sets import kept_out

from bench.gold import FAMILY, f1
from sayso.model.article import Refusal, Supplied
from sayso.model.claim import Claim
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.pipeline.library import text_capture
from sayso.pipeline.run import one_thread_each, outcomes

Mark = dict[str, Any]
NONE = "-"
ROLES = (("actors", "actor"), ("targets", "target"))
COUNTED = ("killed", "injured", "captured", "displaced")
"""Marks of people counted, who are marked as targets only by some."""


@dataclass
class Tally:
    """Counts over articles: comparisons right and all, things found (right, read, marked), confusions of kinds, what is wrong."""

    told: Counter[tuple[str, bool]] = field(default_factory=Counter)
    found: Counter[tuple[str, int]] = field(default_factory=Counter)
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[tuple[str, str, str]] = field(default_factory=list)

    def tell(self, name: str, right: bool) -> None:
        """Count one comparison."""
        self.told[name, right] += 1

    def count(self, name: str, right: int, read: int, marked: int) -> None:
        """Count one set of things found."""
        for n, value in enumerate((right, read, marked)):
            self.found[name, n] += value

    def figures(self) -> dict[str, float]:
        """Return every measure, between 0 and 1."""
        shares = {name: self.told[name, True] / self.all(name) for name, _ in self.told}
        return shares | {name: f1(*(self.found[name, n] for n in range(3))) for name, _ in self.found}

    def all(self, name: str) -> int:
        """Return how often a measure was compared."""
        return self.told[name, True] + self.told[name, False]


def compare(reading: Reading, marks: Sequence[Mark], tally: Tally) -> None:
    """Compare the claims of one article with its marks."""
    met: set[int] = set()
    for claim in reading.claims:
        held = [n for n, m in enumerate(marks) if _holds(claim, m["trigger"])]
        met.update(held)
        if held or claim.happening:
            _compare(reading.article.text, claim, [marks[n] for n in held], tally)
    mine = {c.happening.kind.spans[0] for c in reading.claims if c.happening and c.happening.kind.spans}
    words = sum(any(_meets(s, m["trigger"]) for s in mine) for m in marks)
    tally.count("words", words, len(mine), len(marks))
    tally.count("claimed", len(met), len(marks), len(marks))


def _compare(text: str, claim: Claim, held: Sequence[Mark], tally: Tally) -> None:
    h = claim.happening
    kind, rule = (h.kind.value, h.kind.rule) if h else (NONE, "")
    same = [m for m in held if m["kind"] == kind]
    tally.tell("kind", bool(same))
    tally.tell("family", any(FAMILY[m["kind"]] == FAMILY.get(kind, NONE) for m in held))
    tally.tell("event", bool(held) and h is not None)
    if h:
        tally.tell("kind by " + rule.split(".")[1], bool(same))
    if not same:
        word = h.kind.spans[0] if h and h.kind.spans else claim.content[0]
        wanted = _nearest(held, word)["kind"] if held else NONE
        tally.kinds[wanted, kind] += 1
        said = " … ".join(s.of(text) for s in claim.content)
        tally.wrong.append((wanted, kind, f"{rule} {[s.of(text) for s in h.kind.spans] if h else ''} | {said}"))
    elif h:
        mark = _nearest(same, h.kind.spans[0] if h.kind.spans else claim.content[0])
        tally.tell("word", any(_meets(s, mark["trigger"]) for s in h.kind.spans))
        for mine, theirs in ROLES:
            wanted = _pieces(mark[theirs])
            aside = [] if mine == "actors" else [s for n in COUNTED for s in _pieces(mark[n])]
            read = [a.span for a in getattr(h, mine)]
            kept = [s for s in read if any(map(s.overlaps, wanted)) or not any(map(s.overlaps, aside))]
            _count(tally, mine, kept, wanted)
        if h.place or mark["place"]:
            tally.tell("place", bool(h.place and h.place.span and _meets(h.place.span, mark["place"])))


def _pieces(spans: Sequence[Sequence[int]]) -> list[Span]:
    return [Span(a, b) for a, b in spans]


def _count(tally: Tally, name: str, mine: Sequence[Span], theirs: Sequence[Span]) -> None:
    hit = sum(any(a.overlaps(b) for b in theirs) for a in mine)
    met = sum(any(a.overlaps(b) for a in mine) for b in theirs)
    tally.count(name, min(hit, met), len(mine), len(theirs))


def _holds(claim: Claim, spans: Sequence[Sequence[int]]) -> bool:
    return any(s.start <= a < s.end for s in claim.content for a, _ in spans)


def _meets(span: Span, spans: Sequence[Sequence[int]]) -> bool:
    return any(a < span.end and span.start < b for a, b in spans)


def _nearest(held: Sequence[Mark], word: Span) -> Mark:
    return min(held, key=lambda m: abs(m["trigger"][0][0] - word.start))


def pairs(marks: Path, corpora: Path, half: str, *, unheard: bool) -> Iterator[tuple[Reading, Sequence[Mark]]]:
    """Yield the readings of the marked articles, each with its marked happenings."""
    rows = [json.loads(line) for line in marks.read_text(encoding="utf-8").splitlines()]
    rows = rows[{"even": slice(0, None, 2), "odd": slice(1, None, 2)}.get(half, slice(None))]
    rows = [r for r in rows if r["happenings"] and not (unheard and not kept_out(r["id"]))]
    texts = texts_of(corpora)
    captures = (text_capture(texts(r["id"]), Supplied("", "", "", "")) for r in rows)
    for row, outcome in zip(rows, outcomes(captures), strict=True):
        if isinstance(outcome, Refusal):
            raise SystemExit(f"{row['id']}: {outcome.problem.message}")
        if outcome[1].article.text == texts(row["id"]):
            yield outcome[1], row["happenings"]


def main() -> None:
    """Read, compare and print."""
    one_thread_each()
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpora", type=Path)
    ask.add_argument("--marks", type=Path, default=Path("train/marks/war.jsonl"))
    ask.add_argument("--half", choices=("even", "odd", "both"), default="both")
    ask.add_argument("--unheard", action="store_true", help="only articles that the encoder was not fitted to")
    ask.add_argument("--wrong", type=int, default=0, help="show so many claims whose kind is read wrongly")
    ask.add_argument("--kinds", default="", help="show those marked A and read B only: A>B, either side may be empty")
    ask.add_argument("--json", action="store_true")
    a = ask.parse_args()
    tally, articles = Tally(), 0
    for reading, marks in pairs(a.marks, a.corpora, a.half, unheard=a.unheard):
        articles += 1
        compare(reading, marks, tally)
    if a.json:
        sys.stdout.write(json.dumps(tally.figures(), indent=1, sort_keys=True) + "\n")
        return
    _print(tally, articles, a.kinds, a.wrong)


def _print(tally: Tally, articles: int, kinds: str, most: int) -> None:
    print(f"{articles} articles")
    for name in sorted({n for n, _ in tally.found}):
        right, read, marked = (tally.found[name, n] for n in range(3))
        print(f"{name:18} F1 {f1(right, read, marked):.3f}   {right} right, {read} read, {marked} marked")
    for name in sorted({n for n, _ in tally.told}):
        right = tally.told[name, True]
        print(f"{name:18}    {right / tally.all(name):.3f}   {right} of {tally.all(name)}")
    for (wanted, kind), n in tally.kinds.most_common(30 if most else 12):
        print(f"{n:5} marked {wanted}, read {kind}")
    wanted, _, kind = kinds.partition(">")
    shown = [w for w in tally.wrong if wanted in ("", w[0]) and kind in ("", w[1])]
    for w, k, said in shown[:: max(1, len(shown) // most)][:most] if most else []:
        print(f"\n{w} > {k}  {said}")


if __name__ == "__main__":
    main()
