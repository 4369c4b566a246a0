"""The rules' sayings and the encoder's, made one list: what both found, what one of them alone is trusted with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.find.cue_words import cue_words
from sayso.find.encoder.heard import Heard
from sayso.find.joining import QuoteIndex
from sayso.find.responsibility import for_nobody
from sayso.find.saying import Link, Saying, Speaker
from sayso.find.tree import Tree
from sayso.model.span import Span

KEPT = ("chain.", "cue.reportedly", "cue.raised", "cue.evidence", "cue.colon", "cue.toll", "cue.noun", "cue.impersonal",
        "quote.signed", "cue.turn", "cue.responsibility")  # fmt: skip
"""Rules trusted without the encoder: it learns no chains and few sources left out."""
ALONE = 0.45
"""The least probability at which the encoder is believed without a rule: about half the F1 that all reach, where a doubtful one adds as much as
it costs (Lipton, Elkan & Naryanaswamy 2014). With a rule whatever it hears counts."""
SPEAKING = frozenset({"VERB", "AUX", "NOUN", "ADJ", "ADP", "SCONJ", "PUNCT"})
"""Parts of speech by which something can be said; a day or an adverb alone is a part of other words of saying."""
HEARD = "heard"
"""The rule of what the encoder alone hears."""
LOOSE = frozenset({"conj", "cc", "advcl", "parataxis", "ccomp", "mark", "punct"})
"""Relations at which a phrase may end."""
TIGHT = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod"})
"""Relations of a word to the noun whose phrase it begins."""
LONGEST_CUE = 120
"""Code points of the longest words of saying that are looked back for."""
LEADING = TIGHT | {"aux", "auxpass", "neg", "advmod", "case", "prt"}
"""Relations of a word to a later one without which it says nothing."""
NEAR = 3
DEEP = 12
"""Governors looked at between a word and the stretch it may belong to."""


def joined(
    sayings: Sequence[Saying], heard: Sequence[Heard], sentences: Sequence[Tree], index: QuoteIndex
) -> list[Saying]:
    """Return the sayings of an article in reading order.

    A saying that both found keeps the rules' chain of voices and takes the encoder's content, and its source where the
    rules name none or another. What the encoder alone hears is a saying of rule ``heard``; what it does not hear is kept as
    not sure at all, unless its rule is one the encoder can't learn.
    """
    starts = [t.start[0] for t in sentences]
    cues = sorted(((k.start, k.end, n) for n, s in enumerate(sayings) for k in _cues(s)))
    out: list[Saying] = []
    met: set[int] = set()
    for h in heard:
        place = bisect_right(starts, h.cue.start) - 1
        if place < 0:
            continue
        same = _meeting(cues, h.cue)
        if (new := next((n for n in same if n not in met), None)) is not None:
            met.add(new)
            out.append(sayings[new] if sayings[new].rule.startswith(KEPT) else _agreed(sayings[new], h, index))
        elif not same and h.sure >= ALONE and (found := _alone(h, place, sentences[place], index)):
            out.append(found)
    left = (s for n, s in enumerate(sayings) if n not in met)
    out += [s if s.rule.startswith(KEPT) else replace(s, sure=0.0) for s in left]
    return sorted(out, key=lambda s: (s.place, s.tree.start[s.token]))


def _cues(saying: Saying) -> list[Span]:
    """Return the words of saying of a saying and of its links."""
    tree = saying.tree
    return [Span(tree.start[saying.token], tree.end[saying.token]), *(k.cue for k in saying.links)]


def _meeting(cues: Sequence[tuple[int, int, int]], cue: Span) -> list[int]:
    """Return the numbers of the sayings that share words of saying with a cue, in reading order."""
    first = bisect_left(cues, (cue.start - LONGEST_CUE,))
    near = cues[first : bisect_left(cues, (cue.end,))]
    return sorted({n for _, end, n in near if cue.start < end})


def _agreed(saying: Saying, heard: Heard, index: QuoteIndex) -> Saying:
    """Return the rules' saying with what the encoder adds."""
    tree, links = saying.tree, saying.links
    if len(links) == 1 and heard.source and (speaker := speaker_in(tree, heard.source)):
        old = links[0].speaker
        if old is None or not (_overlap(old, speaker) or tree.lemma[speaker.noun].lower() in cue_words().documents):
            links = (replace(links[0], speaker=speaker),)
    content = _content(heard, tree, saying, index)
    quoted = saying.rule.startswith("quote.") and _size(saying.content) > _size(content)
    if not content or quoted or saying.rule == "quote.block" or _broken(tree, content, saying.content):
        content = saying.content
    return replace(saying, links=links, content=content)


def _overlap(a: Speaker, b: Speaker) -> bool:
    return a.first <= b.last and b.first <= a.last


def _size(spans: Sequence[Span]) -> int:
    return sum(s.end - s.start for s in spans)


def _broken(tree: Tree, content: Sequence[Span], ruled: Sequence[Span]) -> bool:
    """Tell whether the encoder stopped before the verb of what the rules take for the content."""
    if not ruled or len(content) > 1 or not ruled[0].start <= content[0].start < content[-1].end < ruled[-1].end:
        return False
    return not _verb(tree, content) and _verb(tree, ruled)


def _verb(tree: Tree, spans: Sequence[Span]) -> bool:
    return any(tree.pos[i] in ("VERB", "AUX") for s in spans for i in _tokens(tree, s))


def _alone(heard: Heard, place: int, tree: Tree, index: QuoteIndex) -> Saying | None:
    """Return a saying of what only the encoder heard."""
    cue = _tokens(tree, heard.cue)
    content = _content(heard, tree, None, index)
    if not content or not any(tree.pos[i] in SPEAKING for i in cue):
        return None
    token = next((i for i in cue if tree.head[i] not in cue or tree.head[i] == i), cue[-1])
    speaker = speaker_in(tree, heard.source) if heard.source else None
    if for_nobody(tree, speaker, content[0]):
        return None
    link = Link(speaker, heard.cue, HEARD)
    trails = content[0].start < heard.cue.start
    return Saying(tree, place, token, (link,), content, HEARD, trails, open=True, sure=round(heard.sure, 3))


def _content(heard: Heard, tree: Tree, saying: Saying | None, index: QuoteIndex) -> list[Span]:
    """Return what was heard said: phrases whole, words of source and cue left out.

    What stands in another sentence counts if it is quoted.
    """
    frame = _frame(heard, tree, saying)
    here = [c for c in heard.content if (c.start < tree.end[-1] and tree.start[0] < c.end) or index.touching(c)]
    found = []
    for span in here or heard.content:
        tokens = _whole(tree, span, frame)
        found += [tree.words(run[0], run[-1]) for run in _runs(tokens, frame)] if tokens else [span]
    return found


def _frame(heard: Heard, tree: Tree, saying: Saying | None) -> frozenset[int]:
    """Return the tokens of the words of source and cue."""
    frame = {i for s in (heard.source, heard.cue) if s for i in _tokens(tree, s)}
    for link in saying.links if saying else ():
        frame.update(_tokens(tree, link.cue))
        if link.speaker:
            frame.update(range(link.speaker.first, link.speaker.last + 1))
    return frozenset(frame)


def _runs(tokens: Sequence[int], frame: frozenset[int]) -> list[list[int]]:
    """Return the tokens outside the frame, cut where it lies between them."""
    runs: list[list[int]] = [[]]
    for i in tokens:
        if i in frame:
            runs.append([])
        else:
            runs[-1].append(i)
    return [run for run in runs if run]


def _whole(tree: Tree, span: Span, frame: frozenset[int]) -> list[int]:
    """Return the span's tokens with the rest of the phrases in which it begins and ends: the encoder may stop at names it does not know.

    Empty when the span is not this sentence's.
    """
    inside = _tokens(tree, span)
    if not inside or span.end > tree.end[-1] or span.start < tree.start[0]:
        return []
    first, last = inside[0], inside[-1]
    while last + 1 < len(tree) and last + 1 not in frame and _goes_on(tree, first, last):
        last += 1
    while (
        first > 0 and first - 1 not in frame and tree.dep[first - 1] in TIGHT and first <= tree.head[first - 1] <= last
    ):
        first -= 1
    return list(range(first, last + 1))


def _goes_on(tree: Tree, first: int, last: int) -> bool:
    """Tell whether the word after ``last`` belongs to a phrase begun: it hangs on one, or ``last`` leads up to it ("was | hit")."""
    if last < tree.head[last] <= last + NEAR and tree.dep[last] in LEADING:
        return True
    return _hangs(tree, last + 1, first, last)


def _hangs(tree: Tree, i: int, first: int, last: int) -> bool:
    """Tell whether a word belongs to a phrase whose head lies between ``first`` and ``last``."""
    at = i
    for _ in range(DEEP):
        if tree.dep[at] in LOOSE or tree.head[at] == at:
            return False
        at = tree.head[at]
        if at <= last:
            return at >= first
    return False


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
