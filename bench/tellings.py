"""Scores which tellings are brought together as one happening, and which contradictions are seen, against marks made by reading.

    python -m bench.tellings SOURCE [--marks fakes|more|news] [--half dev|held|all] [--within DAYS] [--wrong N] [--judged] [--json]

SOURCE is a corpus, or a ledger it was added to (a name that ends in .ledger): FA-KES (``fa-kes.jsonl.gz``) for the marks ``fakes``
and ``more``, ``news-2017-conflict.jsonl.gz`` for ``news``. The marks (``bench/data/tellings*.jsonl``) say for each happening which
sentences of which articles tell of it (offsets into the article's text), and how many killed and injured each article gives. Among
them are near misses that must not be brought together: the same place another day, the same day another strike, a toll of several
days. ``--within`` leaves out what an article tells later than so many days after: background, history.

``pairs``: two marked tellings are together when one happening of ours holds claims from both. ``b3``: B-cubed, every telling under
the happening of ours that holds most of its fellows; a telling that was not read stands alone. ``contradictions``: pairs of
tellings of one happening whose marked numbers can't both be right; found when our happening has a contradiction on that field
between the two articles, right when a contradiction of ours between two marked tellings is one by the marks. ``--judged`` tells how
many of the happenings judged by reading (``bench/judged/merged.txt``), right and wrong ones, are still made of the same accounts.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from sayso.ledger.sqlite import SqliteStore
from sayso.model.article import Refusal
from sayso.model.event import Account, Event
from sayso.model.reading import Reading
from sayso.pipeline.run import one_thread_each, outcomes
from sayso.pipeline.weighing import weighed
from sayso.read import captures

DATA = Path(__file__).parent / "data"
MARKS = {"fakes": DATA / "tellings.jsonl", "more": DATA / "tellings-more.jsonl", "news": DATA / "tellings-news.jsonl"}
JUDGED = Path(__file__).parent / "judged" / "merged.txt"
FIGURES = ("killed", "injured")
Range = tuple[int, int | None]


@dataclass(frozen=True)
class Item:
    """One marked telling: the happening, the article's ref, where it stands, and the numbers it gives."""

    happening: str
    article: str
    spans: tuple[tuple[int, int], ...]
    figures: dict[str, list[Range]] = field(compare=False)


@dataclass
class Tally:
    """Right ones, ours and the marked ones of a count."""

    right: int = 0
    ours: int = 0
    marked: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def scores(self) -> dict[str, float | int]:
        """Return precision, recall, F1 and the counts."""
        p, r = self.right / max(1, self.ours), self.right / max(1, self.marked)
        f1 = round(2 * p * r / max(1e-9, p + r), 3)
        return {"precision": round(p, 3), "recall": round(r, 3), "f1": f1, "ours": self.ours, "marked": self.marked}


def items(marks: Path, half: str, told: dict[str, str], within: int | None) -> list[Item]:
    """Return the marked tellings of one half, or of both ("all"); ``told`` are the days of the articles by ref."""
    found = []
    for line in marks.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if half in {row["half"], "all"}:
            found += [
                _item(row["id"], t)
                for t in row["tellings"]
                if within is None or _soon(row["day"], told.get(t["article"]), within)
            ]
    return found


def _soon(day: str | None, told: str | None, within: int) -> bool:
    """Tell whether an article of the day ``told`` came out at most so many days after ``day``; not where either is unknown."""
    if not day or len(day) < len("2017-01-01") or not told:
        return False
    return 0 <= (date.fromisoformat(told) - date.fromisoformat(day)).days <= within


def _item(happening: str, t: dict[str, Any]) -> Item:
    figures = {f: [(a, b) for a, b in t[f]] for f in FIGURES}
    return Item(happening, t["article"], tuple((a, b) for a, b in t["spans"]), figures)


def readings(source: str) -> Iterator[Reading]:
    """Yield the readings of a corpus, or of a ledger it is kept in."""
    if source.endswith(".ledger"):
        store = SqliteStore(source, create=False)
        for (key,) in store.db.execute("SELECT key FROM article ORDER BY id").fetchall():
            found = store.reading(key)
            assert found is not None
            yield found
        return
    for outcome in outcomes(captures([source], stdin=None)):
        if not isinstance(outcome, Refusal):
            yield outcome[1]


def located(marked: Sequence[Item], events: Sequence[Event], refs: dict[str, str]) -> dict[Item, set[str]]:
    """Return for each marked telling the events of ours that hold claims from its sentences; founding claims before others."""
    at: dict[str, list[tuple[str, Account]]] = {}
    for e in events:
        for a in e.accounts:
            at.setdefault(refs[a.article], []).append((e.id, a))
    found: dict[Item, set[str]] = {}
    for item in marked:
        near = [(key, t.core) for key, a in at.get(item.article, []) for t in a.tellers if t.span and _in(item, t.span)]
        core = {key for key, is_core in near if is_core}
        found[item] = core or {key for key, _ in near}
    return found


def _in(item: Item, span: Any) -> bool:
    return any(a < span.end and span.start < b for a, b in item.spans)


def pairs(marked: Sequence[Item], found: dict[Item, set[str]]) -> Tally:
    """Return how well pairs of tellings are brought together."""
    tally = Tally()
    for x, y in combinations(marked, 2):
        ours, same = bool(found[x] & found[y]), x.happening == y.happening
        tally.ours += ours
        tally.marked += same
        tally.right += ours and same
        if ours != same:
            (tally.wrong if ours else tally.missed).append(f"{x.happening} {x.article} | {y.happening} {y.article}")
    return tally


def b_cubed(marked: Sequence[Item], found: dict[Item, set[str]]) -> dict[str, float]:
    """Return B-cubed precision, recall and F1."""
    label: dict[Item, str] = {}
    for x in marked:
        fellows = {key: sum(key in found[y] for y in marked if y.happening == x.happening) for key in found[x]}
        label[x] = max(sorted(fellows), key=lambda k: fellows[k]) if fellows else f"unread {x.happening} {x.article}"
    p = r = 0.0
    for x in marked:
        ours = [y for y in marked if label[y] == label[x]]
        same = [y for y in marked if y.happening == x.happening]
        right = sum(y.happening == x.happening for y in ours)
        p += right / len(ours)
        r += right / len(same)
    p, r = p / len(marked), r / len(marked)
    return {"precision": round(p, 3), "recall": round(r, 3), "f1": round(2 * p * r / (p + r), 3)}


def contradictions(
    marked: Sequence[Item], found: dict[Item, set[str]], events: Sequence[Event], refs: dict[str, str]
) -> Tally:
    """Return how well contradictions on numbers are seen between marked tellings of one happening."""
    tally = Tally()
    by_id = {e.id: e for e in events}
    for x, y in combinations(marked, 2):
        if x.happening != y.happening or x.article == y.article:
            continue
        for name in FIGURES:
            a, b = x.figures[name], y.figures[name]
            truth = bool(a) and bool(b) and not any(_meet(r, s) for r in a for s in b)
            together = found[x] & found[y]
            ours = any(_contradicts(by_id[key], name, x.article, y.article, refs) for key in together)
            if not truth and (not a or not b):
                continue  # the marks do not say
            tally.ours += ours
            tally.marked += truth
            tally.right += ours and truth
            if ours != truth:
                line = f"{x.happening} {name} {x.article} {a} | {y.article} {b}{'' if together else ' (apart)'}"
                (tally.wrong if ours else tally.missed).append(line)
    return tally


def _meet(x: Range, y: Range) -> bool:
    return (x[1] is None or y[0] <= x[1]) and (y[1] is None or x[0] <= y[1])


def _contradicts(e: Event, name: str, one: str, other: str, refs: dict[str, str]) -> bool:
    home = {t.claim: refs[a.article] for a in e.accounts for t in a.tellers}
    wanted = {one, other}
    return any(
        r.field == name and r.bearing == "contradicts" and {home[r.one.claim], home[r.other.claim]} == wanted
        for r in e.relations
    )


def judged(events: Sequence[Event]) -> dict[str, dict[str, int]]:
    """Return for each round and verdict of reading how many happenings were judged so, and how many are still made as they were."""
    home = {a.id: e.id for e in events for a in e.accounts}
    found: dict[str, dict[str, int]] = {}
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            verdict, turn, *ids = line.split()
            counts = found.setdefault(f"{turn} {verdict}", {"judged": 0, "still one": 0})
            counts["judged"] += 1
            counts["still one"] += len({home.get(i, i) for i in ids}) == 1
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Print the scores; return 0."""
    one_thread_each()
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("source")
    parser.add_argument("--marks", choices=sorted(MARKS), default="fakes")
    parser.add_argument("--within", type=int)
    parser.add_argument("--half", choices=["dev", "held", "all"], default="dev")
    parser.add_argument("--wrong", type=int, default=0)
    parser.add_argument("--judged", action="store_true")
    parser.add_argument("--json", action="store_true", dest="as_json")
    asked = parser.parse_args(argv)
    read = list(readings(asked.source))
    refs = {r.article.id: r.article.ref for r in read}
    events = weighed(read)
    told_on = {r.article.ref: r.article.published.value[:10] for r in read if r.article.published}
    marked = items(MARKS[asked.marks], asked.half, told_on, asked.within)
    found = located(marked, events, refs)
    counted = pairs(marked, found)
    contrary = contradictions(marked, found, events, refs)
    told: dict[str, Any] = {
        "marks": asked.marks, "half": asked.half, "happenings": len({i.happening for i in marked}), "tellings": len(marked),
        "read": sum(bool(f) for f in found.values()), "pairs": counted.scores(), "b3": b_cubed(marked, found),
        "contradictions": contrary.scores(),
        "of two articles or more": sum(len({a.article for a in e.accounts}) > 1 for e in events),
    }  # fmt: skip
    if asked.judged:
        told["judged"] = judged(events)
    if asked.as_json:
        sys.stdout.write(json.dumps(told) + "\n")
        return 0
    for name, value in told.items():
        sys.stdout.write(f"{name}: {value}\n")
    for name, tally in (("pairs", counted), ("contradictions", contrary)):
        for kind, lines in (("wrong", tally.wrong), ("missed", tally.missed)):
            for line in lines[: asked.wrong]:
                sys.stdout.write(f"{name} {kind}: {line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
