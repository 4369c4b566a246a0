"""Scores readings against articles marked by hand: claims found, chains, fields.

    python -m bench.gold GOLD_DIR [--docs A,B] [--list] [--json] [--save DIR]

GOLD_DIR holds NAME.txt and NAME.json (the marks). Claims are paired by their content (Jaccard index of tokens at least
0.5, the assignment with the greatest overlap); fields are compared on paired claims. An F1 has its counts beside it; an
accuracy counts the pairs where either side gives the field. ``place`` compares names, the distances only what both pin.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from bench.gold_match import (
    ENOUGH,
    Text,
    alike,
    best_pairs,
    chain_alike,
    count_pairs,
    kilometres,
    link_alike,
    link_pairs,
)
from sayso.model.claim import Claim
from sayso.model.happening import Figure, Happening
from sayso.model.reading import Reading

FAMILIES = {
    "battle": "armed-clash government-regains-territory nonstate-overtakes-territory advance-or-hold",
    "remote": "air-drone-strike shelling-artillery-missile ied-mine suicide-bomb grenade chemical-weapon",
    "civilians": "attack-on-civilians abduction-forced-disappearance sexual-violence execution-or-torture",
    "unrest": "protest riot-mob",
    "political": "arrest-detention agreement-ceasefire talks-diplomacy sanction-or-legal threat-or-demand",
    "humanitarian": "displacement-evacuation aid-or-blockade",
    "military-activity": "deployment-movement base-or-fortification weapons-transfer surveillance-intelligence",
    "looting": "looting-destruction",
    "toll": "casualties-toll",
    "other": "other",
}
FAMILY = {kind: family for family, kinds in FAMILIES.items() for kind in kinds.split()}
ASIDE = {"donation", "rights", "disclaimer", "contact", "navigation"}
FIGURES = ("killed", "injured", "captured", "displaced")
Marks = dict[str, Any]
Days = tuple[date, date] | None


@dataclass
class Tally:
    """Counts of one article or of many: right and all for accuracies; right, predicted and gold for F1s."""

    accuracy: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    found: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    def tell(self, name: str, right: object) -> None:
        """Count one comparison."""
        self.accuracy[name][0] += bool(right)
        self.accuracy[name][1] += 1

    def count(self, name: str, right: int, predicted: int, gold: int) -> None:
        """Count one set of things found."""
        for k, n in enumerate((right, predicted, gold)):
            self.found[name][k] += n

    def add(self, other: Tally) -> None:
        """Add another tally's counts."""
        for name, pair in other.accuracy.items():
            self.accuracy[name] = [a + b for a, b in zip(self.accuracy[name], pair, strict=True)]
        for name, triple in other.found.items():
            self.count(name, *triple)

    def figures(self) -> dict[str, float]:
        """Return every measure that measured anything, between 0 and 1."""
        out = {name: right / all_ for name, (right, all_) in self.accuracy.items() if all_}
        return out | {name: f1(*v) for name, v in self.found.items() if v[1] or v[2]}


def f1(right: int, predicted: int, gold: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (predicted + gold) if predicted + gold else 0.0


def marks_of(r: Reading) -> Marks:
    """Return a reading in the form of the gold marks."""
    text = r.article.text
    begins = [" ".join(z.span.of(text).split()[:8]) for z in r.article.zones if z.kind in ASIDE]
    return {"meta": {"not_reporting": [b for b in begins if b]}, "claims": [_claim(text, c) for c in r.claims]}


def _claim(text: str, c: Claim) -> Marks:
    links = [
        {
            "source": v.source.of(text) if v.source else None,
            "cue": v.cue.of(text) if v.cue else None,
            "kind": v.kind,
            "named": v.named,
        }
        for v in c.voices
    ]
    return {
        "id": c.id, "content": [s.of(text) for s in c.content], "chain": links, "manner": c.manner.value,
        "polarity": c.polarity.value, "certainty": c.certainty.value, "tense": c.tense.value,
        "event": _event(text, c.happening),
    }  # fmt: skip


def _event(text: str, h: Happening | None) -> Marks | None:
    if h is None:
        return None
    place, when, control = h.place, h.when, h.control
    return {
        "type": h.kind.value,
        "actors": [{"text": a.span.of(text), "name": a.name} for a in h.actors],
        "targets": [{"text": a.span.of(text), "name": a.name} for a in h.targets],
        "place": place and {"text": place.text, "name": place.name, "lat": place.lat, "lon": place.lon},
        "when": when and when.start and {"text": when.text, "start": when.start, "end": when.end},
        **{name: _range(getattr(h, name)) for name in FIGURES},
        "means": [m.span.of(text) for m in h.means],
        "control": control and {"place": control.place, "from": control.from_, "to": control.to},
    }


def _range(f: Figure | None) -> list[int | None] | None:
    return None if f is None else [f.low, f.high]


def score(gold: Marks, predicted: Marks, text: str) -> Tally:
    """Return the tally of one article."""
    t, where = Tally(), Text(text)
    g, p = gold["claims"], predicted["claims"]
    pairs = _pairs(g, p, where)
    t.count("claims", len(pairs), len(p), len(g))
    both = sum(1 for i, j in pairs.items() if g[i]["event"] and p[j]["event"])
    t.count("event_claims", both, sum(1 for c in p if c["event"]), sum(1 for c in g if c["event"]))
    for i, j in pairs.items():
        _compare(t, g[i], p[j])
    t.missed = [c["id"] for i, c in enumerate(g) if i not in pairs]
    t.extra = [c["id"] for j, c in enumerate(p) if j not in set(pairs.values())]
    _compare_starts(t, gold["meta"].get("not_reporting") or [], predicted["meta"]["not_reporting"], where)
    return t


def _pairs(g: Sequence[Marks], p: Sequence[Marks], where: Text) -> dict[int, int]:
    gold = [where.covered(where.locate(c["content"])) for c in g]
    mine = [where.covered(where.locate(c["content"])) for c in p]
    weight = np.zeros((len(g), len(p)))
    tie = 0.25 / max(len(g), len(p), 1)
    for i, a in enumerate(gold):
        for j, b in enumerate(mine):
            if a & b and len(a & b) / len(a | b) >= ENOUGH:
                agree = chain_alike(g[i]["chain"], p[j]["chain"]) + (g[i]["polarity"] == p[j]["polarity"])
                weight[i, j] = sum(where.tokens[k][1] - where.tokens[k][0] for k in a & b) + tie * agree
    return best_pairs(weight)


def _compare(t: Tally, g: Marks, p: Marks) -> None:
    a, b = g["chain"], p["chain"]
    t.tell("chain", chain_alike(a, b))
    if a or b:
        t.tell("chain_att", chain_alike(a, b))
    for name, k in (("nearest", 0), ("origin", -1)):
        t.tell(name, link_alike(a[k], b[k]) if a and b else not a and not b)
    for x, y in link_pairs(a, b):
        t.tell("kind", x["kind"] == y["kind"])
        t.tell("named", x["named"] is y["named"])
    for name in ("manner", "polarity", "certainty", "tense"):
        t.tell(name, g[name] == p[name])
    t.tell("has_event", bool(g["event"]) == bool(p["event"]))
    if g["event"] or p["event"]:
        _compare_events(t, g["event"] or {}, p["event"] or {})


def _compare_events(t: Tally, a: Marks, b: Marks) -> None:
    t.tell("type", a.get("type") == b.get("type"))
    t.tell("family", FAMILY.get(a.get("type", ""), "-") == FAMILY.get(b.get("type", ""), "+"))
    for role in ("actors", "targets", "means"):
        x, y = list(_items(a, role)), list(_items(b, role))
        t.count(role, count_pairs(x, y, _item_alike), len(y), len(x))
    _compare_places(t, a.get("place") or {}, b.get("place") or {})
    _compare_days(t, _days(a.get("when")), _days(b.get("when")))
    for name in FIGURES:
        if a.get(name) or b.get(name):
            t.tell(f"{name}_exact", a.get(name) == b.get(name))
    gold, mine = ([c for c in [event.get("control")] if c] for event in (a, b))
    t.count("control", count_pairs(gold, mine, _control_alike), len(mine), len(gold))


def _compare_days(t: Tally, a: Days, b: Days) -> None:
    if a or b:
        t.tell("when_exact", a == b)
        t.tell("when_overlap", a and b and a[0] <= b[1] and b[0] <= a[1])


def _items(event: Marks, role: str) -> Iterator[tuple[str, str]]:
    for item in event.get(role) or []:
        yield (item, "") if isinstance(item, str) else (item["text"], item["name"])


def _item_alike(a: tuple[str, str], b: tuple[str, str]) -> bool:
    return any(alike(x, y) for x in a for y in b if x and y)


def _control_alike(a: Marks, b: Marks) -> bool:
    same = alike(a["place"], b["place"]) and alike(a["to"], b["to"])
    return same and (not a["from"] or not b["from"] or alike(a["from"], b["from"]))


def _compare_places(t: Tally, a: Marks, b: Marks) -> None:
    if not a and not b:
        return
    t.tell("place", a and b and _item_alike((a["text"], a["name"]), (b["text"], b["name"])))
    if a and b and a["lat"] is not None and b["lat"] is not None:
        far = kilometres((a["lat"], a["lon"]), (b["lat"], b["lon"]))
        t.tell("within_25km", far <= 25)
        t.tell("within_161km", far <= 161)


def _days(when: Marks | None) -> Days:
    return (date.fromisoformat(when["start"]), date.fromisoformat(when["end"])) if when else None


def _compare_starts(t: Tally, gold: Sequence[str], mine: Sequence[str], where: Text) -> None:
    """Count the blocks set aside whose beginnings are at most two tokens apart."""
    a, b = [where.begins(s) for s in gold], [where.begins(s) for s in mine]
    t.count("boilerplate", count_pairs(a, b, lambda x, y: any(abs(m - n) <= 2 for m in x for n in y)), len(b), len(a))


def score_folder(folder: Path, docs: Sequence[str] = ()) -> dict[str, Tally]:
    """Read and score every marked article of a folder; by name, in order."""
    from sayso.pipeline.library import read

    found = {}
    for path in sorted(folder.glob("*.json")):
        if not docs or path.stem in docs:
            source = path.with_suffix(".txt")
            marks = marks_of(read(source))
            found[path.stem] = score(
                json.loads(path.read_text(encoding="utf-8")), marks, source.read_text(encoding="utf-8")
            )
    return found


def total(tallies: dict[str, Tally]) -> Tally:
    """Return all counts together."""
    t = Tally()
    for each in tallies.values():
        t.add(each)
    return t


def table(t: Tally) -> Iterator[str]:
    """Yield one line a measure, with its counts."""
    for name, (right, predicted, gold) in sorted(t.found.items()):
        if predicted or gold:
            yield f"{name:14} F1 {f1(right, predicted, gold):.3f}   {right} right, {predicted} found, {gold} marked"
    for name, (right, all_) in sorted(t.accuracy.items()):
        yield f"{name:14}    {right / all_:.3f}   {right} of {all_}"


def main() -> None:
    """Print the table, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--docs", default="")
    parser.add_argument("--list", action="store_true", help="name the claims missed and the claims too many")
    parser.add_argument("--json", action="store_true")
    a = parser.parse_args()
    tallies = score_folder(a.gold, [d for d in a.docs.split(",") if d])
    if a.json:
        sys.stdout.write(json.dumps(total(tallies).figures(), indent=1, sort_keys=True) + "\n")
        return
    for name, t in tallies.items():
        print(f"{name:28} claims F1 {f1(*t.found['claims']):.2f}  events F1 {f1(*t.found['event_claims']):.2f}")
        if a.list:
            print(f"    missed {' '.join(t.missed) or '-'}; too many {' '.join(t.extra) or '-'}")
    print("\n".join(table(total(tallies))))


if __name__ == "__main__":
    main()
