"""Quotations whose speaker stands in another sentence: stated rules for whom they go on with."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.find.joining import QuoteIndex
from sayso.find.saying import Link, Saying
from sayso.find.tree import Tree
from sayso.model.span import Span

FAR = 90
"""Characters between a saying and the quotation that takes it up again: the rest of its sentence (\"he said on Monday at …\")."""
LEAST = 4
"""Words of the shortest quotation that counts as speech by itself; shorter ones are names or words held at a distance."""


def continued(sayings: Sequence[Saying], sentences: Sequence[Tree], index: QuoteIndex) -> list[Saying]:
    """Return the sayings and, for each quotation nobody took, the saying that goes on with the speaker before it.

    Rules: ``continuation.quote``: a quotation of at least four words that stands by itself belongs to the last speaker of its
    paragraph, or of the paragraph before when it fills its own. ``continuation.quoted-words``: a sentence without a
    cue that holds two or more quoted words belongs to the speaker of the sentence before it, in the same paragraph.
    Sentences without quoted words are the outlet's own.
    """
    out = list(sayings)
    spoken = {s.place for s in sayings}
    starts = [t.start[0] for t in sentences]
    at = sorted(range(len(sayings)), key=lambda k: _end(sayings[k]))
    ends = [_end(sayings[k]) for k in at]
    for k, quote in enumerate(index.quotes):
        if index.used[k] or not starts:
            continue
        place = max(0, bisect_right(starts, quote.span.start) - 1)
        before = bisect_right(ends, quote.span.start) - 1
        if before < 0:
            continue
        last = sayings[at[before]]
        if _resumes(last, quote.span, index):
            last.content.append(Span(quote.pieces[0].start, quote.pieces[-1].end))
            ends[before] = max(ends[before], quote.span.end)
        elif found := _continues(last, quote.pieces, place, sentences, index, k, taken=place in spoken):
            out.append(found)
            ends.insert(before + 1, _end(found))
            at.insert(before + 1, len(sayings))
            sayings = [*sayings, found]
    return out


def _resumes(last: Saying, quote: Span, index: QuoteIndex) -> bool:
    """Tell whether the quotation goes on right where the last one or its cue ended: "…," he said. "…"."""
    gap = index.text[_end(last) : quote.start]
    return last.rule.startswith("quote.") and len(gap) <= FAR and "\n" not in gap and not any(ch in gap for ch in '"“”')


def _end(saying: Saying) -> int:
    return max(saying.tree.end[saying.token], *(c.end for c in saying.content))


def _continues(
    last: Saying,
    pieces: Sequence[Span],
    place: int,
    sentences: Sequence[Tree],
    index: QuoteIndex,
    k: int,
    *,
    taken: bool,
) -> Saying | None:
    tree = sentences[place]
    words = sum(len(p.of(index.text).split()) for p in pieces)
    gap = tree.paragraph - sentences[last.place].paragraph
    fills = index.quotes[k].span.start <= tree.start[0] + 1
    if words >= LEAST and (gap == 0 or (gap == 1 and fills)):
        return _again(last, place, [Span(pieces[0].start, pieces[-1].end)], "continuation.quote")
    if not taken and words >= 2 and gap == 0 and place - last.place == 1 and len(pieces) == 1 and last.tree.root >= 0:
        index.used[k] = True
        return _again(last, place, [Span(tree.start[0], tree.end[-1])], "continuation.quoted-words")
    return None


def _again(last: Saying, place: int, content: list[Span], rule: str) -> Saying:
    links = tuple(Link(link.speaker, link.cue, rule) for link in last.links)
    return replace(last, place=place, links=links, content=content, rule=rule, open=False)
