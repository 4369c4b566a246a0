"""The paragraphs of a text: a line each, or several lines where every line is broken at a fixed width, as telegrams and mails are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

NARROW, WIDE = 45, 100
"""How long lines are, in characters, that were broken at a fixed width."""
SHARE = 0.8
"""Of the lines that another follows at once, how many have to be so long."""
FEWEST = 3
ENDS = {ord(c): " " for c in "\r\n"}


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each paragraph in reading order, line ends included; together they are the whole text."""
    lines = text.splitlines(keepends=True)
    broken = hard_wrapped(lines)
    start = end = 0
    for n, line in enumerate(lines):
        end += len(line)
        if broken and line.strip() and n + 1 < len(lines) and lines[n + 1].strip():
            continue
        yield start, end
        start = end


def hard_wrapped(lines: list[str]) -> bool:
    """Tell whether lines end where they are full and not where a paragraph does."""
    followed = [len(a.rstrip()) for a, b in pairwise(lines) if a.strip() and b.strip()]
    full = sum(NARROW <= length <= WIDE for length in followed)
    return len(followed) >= FEWEST and full >= SHARE * len(followed)


def flowing(text: str) -> str:
    """Return a paragraph as one line, as long as before: spaces stand for the ends of lines within it."""
    return text.translate(ENDS)
