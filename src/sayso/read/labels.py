"""Labels: the outlet's own framing (region, theme, dossier, tags), kept exactly as it put them."""

from __future__ import annotations

import re
from functools import cache

from sayso.read.sheet import Sheet
from sayso.vocab.loader import load
from sayso.vocab.shapes.reading import Headers

MOST = 60
"""Words a label line has at most."""
_LINK = re.compile(r"\[([^\[\]]{1,120})\]\([^()\s]{0,400}\)")
_SENTENCE_ENDS = frozenset('.?!"”')
_PART = re.compile(r"\s*[,;|•·]\s*")


@cache
def _line(outlet_names: tuple[str, ...]) -> re.Pattern[str]:
    names = sorted({*load("read/headers", Headers).labels, *outlet_names}, key=len, reverse=True)
    return re.compile(
        rf"[\s>#*_]{{0,8}}(?P<name>{'|'.join(map(re.escape, names))})\b\W{{0,4}}?\s*:\s*\**\s*(?P<items>\S.*)",
        re.IGNORECASE,
    )


def read(sheet: Sheet) -> None:
    """Read the label lines ("Region: [USA](#), [Russia](#)") and take over the labels the markup gave."""
    for kind, values in sheet.page.labels:
        sheet.labels.setdefault(kind, []).extend(values)
    if ":" not in sheet.text:
        return
    own = sheet.outlet.labels if sheet.outlet else {}
    pattern, kinds = _line(tuple(own)), {**load("read/headers", Headers).labels, **own}
    for at, block in enumerate(sheet.page.blocks):
        words = sheet.words(block)
        if ":" not in words[:60] or len(words) > 1200 or words.count(" ") > MOST:
            continue
        if (m := pattern.match(words)) is not None and _is_list(m["items"]):
            sheet.kinds[at] = ("label", "label.line")
            add(sheet, kinds[m["name"].lower()], items(m["items"]))


def _is_list(found: str) -> bool:
    """Tell whether the words after the colon are a list of labels and no sentence."""
    short = all(len(part.split()) <= 5 for part in _PART.split(found))
    return bool(_LINK.search(found)) or (short and found[-1] not in _SENTENCE_ENDS)


def items(found: str) -> list[str]:
    """Return the labels of a line, markup taken off, words untouched."""
    links = [m[1] for m in _LINK.finditer(found)]
    return [x for x in (part.strip(" *_") for part in (links or _PART.split(found))) if x]


def add(sheet: Sheet, kind: str, values: list[str]) -> None:
    """Add labels of a kind, each once."""
    known = sheet.labels.setdefault(kind, [])
    known.extend(v for v in values if v not in known)
