"""Where a piece stood first: the source line of a repost, and the date that goes with it."""

from __future__ import annotations

import re
from functools import cache

from sayso.model.article import Rights
from sayso.model.span import Span
from sayso.read import dates, outlets
from sayso.read.sheet import Sheet
from sayso.vocab.loader import load
from sayso.vocab.shapes.reading import Headers

HINTS = (
    "original",
    "first published",
    "first appeared",
    "republished",
    "reprinted",
    "reposted",
    "posted from",
    "previously published",
    "reproduced",
)
LONGEST = 400
"""Code points a source line has at most; longer ones are reports that speak of publishing."""
_BEFORE = (".", "!", "?", "”", '"', "—")
_LINK = re.compile(r"[\s*_]*\[(?P<name>[^\[\]]{2,80})\]\([^()\s]{0,400}\)")
_BARE = re.compile(
    r"[\s*_:\"“]*(?:the )?(?P<name>(?:[A-Z][\w’'&.-]*\w|of|the|for|and)(?: (?:[A-Z0-9][\w’'&-]*|of|the|for|and|in)){0,5})"
)


@cache
def _phrases() -> re.Pattern[str]:
    found = sorted(load("read/headers", Headers).original, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(found)})", re.IGNORECASE)


def read(sheet: Sheet) -> None:
    """Find the source line and zone it as rights; it says whose the text is."""
    if not any(h in sheet.lower for h in HINTS):
        return
    for at, block in enumerate(sheet.page.blocks):
        if sheet.kinds[at] in (None, ("rights", "rights.copyright")):
            _read_block(sheet, at, block.span)


def _read_block(sheet: Sheet, at: int, span: Span) -> None:
    m = _phrases().search(sheet.text, span.start, span.end)
    if m is None:
        return
    whole = m.start() - span.start <= 12 and span.end - span.start <= LONGEST
    if not whole and (span.end - m.start() > LONGEST or not _after_sentence(sheet.text, m.start(), span.start)):
        return
    name = _LINK.match(sheet.text, m.end(), span.end) or _BARE.match(sheet.text, m.end(), span.end)
    if name is None:
        return
    value = name["name"].strip()
    if outlets.named(value) is None and name.re is _BARE and not whole:
        return
    sheet.state("original_outlet", value, "origin.source-line", Span(*name.span("name")))
    day = dates.pattern().search(sheet.text, name.end(), min(span.end, name.end() + 80))
    if day is not None and (when := dates.value(day)):
        sheet.state("original_published", when, "origin.source-line", Span(*day.span()))
    if whole:
        sheet.kinds[at] = ("rights", "origin.source-line")
    else:
        sheet.cut(at, m.start(), span.end, "rights", "origin.source-line")
    sheet.rights.append(Rights("terms", Span(m.start(), span.end)))


def _after_sentence(text: str, start: int, low: int) -> bool:
    """Tell whether a new sentence begins here: only then the words speak of this very text."""
    before = text[max(low, start - 6) : start].rstrip(" *_([“")
    return before.endswith(_BEFORE) and text[start : start + 1].isupper()
