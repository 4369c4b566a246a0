"""Furniture by its words: tries the marks of the word lists on the blocks and cuts out what they meet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from sayso.model.article import CLAIM_ZONES, Rights
from sayso.model.span import Span
from sayso.read import flat, labels
from sayso.read.sheet import Sheet
from sayso.vocab.loader import load
from sayso.vocab.shapes.reading import Furniture, Mark, Outlet

LATE = 0.6
"""Where the last two fifths of a text begin: marks that are ``late`` count from here on."""
NOTE = 240
"""A late mark also counts within this many code points of the end, however short the text is."""
LONGEST = 6000
"""Code points of a block that a pattern looks at from one place: hostile lines cost no more than long ones."""
_AFTER = re.compile(r"\(\?<=\[(?:\\.|[^\]\\])*\] ?\)")
"""A condition on the character before a mark; the start of a line fulfils it as well."""
_LEAD = r"[\s>#*_•|\[(<–—-]{0,12}"


class Live(NamedTuple):
    """A mark with its pattern compiled."""

    mark: Mark
    pattern: re.Pattern[str]


def _live(mark: Mark) -> Live:
    lead, words = (_LEAD, mark.match) if mark.where == "block" else ("", _AFTER.sub(r"(?:\g<0>|(?<=\\n))", mark.match))
    return Live(mark, re.compile(f"{lead}(?:{words})", 0 if mark.case else re.IGNORECASE))


@cache
def everywhere() -> tuple[Live, ...]:
    """Return the marks that hold for every outlet."""
    return tuple(_live(m) for m in load("read/furniture", Furniture).marks)


@cache
def _own(outlet_id: str, marks: tuple[Mark, ...]) -> tuple[Live, ...]:
    del outlet_id  # part of the key only
    return tuple(_live(m) for m in marks)


def of(outlet: Outlet | None) -> tuple[Live, ...]:
    """Return the marks of one outlet's own pages."""
    return () if outlet is None else _own(outlet.id, outlet.marks)


def hinted(lives: Iterable[Live], lower: str, where: str) -> list[Live]:
    """Return the marks of one sort whose hint stands in the text, so that the others cost nothing."""
    return [v for v in lives if v.mark.where == where and any(h in lower for h in v.mark.hint)]


def blocks(sheet: Sheet, lives: tuple[Live, ...]) -> None:
    """Judge the whole blocks that begin as a mark says."""
    found = hinted(lives, sheet.lower, "block")
    if not found:
        return
    for at, block in enumerate(sheet.page.blocks):
        if sheet.kinds[at] is None:
            _block(sheet, at, sheet.words(block), found)


def _block(sheet: Sheet, at: int, words: str, found: list[Live]) -> None:
    count = words.count(" ") + 1
    if words[0].islower() and (at == 0 or sheet.kinds[at - 1] is None):
        return  # a line that goes on with the sentence of the line before
    for mark, pattern in found:
        if (not mark.most or count <= mark.most) and pattern.match(words):
            sheet.kinds[at] = (mark.kind, mark.id)
            if mark.rights:
                sheet.rights.append(Rights(mark.rights, sheet.page.blocks[at].span))
            return


def inside(sheet: Sheet, lives: tuple[Live, ...]) -> None:
    """Cut out what the marks find inside the blocks that may hold claims."""
    alone = hinted(lives, sheet.lower, "words")
    rests = hinted(lives, sheet.lower, "rest")
    insets = hinted(lives, sheet.lower, "inset")
    if not alone and not rests and not insets:
        return
    for at, block in enumerate(sheet.page.blocks):
        judged = sheet.kinds[at]
        if judged is None or judged[0] in CLAIM_ZONES:
            lower = (
                sheet.lower[block.span.start : block.span.end] if len(sheet.lower) == len(sheet.text) else sheet.lower
            )
            _rests(sheet, at, [v for v in rests if any(h in lower for h in v.mark.hint)])
            for live in insets:
                if any(h in lower for h in live.mark.hint):
                    _inset(sheet, at, live)
            for live in alone:
                if any(h in lower for h in live.mark.hint):
                    _words(sheet, at, live)


def _from(sheet: Sheet, mark: Mark, start: int, end: int) -> int:
    """Return where in the block a mark may begin."""
    if not mark.late:
        return start
    size = len(sheet.text)
    return max(start, min(int(size * LATE), max(0, size - NOTE)), end - LONGEST)


def _words(sheet: Sheet, at: int, live: Live) -> None:
    span = sheet.page.blocks[at].span
    for m in live.pattern.finditer(sheet.text, _from(sheet, live.mark, span.start, span.end), span.end):
        group = "z" if "z" in live.pattern.groupindex else 0
        _take(sheet, at, m.start(group), m.end(group), live.mark)


def _inset(sheet: Sheet, at: int, live: Live) -> None:
    """Cut from the mark to where sentences begin again; nothing when that can't be told."""
    span = sheet.page.blocks[at].span
    for m in live.pattern.finditer(sheet.text, span.start, span.end):
        end = flat.resume(sheet.text, m.end(), span.end, titles=live.mark.kind != "label")
        if end:
            _take(sheet, at, m.start(), end, live.mark)


def _rests(sheet: Sheet, at: int, rests: list[Live]) -> None:
    """Cut from each mark to the next one, or to the end of the block."""
    span = sheet.page.blocks[at].span
    starts: dict[int, Mark] = {}
    for mark, pattern in rests:
        if (m := pattern.search(sheet.text, _from(sheet, mark, span.start, span.end), span.end)) is not None:
            starts.setdefault(m.start(), mark)
    end = span.end
    for start in sorted(starts, reverse=True):
        mark = starts[start]
        if mark.most and sheet.text.count(" ", start, end) >= mark.most:
            continue  # too long for this mark: what stands here goes with the mark before it
        _take(sheet, at, start, end, mark)
        end = start


def _take(sheet: Sheet, at: int, start: int, end: int, mark: Mark) -> None:
    if mark.most and sheet.text.count(" ", start, end) >= mark.most:
        return
    if not sheet.cut(at, start, end, mark.kind, mark.id):
        return
    if mark.rights:
        sheet.rights.append(Rights(mark.rights, Span(start, end)))
    if mark.kind == "label":  # without commas or links the labels of a list can't be told apart
        labels.add(sheet, "tag", [sheet.text[start:end].split(maxsplit=1)[-1].strip()])
