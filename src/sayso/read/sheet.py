"""The working sheet on which the rules of this room write, one after the other, before an article is made of it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.model.article import Capture, Media, Rights, Stated, ZoneKind
from sayso.model.problem import Problem
from sayso.model.span import Span
from sayso.read.page import Block, Page
from sayso.vocab.shapes.reading import Outlet


class Cut(NamedTuple):
    """A stretch of one block that is something else than the rest of it; code points of the page's text."""

    start: int
    end: int
    kind: ZoneKind
    rule: str


@dataclass(slots=True)
class Sheet:
    """One article in the making: ``kinds`` says what each block is (None: not judged yet), ``cuts`` what lies inside it."""

    capture: Capture
    page: Page
    lower: str
    kinds: list[tuple[ZoneKind, str] | None]
    cuts: dict[int, list[Cut]] = field(default_factory=dict)
    facts: dict[str, Stated] = field(default_factory=dict)
    authors: list[Stated] = field(default_factory=list)
    labels: dict[str, list[str]] = field(default_factory=dict)
    rights: list[Rights] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    outlet: Outlet | None = None
    first: int = -1
    """The block in which the report begins; -1 until the header lines have been read, or when there is no report."""

    @classmethod
    def of(cls, capture: Capture, page: Page) -> Sheet:
        """Return an empty sheet for the page."""
        return cls(capture, page, page.text.lower(), [None] * len(page.blocks))

    @property
    def text(self) -> str:
        """The page's text."""
        return self.page.text

    def words(self, block: Block) -> str:
        """Return the words of a block."""
        return self.page.text[block.span.start : block.span.end]

    def state(self, key: str, value: str, rule: str, span: Span | None = None) -> None:
        """Write down a fact unless something stronger has been written down before."""
        if value and key not in self.facts:
            self.facts[key] = Stated(value, rule, span)

    def cut(self, at: int, start: int, end: int, kind: ZoneKind, rule: str) -> bool:
        """Cut a stretch out of block ``at``; False when it is empty or meets an earlier cut, which keeps its place."""
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        made = self.cuts.setdefault(at, [])  # kept in reading order
        place = bisect_left(made, (start,))
        meets = (place and made[place - 1].end > start) or (place < len(made) and made[place].start < end)
        if start >= end or meets:
            return False
        made.insert(place, Cut(start, end, kind, rule))
        return True

    def begin(self, at: int) -> int:
        """Return where what is left of block ``at`` begins, after the cuts that stand at its start."""
        block = self.page.blocks[at]
        start = block.span.start
        for c in self.cuts.get(at, ()):
            if self.text[start : c.start].strip():
                break
            start = c.end
        while start < block.span.end and self.text[start].isspace():
            start += 1
        return start
