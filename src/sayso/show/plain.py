"""Makes words of strangers safe to print: no control characters, no hidden direction changes, one line."""

from __future__ import annotations

import unicodedata

FORMULA = ("=", "+", "-", "@", "\t", "\n")
"""Beginnings that spreadsheets take for a formula."""


def clean(words: str) -> str:
    """Return the words on one line, with characters that command a terminal or turn its direction made visible.

    Control and format characters (escape sequences, bidirectional overrides, zero-width ones) become ``�``; the
    zero-width joiners that Arabic and Persian script need stay.
    """
    if words.isascii() and words.isprintable():
        return words
    return "".join(_shown(c) for c in " ".join(words.split()))


def _shown(c: str) -> str:
    if c in "\u200c\u200d" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co"}:
        return c
    return "\ufffd"


def cell(value: object) -> str:
    """Return a value as a CSV cell: words that a spreadsheet would run as a formula get a leading apostrophe.

    Line ends become those of Unix: a lone carriage return would end the row for some readers.
    """
    words = "" if value is None else str(value).replace("\r\n", "\n").replace("\r", "\n")
    if words.startswith(FORMULA) and not _number(words):
        return "'" + words
    return words


def _number(words: str) -> bool:
    try:
        float(words)
    except ValueError:
        return False
    return True
