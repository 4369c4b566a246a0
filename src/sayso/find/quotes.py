"""Quotation marks to quotations: where quoted words begin and end, over paragraphs and with marks missing."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.find.lines import paragraphs
from sayso.model.article import Article
from sayso.model.problem import Problem
from sayso.model.span import Span

PAIRS = {"“": "”", "«": "»", "„": "”", "‘": "’", "‹": "›", "「": "」"}
CLOSING = frozenset(PAIRS.values())
MARK = re.compile(r"[\"“”«»„‟]|``|''")
SINGLE = re.compile(r"[‘’']")
REACH = 3
"""How many paragraphs on a closing mark is looked for when the next ones do not open again."""
MOST = 20
"""Problems reported of one article; a page of stray marks says no more with the twenty-first."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words of one speaker: ``span`` from mark to mark, ``pieces`` the words inside, one a paragraph.

    ``whole`` is False when a mark is missing and the end was guessed.
    """

    span: Span
    pieces: tuple[Span, ...]
    whole: bool = True


@dataclass(slots=True)
class _Open:
    start: int
    inner: int
    pieces: list[Span]


def quotations(article: Article) -> tuple[list[Quote], list[Problem]]:
    """Return the quotations of the zones that hold claims, in reading order, and a Problem for each missing mark.

    A quotation that is not closed goes on where the next paragraph opens again, or where one of the next three closes it;
    else it ends with its paragraph.
    """
    reader = _Reader(article.text, list(_paragraphs(article)))
    for k in range(len(reader.paragraphs)):
        reader.read(k)
    reader.end()
    return reader.quotes, reader.problems


def _paragraphs(article: Article) -> Iterator[tuple[int, int]]:
    for zone in article.claim_zones():
        at, text = zone.span.start, zone.span.of(article.text)
        for start, end in paragraphs(text):
            if words := text[start:end].rstrip():
                yield at + start, at + start + len(words)


class _Reader:
    def __init__(self, text: str, paragraphs: list[tuple[int, int]]) -> None:
        self.text, self.paragraphs = text, paragraphs
        self.quotes: list[Quote] = []
        self.problems: list[Problem] = []
        self.open: _Open | None = None
        self.reach = 0

    def read(self, k: int) -> None:
        """Read the marks of paragraph ``k``."""
        start, end = self.paragraphs[k]
        marks = self._marks(start, end)
        if self.open:
            self._go_on(start, marks)
        for at, to, opens in marks:
            if opens:
                self._opening(at, to)
            elif self.open:
                self._close(at, to)
        if self.open:
            self.open.pieces.append(Span(self.open.inner, end))

    def _go_on(self, start: int, marks: list[tuple[int, int, bool]]) -> None:
        """Decide whether the quotation left open goes on in the paragraph that begins here."""
        assert self.open
        self.reach += 1
        if marks and marks[0][2] and not self.text[start : marks[0][0]].strip("*_> "):
            self.open.inner, self.reach = marks.pop(0)[1], 0
        elif self.reach > REACH or (marks and marks[0][2]) or not self._closed_ahead(start):
            self._broken()
        else:
            self.open.inner = start

    def _closed_ahead(self, start: int) -> bool:
        k = bisect_right(self.paragraphs, (start, 1 << 62)) - 1
        for a, b in self.paragraphs[k : k + REACH]:
            for _, _, opens in self._marks(a, b):
                return not opens
        return False

    def _marks(self, start: int, end: int) -> list[tuple[int, int, bool]]:
        found = [(m.start(), m.end(), m.group()) for m in MARK.finditer(self.text, start, end)]
        if not found:
            return self._singles(start, end)
        out, inside = [], self.open is not None
        for at, to, mark in found:
            inside = _opens(self.text, at, to, mark, inside, start, end)
            out.append((at, to, inside))
        return out

    def _singles(self, start: int, end: int) -> list[tuple[int, int, bool]]:
        """Return single marks as quotation marks, where a paragraph has no double ones and they pair up around words."""
        out: list[tuple[int, int, bool]] = []
        for m in SINGLE.finditer(self.text, start, end):
            before = self.text[m.start() - 1] if m.start() > start else " "
            after = self.text[m.end()] if m.end() < end else " "
            inside = bool(out) and out[-1][2]
            if m.group() != "’" and not inside and not before.isalnum() and before not in ",.!?" and after.isalnum():
                out.append((m.start(), m.end(), True))
            elif (
                m.group() != "‘"
                and inside
                and not after.isalnum()
                and (before in ",.!?" or m.group() == "’" or before != "s")
            ):
                out.append((m.start(), m.end(), False))
        return out if len(out) % 2 == 0 else []

    def _opening(self, at: int, to: int) -> None:
        if self.open:
            self.open.pieces.append(Span(self.open.inner, max(self.open.inner, at)))
            self._broken()
        self.open, self.reach = _Open(at, to, []), 0

    def _close(self, at: int, to: int) -> None:
        assert self.open
        pieces = [*self.open.pieces, Span(self.open.inner, max(self.open.inner, at))]
        self._keep(Span(self.open.start, to), pieces, whole=True)

    def _broken(self) -> None:
        """End a quotation whose closing mark is missing with the last of its words."""
        assert self.open
        span = Span(self.open.start, max(self.open.start + 1, self.open.pieces[-1].end))
        if len(self.problems) < MOST:
            self.problems.append(
                Problem("S101", "A quotation is not closed; it was read to the end of its paragraph.", span)
            )
        self._keep(span, self.open.pieces, whole=False)

    def _keep(self, span: Span, pieces: Sequence[Span], *, whole: bool) -> None:
        kept = tuple(p for p in pieces if p.of(self.text).strip())
        if kept:
            self.quotes.append(Quote(span, kept, whole))
        self.open = None

    def end(self) -> None:
        """Close what is open at the end of the article."""
        if self.open:
            self._broken()


def _opens(text: str, at: int, to: int, mark: str, inside: bool, start: int, end: int) -> bool:
    """Tell whether a mark opens: shaped marks say so; straight ones by the white space beside them, else by turn."""
    if mark in PAIRS or mark == "``":
        return True
    if mark in CLOSING:
        return mark == "”" and not inside and at == start
    before = text[at - 1] if at > start else " "
    after = text[to] if to < end else " "
    left = before.isspace() or before in "([—–-:*_" or unicodedata.category(before) == "Cf"
    right = after.isspace() or after in ".,;:!?)]—–*_" or unicodedata.category(after) == "Cf"
    return left if left != right else not inside
