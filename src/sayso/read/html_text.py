"""A page's source to its visible lines in reading order, each with its place in the source, and what its head holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from sayso.read.html_elements import Element, Elements
from sayso.read.html_marks import NOTHING, Told, markup, told
from sayso.read.html_tokens import Tag, Unclosed, Words, attributes, tokens

# More digits name no character, and Python refuses to count that far.
_LONG_NUMBER = re.compile(r"&#(?:\d{8,}+|[xX][0-9a-fA-F]{8,}+);?")
_ROW_END = re.compile(r"</?tr\b|</table\b", re.IGNORECASE)
_NOT_A_ROW = re.compile(
    r"<(?:p|br|div|table|ul|ol|dl|h[1-6]|img|article|section|form|pre|blockquote|script)\b", re.IGNORECASE
)
LONGEST_ROW = 2_000
"""Characters of source a table row may have to be shown as one line; longer ones are page layout."""

PICTURE_LINES = 3
"""A caption that only its class tells must stand within so many lines after its picture."""

Place = tuple[int, int]
"""A place in the visible text while it grows: number of whole lines before it, characters into the line at hand."""


class Shown(NamedTuple):
    """One visible line: its words, where the first begins and the last ends in the source, and what it stands in."""

    text: str
    start: int
    end: int
    tag: str
    within: tuple[str, ...]


class Mark(NamedTuple):
    """A stretch of the visible text that an element covers: a caption, a credit or a time (``value`` is its datetime)."""

    kind: str
    start: Place
    end: Place
    value: str = ""


@dataclass(slots=True)
class Source:
    """What was read from a page's source, before it is judged."""

    lines: list[Shown] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    data: list[tuple[int, int]] = field(default_factory=list)
    title: str = ""
    language: str = ""
    deepest: int = 0
    tags: int = 0
    lost: list[Unclosed] = field(default_factory=list)


def clear(source: str) -> str:
    """Return the text with its character references resolved."""
    if "&" not in source:
        return source
    return unescape(_LONG_NUMBER.sub("\ufffd", source))


def read(source: str) -> Source:
    """Return what the source of a page holds; in time linear in its length, whatever it is."""
    reader = _Reader(source)
    for token in tokens(source, markup().raw):
        if type(token) is Words:
            reader.words(token.start, token.end)
        elif type(token) is Tag:
            reader.tag(token)
        elif type(token) is Unclosed:
            reader.found.lost.append(token)
    return reader.finish()


class _Reader:
    """Takes tokens in order and grows the lines."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.found = Source()
        self.known = markup()
        self.elements = Elements()
        self.parts: list[str] = []
        self.length = 0
        self.within: tuple[str, ...] | None = None
        self.gap = ""
        self.start = self.end = -1
        self.row_end = -1
        self.links = 0
        self.unlinked = False
        self.medium = "image"
        self.pictured = -PICTURE_LINES
        self.opened: list[tuple[int, str, Place, str]] = []
        self.seen: dict[str, Told] = {}

    def words(self, start: int, end: int) -> None:
        top = self.elements.top
        if not top.shown:
            return
        raw = self.source[start:end]
        if top.preformatted:
            self._preformatted(raw, start)
            return
        text = clear(raw)
        words = text.split()
        if not words:
            self.gap = self.gap or " "
            return
        if text[0].isspace():
            self.gap = self.gap or " "
        self._add(" ".join(words), start + len(raw) - len(raw.lstrip()), end - len(raw) + len(raw.rstrip()))
        if text[-1].isspace():
            self.gap = " "

    def _preformatted(self, raw: str, start: int) -> None:
        for n, line in enumerate(raw.split("\n")):
            if n:
                self.flush()
            if line.strip():
                self._add(clear(line).rstrip(), start, start + len(line.rstrip()))
            start += len(line) + 1

    def _add(self, text: str, start: int, end: int) -> None:
        if self.parts and self.gap:
            self.parts.append(self.gap)
            self.length += len(self.gap)
        self.gap = ""
        within = self.elements.top.within
        if self.start < 0:
            self.start, self.within = start, within
        elif within is not self.within:
            # Words of an inline element tell of the line only when it covers all of it.
            self.within = self.elements.block.within
        self.end = end
        self.parts.append(text)
        self.length += len(text)
        self.unlinked = self.unlinked or not self.links

    def flush(self) -> None:
        """End the line at hand."""
        if self.parts:
            # Lines within "pre" keep their indent; vertical space inside one would break the line in two.
            text = " ".join("".join(self.parts).splitlines())
            if text.strip():
                within = (self.within or ()) if self.unlinked else ("a", *(self.within or ()))
                tag = "tr" if self.row_end >= 0 else self.elements.block.name
                self.found.lines.append(Shown(text, self.start, self.end, tag, within))
        self.parts, self.length, self.gap, self.start, self.end, self.unlinked = [], 0, "", -1, -1, False

    def tag(self, tag: Tag) -> None:
        self.found.tags += 1
        if tag.closes:
            self._end(tag)
        elif tag.content:
            self._raw(tag)
        elif tag.name in self.known.void:
            self._void(tag)
        else:
            self._start(tag)

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if name in {"html", "body"}:
            self._page(tag)
            return
        if name in self.known.block:
            self._break(name, tag.start)
            self._leave_head()
        tells = self._told(tag.attrs) if tag.attrs else NOTHING
        if "caption" in tells.words and name != "figcaption" and len(self.found.lines) - self.pictured >= PICTURE_LINES:
            # A class for small type, as on headings, or a wrapper that holds the picture as well.
            tells = tells._replace(words=tuple(w for w in tells.words if w != "caption"))
        for gone in self.elements.push(name, tells):
            self._closed(gone)
        if name == "a":
            self.links += 1
        elif name == "tr":
            self.row_end = self._row_end(tag.end)
        self._mark(name, tag, tells)

    def _page(self, tag: Tag) -> None:
        if tag.name == "html":
            self.found.language = self.found.language or attributes(tag.attrs).get("lang", "")
        else:
            self._leave_head()

    def _leave_head(self) -> None:
        """Close a head that was never closed: no block can stand in it."""
        for gone in self.elements.close("head"):
            self._closed(gone)

    def _told(self, attrs: str) -> Told:
        known = self.seen.get(attrs)
        if known is None:
            known = self.seen[attrs] = told(attrs)
        return known

    def _break(self, name: str, at: int) -> None:
        """End the line where a block begins or ends; the cells of a plain table row share one line, parted by tabs."""
        if 0 <= at <= self.row_end and name in {"td", "th"}:
            self.gap = "\t"
            return
        self.flush()
        self.row_end = -1

    def _row_end(self, at: int) -> int:
        """Return where the row ends in the source when it is a plain one, else -1."""
        end = _ROW_END.search(self.source, at, at + LONGEST_ROW)
        if not end or _NOT_A_ROW.search(self.source, at, end.start()):
            return -1
        return end.start()

    def _end(self, tag: Tag) -> None:
        # As in a browser: an end tag with nothing to close does nothing, but for these two.
        if tag.name in {"p", "br"} or (tag.name in self.known.block and self.elements.reached(tag.name)):
            self._break(tag.name, tag.start)
        for gone in self.elements.close(tag.name):
            self._closed(gone)

    def _closed(self, gone: Element) -> None:
        if gone.name == "a":
            self.links -= 1
        depth = len(self.elements.open)
        while self.opened and self.opened[-1][0] >= depth:
            _, kind, start, value = self.opened.pop()
            self.found.marks.append(Mark(kind, start, self._place(), value))

    def _place(self) -> Place:
        return len(self.found.lines), self.length

    def _mark(self, name: str, tag: Tag, tells: Told) -> None:
        kind, value = "", ""
        if name == "figcaption" or ("caption" in tells.words and name != "figure"):
            kind = self.medium + "-caption"
        elif tells.credit and ("caption" in self.elements.top.within or "figure" in self.elements.top.within):
            kind = "credit"
        elif name == "time":
            kind, value = "time", attributes(tag.attrs).get("datetime", "")
        elif tells.words[:1] in {("author",), ("byline",)}:
            kind = "author"
        elif name in {"video", "audio"}:
            self._picture(name)
        if kind and self.elements.top.shown:
            self.opened.append((len(self.elements.open) - 1, kind, self._place(), value))

    def _picture(self, kind: str) -> None:
        self.medium, self.pictured = kind, len(self.found.lines)

    def _void(self, tag: Tag) -> None:
        if tag.name in {"br", "hr"}:
            if self.elements.top.shown:
                self.flush()
        elif tag.name == "meta":
            found = attributes(tag.attrs)
            name = found.get("property") or found.get("name") or found.get("itemprop") or found.get("http-equiv") or ""
            if name and found.get("content"):
                self.found.metas.append((name.lower(), clear(found["content"]).strip()))
        elif tag.name == "link":
            found = attributes(tag.attrs)
            self.found.links.append((found.get("rel", "").lower(), clear(found.get("href", "")).strip()))
        elif tag.name == "img":
            self._picture("image")

    def _raw(self, tag: Tag) -> None:
        start, end = tag.content or (0, 0)
        if tag.name == "script" and "ld+json" in tag.attrs.lower():
            self.found.data.append((start, end))
        elif tag.name == "title" and not self.found.title:
            self.found.title = " ".join(clear(self.source[start:end]).split())
        elif tag.name == "iframe":
            self._picture("video")
        elif tag.name in {"xmp", "plaintext"}:
            self.flush()
            self._preformatted(self.source[start:end], start)
            self.flush()

    def finish(self) -> Source:
        """Return all that was read."""
        self.flush()
        self.found.deepest = self.elements.deepest
        return self.found
