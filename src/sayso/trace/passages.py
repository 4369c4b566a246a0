"""The passages that two articles share word for word, small edits inside allowed, with what was edited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from sayso.model.copying import Edit
from sayso.model.span import Span
from sayso.trace.wording import Wording, shingles, sizes

MOST_PLACES = 8
"""Places of one shingle in an article beyond which it says nothing of where a passage lies."""
EDITED = 3
"""Words that an edit at the edge of a passage may leave out or put in."""
Run = tuple[int, int, int]
"""First word in one article, first word in the other, number of words that are the same in a row."""


def runs(one: Wording, other: Wording) -> list[Run]:
    """Return the longest runs of words that both have, in the order of ``one``; no word of either is used twice."""
    places = _places(other.words)
    found, reached = set(), dict[int, int]()
    for i, s in enumerate(shingles(one.words)):
        for j in places.get(s, ())[:MOST_PLACES]:
            if i >= reached.get(j - i, 0):
                run = _grown(one.words, other.words, i, j)
                reached[j - i] = run[0] + run[2]
                found.add(run)
    taken_one, taken_other = [False] * len(one.words), [False] * len(other.words)
    kept = []
    for i, j, n in sorted(found, key=lambda r: (-r[2], r)):
        if not any(taken_one[i : i + n]) and not any(taken_other[j : j + n]):
            taken_one[i : i + n] = taken_other[j : j + n] = [True] * n
            kept.append((i, j, n))
    return sorted(kept)


@lru_cache(maxsize=512)
def _places(words: tuple[str, ...]) -> Mapping[int, Sequence[int]]:
    """Return where each shingle stands."""
    places: dict[int, list[int]] = {}
    for j, s in enumerate(shingles(words)):
        places.setdefault(s, []).append(j)
    return places


def _grown(a: Sequence[str], b: Sequence[str], i: int, j: int) -> Run:
    """Return the run around two places at which a shingle is the same."""
    while i and j and a[i - 1] == b[j - 1]:
        i, j = i - 1, j - 1
    n = 0
    while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
        n += 1
    return i, j, n


def joined(found: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield the runs in groups that follow each other in both articles with only a few words between: the passages."""
    gap = sizes().words.gap
    group: list[Run] = []
    for i, j, n in found:
        if group:
            a, b, m = group[-1]
            if not (0 <= i - a - m <= gap and 0 <= j - b - m <= gap):
                yield group
                group = []
        group.append((i, j, n))
    if group:
        yield group


def stretched(group: Sequence[Run], a: Sequence[str], b: Sequence[str]) -> list[Run]:
    """Return the runs of a passage with those short ones before and after that only an edit of a few words parts from it."""
    first, last = group[0], group[-1]
    before = _near(a[: first[0]][::-1], b[: first[1]][::-1])
    after = _near(a[last[0] + last[2] :], b[last[1] + last[2] :])
    out = list(group)
    if before:
        i, j, n = before
        out.insert(0, (first[0] - i - n, first[1] - j - n, n))
    if after:
        i, j, n = after
        out.append((last[0] + last[2] + i, last[1] + last[2] + j, n))
    return out


def _near(a: Sequence[str], b: Sequence[str]) -> Run | None:
    """Return the nearest run of two words or more that begins within a few words of both beginnings."""
    for skipped in range(1, 2 * EDITED + 1):
        for i in range(max(0, skipped - EDITED), min(EDITED, skipped) + 1):
            j, n = skipped - i, 0
            while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
                n += 1
            if n > 1:
                return i, j, n
    return None


def edits(group: Sequence[Run], one: Wording, other: Wording) -> tuple[Edit, ...]:
    """Return what differs between the runs of one passage."""
    out = []
    for (a, b, m), (i, j, _) in pairwise(group):
        left, right = _span(one, a + m, i), _span(other, b + m, j)
        words = (*one.words[a + m : i], *other.words[b + m : j])
        if left and right:
            out.append(Edit("figure" if all(w[0].isdigit() for w in words) else "changed", left, right))
        elif words:
            out.append(Edit("dropped" if left else "added", left, right))
    return tuple(out)


def _span(w: Wording, first: int, stop: int) -> Span:
    """Return where some words stand, or the empty place where they would."""
    start = w.spans[first].start
    return Span(start, w.spans[stop - 1].end if stop > first else start)


def reach(group: Sequence[Run], one: Wording, other: Wording) -> tuple[Span, Span]:
    """Return where a passage stands in each article."""
    (a, b, _), (i, j, n) = group[0], group[-1]
    return Span(one.spans[a].start, one.spans[i + n - 1].end), Span(other.spans[b].start, other.spans[j + n - 1].end)
