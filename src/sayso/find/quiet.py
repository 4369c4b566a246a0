"""A text in capitals as it would stand in small letters, for the parse, which knows names and verbs by their case; only read, never kept."""

from __future__ import annotations

import re

BEGINS = re.compile(r"(?:^|[.!?][\"”’')\]]*\s+|\n\s*)[\"“‘'(\[]*(?=\w)")
"""Where a sentence begins."""
FEWEST = 20
"""Letters of a text below which capitals may be a name or an abbreviation."""


def quieted(text: str) -> str:
    """Return a text of mostly capitals in small letters, the first of each sentence left large; any other as it is.

    It is as long as the text, so that spans of the one are spans of the other.
    """
    if not loud(text):
        return text
    small = [c if len(low := c.lower()) != 1 else low for c in text]
    for match in BEGINS.finditer(text):
        small[match.end()] = text[match.end()]
    return "".join(small)


def loud(text: str) -> bool:
    """Tell whether most letters are capitals, so that capitals say nothing of a word."""
    small = sum(map(str.islower, text))
    return small * 2 < len(text) and sum(map(str.isupper, text)) > max(2 * small, FEWEST)
