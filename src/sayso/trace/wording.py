"""An article as a row of plain words, so that a copy is known by them whatever became of its commas, quotation marks and apostrophes."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.model.article import Article
from sayso.model.span import Span
from sayso.vocab.loader import load
from sayso.vocab.shapes.trace import Copies

WORD = re.compile(r"\d[\d,.]*\d|\w+(?:['’]\w+)*")
MOST_QUOTED = 3000
"""Code points beyond which a quotation mark without its fellow is taken for a stray one."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an article's claim zones in reading order, folded; where each stands, and which are inside quotation marks."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    quoted: tuple[bool, ...]


@cache
def sizes() -> Copies:
    """Return the sizes by which copies are recognised."""
    found: Copies = load("trace/copies", Copies)
    return found


def wording(article: Article) -> Wording:
    """Return the article as words."""
    words, spans, quoted = [], [], []
    for zone in article.claim_zones():
        inside = list(_quotations(article.text, zone.span))
        at = 0
        for m in WORD.finditer(article.text, zone.span.start, zone.span.end):
            while at < len(inside) and inside[at].end <= m.start():
                at += 1
            words.append(folded(m.group()))
            spans.append(Span(m.start(), m.end()))
            quoted.append(at < len(inside) and inside[at].start <= m.start())
    return Wording(tuple(words), tuple(spans), tuple(quoted))


def folded(word: str) -> str:
    """Return a word in lower case without accents, apostrophes and the commas of numbers."""
    if word.isascii() and word.isalnum():
        return word.lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    return plain.replace("'", "").replace("’", "").replace(",", "")


def _quotations(text: str, within: Span) -> Iterator[Span]:
    """Yield the stretches between quotation marks; a mark without its fellow quotes nothing."""
    marks = sizes().marks
    start = -1
    for m in _mark().finditer(text, within.start, within.end):
        mark = m.group()
        if start >= 0 and m.start() - start > MOST_QUOTED:
            start = -1
        if mark in marks.open or (start < 0 and mark not in marks.close):
            start = m.end()
        elif start >= 0:
            yield Span(start, m.start())
            start = -1


@cache
def _mark() -> re.Pattern[str]:
    marks = sizes().marks
    doubled = "|".join(re.escape(d) for d in marks.doubled)
    return re.compile(f"{doubled}|[{re.escape(marks.open + marks.close + marks.both)}]")


@lru_cache(maxsize=512)
def shingles(words: tuple[str, ...]) -> tuple[int, ...]:
    """Return a 63-bit digest of every run of ``shingle`` words, in order."""
    size = sizes().words.shingle
    return tuple(digest(" ".join(words[i : i + size])) for i in range(len(words) - size + 1))


def digest(words: str) -> int:
    """Return the digest of a run of words: the same on every machine, and it fits a database's integer."""
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=8).digest(), "big") >> 1


def fingerprints(found: Sequence[int]) -> list[int]:
    """Return the shingles that stand for all: the least of every window, each once (winnowing: Schleimer, Wilkerson & Aiken 2003).

    Two articles that share ``shingle + window - 1`` words in a row share a fingerprint.
    """
    window = sizes().words.window
    kept: dict[int, None] = {}
    for i in range(max(1, len(found) - window + 1)):
        if part := found[i : i + window]:
            kept[min(part)] = None
    return list(kept)
