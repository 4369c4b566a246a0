"""Zones: every line of the text, and where a line holds several things every part of it, with what it is and how that was seen."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.article import CLAIM_ZONES, Zone, ZoneKind
from sayso.model.span import Span
from sayso.read.page import Block
from sayso.read.sheet import Cut, Sheet


def paint(sheet: Sheet) -> tuple[Zone, ...]:
    """Return the zones in reading order; together they hold every code point that is not white space, each once."""
    found: list[Zone] = []
    for at, block in enumerate(sheet.page.blocks):
        kind, rule = sheet.kinds[at] or ("body", "body.default")
        if kind not in CLAIM_ZONES or not sheet.cuts.get(at):
            if block.span.start < block.span.end:
                found.append(Zone(kind, block.span, rule, block.raw))
        else:
            found.extend(_parts(sheet, block, kind, rule, sheet.cuts[at]))
    return tuple(found)


def _parts(sheet: Sheet, block: Block, kind: ZoneKind, rule: str, cuts: list[Cut]) -> Iterator[Zone]:
    """Yield the cuts of a block and what is left between them."""
    at = block.span.start
    for cut in (*cuts, Cut(block.span.end, block.span.end, kind, rule)):
        gap = _tight(sheet.text, at, cut.start)
        if gap is not None:
            # a lone full stop or dash between two cuts says nothing: it goes with what stands before it
            lone = not any(c.isalnum() for c in gap.of(sheet.text))
            other = (cut.kind if cut.end > cut.start else kind, "joint") if lone and cuts else (kind, rule)
            yield Zone(other[0], gap, other[1], _raw(sheet.text, block, gap))
        if cut.start < cut.end:
            span = Span(cut.start, cut.end)
            yield Zone(cut.kind, span, cut.rule, _raw(sheet.text, block, span))
        at = cut.end


def _tight(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _raw(text: str, block: Block, part: Span) -> tuple[int, int] | None:
    """Return the bytes a part of a block was read from: exact where the block is its own UTF-8, else the whole block's."""
    if block.raw is None:
        return None
    before = len(text[block.span.start : part.start].encode("utf-8", "surrogatepass"))
    size = len(part.of(text).encode("utf-8", "surrogatepass"))
    after = len(text[part.end : block.span.end].encode("utf-8", "surrogatepass"))
    if before + size + after != block.raw[1] - block.raw[0]:
        return block.raw
    return (block.raw[0] + before, block.raw[0] + before + size)
