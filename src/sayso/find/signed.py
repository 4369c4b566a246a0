"""Words signed by a name: under a quotation after a dash, or before a turn of talk after its colon ("…" ― Nadia, Homs; "Q: …")."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from sayso.find.continuation import LEAST
from sayso.find.joining import QuoteIndex
from sayso.find.saying import Link, Saying, Speaker
from sayso.find.tree import Tree
from sayso.model.span import Span

SIGNED = re.compile(
    r"[ \t]*\n?\s{0,4}(?P<dash>[―—–]|--?)[ \t\u00a0]*(?P<name>[A-Z@][^\n“\"«]{1,79}?)[ \t\u00a0.]*(?=[\n“\"«]|$)"
)
"""A dash and a name that fills the rest of its line, or stands before the next quotation."""
LABEL = re.compile(r"[“\"(*]?(?P<name>[A-Z](?:[\w.'’-]|[ \t](?=[A-Z(])){0,39}?)[ \t]*(?P<colon>:)[ \t\u00a0]+(?=\S)")
"""A name in capitals at the beginning of a paragraph, and its colon."""
TURNS = 3
"""Labelled paragraphs that make a text a talk written down; fewer are headings or a rule of another kind."""


def signed(sentences: Sequence[Tree], index: QuoteIndex) -> list[Saying]:
    """Return a saying for each quotation that a name after a dash signs, and mark it as used. Rule ``quote.signed``."""
    found, starts = [], [t.start[0] for t in sentences]
    for k, quote in enumerate(index.quotes):
        if index.used[k] or not starts or sum(len(p.of(index.text).split()) for p in quote.pieces) < LEAST:
            continue
        match = SIGNED.match(index.text, quote.span.end)
        if match and (saying := _by_name(sentences, starts, match, "dash", "quote.signed")):
            saying.content, saying.trails = [Span(quote.pieces[0].start, quote.pieces[-1].end)], True
            index.used[k] = True
            found.append(saying)
    return found


def turns(sentences: Sequence[Tree], index: QuoteIndex) -> list[Saying]:
    """Return a saying for each turn of a talk written down: a label with a colon, and all up to the next. Rule ``cue.turn``."""
    starts = [t.start[0] for t in sentences]
    labels = [m for t in _firsts(sentences) if (m := LABEL.match(index.text, t.start[0]))]
    told = Counter(m["name"] for m in labels)
    labels = [*dropwhile(lambda m: told[m["name"]] == 1, labels)]  # a headline's colon comes before the talk
    if len(labels) < TURNS:
        return []
    found = []
    for this, following in zip(labels, [*labels[1:], None], strict=True):
        saying = _by_name(sentences, starts, this, "colon", "cue.turn")
        stop = bisect_left(starts, following.start()) if following else bisect_right(starts, this.end())
        if saying and (content := _until(sentences, this.end(), stop)):
            saying.content = [content]
            found.append(saying)
    return found


def _firsts(sentences: Sequence[Tree]) -> Iterator[Tree]:
    """Yield the first sentence of each paragraph."""
    last = -1
    for tree in sentences:
        if tree.paragraph != last:
            yield tree
        last = tree.paragraph


def _until(sentences: Sequence[Tree], start: int, stop: int) -> Span | None:
    """Return the words from ``start`` to the end of the sentence before number ``stop``."""
    end = sentences[stop - 1].end[-1] if stop else 0
    return Span(start, end) if end > start else None


def _by_name(
    sentences: Sequence[Tree], starts: Sequence[int], match: re.Match[str], mark: str, rule: str
) -> Saying | None:
    """Return the saying of a name and its mark; None when a sentence lies between them or the name holds a verb."""
    place = bisect_right(starts, match.start("name")) - 1
    tree = sentences[max(0, place)]
    first, last = bisect_right(tree.end, match.start("name")), bisect_left(tree.start, match.end("name")) - 1
    token = bisect_right(tree.end, match.start(mark))
    if place < 0 or last < first or any(tree.tag[i] in _FINITE for i in range(first, last + 1)):
        return None
    noun = next((i for i in range(first, last + 1) if not first <= tree.head[i] <= last or tree.head[i] == i), last)
    if token >= len(tree):
        token = first
    link = Link(Speaker(first, last, noun), Span(match.start(mark), match.end(mark)), rule)
    return Saying(tree, place, token, (link,), [], rule)


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
