"""HTML source to tags and runs of text, each with its place in the source: linear in time on any input, and never an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

# A quoted value counts as such only after "=", as in the standard; possessive, so that no input makes it go back.
_TAG = re.compile(
    r"<(?:"
    r"(?P<start>[a-zA-Z][^\s/>]*+)(?P<attrs>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>"
    r"|/(?P<end>[a-zA-Z][^\s/>]*+)[^>]*+>"
    r"|(?P<comment>!--)"
    r"|[!?/][^>]*+>)"
)
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(r"([^\s=/>\"']++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"']++)))?+")


class Tag(NamedTuple):
    """A start tag, or an end tag (``closes``); its range in the source, and the source of its attributes.

    ``content`` is where the raw content of a script, style or the like begins; it runs to ``end``, or to the end tag before it.
    """

    name: str
    closes: bool
    attrs: str
    start: int
    end: int
    content: tuple[int, int] | None = None


class Words(NamedTuple):
    """A run of text between two tags: its range in the source."""

    start: int
    end: int


class Unclosed(NamedTuple):
    """A comment or raw element that never ends: all after it is lost, as in a browser."""

    name: str
    start: int


def tokens(source: str, raw: frozenset[str]) -> Iterator[Tag | Words | Unclosed]:
    """Yield what the source consists of, in order; ``raw`` are the elements whose content is no markup."""
    # After the last ">" there can be no tag; with the end set there every attempt at a start tag succeeds.
    at, last = 0, source.rfind(">") + 1
    search = _TAG.search
    while found := search(source, at, last):
        start, end = found.span()
        if start > at:
            yield Words(at, start)
        name, at = found.lastgroup, end
        if name == "end":
            yield Tag(found["end"].lower(), True, "", start, end)
        elif name == "attrs":
            tag = found["start"].lower()
            if tag not in raw:
                yield Tag(tag, False, found["attrs"], start, end)
                continue
            close = _end_of(tag).search(source, end, last)
            yield Tag(
                tag,
                False,
                found["attrs"],
                start,
                close.end() if close else len(source),
                (end, close.start() if close else len(source)),
            )
            if not close:
                yield Unclosed(tag, start)
                return
            at = close.end()
        elif name == "comment":
            # "<!-->" and "<!--->" are whole comments.
            close = _COMMENT_END.search(source, end - 2)
            if not close:
                yield Unclosed("comment", start)
                return
            at = max(close.end(), end)
    if at < len(source):
        yield Words(at, len(source))


@cache
def _end_of(tag: str) -> re.Pattern[str]:
    return re.compile(rf"</{re.escape(tag)}(?=[\s/>])[^>]*+>", re.IGNORECASE)


def attributes(source: str) -> dict[str, str]:
    """Return the attributes of a start tag, names in lower case, the first of each name, values as they stand."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(source):
        found.setdefault(name.lower(), double or single or bare)
    return found
