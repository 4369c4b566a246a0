"""Who says what: every word of an article that is laid in somebody's mouth, with the chain of voices that carry it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.find.block import join_blocks
from sayso.find.colon import colon_sayings
from sayso.find.continuation import LEAST, continued
from sayso.find.cue_nouns import other_sayings
from sayso.find.cue_words import cue_words
from sayso.find.cues import verb_sayings
from sayso.find.encoder.heard import Heard
from sayso.find.hearing import HEARD, joined
from sayso.find.joining import QuoteIndex, join_quotes, take, unclaimed
from sayso.find.quotes import quotations
from sayso.find.responsibility import responsibilities
from sayso.find.saying import Link, Saying
from sayso.find.signed import signed, turns
from sayso.find.tree import Tree
from sayso.find.voices import voiced
from sayso.find.windows import LONGEST, windows
from sayso.model.article import Article
from sayso.model.claim import Attribution
from sayso.model.problem import Problem
from sayso.model.span import Span
from sayso.model.who import Voice


def attributions(
    article: Article, sentences: Sequence[Tree], heard: Sequence[Heard] | None = None
) -> tuple[list[Attribution], list[Problem]]:
    """Return the attributions of the article in reading order, nested ones each by itself, and what was read in part.

    ``sentences`` are the parsed sentences of the article's claim zones, in reading order. The chain of a stretch of
    text is the voices of all attributions that cover it, widest first (see ``chain_of``). ``heard`` is what the encoder
    hears in the same zones; without it the rules read alone.
    """
    quotes, problems = quotations(article)
    index = QuoteIndex(article.text, quotes)
    sayings: list[Saying] = []
    for place, tree in enumerate(sentences):
        if len(tree) > LONGEST:
            problems.append(Problem("S102", f"A sentence of {len(tree)} words was read in pieces.", tree.span))
        for part in windows(tree):
            sayings.extend(in_sentence(part, place))
    by_name = [*turns(sentences, index), *signed(sentences, index)]
    join_quotes(sayings, sentences, index)
    join_blocks(sayings, sentences, index)
    named = {s.links[0].cue for s in by_name}
    sayings = [*by_name, *(s for s in sayings if s.links[-1].cue not in named)]
    if heard is not None:
        sayings = joined(sayings, heard, sentences, index)
        join_quotes([s for s in sayings if s.rule == HEARD], sentences, index)
        take([s for s in sayings if s.sure], index)
    sayings.extend(unclaimed(sentences, index, LEAST, sayings))
    said = continued([s for s in sayings if s.content], sentences, index)
    return voiced(article, sentences, said, index), problems


def in_sentence(tree: Tree, place: int) -> list[Saying]:
    """Return the sayings of one sentence, each word of saying once, in reading order."""
    claimed, nobody = responsibilities(tree, place)
    found = (*colon_sayings(tree, place), *reversed([*other_sayings(tree, place)]), *claimed)
    others = [s for s in {s.token: s for s in found}.values() if s.token not in nobody]
    taken = {s.token for s in others} | nobody
    quoted = {
        t
        for s in others
        if s.rule == "chain.quoted"
        for t in range(s.links[0].speaker.first if s.links[0].speaker else s.token, s.token + 1)
    }
    verbs = [s for s in verb_sayings(tree, place) if s.token not in taken and s.token not in quoted]
    both = sorted([*verbs, *others], key=lambda s: s.token)
    for k, later in enumerate(both):
        _tail(both[:k], later)
    return both


def _tail(earlier: Sequence[Saying], later: Saying) -> None:
    """Give "…, adding that" to the speaker of the account it goes on with, and end his first words before it."""
    tree = later.tree
    if tree.tag[later.token] != "VBG" or tree.lemma[later.token].lower() not in cue_words().tails:
        return
    start = tree.start[later.token]
    for saying in reversed(earlier):
        within = any(c.start < start < c.end for c in saying.content)
        if (
            within
            and not saying.trails
            and saying.links[-1].speaker
            and saying.rule.startswith(("cue.", "chain.", "quote."))
        ):
            speaker = saying.links[-1]
            later.links = (*saying.links[:-1], Link(speaker.speaker, later.links[-1].cue, "cue.tail"), *later.links[1:])
            saying.content = [c for old in saying.content if (c := _cut(tree, old, start)) is not None]
            return


def _cut(tree: Tree, span: Span, at: int) -> Span | None:
    """Return the part of the span before ``at``, ending with a word."""
    if span.end <= at:
        return span
    last = max(
        (
            i
            for i in range(len(tree))
            if tree.end[i] <= at and tree.start[i] >= span.start and tree.pos[i] not in ("PUNCT", "CCONJ")
        ),
        default=-1,
    )
    return Span(span.start, tree.end[last]) if last >= 0 and tree.end[last] > span.start else None


def chain_of(found: Iterable[Attribution], span: Span) -> tuple[Voice, ...]:
    """Return the chain of voices of a stretch of text: those of all attributions that cover more than half of it, widest first."""
    size = max(1, span.end - span.start)
    over = []
    for a in found:
        shared = sum(max(0, min(c.end, span.end) - max(c.start, span.start)) for c in a.content)
        if 2 * shared > size:
            over.append((-sum(c.end - c.start for c in a.content), a.content[0].start, a))
    over.sort(key=lambda e: e[:2])
    return tuple(v for _, _, a in over for v in a.voices)
