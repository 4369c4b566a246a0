"""Two texts aligned word by word: which words stand in both, in order, and what was put in, left out or changed between them.

Runs of words that each text has once anchor the rest (patience diff, after B. Cohen); what lies between two anchors is small and is
compared word by word. Time grows with the length of the texts, whatever is in them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from sayso.model.copying import Edit
from sayso.model.span import Span

WORD = re.compile(r"\d[\d,.]*\d|\w+(?:['’]\w+)*|[^\w\s]")
MOST = 200_000
"""Words of a text that are compared; what comes after is no article."""
RUNS = (8, 4, 2)
"""Words of the runs that anchor, the longest first."""
SMALL = 40_000
"""Words of one text times words of the other up to which a stretch is compared word by word."""
BUDGET = 20_000_000
"""The same for all stretches together; what is left then counts as changed."""
DEEPEST = 12
"""Times that a stretch is cut at anchors inside anchors."""
STRAY = 2
"""Words that stand in both between two longer edits, and are shown as part of the edit."""
SLIDE = 12
"""Words by which an edit is moved on at most to begin after a sentence's end."""
ENDS = frozenset(".!?")

Block = tuple[int, int, int]
"""First word in the old text, first word in the new, number of words the same."""
Stretch = tuple[int, int, int, int, int]
"""First and last-but-one word in the old text and in the new, and how often it was cut."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words and marks in reading order, and where each stands; white space is none."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]


def words(text: str, parts: Iterable[Span]) -> Words:
    """Return the words of some parts of a text, the first ``MOST`` of them."""
    found = list(islice((m for p in parts for m in WORD.finditer(text, p.start, p.end)), MOST))
    return Words(tuple(m.group() for m in found), tuple(Span(m.start(), m.end()) for m in found))


def blocks(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """Return the runs of words that stand in both, in the order of both; no word is in two."""
    found: list[Block] = []
    waiting: list[Stretch] = [(0, len(a), 0, len(b), 0)]
    left = BUDGET
    while waiting:
        i, i_end, j, j_end, cuts = waiting.pop()
        i, i_end, j, j_end = _trimmed(a, b, (i, i_end, j, j_end), found)
        size = (i_end - i) * (j_end - j)
        if not size:
            continue
        if size <= min(SMALL, left):
            left -= size
            match = SequenceMatcher(None, a[i:i_end], b[j:j_end], autojunk=False)
            found += [(i + m.a, j + m.b, m.size) for m in match.get_matching_blocks() if m.size]
        elif cuts < DEEPEST:
            waiting += _cut(a, b, (i, i_end, j, j_end), cuts)
    return _joined(sorted(found))


def _trimmed(
    a: Sequence[str], b: Sequence[str], at: tuple[int, int, int, int], found: list[Block]
) -> tuple[int, int, int, int]:
    """Return a stretch without the words that both begin and end with, which are added to ``found``."""
    i, i_end, j, j_end = at
    n = 0
    while i + n < i_end and j + n < j_end and a[i + n] == b[j + n]:
        n += 1
    if n:
        found.append((i, j, n))
    i, j, n = i + n, j + n, 0
    while i_end - n > i and j_end - n > j and a[i_end - n - 1] == b[j_end - n - 1]:
        n += 1
    if n:
        found.append((i_end - n, j_end - n, n))
    return i, i_end - n, j, j_end - n


def _cut(a: Sequence[str], b: Sequence[str], at: tuple[int, int, int, int], cuts: int) -> list[Stretch]:
    """Return the stretches that begin at the anchors of one; none when it has no anchors."""
    i, i_end, j, j_end = at
    for run in RUNS:
        if anchors := _anchors(a[i:i_end], b[j:j_end], run):
            starts = [(i, j), *((i + x, j + y) for x, y in anchors)]
            ends = [*starts[1:], (i_end, j_end)]
            return [(x, x_end, y, y_end, cuts + 1) for (x, y), (x_end, y_end) in zip(starts, ends, strict=True)]
    return []


def _anchors(a: Sequence[str], b: Sequence[str], run: int) -> list[tuple[int, int]]:
    """Return where runs stand that both texts have once: as many as can be kept in the order of both."""
    one, other = _once(a, run), _once(b, run)
    pairs = sorted((i, other[k]) for k, i in one.items() if k in other)
    return _rising(pairs)


def _once(words_: Sequence[str], run: int) -> dict[tuple[str, ...], int]:
    """Return the runs that stand in a text once, and where."""
    found: dict[tuple[str, ...], int] = {}
    for i in range(len(words_) - run + 1):
        key = tuple(words_[i : i + run])
        found[key] = -1 if key in found else i
    return {k: i for k, i in found.items() if i >= 0}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return a longest chain of pairs that rise on both sides (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for n, (_, j) in enumerate(pairs):
        at = bisect_left(tops, j)
        before.append(piles[at - 1] if at else -1)
        if at == len(tops):
            tops.append(j)
            piles.append(n)
        else:
            tops[at], piles[at] = j, n
    chain, n = [], piles[-1] if piles else -1
    while n >= 0:
        chain.append(pairs[n])
        n = before[n]
    return chain[::-1]


def _joined(found: Iterable[Block]) -> list[Block]:
    """Return blocks with those that follow each other without a gap made one."""
    out: list[Block] = []
    for i, j, n in found:
        if out and out[-1][0] + out[-1][2] == i and out[-1][1] + out[-1][2] == j:
            out[-1] = (out[-1][0], out[-1][1], out[-1][2] + n)
        else:
            out.append((i, j, n))
    return out


def edits(old: Words, new: Words, same: Sequence[Block]) -> tuple[Edit, ...]:
    """Return what lies between the blocks: put into the old words these edits give the new ones, white space aside."""
    gaps = _merged(list(_gaps(same, len(old.words), len(new.words))), old.words)
    ends = [*gaps[1:], (len(old.words),) * 2 + (len(new.words),) * 2]
    return tuple(_edit(old, new, _slid(g, after, old.words, new.words)) for g, after in zip(gaps, ends, strict=False))


Gap = tuple[int, int, int, int]


def _gaps(same: Sequence[Block], old: int, new: int) -> Iterator[Gap]:
    i = j = 0
    for x, y, n in (*same, (old, new, 0)):
        if x > i or y > j:
            yield i, x, j, y
        i, j = x + n, y + n


def _merged(gaps: Sequence[Gap], old: Sequence[str]) -> list[Gap]:
    """Return the gaps, those made one that only a stray word or two part: such words are the same by chance."""
    out: list[Gap] = []
    for g in gaps:
        if out and _stray(out[-1], g, old):
            out[-1] = (out[-1][0], g[1], out[-1][2], g[3])
        else:
            out.append(g)
    return out


def _stray(one: Gap, other: Gap, old: Sequence[str]) -> bool:
    between = old[one[1] : other[0]]
    small = min(max(g[1] - g[0], g[3] - g[2]) for g in (one, other))
    return len(between) <= min(STRAY, small - 1) and not any(w[0].isdigit() for w in between)


def _slid(gap: Gap, after: Gap, old: Sequence[str], new: Sequence[str]) -> Gap:
    """Return a gap on one side alone moved on to begin after a sentence's end, where the words let it: ". A b" + "." is "A b ." as well."""
    i, i_end, j, j_end = gap
    if (i_end > i) == (j_end > j):
        return gap
    best, words_, at, end = gap, old if i_end > i else new, i if i_end > i else j, i_end if i_end > i else j_end
    for n in range(1, min(SLIDE, after[0] - i_end, after[2] - j_end) + 1):
        if words_[at + n - 1] != words_[end + n - 1]:
            break
        if words_[at + n - 1] in ENDS:
            best = (i + n, i_end + n, j + n, j_end + n)
    return best


def _edit(old: Words, new: Words, gap: Gap) -> Edit:
    i, i_end, j, j_end = gap
    left, right = _span(old, i, i_end), _span(new, j, j_end)
    if not left or not right:
        return Edit("added" if right else "dropped", left or _here(old, i), right or _here(new, j))
    numbers = all(w[0].isdigit() for w in (*old.words[i:i_end], *new.words[j:j_end]))
    return Edit("figure" if numbers else "changed", left, right)


def _span(w: Words, first: int, stop: int) -> Span | None:
    return Span(w.spans[first].start, w.spans[stop - 1].end) if stop > first else None


def _here(w: Words, at: int) -> Span:
    """Return the empty place before a word, or after the last."""
    point = w.spans[at].start if at < len(w.spans) else (w.spans[-1].end if w.spans else 0)
    return Span(point, point)
