"""Sayings and quotations joined: what a speaker says runs on to the end of his quotation, over sentences and paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.find.cue_words import cue_words
from sayso.find.quotes import Quote
from sayso.find.saying import Link, Saying
from sayso.find.speakers import speaker_of
from sayso.find.tree import Tree
from sayso.model.span import Span

FINITE_VERB = frozenset({"VBD", "VBZ", "VBP"})
REACH = 12
"""Tokens from a quotation within which its verb must stand."""
GAP = 6
"""Most characters between a quotation and the sentence that names its speaker."""


class QuoteIndex:
    """The quotations of an article, to be asked by place."""

    def __init__(self, text: str, quotes: Sequence[Quote]) -> None:
        self.text = text
        self.quotes = sorted(quotes, key=lambda q: q.span.start)
        self.starts = [q.span.start for q in self.quotes]
        self.used = [False] * len(self.quotes)

    def touching(self, span: Span) -> list[int]:
        """Return the numbers of the quotations that share words with the span."""
        k = max(0, bisect_right(self.starts, span.start) - 1)
        out = []
        while k < len(self.quotes) and self.starts[k] < span.end:
            if self.quotes[k].span.end > span.start:
                out.append(k)
            k += 1
        return out

    def ending_before(self, at: int) -> int | None:
        """Return the quotation that ends right before ``at``."""
        k = bisect_left(self.starts, at) - 1
        if (
            k >= 0
            and 0 <= at - self.quotes[k].span.end <= GAP
            and not self.text[self.quotes[k].span.end : at].strip(" ,.\n\t—–-")
        ):
            return k
        return None

    def beginning_after(self, at: int) -> int | None:
        """Return the quotation that begins right after ``at``."""
        k = bisect_left(self.starts, at)
        if (
            k < len(self.quotes)
            and self.starts[k] - at <= GAP
            and not self.text[at : self.starts[k]].strip(" ,:.\n\t—–-")
        ):
            return k
        return None

    def inside(self, at: int) -> int | None:
        """Return the quotation in which ``at`` stands."""
        k = bisect_right(self.starts, at) - 1
        return k if k >= 0 and self.quotes[k].span.end > at else None

    def quoted(self, spans: Sequence[Span]) -> tuple[int, int]:
        """Return how many of the characters of the spans are quoted, and how many there are."""
        inside = total = 0
        for span in spans:
            total += span.end - span.start
            for k in self.touching(span):
                q = self.quotes[k].span
                inside += max(0, min(q.end, span.end) - max(q.start, span.start))
        return inside, total


def join_quotes(sayings: Sequence[Saying], sentences: Sequence[Tree], index: QuoteIndex) -> None:
    """Let each open saying take the quotations its content touches or stands beside; marks them as used."""
    for saying in sayings:
        _clip(saying, index)
        if not saying.open:
            continue
        if not saying.content:
            _beside(saying, sentences, index)
        saying.content = [_widened(saying, span, index) for span in saying.content]


def take(sayings: Sequence[Saying], index: QuoteIndex) -> None:
    """Mark the quotations that contents cover as used, so that nobody goes on with them; a content that is one loses its marks."""
    for saying in sayings:
        for span in saying.content:
            for k in index.touching(span):
                whole = index.quotes[k].span
                shared = min(whole.end, span.end) - max(whole.start, span.start)
                if 2 * shared > whole.end - whole.start:
                    index.used[k] = True
        saying.content = [_bare(index, span) for span in saying.content]


def _clip(saying: Saying, index: QuoteIndex) -> None:
    """Keep what is said by a cue inside a quotation inside it."""
    k = index.inside(saying.tree.start[saying.token])
    if k is None:
        return
    whole = index.quotes[k].pieces
    low, high = whole[0].start, whole[-1].end
    saying.content = [
        Span(max(c.start, low), min(c.end, high)) for c in saying.content if c.start < high and c.end > low
    ]
    saying.open = False


def unclaimed(sentences: Sequence[Tree], index: QuoteIndex, least: int, sayings: Sequence[Saying] = ()) -> list[Saying]:
    """Return a saying for each quotation nobody took whose own sentence has a verb with a subject right after or before it.

    ``"…," she interjected.`` and ``He fired back: "…"``: no list of verbs is ever whole. Where the verb is the word of one of the
    given ``sayings``, a quotation is more of its words if it has quoted ones, and else a name or title that stands beside it.
    """
    out, starts = [], [t.start[0] for t in sentences]
    taken = {(s.place, s.token): s for s in sayings if s.sure}
    for k, quote in enumerate(index.quotes):
        if index.used[k] or not starts or sum(len(p.of(index.text).split()) for p in quote.pieces) < least:
            continue
        place = max(0, bisect_right(starts, quote.span.end - 1) - 1)
        if found := _verb_after(sentences[place], place, quote, index) or _verb_before(sentences, starts, quote, index):
            index.used[k] = True
            words = Span(quote.pieces[0].start, quote.pieces[-1].end)
            same = taken.get((found.place, found.token))
            if same is None:
                found.content = [words]
                out.append(found)
            elif same.rule.startswith("quote."):
                same.content = sorted([*same.content, words])
    return out


def _verb_after(tree: Tree, place: int, quote: Quote, index: QuoteIndex) -> Saying | None:
    first = bisect_left(tree.start, quote.span.end)
    inner = quote.pieces[-1].of(index.text).rstrip()[-1:]
    if first >= len(tree) or inner not in (",", "?", "!", "."):
        return None
    for v in range(first, min(first + REACH, len(tree))):
        if (
            tree.tag[v] in FINITE_VERB
            and tree.pos[v] == "VERB"
            and (found := _by_verb(tree, place, v, first, len(tree)))
        ):
            return found
    return None


def _verb_before(sentences: Sequence[Tree], starts: Sequence[int], quote: Quote, index: QuoteIndex) -> Saying | None:
    head = index.text[max(0, quote.span.start - 4) : quote.span.start].rstrip()
    if not head.endswith((":", ",")) or quote.span.start == 0:
        return None
    place = max(0, bisect_right(starts, quote.span.start - len(head)) - 1)
    tree = sentences[place]
    last = bisect_left(tree.start, quote.span.start) - 1
    for v in range(min(last, len(tree) - 1), max(-1, last - 3 * REACH), -1):
        if tree.tag[v] in FINITE_VERB and tree.pos[v] == "VERB" and (found := _by_verb(tree, place, v, 0, last + 1)):
            return found
    return None


def _by_verb(tree: Tree, place: int, verb: int, first: int, stop: int) -> Saying | None:
    speaker = speaker_of(tree, verb) if tree.kids(verb, "nsubj") else None
    if (
        speaker is None
        or not first <= speaker.first <= speaker.last < stop
        or tree.lower[speaker.noun] in cue_words().not_speakers
    ):
        return None
    return Saying(tree, place, verb, (Link(speaker, tree.words(verb, verb), "quote.any-verb"),), [], "quote.any-verb")


def _beside(saying: Saying, sentences: Sequence[Tree], index: QuoteIndex) -> None:
    """Find the quotation before "he said." or after "he said:" that stands in another sentence."""
    tree = saying.tree
    if saying.trails:
        if (k := index.ending_before(tree.start[0])) is not None or (
            k := index.ending_before(_cue_start(saying))
        ) is not None:
            saying.content = [_words(index, k)]
        elif saying.place and _broken_off(sentences[saying.place - 1], tree, index.text):
            saying.content = [sentences[saying.place - 1].span]
    elif (k := index.beginning_after(tree.end[-1])) is not None:
        saying.content = [_words(index, k)]


def _cue_start(saying: Saying) -> int:
    speaker, tree = saying.links[0].speaker, saying.tree
    first = saying.token if speaker is None else min(speaker.first, saying.token)
    return tree.start[first]


def _broken_off(before: Tree, tree: Tree, text: str) -> bool:
    """Tell whether the sentence before has no end of its own, so that the parser cut one sentence in two."""
    return (
        before.paragraph == tree.paragraph
        and text[before.end[-1] - 1 : tree.start[0]].strip(" \n")[-1:] not in (".", "!", "?", "”", '"')
        and tree.text[0][:1].islower()
    )


def _words(index: QuoteIndex, k: int) -> Span:
    index.used[k] = True
    pieces = index.quotes[k].pieces
    return Span(pieces[0].start, pieces[-1].end)


def _widened(saying: Saying, span: Span, index: QuoteIndex) -> Span:
    """Return the span with the quotations it touches taken in whole; a cue inside a quotation takes no more than its sentence."""
    start, end = span.start, span.end
    cue = index.inside(saying.tree.start[saying.token])
    for k in index.touching(span):
        q = index.quotes[k].span
        if k == cue or (q.start <= span.start and q.end >= span.end and cue is not None):
            continue
        index.used[k] = True
        start, end = min(start, q.start), max(end, q.end)
    return _bare(index, Span(start, end))


def _bare(index: QuoteIndex, span: Span) -> Span:
    """Return the span without the marks of a quotation that fills it."""
    for k in index.touching(span):
        q = index.quotes[k]
        if q.span.start == span.start and q.span.end >= span.end - 1 and q.span.end <= span.end + 1:
            return Span(q.pieces[0].start, q.pieces[-1].end)
    return span
