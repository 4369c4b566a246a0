"""Attributions made flat, as corpora mark them that know no nesting: each word said once, by whom it is first laid in a mouth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.claim import Attribution
from sayso.model.span import Span

SAME = 0.6
"""Share of words (Dice) from which two attributions are two readings of one."""
GOES_ON = "continuation."
"""Rules by which a quotation goes on with the speaker before it."""


def flat(found: Sequence[Attribution]) -> list[Attribution]:
    """Return each saying once: what goes on with a saying joined to it, what lies in another left out, of two readings of one the surer."""
    return surest(outermost(resumed(found)))


def resumed(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with each quotation that goes on with a speaker's words joined to the saying that it goes on with."""
    out: list[Attribution] = []
    begun: dict[tuple[Span | None, Span], int] = {}
    for a in found:
        cue = a.voices[-1].cue if a.voices else None
        key = (a.voices[-1].source, cue) if cue else None
        if key in begun and a.rule.startswith(GOES_ON):
            first = out[begun[key]]
            out[begun[key]] = replace(first, content=tuple(sorted({*first.content, *a.content})))
            continue
        if key:
            begun.setdefault(key, len(out))
        out.append(a)
    return out


def surest(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions without those whose words a surer one has too; a rule's counts for more than what is only heard."""
    kept: list[int] = []
    dropped: set[int] = set()
    for n in sorted((n for n, a in enumerate(found) if a.content), key=lambda n: found[n].content[0].start):
        kept = [k for k in kept if found[k].content[-1].end > found[n].content[0].start]
        twin = next((k for k in kept if _alike(found[k].content, found[n].content) >= SAME), None)
        if twin is None:
            kept.append(n)
        elif _weight(found[n]) > _weight(found[twin]):
            dropped.add(twin)
            kept[kept.index(twin)] = n
        else:
            dropped.add(n)
    return [a for n, a in enumerate(found) if n not in dropped]


def _weight(a: Attribution) -> tuple[bool, float]:
    return a.rule != "heard", a.sure


def _alike(a: Sequence[Span], b: Sequence[Span]) -> float:
    """Return twice what two lists of spans share over what they hold together, in code points."""
    shared = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    return 2 * shared / max(1, sum(s.end - s.start for s in (*a, *b)))


def outermost(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions whose content lies in no other's; one sweep over the text, for there may be thousands."""
    pieces = sorted((s, n) for n, a in enumerate(found) for s in a.content)
    begun: list[tuple[Span, int]] = []
    inner: set[int] = set()
    at = 0
    for first, n in sorted((a.content[0], n) for n, a in enumerate(found) if a.content):
        while at < len(pieces) and pieces[at][0].start <= first.start:
            begun.append(pieces[at])
            at += 1
        begun = [piece for piece in begun if piece[0].end > first.start]
        others = (found[m] for s, m in begun if m != n and s.holds(first) and found[m].content != found[n].content)
        if any(_inside(found[n], other) for other in others):
            inner.add(n)
    return [a for n, a in enumerate(found) if n not in inner]


def _inside(inner: Attribution, outer: Attribution) -> bool:
    """Tell whether all content of one attribution lies in the other's."""
    return all(any(o.holds(i) for o in outer.content) for i in inner.content)
