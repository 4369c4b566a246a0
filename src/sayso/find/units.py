"""Cuts sentences into claim units: one happening or state of affairs under one chain of voices (gold guide, rules 1, 2, 9 to 11)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.find.clause_heads import heads
from sayso.find.deeds import is_deed
from sayso.find.happening_words import cuts
from sayso.find.joining import QuoteIndex
from sayso.find.kinds import verbal
from sayso.find.phrase import left_edge
from sayso.find.quotes import quotations
from sayso.find.responsibility import RULE as RESPONSIBILITY
from sayso.find.responsibility import blames
from sayso.find.tree import Tree
from sayso.find.unit import Unit
from sayso.find.unit_worth import worth
from sayso.find.voices import manner_of
from sayso.model.article import Article
from sayso.model.claim import Attribution, Manner
from sayso.model.span import Span
from sayso.model.who import Voice

Stack = tuple[int, ...]
"""Indices of the attributions that cover a token, the widest first."""
PUNCT = frozenset({"PUNCT", "SPACE", "SYM"})
HANGING = frozenset({"nummod", "compound", "nmod", "amod", "quantmod", "advmod", "dep", "npadvmod", "nsubj"})
"""Relations by which words before a noun or a verb of saying hang on it."""


@dataclass(frozen=True, slots=True)
class Cover:
    """For one sentence: the stack of attributions over each token, the tokens that are words of source or cue, and the deeds claimed.

    ``claimed`` are the words of a deed that somebody claims or denies: who claims it vouches for nothing else told of it.
    """

    stacks: tuple[Stack, ...]
    frame: frozenset[int]
    claimed: frozenset[int]


def units(article: Article, sentences: Sequence[Tree], attributions: Sequence[Attribution]) -> list[Unit]:
    """Return the claim units of an article's sentences, in reading order."""
    over = _over(sentences, attributions)
    index = QuoteIndex(article.text, quotations(article)[0])
    found = []
    for tree, nearby in zip(sentences, over, strict=True):
        found += sorted(_in_sentence(tree, nearby, attributions, index), key=lambda u: u.tokens)
    return found


def _over(sentences: Sequence[Tree], attributions: Sequence[Attribution]) -> list[list[int]]:
    """Return, for each sentence, the attributions that have content or words of source or cue in it, the widest first."""
    over: list[list[int]] = [[] for _ in sentences]
    starts = [t.start[0] for t in sentences]
    ends = [t.end[-1] for t in sentences]
    sizes = [sum(s.end - s.start for s in a.content) for a in attributions]
    for k in sorted(range(len(attributions)), key=lambda k: (-sizes[k], k)):
        spans = [*attributions[k].content, *_frame_spans(attributions[k])]
        touched = {n for s in spans for n in range(bisect_right(ends, s.start), bisect_left(starts, s.end))}
        for n in touched:
            over[n].append(k)
    return over


def _frame_spans(a: Attribution) -> list[Span]:
    return [s for v in a.voices for s in (v.source, v.cue) if s is not None]


def _cover(tree: Tree, nearby: Sequence[int], attributions: Sequence[Attribution]) -> Cover:
    stacks: list[Stack] = [()] * len(tree)
    frame: set[int] = set()
    claimed: set[int] = set()
    for k in nearby:
        for s in attributions[k].content:
            for i in _inside(tree, s):
                stacks[i] = (*stacks[i], k) if k not in stacks[i] else stacks[i]
            if attributions[k].rule == RESPONSIBILITY:
                claimed.update(_inside(tree, s))
        for s in _frame_spans(attributions[k]):
            frame.update(_inside(tree, s))
    return Cover(tuple(stacks), frozenset(frame), frozenset(claimed))


def _inside(tree: Tree, span: Span) -> range:
    """Return the tokens that lie inside the span."""
    return range(bisect_left(tree.start, span.start), bisect_right(tree.end, span.end))


def _in_sentence(
    tree: Tree, nearby: Sequence[int], attributions: Sequence[Attribution], index: QuoteIndex
) -> Iterator[Unit]:
    cover = _cover(tree, nearby, attributions)
    tops = heads(tree, cover.frame, cover.claimed)
    for (head, stack), tokens in _grouped(tree, tops, cover).items():
        top = head if head in tokens else _top(tree, tokens)
        rule = tops.get(top, "unit.nominal" if not verbal(tree, top) else "unit.content")
        if top not in tops and stack == ():
            continue
        kept = _with_antecedent(tree, top, rule, tokens, cover)
        trimmed = _trimmed(tree, sorted(kept), top)
        if trimmed and worth(tree, trimmed, top, stack != ()):
            voices, manner = _chain(stack, attributions)
            if manner == "mixed":
                manner = manner_of(tree.spans(trimmed), index)
            yield Unit(tree, tuple(trimmed), top, voices, manner, rule)


def _grouped(tree: Tree, tops: dict[int, str], cover: Cover) -> dict[tuple[int, Stack], set[int]]:
    """Return the tokens under each head of a claim, apart by the attributions that cover them; frame words left out."""
    owner: dict[int, int] = {}
    groups: dict[tuple[int, Stack], set[int]] = {}
    for i in range(len(tree)):
        path, at = [], i
        while at not in owner and at not in tops and tree.head[at] != at:
            path.append(at)
            if _misplaced(tree, i, at, cover):
                at = i - 1
                break
            at = tree.head[at]
        top = owner.get(at, at)
        for p in path:
            owner[p] = top
        if i not in cover.frame:
            groups.setdefault((top, cover.stacks[i]), set()).add(i)
    return groups


def _misplaced(tree: Tree, i: int, at: int, cover: Cover) -> bool:
    """Tell whether the parse hangs token i, by ``at``, on the source though it stands in what is said.

    In texts without commas ("… killed 13 people MSF said") such words go with those before them.
    """
    up = tree.head[at]
    if not (at < up and up in cover.frame and tree.dep[at] in HANGING) or at in cover.frame or not i:
        return False
    return i - 1 not in cover.frame and cover.stacks[i] == cover.stacks[i - 1] != ()


def _top(tree: Tree, tokens: set[int]) -> int:
    """Return the token that governs the rest: a verb whose governor lies outside if there is one, else the first such."""
    loose = sorted(i for i in tokens if tree.head[i] not in tokens and tree.pos[i] not in PUNCT)
    blamed = [k for i in loose if tree.lemma[tree.head[i]] in blames() for k in tree.kids(i, "prep")]
    led = [
        k for i in (*loose, *blamed) for k in tree.kids(i, "pcomp") if k in tokens
    ]  # "accused them [of shelling the town]"
    return next((i for i in (*loose, *led) if verbal(tree, i)), loose[0] if loose else min(tokens))


def _with_antecedent(tree: Tree, top: int, rule: str, tokens: set[int], cover: Cover) -> set[int]:
    """Return a relative clause's tokens with the noun phrase it speaks of in place of its pronoun, and a verb's with the claimed deed that is its subject."""
    if top not in cover.claimed and (deed := _claimed_deed(tree, top, cover)) >= 0:
        return _told_of(tree, deed, top, tokens, cover)
    if rule != "unit.relative":
        return tokens
    noun = tree.head[top]
    name = [
        i
        for i in range(left_edge(tree, noun), noun + 1)
        if i not in cover.frame and cover.stacks[i] == cover.stacks[top]
    ]
    return tokens | set(name)


def _claimed_deed(tree: Tree, top: int, cover: Cover) -> int:
    """Return the claimed deed that a verb tells of, as its subject or in a relative clause; -1 if there's none."""
    near = [*tree.kids(top, "nsubj"), *([tree.head[top]] if tree.dep[top] == "relcl" else [])]
    noun = next((k for k in near if k in cover.claimed), -1)
    if noun < 0 or is_deed(tree, noun):
        return noun
    before = [i for i in range(noun) if i in cover.claimed and is_deed(tree, i)]
    return before[-1] if before else noun


def _told_of(tree: Tree, deed: int, top: int, tokens: set[int], cover: Cover) -> set[int]:
    """Return the tokens of a verb with the deed it tells of, without what only says who claims it: "by" of "claimed by the group"."""
    first = left_edge(tree, deed)
    name = {i for i in cover.claimed if first <= i < top}
    by = {i for i in range(deed + 1, top) if tree.dep[i] == "agent" and tree.head[i] in cover.frame}
    return (tokens - by) | name


def _trimmed(tree: Tree, tokens: list[int], top: int) -> list[int]:
    """Return the tokens without the connectives before them and the punctuation around them."""
    leads = cuts().leads
    a, b = 0, len(tokens)
    while (
        a < b
        and tokens[a] != top
        and (tree.pos[tokens[a]] in PUNCT or (tree.lower[tokens[a]] in leads and _leads(tree, tokens[a])))
    ):
        a += 1
    while b > a and (tree.pos[tokens[b - 1]] in PUNCT or tree.dep[tokens[b - 1]] in ("cc", "mark")):
        b -= 1
    return tokens[a:b]


def _leads(tree: Tree, i: int) -> bool:
    """Tell whether a word that may lead into a claim does so here: it governs nothing that belongs to it."""
    return not tree.children[i] or tree.dep[i] in ("mark", "cc", "nsubj", "nsubjpass", "advmod")


def _chain(stack: Stack, attributions: Sequence[Attribution]) -> tuple[tuple[Voice, ...], Manner]:
    """Return the voices of all attributions over a stretch, the widest first, and the manner of the innermost."""
    if not stack:
        return (), "own"
    return tuple(v for k in stack for v in attributions[k].voices), attributions[stack[-1]].manner
