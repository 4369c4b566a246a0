"""Statements printed as a block: "The minister said:" ends a paragraph, and what follows without marks is the minister's."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.find.joining import QuoteIndex
from sayso.find.saying import Saying
from sayso.find.tree import Tree
from sayso.model.span import Span

FIRST_PERSON = frozenset({"i", "we", "my", "our", "us"})
MARKS = ("“", '"', "«", "„")
FEWEST = 6
"""Words of the shortest paragraph of a statement; shorter ones are headings."""


def join_blocks(sayings: Sequence[Saying], sentences: Sequence[Tree], index: QuoteIndex) -> None:
    """Give "X said:" at the end of a paragraph the paragraphs that follow, if they stand without marks and speak in the first person.

    The block ends before a heading, a quotation, or a paragraph in which another is named as speaking. Rule ``quote.block``.
    """
    speaking = {s.place for s in sayings if s.links[-1].speaker}
    for saying in sayings:
        if saying.open and not saying.content and saying.tree.text[-1] == ":" and not saying.trails:
            block = _block(saying, sentences, speaking, index)
            if any(w in FIRST_PERSON for tree in block for w in tree.lower):
                saying.content = [Span(block[0].start[0], block[-1].end[-1])]
                saying.rule, saying.open = "quote.block", False


def _block(saying: Saying, sentences: Sequence[Tree], speaking: set[int], index: QuoteIndex) -> list[Tree]:
    """Return the sentences of the whole paragraphs after the saying that go on with its speaker's statement."""
    first = stop = saying.place + 1
    while stop < len(sentences) and (size := _paragraph(sentences, stop, index)):
        if stop > first and any(p in speaking and sentences[p].text[-1] == ":" for p in range(stop, stop + size)):
            break
        stop += size
    return list(sentences[first:stop])


def _paragraph(sentences: Sequence[Tree], first: int, index: QuoteIndex) -> int:
    """Return how many sentences the paragraph has that begins at ``first``; 0 for a heading or a quotation."""
    head = sentences[first]
    size = next((k for k, t in enumerate(sentences[first:]) if t.paragraph != head.paragraph), len(sentences) - first)
    words = sum(len(t) for t in sentences[first : first + size])
    return 0 if words < FEWEST or index.text[head.start[0]].startswith(MARKS) else size
