"""The elements open at one place of a page, kept as a browser keeps them: end tags left out, misplaced or missing do no harm."""

from __future__ import annotations

from typing import NamedTuple

from sayso.read.html_marks import Told, markup

MOST_WITHIN = 16
"""Telling words kept for one element, its own and its ancestors', nearest first."""
LOOK_DOWN = 50
"""How many open inline elements an inline end tag is looked for in."""


class Element(NamedTuple):
    """An open element. ``block`` is the place of the nearest block element, itself or an ancestor, among the open ones."""

    name: str
    within: tuple[str, ...]
    shown: bool
    block: int
    preformatted: bool


_ROOT = Element("html", (), shown=True, block=0, preformatted=False)


class Elements:
    """The open elements, outermost first. Every step costs the same however deep they nest."""

    def __init__(self) -> None:
        self.open: list[Element] = [_ROOT]
        self._words = markup()
        self.deepest = 0
        self._all: dict[str, int] = {}
        # Within a table cell, end tags of what is open around the table have no effect: each fence counts anew.
        self._fenced: list[dict[str, int]] = [{}]

    @property
    def top(self) -> Element:
        """The innermost open element."""
        return self.open[-1]

    @property
    def block(self) -> Element:
        """The innermost open block element."""
        return self.open[self.open[-1].block]

    def push(self, name: str, told: Told) -> list[Element]:
        """Open an element; return those that it closes by standing where they can't stand, innermost first."""
        words, closed = self._words, self._implied(name)
        above = self.top
        own = (name, *told.words) if name in words.telling_elements else told.words
        within = (*own, *above.within)[:MOST_WITHIN] if own else above.within
        shown = above.shown and not told.hidden and name not in words.unseen
        block = len(self.open) if name in words.block else above.block
        self.open.append(Element(name, within, shown, block, above.preformatted or name == "pre"))
        self.deepest = max(self.deepest, len(self.open))
        self._all[name] = self._all.get(name, 0) + 1
        self._fenced[-1][name] = self._fenced[-1].get(name, 0) + 1
        if name in words.fences:
            self._fenced.append({})
        return closed

    def reached(self, name: str) -> bool:
        """Tell whether an end tag of this name here has anything to close."""
        return bool((self._all if name in self._words.through else self._fenced[-1]).get(name))

    def close(self, name: str) -> list[Element]:
        """Close the innermost element of this name that an end tag here can reach; return what was closed, innermost first."""
        words = self._words
        if not self.reached(name):
            return []
        if name in words.block or name in words.unseen:
            return self._pop_to(name)
        for at in range(len(self.open) - 1, max(self.top.block, len(self.open) - 1 - LOOK_DOWN), -1):
            if self.open[at].name == name:
                return self._pop_to(name)
        return []

    def _implied(self, name: str) -> list[Element]:
        closed: list[Element] = []
        while (at := self.open[-1].block) and name in self._words.closed_by.get(self.open[at].name, ()):
            closed += self._pop_to(self.open[at].name)
        return closed

    def _pop_to(self, name: str) -> list[Element]:
        closed = []
        while len(self.open) > 1:
            gone = self.open.pop()
            if gone.name in self._words.fences:
                self._fenced.pop()
            self._all[gone.name] -= 1
            self._fenced[-1][gone.name] -= 1
            closed.append(gone)
            if gone.name == name:
                break
        return closed
