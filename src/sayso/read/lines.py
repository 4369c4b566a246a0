"""Plain text and Markdown as a page: a block for each line that is not blank, or for each paragraph of wrapped lines."""

from __future__ import annotations

import re

from sayso.model.span import Span
from sayso.read.page import Block, Page

_LINE = re.compile(r"[^\r\n]+")
_WRAPPED = re.compile(r"[^\r\n.!?:]\r?\n(?=[a-z])")
_INDENT = re.compile(r"[ \t]{2,}|\t")
_BOM = "\ufeff"
_WHITE = _BOM + " \t\f\v\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u3000"
WIDEST = 100
"""Code points of a line at most where a text was broken into lines by a machine or a typist."""
NARROWEST = 40
"""Code points of such a line at least, unless its paragraph ends in it."""


def page(text: str, data: bytes | None = None) -> Page:
    """Return the page of a text without markup. ``data`` are the captured bytes it was decoded from.

    Where sentences run on over the ends of short lines, the lines of one paragraph make one block. Blocks carry byte
    ranges only when ``data`` is the text in UTF-8, with or without a byte order mark in front.
    """
    shift = _shift(text, data)
    flat = text.isascii()
    blocks: list[Block] = []
    code, byte = 0, shift or 0
    for start, end in _paragraphs(text):
        byte += _bytes(text, code, start, flat=flat)
        first = byte
        byte, code = first + _bytes(text, start, end, flat=flat), end
        blocks.append(Block(Span(start, end), None if shift is None else (first, byte)))
    return Page(text, tuple(blocks))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Return where each block begins and ends, white space around it left out."""
    joins = _is_wrapped(text)
    found: list[tuple[int, int]] = []
    last = ""
    for line in _LINE.finditer(text):
        words = line[0].strip(_WHITE)
        if not words.strip():
            last = ""
            continue
        start = line.start() + line[0].index(words)
        if joins and last and _runs_on(text, found[-1][1], line, last):
            found[-1] = (found[-1][0], start + len(words))
        else:
            found.append((start, start + len(words)))
        last = words
    return found


def _is_wrapped(text: str) -> bool:
    """Tell whether sentences run on over the ends of lines, and all lines are short."""
    if sum(1 for _ in _WRAPPED.finditer(text)) < 3:
        return False
    return all(line.end() - line.start() <= WIDEST for line in _LINE.finditer(text))


def _runs_on(text: str, end: int, line: re.Match[str], last: str) -> bool:
    """Tell whether a line goes on with the paragraph of the line before it, which ended at ``end``."""
    beside = text.count("\n", end, line.start()) <= 1 and text.count("\r", end, line.start()) <= 1
    return beside and len(last) >= NARROWEST and _INDENT.match(line[0]) is None


def _bytes(text: str, start: int, end: int, *, flat: bool) -> int:
    """Return how many bytes of UTF-8 a stretch of the text takes."""
    return end - start if flat else len(text[start:end].encode("utf-8", "surrogatepass"))


def _shift(text: str, data: bytes | None) -> int | None:
    """Return how many bytes stand before the text in its capture; None when the capture is not the text in UTF-8."""
    if data is None:
        return None
    encoded = text.encode("utf-8", "surrogatepass")
    for mark in (b"", b"\xef\xbb\xbf"):
        if data == mark + encoded:
            return len(mark)
    return None
