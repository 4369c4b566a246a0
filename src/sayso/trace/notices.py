"""Notes by which an outlet itself says that it changed an article or took it back, read from the article's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from sayso.model.article import Article, ZoneKind
from sayso.model.change import TAKES_BACK, Note, NoteKind
from sayso.model.span import Span
from sayso.vocab.loader import load
from sayso.vocab.shapes.versions import Notices

ASIDE: frozenset[ZoneKind] = frozenset({"navigation", "donation", "rights", "contact", "embed"})
"""Zones whose words speak of other things than this article."""
LONGEST = 600
"""Code points of a line that are looked at and shown."""
SLOT = re.compile(r"\{(\w+)\}")
LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"\w+")
ENDS = re.compile(r"[.!?]['\"’”]?(?=\s|\Z)\s*|[()\[\]]\s*")


@cache
def words() -> Notices:
    """Return the words of notes."""
    found: Notices = load("trace/notices", Notices)
    return found


@cache
def _patterns() -> tuple[tuple[NoteKind, str, re.Pattern[str]], ...]:
    """Return for each kind its patterns with their rules; those that take an article back come first."""
    found = []
    for kind in sorted(words().notes, key=lambda k: k not in TAKES_BACK):
        w = words().notes[kind]
        for part, phrases, before, after in (
            ("says", w.says, r"\b", r"\b"),
            ("heads", w.heads, r"\A[\W_]{0,4}", r"\b[^\n:–—]{0,40}?(?:[:–—]|\s-\s)"),
            ("begins", w.begins, r"\A[\W_]{0,4}", r"\b"),
        ):
            if phrases:
                pattern = f"{before}(?:{'|'.join(map(_phrase, phrases))}){after}"
                found.append((cast("NoteKind", kind), f"note.{kind}.{part}", re.compile(pattern, re.IGNORECASE)))
    return tuple(found)


def _phrase(phrase: str) -> str:
    return r"\s+".join(_word(w) for w in phrase.split())


def _word(word: str) -> str:
    if (slot := SLOT.fullmatch(word)) is not None:
        fills = sorted(words().slots[slot[1]], key=len, reverse=True)
        return f"(?:{'|'.join(re.escape(f).replace(chr(92) + ' ', chr(92) + 's+') for f in fills)})"
    return re.escape(word)


def notes(article: Article) -> tuple[Note, ...]:
    """Return the article's notes in the order of the text, one a line; furniture that speaks of other pages is not looked at."""
    return tuple(_notes(article))


def _notes(article: Article) -> Iterator[Note]:
    for zone in article.zones:
        if zone.kind in ASIDE:
            continue
        for line in LINE.finditer(article.text, zone.span.start, zone.span.end):
            end = min(line.end(), line.start() + LONGEST)
            words_ = article.text[line.start() : end]
            if (found := _of_line(words_)) is not None:
                kind, rule, at = found
                here = _sentence(words_, at) if rule.endswith(".says") else Span(0, len(words_))
                yield Note(kind, Span(line.start() + here.start, line.start() + here.end), rule)


def _of_line(line: str) -> tuple[NoteKind, str, int] | None:
    """Return the first kind of note that a line is, with the rule and where its words begin."""
    found = ((kind, rule, pattern.search(line)) for kind, rule, pattern in _patterns())
    return next(((kind, rule, m.start()) for kind, rule, m in found if m is not None), None)


def _sentence(line: str, at: int) -> Span:
    """Return the sentence, or the words between brackets, that a place of a line is in."""
    start = max((m.end() for m in ENDS.finditer(line, 0, at)), default=0)
    end = ENDS.search(line, at)
    return Span(start, end.start() + 1 if end else len(line))


def taking_back(article: Article) -> Note | None:
    """Return the note that takes the article back: any such note where it is all the text says, a retraction wherever it stands."""
    found = [n for n in notes(article) if n.kind in TAKES_BACK]
    short = sum(1 for z in article.claim_zones() for _ in WORD.finditer(article.text, z.span.start, z.span.end))
    return next((n for n in found if n.kind == "retraction" or short <= words().short), None)
