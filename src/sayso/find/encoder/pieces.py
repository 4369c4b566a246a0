"""Words of a text as the encoder sees them: their places, their looks, and how they are packed into windows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.span import Span

WORD = re.compile(r"[^\W_]+|\S")
BREAK = re.compile(r"\n\s*|(?<=[.!?;])[\"”’')\]]*\s+")
"""Where a window may end: at a new line, or after the end of a sentence."""
TITLE, UPPER, DIGIT, NEW_LINE, QUOTED = 1, 2, 3, 4, 8
LOOKS = 16
LONGEST_WORD = 40
"""Characters of a word that are read: longer ones are addresses or noise."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words and marks of a text: first character, end and looks (case, first of a line, within quotation marks) of each."""

    text: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    looks: tuple[int, ...]
    breaks: frozenset[int]
    """Words before which a window may begin."""

    def __len__(self) -> int:
        return len(self.start)


def words(text: str, within: Sequence[Span]) -> Words:
    """Return the words of the given stretches of a text, in reading order."""
    found: list[tuple[str, int, int, int]] = []
    breaks: set[int] = set()
    for span in within:
        breaks.add(len(found))
        _read(text, span, found, breaks)
    text_of, start, end, look = (tuple(f[k] for f in found) for k in range(4))
    return Words(text_of, start, end, look, frozenset(breaks))  # type: ignore[arg-type]


def _read(text: str, span: Span, found: list[tuple[str, int, int, int]], breaks: set[int]) -> None:
    """Add the words of one stretch, and the places where a window may begin."""
    ends = [(m.start(), "\n" in m.group()) for m in BREAK.finditer(text, span.start, span.end)]
    loud = _loud(text[span.start : span.end])
    at, new_line, quoted = 0, span.start == 0 or "\n" in text[max(0, span.start - 2) : span.start], False
    for match in WORD.finditer(text, span.start, span.end):
        while at < len(ends) and ends[at][0] < match.end():
            at += 1
            breaks.add(len(found))
            if ends[at - 1][1]:
                new_line, quoted = True, False
        word = match.group()
        if word in "”»":
            quoted = False
        look = (
            (0 if loud and word.isalpha() else _look(word)) + (NEW_LINE if new_line else 0) + (QUOTED if quoted else 0)
        )
        if word == '"':
            quoted = not quoted
        elif word in "“«„":
            quoted = True
        found.append((word[:LONGEST_WORD], match.start(), match.end(), look))
        new_line = False


def _loud(text: str) -> bool:
    """Tell whether most letters are capitals, so that capitals say nothing of a word."""
    small = sum(map(str.islower, text))
    return small * 2 < len(text) and sum(map(str.isupper, text)) > 2 * small


def _look(word: str) -> int:
    if word.islower():
        return 0
    if word.isupper() and len(word) > 1:
        return UPPER
    return TITLE if word[0].isupper() else DIGIT if word[0].isdigit() else 0


def windows(sizes: Sequence[int], breaks: frozenset[int], longest: int, before: int) -> list[tuple[int, int, int]]:
    """Pack words into windows of at most ``longest`` pieces; return (first seen, first own, end) of each, in words.

    A window ends where a sentence or line ends if one ends in its second half, and sees up to ``before`` pieces of what
    comes before it, from the beginning of a sentence or line. ``sizes`` are the pieces of each word.
    """
    found: list[tuple[int, int, int]] = []
    own = 0
    while own < len(sizes):
        seen, room = own, before
        at = own
        while at > 0 and sizes[at - 1] <= room:
            at -= 1
            room -= sizes[at]
            if at in breaks:
                seen = at
        while seen < own and sum(sizes[seen : own + 1]) > longest:
            seen += 1
        size = sum(sizes[seen:own])
        end, good = own, own
        while end < len(sizes) and (size + sizes[end] <= longest or end == own):
            size += sizes[end]
            end += 1
            if end in breaks and 2 * (end - own) > 0 and size > longest // 2:
                good = end
        if end < len(sizes) and good > own:
            end = good
        found.append((seen, own, end))
        own = end
    return found
