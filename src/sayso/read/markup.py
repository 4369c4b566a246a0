"""What the markup gives away: menus, footers, share bars and what an article extractor left outside the report."""

from __future__ import annotations

import re
from functools import cache

from sayso.model.article import ZoneKind
from sayso.read.sheet import Sheet
from sayso.vocab.loader import load
from sayso.vocab.shapes.reading import Headers

_WORD = re.compile(r"[a-z]+")


SHORT: frozenset[ZoneKind] = frozenset({"byline", "label"})
"""Kinds that class words may only give to short blocks: wrappers of whole articles have such words too."""
MOST = 14
"""Words of a short block at most."""


def _long(sheet: Sheet, at: int) -> bool:
    return sheet.words(sheet.page.blocks[at]).count(" ") >= MOST


@cache
def _kind(within: str) -> ZoneKind | None:
    """Return what an ancestor's element name, class or id says of all that stands in it."""
    known = load("read/headers", Headers).aside
    low = within.lower()
    found: ZoneKind | None = known.get(low) or next((known[w] for w in _WORD.findall(low) if w in known), None)
    return found


def early(sheet: Sheet) -> None:
    """Judge the blocks that stand in a telling part of the page, unless the extractor kept them."""
    for at, block in enumerate(sheet.page.blocks):
        if sheet.kinds[at] is None and block.tag != "h1":
            kind = next((k for w in (block.tag, *block.within) if w and (k := _kind(w))), None)
            if (
                kind is not None
                and not (block.body and kind == "navigation")
                and not (kind in SHORT and _long(sheet, at))
            ):
                sheet.kinds[at] = (kind, "markup.within")


def late(sheet: Sheet) -> None:
    """Judge what the extractor dropped before the first or after the last block that it kept."""
    kept = [at for at, b in enumerate(sheet.page.blocks) if b.body]
    if not kept:
        return
    for at, block in enumerate(sheet.page.blocks):
        if sheet.kinds[at] is None and block.body is False and not kept[0] < at < kept[-1]:
            sheet.kinds[at] = ("navigation", "markup.outside-report")
