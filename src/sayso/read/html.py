"""A captured web page to its whole visible text, line by line, with what the markup tells of each line and of the article."""

from __future__ import annotations

import re

from sayso.model.article import Capture, Media, Stated
from sayso.model.problem import Problem
from sayso.model.span import Span
from sayso.read import html_body, html_text
from sayso.read.decode import declared_in, decode
from sayso.read.html_data import fold
from sayso.read.html_facts import Facts
from sayso.read.html_marks import markup
from sayso.read.html_text import Mark, Place, Shown, Source
from sayso.read.offsets import Offsets
from sayso.read.page import Block, Page

LONGEST_CAPTION = 1_500
SHORT_PAGE = 0.5
"""A page whose lines hold less than this share of the words of its structured article body does not show the article."""


def page(capture: Capture) -> tuple[Page, tuple[Problem, ...]]:
    """Return the page of an HTML capture, and what could be read only in part. Nothing is ever fetched."""
    source, encoding, problems = decode(capture.data, declared_in(capture.data))
    found = html_text.read(source)
    facts = Facts(found, source, capture.supplied.url)
    kept, unasked = html_body.kept(source, found)
    text, blocks = _blocks(found, kept, Offsets(capture.data, encoding, source))
    media = tuple(_media(found, blocks, text))
    stated = facts.stated
    if title := _shown_title(stated.get("title"), found, blocks):
        stated["title"] = title
    told = [*problems, *_lost(found), *facts.problems, *unasked]
    hidden = body_lines(facts, text)
    if hidden:
        text, blocks = _with_body(text, blocks, hidden)
        told.append(Problem("S023", f"{len(hidden)} paragraphs stand only in the page's structured data"))
    if not blocks:
        told.append(Problem("S024", "the page shows no words"))
    return Page(text, tuple(blocks), stated, facts.authors, facts.labels, media), tuple(told)


def _lost(found: Source) -> list[Problem]:
    return [
        Problem("S022", f"the {x.name} that begins at character {x.start:,} never ends; what follows it is not shown")
        for x in found.lost
    ]


def _blocks(found: Source, kept: list[bool] | None, offsets: Offsets) -> tuple[str, list[Block]]:
    at, blocks = 0, []
    for n, line in enumerate(found.lines):
        span = Span(at, at + len(line.text))
        raw = (offsets.byte(line.start), offsets.byte(line.end)) if offsets.known else None
        blocks.append(Block(span, raw, line.tag, line.within, kept[n] if kept else None))
        at = span.end + 1
    return "\n".join(line.text for line in found.lines), blocks


def _shown_title(title: Stated | None, found: Source, blocks: list[Block]) -> Stated | None:
    """Return the title with the words on the page that show it, headings first; None when no line is just the title."""
    wanted = fold(title.value) if title else ""
    same = [
        n for n, line in enumerate(found.lines) if len(line.text) < 2 * len(wanted) + 9 and fold(line.text) == wanted
    ]
    same.sort(key=lambda n: found.lines[n].tag != "h1")
    return (
        Stated(blocks[same[0]].span.of(_joined(found.lines)), title.rule, blocks[same[0]].span)
        if title and same
        else None
    )


def _joined(lines: list[Shown]) -> str:
    return "\n".join(line.text for line in lines)


def _media(found: Source, blocks: list[Block], text: str) -> list[Media]:
    made: list[Media] = []
    marked_credits = [_span(m, blocks) for m in found.marks if m.kind == "credit"]
    taken = -1
    # Marks come as their elements close: the innermost of nested captions first.
    for mark in found.marks:
        span = _span(mark, blocks) if mark.kind.endswith("-caption") else None
        if not span or span.start <= taken or not span.of(text).strip() or span.end - span.start > LONGEST_CAPTION:
            continue
        taken = span.start
        marked = next((c.of(text).strip() for c in marked_credits if c and span.holds(c)), "")
        credit = credit_in(marked or span.of(text)) or marked
        kind = mark.kind.removesuffix("-caption")
        made.append(
            Media("video" if kind == "video" else "audio" if kind == "audio" else "image", span.of(text), credit, span)
        )
    return made


def credit_in(caption: str) -> str:
    """Return the credit that a caption ends with, by its wording; "" when it names none."""
    for pattern in markup().credit_patterns:
        if found := re.search(pattern, caption[-200:], re.IGNORECASE):
            return found.group(1).strip()
    return ""


def _span(mark: Mark, blocks: list[Block]) -> Span | None:
    start, end = _offset(mark.start, blocks), _offset(mark.end, blocks)
    if mark.end[1] == 0 and mark.end[0] > mark.start[0]:
        # Closed at the start of a line: the mark ends with the line before.
        end = blocks[mark.end[0] - 1].span.end
    return Span(start, end) if start < end else None


def _offset(place: Place, blocks: list[Block]) -> int:
    line, into = place
    if line >= len(blocks):
        return blocks[-1].span.end if blocks else 0
    return min(blocks[line].span.start + into, blocks[line].span.end)


def body_lines(facts: Facts, text: str) -> list[str]:
    """Return the paragraphs of the structured article body when the page's own lines do not show it, else none."""
    held = facts.data.get("articleBody") or facts.data.get("text")
    if not isinstance(held, str) or not held.strip():
        return []
    source = held if "<p" in held.lower() or "<br" in held.lower() else html_text.clear(held)
    plain = (
        [x.text for x in html_text.read(held).lines]
        if source is held
        else [" ".join(x.split()) for x in source.splitlines()]
    )
    lines = [line for line in plain if line]
    shown = html_body.matched(lines, text)
    words = [len(line.split()) for line in lines]
    return lines if sum(n for n, s in zip(words, shown, strict=True) if s) < SHORT_PAGE * sum(words) else []


def _with_body(text: str, blocks: list[Block], lines: list[str]) -> tuple[str, list[Block]]:
    made = list(blocks)
    for line in lines:
        start = len(text) + 1 if text else 0
        text = f"{text}\n{line}" if text else line
        made.append(Block(Span(start, start + len(line)), None, "p", ("articlebody",), True))
    return text, made
