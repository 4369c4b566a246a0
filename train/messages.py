"""The messages of MUC-4 as the incident reader learns from them: words tagged with the fillers they name, and how many incidents are told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from train.example import Marked, Numbers, reading
from train.heads import FILLERS, INCIDENTS

from train import sets

UNKNOWN = -100
"""Label of what the coders left open: it may be read or not."""
SLOTS = {
    "perp_ind": ("perp_individual",), "perp_org": ("perp_org",), "victim": ("victim_name", "victim_desc"),
    "target": ("target_phys",), "weapon": ("weapon",),
}  # fmt: skip


@dataclass(frozen=True)
class Message:
    """A message with tags of fillers, and for each type the fewest and the most incidents that the coders would accept."""

    marked: Marked
    counts: tuple[tuple[int, int], ...]


def messages(file: Path, splits: Sequence[str], numbers: Numbers) -> list[Message]:
    """Return the messages of the splits ("dev", "tst1" …) of the set."""
    return [message(row, numbers) for row in sets.rows(file) if row["split"] in splits]


def message(row: sets.Row, numbers: Numbers) -> Message:
    """Return one message with its labels."""
    read, pieces = reading(row["text"], numbers)
    sure, maybe = (sets.each(read, FILLERS, places(row, optional=o)) for o in (False, True))
    tags = [[s or (UNKNOWN if m else 0) for s, m in zip(*pair, strict=True)] for pair in zip(sure, maybe, strict=True)]
    few, more = (
        Counter((t["incident_type"] or ["?"])[0] for t in row["gold"]["templates"] if t["optional"] is o)
        for o in (False, True)
    )
    counts = tuple((few[i], few[i] + more[i]) for i in INCIDENTS)
    return Message(Marked(row["id"], "muc4", read, pieces, {"fillers": tags}), counts)


def places(row: sets.Row, *, optional: bool) -> dict[str, list[list[int]]]:
    """Return where the words of the fillers stand, those the coders ask for or those they left open."""
    found: dict[str, list[list[int]]] = {}
    for slot, names in SLOTS.items():
        words = {
            a["str"]
            for t in row["gold"]["templates"]
            for n in names
            for f in t[n]
            for a in f["alternates"]
            if a.get("str") and (t["optional"] or f["optional"]) is optional
        }
        found[slot] = [s for w in sorted(words) for s in _places(row["text"], w)]
    return found


def _places(text: str, words: str) -> Iterator[list[int]]:
    """Yield where the words stand in the text, however it breaks its lines."""
    pattern = r"\s+".join(re.escape(w) for w in words.split())
    for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE):
        yield [m.start(), m.end()]


def tried(name: str, one_in: int) -> bool:
    """Tell whether a message is kept out of training, by its name."""
    return bool(one_in) and crc32(name.encode()) % one_in == 0
