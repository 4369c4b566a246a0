"""A file of JSON that is no JSON Lines: one object, or an array of them, each as the bytes it stands in."""

from __future__ import annotations

import json
import re

from sayso.model.problem import Problem
from sayso.read.decode import decode
from sayso.read.offsets import Offsets

Element = tuple[int, int, int]
"""Row number (0 when the file is one object), first byte, byte after the last."""

_BLANK = re.compile(r"[ \t\r\n]*+")
_BETWEEN = re.compile(r"[ \t\r\n]*+,[ \t\r\n]*+")


def elements(data: bytes) -> list[Element] | Problem:
    """Return where the object or the elements of the array stand; a Problem when the file is not JSON as a whole."""
    text, encoding, _ = decode(data)
    offsets = Offsets(data, encoding, text)
    try:
        ranges = _ranges(text)
    except json.JSONDecodeError as error:
        return Problem("S016", f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}")
    except (ValueError, RecursionError):
        return Problem("S016", "not JSON that can be read: nested too deep, or a number too long")
    return [(row, offsets.byte(start), offsets.byte(end)) for row, start, end in ranges]


def _ranges(text: str) -> list[Element]:
    decoder = json.JSONDecoder(strict=False)
    at = _after(_BLANK, text, 0)
    if text[at : at + 1] != "[":
        _, end = decoder.raw_decode(text, at)
        _finished(text, end)
        return [(0, at, end)]
    found: list[Element] = []
    at = _after(_BLANK, text, at + 1)
    while text[at : at + 1] != "]":
        _, end = decoder.raw_decode(text, at)
        found.append((len(found) + 1, at, end))
        comma = _BETWEEN.match(text, end)
        at = comma.end() if comma else _after(_BLANK, text, end)
        if bool(comma) == (text[at : at + 1] == "]"):
            raise json.JSONDecodeError("expected a comma or the end of the array", text, at)
    _finished(text, at + 1)
    return found


def _finished(text: str, end: int) -> None:
    if (at := _after(_BLANK, text, end)) < len(text):
        raise json.JSONDecodeError("more after the end", text, at)


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
