"""What a well-kept article extractor would keep of a page, line by line: evidence for zoning, never the text itself."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from sayso.model.problem import Problem
from sayso.read.html_text import Source

DEEPEST = 400
"""Nesting beyond which the extractor is not asked: it walks trees recursively, in C, where running out of stack is the end."""
MOST_CHARACTERS = 3_000_000
MOST_TAGS = 60_000
WINDOW = 4
"""Words in a row by which a line is recognised; shorter lines must be kept whole."""
KEPT_SHARE = 0.6
"""Share of a line's windows that must stand in the extract."""

ALIKE = {"p": 8, "h2": 3, "h3": 3, "h4": 3}
"""Elements recognised by their place, and the fewest words each must have: below that it may be a button or a time."""

_LIST_MARKS = "-*|• \t"


def kept(source: str, page: Source) -> tuple[list[bool] | None, tuple[Problem, ...]]:
    """Return for each visible line whether the extractor kept it; None, with a Problem, when it could not be asked."""
    why = _too_much(source, page)
    extract = "" if why else _extract(source)
    if extract is None or why:
        return None, (Problem("S026", why or "the article extractor failed on this page"),)
    return widened(page, matched([line.text for line in page.lines], extract)), ()


def widened(page: Source, held: list[bool]) -> list[bool]:
    """Return what was kept, and with it paragraphs in the same place of the markup as a kept one.

    Extractors take one article element of a page; a live report has many, each of the same make.
    """
    alike = {(x.tag, x.within) for x, k in zip(page.lines, held, strict=True) if k and x.tag in ALIKE and x.within}
    return [
        k or ((x.tag, x.within) in alike and len(x.text.split()) >= ALIKE[x.tag])
        for x, k in zip(page.lines, held, strict=True)
    ]


def matched(lines: Sequence[str], extract: str) -> list[bool]:
    """Return for each line whether the extract holds it, whatever lines the extract breaks it into."""
    found = [_words(line) for line in extract.splitlines()]
    whole = {" ".join(words) for words in found}
    running = [word for words in found for word in words]
    windows = set(zip(*(running[i:] for i in range(WINDOW)), strict=False))
    return [_held(_words(line), whole, windows) for line in lines]


def _words(line: str) -> list[str]:
    return line.strip(_LIST_MARKS).replace("|", " ").split()


def _held(words: list[str], whole: set[str], windows: set[tuple[str, ...]]) -> bool:
    if len(words) < WINDOW:
        return " ".join(words) in whole
    own = list(zip(*(words[i:] for i in range(WINDOW)), strict=False))
    return sum(w in windows for w in own) >= KEPT_SHARE * len(own)


def _too_much(source: str, page: Source) -> str:
    if page.deepest > DEEPEST:
        return f"elements nest {page.deepest:,} deep"
    if len(source) > MOST_CHARACTERS or page.tags > MOST_TAGS:
        return f"the page has {len(source):,} characters and {page.tags:,} tags"
    return ""


def _extract(source: str) -> str | None:
    import trafilatura

    # It reports what it makes of a page to the log; what we make of it stands in the zones and problems.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(source, fast=True, include_comments=False, with_metadata=False)
    except Exception:  # noqa: BLE001 - foreign code on hostile pages: whatever it trips over, its opinion is only evidence
        return None
    return str(getattr(found, "text", None) or "")
