"""Scores the incidents read in messages against templates filled by analysts: how many of which type, and who and what fills them.

    python -m bench.muc4 FILE [--split tst1,tst2] [--list]

FILE is ``muc4.jsonl``. How it is counted: types are compared as bags, message by message; an incident that the analysts left open
counts neither for nor against. Fillers are pooled over a message and compared slot by slot; one is right when it is in, or has in
it, one of the wordings given for a filler that is not yet taken (case, articles and a few words of place left off). "pooled" adds
the five slots. "told" is how often it is right whether a message tells any incident at all.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.attribution import body, lines
from sayso.find.incidents import incidents
from sayso.pipeline.run import one_thread_each

Row = dict[str, Any]
Read = Sequence[Mapping[str, Any]]
"""Incidents read in a message: each its ``type`` and, by slot, wordings."""
SLOTS = {
    "perp_ind": ("perp_individual",), "perp_org": ("perp_org",), "victim": ("victim_name", "victim_desc"),
    "target": ("target_phys",), "weapon": ("weapon",),
}  # fmt: skip
LEFT_OFF = re.compile(r"\b(al|el|ad|as|ar|an|the|city|town|village|province|governorate)\b")
NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold(words: str) -> str:
    """Return the words as they are compared."""
    return NOT_WORD.sub(" ", LEFT_OFF.sub(" ", words.lower().replace("'", "").replace("’", ""))).strip()


def alike(one: str, other: str) -> bool:
    """Tell whether one wording has the other in it."""
    a, b = fold(one), fold(other)
    return bool(a and b) and (a in b or b in a)


def counts(row: Row, read: Read) -> Counter[str]:
    """Return what is right, read and asked for in one message, by part ("type right" …)."""
    templates = row["gold"]["templates"]
    asked = [t for t in templates if not t["optional"]]
    found = Counter({"told right": int(bool(templates) == bool(read)), "told read": 1, "told asked": 1})
    found += types(asked, [t for t in templates if t["optional"]], read)
    for slot, names in SLOTS.items():
        found += fillers(slot, names, templates, asked, wordings(read, slot))
    return found


def wordings(read: Read, slot: str) -> list[str]:
    """Return the wordings read for a slot, each once."""
    return list(dict.fromkeys(w for incident in read for w in incident.get(slot, ())))


def types(asked: Sequence[Row], left_open: Sequence[Row], read: Read) -> Counter[str]:
    """Return the counts of incident types."""
    gold, spare = (Counter(_type(t) for t in ts) for ts in (asked, left_open))
    have = Counter(i["type"] for i in read)
    right = gold & have
    return Counter({"type right": right.total(), "type read": have.total() - ((have - right) & spare).total(),
                    "type asked": gold.total()})  # fmt: skip


def _type(template: Row) -> str:
    return next(iter(template["incident_type"]), "?")


def fillers(
    slot: str, names: Sequence[str], templates: Sequence[Row], asked: Sequence[Row], read: Sequence[str]
) -> Counter[str]:
    """Return the counts of one slot."""
    gold = list(_distinct([_words(f) for t in asked for n in names for f in t[n] if not f["optional"]]))
    taken: set[str] = set()
    for one in gold:
        match = next((w for w in read if w not in taken and any(alike(w, g) for g in one)), None)
        if match is not None:
            taken.add(match)
    known = [w for t in templates for n in names for f in t[n] for w in _words(f)]
    charged = [w for w in read if w in taken or not any(alike(w, k) for k in known)]
    return Counter({f"{slot} right": len(taken), f"{slot} read": len(charged), f"{slot} asked": len(gold)})


def _words(filler: Row) -> list[str]:
    return [a["str"] for a in filler["alternates"] if a.get("str")]


def _distinct(fillers: Sequence[list[str]]) -> Iterable[list[str]]:
    return (f for k, f in enumerate(fillers) if f and f not in fillers[:k])


def pooled(found: Counter[str]) -> Counter[str]:
    """Return the counts with the slots added up."""
    return found + Counter({f"pooled {k}": sum(found[f"{s} {k}"] for s in SLOTS) for k in ("right", "read", "asked")})


def f1(right: int, read: int, asked: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (read + asked) if read + asked else 0.0


def show(found: Counter[str]) -> None:
    """Print precision, recall and F1 of each part."""
    for part in ("told", "type", *SLOTS, "pooled"):
        right, read, asked = (found[f"{part} {k}"] for k in ("right", "read", "asked"))
        print(f"{part:9} P {right / max(1, read):.3f}  R {right / max(1, asked):.3f}  F1 {f1(right, read, asked):.3f}   "
              f"{right} right, {read} read, {asked} asked for")  # fmt: skip


def incidents_of(row: Row) -> Read:
    """Return what is read in a message, in the form of the set."""
    return [{"type": i.type.value, **{s: [f.words.value for f in fs] for s, fs in i.fillers.items()}}
            for i in incidents(body(row))]  # fmt: skip


def listed(row: Row, read: Read) -> None:
    """Print what is read in a message beside what is asked for."""
    print(row["id"])
    for t in row["gold"]["templates"]:
        slots = {s: [" / ".join(_words(f)) for n in names for f in t[n]] for s, names in SLOTS.items()}
        print("  asked", "(open)" if t["optional"] else "", _type(t), {s: w for s, w in slots.items() if w})
    for i in read:
        print("  read ", dict(i))


def main() -> None:
    """Score the file."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("file", type=Path)
    p.add_argument("--split", default="tst1,tst2", help="splits of the file; the reader learnt from dev")
    p.add_argument("--list", action="store_true", help="print what is read beside what is asked for")
    given = p.parse_args()
    one_thread_each()
    total: Counter[str] = Counter()
    for row in map(json.loads, lines(given.file)):
        if row["split"] in given.split.split(","):
            read = incidents_of(row)
            total += counts(row, read)
            if given.list:
                listed(row, read)
    show(pooled(total))


if __name__ == "__main__":
    main()
