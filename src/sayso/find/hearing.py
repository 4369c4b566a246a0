"""The rules' sayings and the encoder's, made one list: what both found, what one of them alone is trusted with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.find.encoder.heard import Heard
from sayso.find.saying import Link, Saying, Speaker
from sayso.find.tree import Tree
from sayso.model.span import Span

KEPT = ("chain.", "cue.reportedly", "cue.raised", "cue.evidence", "cue.colon", "cue.toll", "cue.noun", "cue.impersonal")
"""Rules trusted without the encoder: it learns no chains and few sources left out."""


def joined(sayings: Sequence[Saying], heard: Sequence[Heard], sentences: Sequence[Tree]) -> list[Saying]:
    """Return the sayings of an article in reading order.

    A saying that both found keeps the rules' chain of voices and takes the encoder's content and, where the rules name no
    chain, its source. What the encoder alone hears is a saying of rule ``heard``.
    """
    starts = [t.start[0] for t in sentences]
    by_place: dict[int, list[Saying]] = {}
    for s in sayings:
        by_place.setdefault(s.place, []).append(s)
    out: list[Saying] = []
    met: set[int] = set()
    for h in heard:
        place = bisect_right(starts, h.cue.start) - 1
        if place < 0:
            continue
        tree = sentences[place]
        same = [s for s in by_place.get(place, []) if id(s) not in met and _meets(s, h)]
        if same:
            met.update(id(s) for s in same[:1])
            out.append(_agreed(same[0], h, tree))
        elif found := _alone(h, place, tree):
            out.append(found)
    out += [s for s in sayings if id(s) not in met and s.rule.startswith(KEPT)]
    return sorted(out, key=lambda s: (s.place, s.tree.start[s.token]))


def _meets(saying: Saying, heard: Heard) -> bool:
    """Tell whether both mean the same words of saying."""
    tree = saying.tree
    cues = [Span(tree.start[saying.token], tree.end[saying.token]), *(k.cue for k in saying.links)]
    return any(c.start < heard.cue.end and heard.cue.start < c.end for c in cues)


def _agreed(saying: Saying, heard: Heard, tree: Tree) -> Saying:
    """Return the rules' saying with what the encoder adds."""
    import os
    SRC=os.environ.get("SRC","E"); CON=os.environ.get("CON","E")
    links = saying.links
    if len(links) == 1 and heard.source and (speaker := speaker_in(tree, heard.source)):
        old = links[0].speaker
        over = old is not None and old.first <= speaker.last and speaker.first <= old.last
        if SRC == "E" or (SRC == "R" and old is None) or (SRC == "O" and not over):
            links = (replace(links[0], speaker=speaker),)
    snap=os.environ.get("SNAP","0")
    content = [snapped(tree,c,snap) for c in heard.content] or saying.content
    if saying.content and heard.content:
        if CON == "R":
            content = saying.content
        if CON == "O":
            shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in saying.content for b in heard.content)
            size = min(sum(a.end - a.start for a in saying.content), sum(a.end - a.start for a in heard.content))
            if shared > 0.5 * size:
                content = saying.content
    return replace(saying, links=links, content=content)


def _alone(heard: Heard, place: int, tree: Tree) -> Saying | None:
    """Return a saying of what only the encoder heard."""
    cue = _tokens(tree, heard.cue)
    if not cue or not heard.content:
        return None
    token = next((i for i in cue if tree.head[i] not in cue or tree.head[i] == i), cue[-1])
    speaker = speaker_in(tree, heard.source) if heard.source else None
    link = Link(speaker, heard.cue, "heard")
    trails = heard.content[0].start < heard.cue.start
    return Saying(tree, place, token, (link,), list(heard.content), "heard", trails, open=True)


LOOSE = frozenset({"conj", "cc", "advcl", "parataxis", "ccomp", "mark", "punct"})


def snapped(tree: Tree, span: Span, how: str) -> Span:
    """x."""
    if how == "0" or span.end > tree.end[-1]:
        return span
    inside = _tokens(tree, span)
    if not inside:
        return span
    a, b = inside[0], inside[-1]
    i = b + 1
    while i < len(tree):
        if tree.dep[i] == "punct":
            if how == "1" or tree.text[i] not in (",", "-", "'", "’"): break
            i += 1
            continue
        if a <= tree.head[i] <= b and tree.dep[i] not in LOOSE:
            b = max(i, b)
            i += 1
            continue
        if a <= tree.head[i] <= i and how == "3" and tree.dep[i] not in LOOSE:
            b = i
            i += 1
            continue
        # a word whose governor comes later but inside a phrase hanging on the content
        j = i
        seen = 0
        while j > b and seen < 12 and tree.head[j] != j:
            if tree.dep[j] in LOOSE: break
            j = tree.head[j]; seen += 1
        if a <= j <= b:
            b = i
            i += 1
            continue
        break
    return Span(span.start, max(span.end, tree.end[b]))


def speaker_in(tree: Tree, source: Span) -> Speaker | None:
    """Return the words of a source as tokens of the sentence; None when they stand in another."""
    tokens = _tokens(tree, source)
    if not tokens:
        return None
    inside = set(tokens)
    noun = next((i for i in tokens if tree.head[i] not in inside or tree.head[i] == i), tokens[-1])
    return Speaker(tokens[0], tokens[-1], noun)


def _tokens(tree: Tree, span: Span) -> list[int]:
    return list(range(bisect_right(tree.end, span.start), bisect_left(tree.start, span.end)))
