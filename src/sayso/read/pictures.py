"""Pictures and films: caption lines, captions that run into the report, and the credits that close them."""

from __future__ import annotations

import re
from functools import cache

from sayso.model.article import Media
from sayso.model.span import Span
from sayso.read import outlets
from sayso.read.head import plain
from sayso.read.sheet import Sheet
from sayso.vocab.loader import load
from sayso.vocab.shapes.reading import Headers

_OPEN = (None, ("caption", "markup.within"))
LONGEST = 420
"""Code points a caption that runs into the report has at most."""
_BOUNDARY = re.compile(r"[.!?][\"”’)\]]?-?\s+(?=[\"“‘(A-Z0-9])")


@cache
def _line() -> re.Pattern[str]:
    openings = "|".join(sorted(load("read/headers", Headers).caption, key=len, reverse=True))
    return re.compile(rf"(?:{openings})\s*:\s*(?=\S)", re.IGNORECASE)


@cache
def _credit() -> re.Pattern[str]:
    """Return the pattern of a credit in brackets at the end of a caption line, or open with a colon."""
    words = "|".join(sorted(load("read/headers", Headers).credit, key=len, reverse=True))
    return re.compile(
        rf"(?:[(\[]\s*(?:{words})\s*[:/]?\s+(?P<in>[^()\[\]]{{2,100}})[)\]]|\b(?:{words})\s*:\s*(?P<open>[^()\[\]]{{2,100}}))\W*$",
        re.IGNORECASE,
    )


@cache
def _inline() -> re.Pattern[str]:
    """Return the pattern of a credit that closes a caption inside running text."""
    names = outlets.signatures()
    return re.compile(
        rf"\((?:(?:File )?[Pp]hotos? (?:by|courtesy of|credit:) [^()]{{2,60}}|(?:{names}|IHA|EPA|Getty(?: Images)?|[A-Z][\w./ -]{{1,40}}) ?/? ?(?:[Ff]ile )?[Pp]hotos?"
        rf"|(?:{names})(?:,? (?:and|&) [Aa]gencies))\)"
        rf"|\[(?:[^\[\]()]{{2,50}}/ ?)?(?:{names}|Getty(?: Images)?|EPA|Anadolu|Shutterstock|iStock|YouTube|File)(?:/[A-Z][\w ]{{1,30}}| Images| [Ff]ile| [Pp]hoto)?\]"
    )


def read(sheet: Sheet) -> None:
    """Judge the caption lines and cut captions with their credits out of the report."""
    for at, block in enumerate(sheet.page.blocks):
        if sheet.kinds[at] in _OPEN:
            words = sheet.words(block)
            _caption_line(sheet, at, words)
            if sheet.kinds[at] is None and ("(" in words or "[" in words):
                _captions_inside(sheet, at)
    known = {m.span for m in sheet.media}
    sheet.media.extend(m for m in sheet.page.media if m.span not in known)
    sheet.media.sort(key=lambda m: m.span)


def _caption_line(sheet: Sheet, at: int, words: str) -> None:
    block = sheet.page.blocks[at]
    bare = plain(words[:40])
    m = _line().match(bare)
    if m is None and block.tag != "figcaption" and sheet.kinds[at] is None:
        return
    if m is not None and (len(words) > 700 or (bare.lower().startswith("video") and at <= max(sheet.first, 0))):
        return
    whole = plain(words)
    opening = _line().match(whole)
    rest = whole[opening.end() :] if opening else whole
    credit = _credit().search(rest)
    named = (credit["in"] or credit["open"]).strip() if credit else ""
    kind = "video" if whole.lower().startswith("video") else "image"
    caption = (rest[: credit.start()] if credit else rest).strip(" ([")
    told = next((x for x in sheet.page.media if x.span == block.span), None)
    if told is not None:
        sheet.media.append(Media(told.kind, caption, named or told.credit, block.span))
    else:
        sheet.media.append(Media("video" if kind == "video" else "image", caption, named, block.span))
    sheet.kinds[at] = ("caption", "caption.line")


def _captions_inside(sheet: Sheet, at: int) -> None:
    """Cut each credit in brackets, and the sentence it closes, out of a block of running text."""
    span = sheet.page.blocks[at].span
    floor = sheet.begin(at)
    for m in _inline().finditer(sheet.text, floor, span.end):
        low = max(floor, m.start() - LONGEST)
        start = _sentence(sheet.text, low, m.start())
        if start == low > floor:  # no sentence begins so near: the words before the credit may be anything
            start = m.start()
        if start < m.start():
            sheet.cut(at, start, m.start(), "caption", "caption.before-credit")
        sheet.cut(at, m.start(), m.end(), "caption", "caption.credit")
        caption, credit = sheet.text[start : m.start()].strip(), m[0].strip("()[]")
        sheet.media.append(Media("image", caption, credit, Span(min(start, m.start()), m.end())))
        floor = m.end()


def _sentence(text: str, low: int, end: int) -> int:
    """Return where the sentence before a credit begins, not before ``low``."""
    while end > low and text[end - 1].isspace():
        end -= 1
    cuts = [m.end() for m in _BOUNDARY.finditer(text, low, end)]
    return cuts[-1] if cuts else low
