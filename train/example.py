"""Marked texts and the examples cut from them: one window with a label for every word and head it has marks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from sayso.find.encoder.pieces import Words, windows, words
from sayso.find.encoder.wordpiece import CLS, SEP
from sayso.model.span import Span

Numbers = Callable[[str], tuple[int, ...]]
Roles = dict[int, int]
"""Word to number of its role."""


@dataclass(frozen=True)
class Marked:
    """A text with marks: tags of words by head, cues with the roles of words by linker, classes of the whole by sorter.

    ``tags`` holds a row of numbers for each type of the head, one a word. ``apart`` says where the text may be cut besides.
    """

    name: str
    set: str
    words: Words
    pieces: tuple[tuple[int, ...], ...]
    tags: Mapping[str, Sequence[Sequence[int]]] = field(default_factory=dict)
    links: Mapping[str, Sequence[tuple[int, int, Roles]]] = field(default_factory=dict)
    sorts: Mapping[str, Sequence[int]] = field(default_factory=dict)
    weight: float = 1.0


@dataclass(frozen=True)
class Example:
    """What the network is shown at once: ``first`` is the place of each word's first piece."""

    pieces: list[int]
    looks: list[int]
    first: list[int]
    tags: dict[str, list[list[int]]]
    links: dict[str, list[tuple[int, int, Roles]]]
    sorts: dict[str, Sequence[int]]
    weight: float


def reading(text: str, numbers: Numbers) -> tuple[Words, tuple[tuple[int, ...], ...]]:
    """Return the words of a text and their pieces."""
    read = words(text, [Span(0, len(text))])
    return read, tuple(numbers(w) for w in read.text)


def example(marked: Marked, seen: int, end: int) -> Example:
    """Return the words from ``seen`` to ``end`` with their labels; a link whose cue is cut is left out."""
    pieces, looks, first = [CLS], [0], []
    for w in range(seen, end):
        first.append(len(pieces))
        pieces.extend(marked.pieces[w])
        looks.extend([marked.words.looks[w]] * len(marked.pieces[w]))
    links = {
        head: [
            (a - seen, b - seen, {w - seen: r for w, r in roles.items() if seen <= w < end})
            for a, b, roles in cues
            if seen <= a and b < end
        ]
        for head, cues in marked.links.items()
    }
    tags = {head: [list(row[seen:end]) for row in rows] for head, rows in marked.tags.items()}
    return Example([*pieces, SEP], [*looks, 0], first, tags, links, dict(marked.sorts), marked.weight)


def examples(texts: Sequence[Marked], random: Random) -> Iterator[Example]:
    """Yield all windows of one pass over the texts, cut at other places each time."""
    for marked in texts:
        longest, before = random.randint(140, 300), random.choice((0, 24, 48))
        for seen, _, end in windows([len(p) for p in marked.pieces], marked.words.breaks, longest, before):
            yield example(marked, seen, end)
