"""A parsed sentence as plain columns: what every rule of this room reads, whatever parser made it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence and its dependency parse, one entry a token in every column.

    ``head[i]`` is the index of token i's governor in this sentence; a root governs itself. ``start`` and ``end`` are code
    points of ``Article.text``. ``tag`` is Penn Treebank, ``pos`` Universal, ``dep`` ClearNLP (spaCy English).
    ``entity[i]`` is the name label ("GPE", "PERSON", …) or ""; ``entity_begins[i]`` is True where a name starts.
    ``paragraph`` numbers the paragraph of the article that the sentence stands in.
    """

    text: tuple[str, ...]
    lower: tuple[str, ...]
    lemma: tuple[str, ...]
    pos: tuple[str, ...]
    tag: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    entity: tuple[str, ...]
    entity_begins: tuple[bool, ...]
    paragraph: int
    children: tuple[tuple[int, ...], ...] = field(repr=False)
    root: int

    def __len__(self) -> int:
        return len(self.text)

    @property
    def span(self) -> Span:
        """The whole sentence in the article's text."""
        return Span(self.start[0], self.end[-1])

    def subtree(self, i: int) -> list[int]:
        """Return token i and all it governs, in reading order."""
        found, stack = [], [i]
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(self.children[at])
        found.sort()
        return found

    def kids(self, i: int, *deps: str) -> list[int]:
        """Return the children of token i that hang by one of the relations, in reading order."""
        return [k for k in self.children[i] if self.dep[k] in deps]

    def words(self, first: int, last: int) -> Span:
        """Return the span from token ``first`` to token ``last``, both inside."""
        return Span(self.start[first], self.end[last])

    def spans(self, tokens: list[int]) -> tuple[Span, ...]:
        """Return the spans of the tokens, runs of neighbours joined; ``tokens`` in reading order."""
        runs: list[tuple[int, int]] = []
        for t in tokens:
            if runs and runs[-1][1] == t - 1:
                runs[-1] = (runs[-1][0], t)
            else:
                runs.append((t, t))
        return tuple(self.words(a, b) for a, b in runs)

    def tokens_in(self, span: Span) -> list[int]:
        """Return the tokens that share a code point with the span."""
        return [i for i in range(len(self.text)) if self.start[i] < span.end and span.start < self.end[i]]


def children_of(head: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Return, for each token, the tokens it governs, in reading order."""
    lists: list[list[int]] = [[] for _ in head]
    for i, h in enumerate(head):
        if h != i:
            lists[h].append(i)
    return tuple(tuple(k) for k in lists)
