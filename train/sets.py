"""The sets the encoder learns from, each read into marked texts. Terms of each: ``train/MODEL_CARD.md``."""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

from train.example import Marked, Numbers, reading
from train.heads import FILLERS, HAPPENED_ROLES, INCIDENTS, NAMED, PLOVER, SAID_ROLES

from sayso.find.encoder.pieces import Words
from sayso.model.happening import HAPPENING_KINDS

Row = dict[str, Any]
MANY_ALTERNATES = 12


def rows(path: Path) -> Iterator[Row]:
    """Yield the records of a JSON Lines file; none of a file that is not there."""
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def covered(read: Words, spans: Sequence[Sequence[int]]) -> list[int]:
    """Return the words that the spans touch."""
    return [w for a, b in spans for w in range(bisect_right(read.end, a), bisect_left(read.start, b))]


def said(read: Words, attributions: Sequence[Row]) -> dict[str, Any]:
    """Return tags and links of attributions: ``{"source": [[s, e]…], "cue": […], "content": […]}``, offsets in code points."""
    tags = [0] * len(read)
    links = []
    for a in attributions:
        cue = covered(read, a["cue"][:1])
        if not cue:
            continue
        tags[cue[0]] = 1
        for w in cue[1:]:
            tags[w] = tags[w] or 2
        roles = {w: n for n, role in enumerate(SAID_ROLES) if n for w in covered(read, a[role])}
        links.append((cue[0], cue[-1], roles))
    return {"tags": {"said": [tags]}, "links": {"said": links}}


def happened(read: Words, happenings: Sequence[Row]) -> dict[str, Any]:
    """Return tags and links of happenings: ``{"kind": …, "trigger": [[s, e]], "actor": [[s, e]…] …}``."""
    tags = [0] * len(read)
    links = []
    for h in happenings:
        trigger = covered(read, h["trigger"][:1])
        if not trigger:
            continue
        for w in trigger:
            tags[w] = 1 + HAPPENING_KINDS.index(h["kind"])
        roles = {w: n for n, role in enumerate(HAPPENED_ROLES) if n for w in covered(read, h.get(role, []))}
        links.append((trigger[0], trigger[-1], roles))
    return {"tags": {"happened": [tags]}, "links": {"happened": links}}


def each(read: Words, types: Sequence[str], spans: Mapping[str, Sequence[Sequence[int]]]) -> list[list[int]]:
    """Return begin-inside-outside tags of each type apart; of spans within one another the longest counts."""
    out = []
    for type_ in types:
        row = [0] * len(read)
        for span in sorted(spans.get(type_, []), key=lambda s: s[0] - s[1]):
            found = covered(read, [span])
            if found and not any(row[w] for w in found):
                row[found[0]] = 1
                for w in found[1:]:
                    row[w] = 2
        out.append(row)
    return out


def polnear(folder: Path, part: str, numbers: Numbers) -> list[Marked]:
    """Return PolNeAR's articles with their attributions (Newell et al. 2018)."""
    marks = {r["id"]: r["attributions"] for r in rows(folder / f"{part}.gold.jsonl")}
    out = []
    for row in rows(folder / f"{part}.text.jsonl"):
        read, pieces = reading(row["text"], numbers)
        out.append(Marked(row["id"], "polnear", read, pieces, **said(read, marks[row["id"]])))
    return out


def war(marks: Path, texts: Callable[[str], str], numbers: Numbers, weight: float, *, tried: bool) -> list[Marked]:
    """Return the war articles marked for this project, those kept out for trials or the others; ``texts`` gives a text by its id."""
    out = []
    for row in rows(marks):
        if kept_out(row["id"]) != tried:
            continue
        read, pieces = reading(texts(row["id"]), numbers)
        a, h = said(read, row["attributions"]), happened(read, row["happenings"])
        both = {"tags": a["tags"] | h["tags"], "links": a["links"] | h["links"]}
        out.append(Marked(row["id"], "war", read, pieces, **both, weight=weight))
    return out


def kept_out(name: str) -> bool:
    """Tell whether a marked article is kept out of training: one in ten, by its name."""
    return crc32(name.encode()) % 10 == 0


def silver(marks: Path, texts: Callable[[str], str], numbers: Numbers, weight: float) -> list[Marked]:
    """Return war articles with the attributions that Sayso's own rules find in them (self-training)."""
    out = []
    for row in rows(marks):
        read, pieces = reading(texts(row["id"]), numbers)
        out.append(Marked(row["id"], "silver", read, pieces, **said(read, row["attributions"]), weight=weight))
    return out


def re3d(path: Path, numbers: Numbers, weight: float = 1.0) -> list[Marked]:
    """Return the documents of re3d with their entities."""
    out = []
    for row in rows(path):
        read, pieces = reading(row["text"], numbers)
        spans: dict[str, list[list[int]]] = {}
        for e in row["gold"]["entities"]:
            spans.setdefault(e["type"], []).append([e["start"], e["end"]])
        out.append(Marked(row["id"], "re3d", read, pieces, {"named": each(read, NAMED, spans)}, weight=weight))
    return out


def plv(path: Path, numbers: Numbers, weight: float = 1.0) -> list[Marked]:
    """Return sentences with their PLOVER root (Halterman et al. 2023)."""
    out = []
    for row in rows(path):
        read, pieces = reading(row["text"], numbers)
        sorts = {"plover": [PLOVER.index(row["gold"]["plover_event"])]}
        out.append(Marked(row["id"], "plv", read, pieces, sorts=sorts, weight=weight))
    return out


def muc4(path: Path, numbers: Numbers, weight: float = 1.0) -> list[Marked]:
    """Return the messages of MUC-4 with the words that fill their templates, wherever these words stand."""
    out = []
    slots = {"perp_ind": ["perp_individual"], "perp_org": ["perp_org"], "victim": ["victim_name", "victim_desc"],
             "target": ["target_phys"], "weapon": ["weapon"]}  # fmt: skip
    for row in rows(path):
        text, templates = row["text"], row["gold"]["templates"]
        read, pieces = reading(text, numbers)
        spans: dict[str, list[list[int]]] = {}
        for slot, names in slots.items():
            words = {a["str"] for t in templates for n in names for f in t[n] for a in f["alternates"] if a.get("str")}
            spans[slot] = [s for w in words for s in _places(text, w)]
        told = {i for t in templates for i in t["incident_type"]}
        sorts = {"incidents": [int(i in told) for i in INCIDENTS]}
        out.append(Marked(row["id"], "muc4", read, pieces, {"fillers": each(read, FILLERS, spans)}, {}, sorts, weight))
    return out


def _places(text: str, words: str) -> Iterator[list[int]]:
    """Yield where the words stand in the text, however it breaks its lines."""
    pattern = r"\s+".join(re.escape(w) for w in words.split())
    for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE):
        yield [m.start(), m.end()]
