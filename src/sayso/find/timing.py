"""Which of the times named in and around a unit is the time of its happening."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.find.time_reach import measures, reach, since
from sayso.find.tree import Tree
from sayso.find.trigger import Trigger
from sayso.find.unit import Unit
from sayso.model.article import Article
from sayso.model.span import Span
from sayso.model.when import Moment, Timex
from sayso.vocab.loader import load
from sayso.vocab.shapes.circumstances import When

FAR = 12
"""Governors climbed at most."""
MANY = 50
"""Time expressions of one sentence that are weighed."""
ASIDE = {"relcl": 4, "acl": 4, "appos": 4, "xcomp": 12}
"""What a step out of an aside, or out of what was agreed or meant to be done ("to withdraw by Friday"), counts as; other steps 1."""
NEVER = frozenset({"time.the-unit"})
"""Rules of times that measure ("the worst attack of the year") rather than date."""


def when(unit: Unit, trigger: Trigger, article: Article, timexes: Sequence[Timex]) -> Moment | None:
    """Return the time of the happening from the article's time expressions; None when none is meant for it.

    It is one inside the unit or hanging on its words, else one fronted in or governing its sentence, else the day of
    saying where the deed is told as just done: the convention of daily news, by which "said on Sunday" tells of Sunday's deeds.
    """
    tree, span = unit.tree, unit.tree.span
    near = [t for t in _between(timexes, span) if t.type != "SET" and t.start and t.rule not in NEVER][:MANY]
    own, governing, said = _sorted(unit, trigger, near)
    for found, rule in ((own, "when.in-claim"), (governing, "when.governing"), (said, "when.said-day")):
        if found and (rule != "when.said-day" or _just_done(unit)):
            _, best, top = min(found, key=lambda f: (f[1].type == "DURATION", f[0], f[1].span.start))
            wide = since(best, top, tree, (trigger.token, unit.head), article)
            return _moment(reach(wide, near, article), article, rule)
    return _in_more(unit, article, timexes)


Weighed = tuple[int, Timex, int]
"""A time with its distance from the happening and the token that governs its others."""


def _sorted(unit: Unit, trigger: Trigger, near: Sequence[Timex]) -> tuple[list[Weighed], list[Weighed], list[Weighed]]:
    """Return the times of the unit itself, those that govern it, and those of the saying."""
    own, governing, said = list[Weighed](), list[Weighed](), list[Weighed]()
    tree, inside = unit.tree, frozenset(unit.tokens)
    for t in near:
        tokens = _tokens(tree, t.span)
        if not tokens:
            continue
        top = min(tokens, key=lambda i: _depth(tree, i))
        if tree.dep[unit.head] == "relcl" and tree.head[unit.head] in tokens:  # "since Monday, when 13 were killed"
            own.append((0, t, top))
            continue
        if measures(tree, top, unit.tokens) or _of_another(tree, top, trigger, unit):
            continue
        if any(i in inside for i in tokens) or _hangs_on(tree, top, inside):
            own.append((_distance(tree, top, trigger, unit), t, top))
        elif _of_saying(unit, top):
            said.append((0, t, top))
        elif _governs(unit, top):
            governing.append((_distance(tree, top, trigger, unit), t, top))
    return own, governing, said


def _of_another(tree: Tree, i: int, trigger: Trigger, unit: Unit) -> bool:
    """Tell whether a time stands in a clause about where the deed happened ("the town from which they were expelled last month"), not about the deed."""
    for _ in range(FAR):
        up = tree.head[i]
        if i in (trigger.token, unit.head) or up == i:
            return False
        if tree.dep[i] == "relcl" and up != trigger.token:
            subjects = tree.kids(i, "nsubj", "nsubjpass")  # "which" as the subject may stand for the deed itself
            below = tree.subtree(i)
            apart = trigger.token not in below and unit.head not in below
            return (
                apart and tree.dep[up] == "pobj" and bool(subjects) and not any(tree.tag[k][0] == "W" for k in subjects)
            )
        i = up
    return False


def _between(timexes: Sequence[Timex], span: Span) -> Sequence[Timex]:
    """Return the time expressions in a span; ``timexes`` are in reading order."""
    first = bisect_left(timexes, span.start, key=lambda t: t.span.start)
    return timexes[first : bisect_left(timexes, span.end, key=lambda t: t.span.start)]


def _tokens(tree: Tree, span: Span) -> list[int]:
    first = max(0, bisect_right(tree.start, span.start) - 1)
    return [i for i in range(first, bisect_left(tree.start, span.end)) if tree.end[i] > span.start]


def _in_more(unit: Unit, article: Article, timexes: Sequence[Timex]) -> Moment | None:
    for span in unit.more:
        for t in _between(timexes, span):
            if t.start:
                return _moment(t, article, "when.in-claim")
    return None


def _depth(tree: Tree, i: int) -> int:
    n = 0
    while tree.head[i] != i and n < FAR:
        i = tree.head[i]
        n += 1
    return n


def _distance(tree: Tree, i: int, trigger: Trigger, unit: Unit) -> int:
    """Return how many governors lie between a token and the trigger or head of the unit; asides count extra."""
    n = 0
    for _ in range(FAR):
        if i in (trigger.token, unit.head):
            return n
        if tree.head[i] == i:
            break
        n += ASIDE.get(tree.dep[i], 1)
        i = tree.head[i]
    return n + FAR


def _of_saying(unit: Unit, i: int) -> bool:
    """Tell whether a token hangs on the words that bring the unit as somebody's: then its time is that of the saying."""
    tree = unit.tree
    cues = [v.cue for v in unit.voices if v.cue is not None]
    for _ in range(FAR):
        if any(c.start <= tree.start[i] < c.end for c in cues):
            return True
        up = tree.head[i]
        if up == i:
            break
        if tree.pos[up] in ("VERB", "AUX"):
            in_cue = any(c.start <= tree.start[up] < c.end for c in cues)
            return (
                in_cue or (tree.dep[unit.head] == "ccomp" and tree.head[unit.head] == up) or tree.dep[up] == "parataxis"
            )
        i = up
    return False


def _hangs_on(tree: Tree, i: int, inside: frozenset[int]) -> bool:
    """Tell whether a token cut off the unit's end ("… on Friday") hangs on it with no verb of another deed between."""
    for _ in range(FAR):
        up = tree.head[i]
        if up in inside:
            return True
        if up == i or tree.pos[up] in ("VERB", "AUX"):
            return False
        i = up
    return False


def _governs(unit: Unit, i: int) -> bool:
    """Tell whether a time outside the unit holds for it: it hangs, before the unit, on a verb that the unit continues."""
    tree, at, above = unit.tree, unit.head, set[int]()
    while tree.head[at] != at and tree.dep[at] in ("conj", "advcl", "xcomp", "acl", "relcl", "dep", "prep", "pcomp"):
        at = tree.head[at]
        above.add(at)
    while (
        i not in above
        and tree.dep[i] in ("pobj", "prep", "npadvmod", "amod", "nummod", "compound", "advmod", "det", "tmod", "nmod")
        and tree.head[i] != i
    ):
        i = tree.head[i]
    return (i in above and i < unit.head) or (tree.head[i] != i and _together(tree, i, unit.head))


def _together(tree: Tree, i: int, head: int) -> bool:
    """Tell whether a time's verb runs while the unit's head happens ("exploded as buses waited on Saturday")."""
    words = load("circumstances/when", When).together
    if tree.dep[i] != "advcl":
        return False
    return tree.head[i] == head and any(tree.lower[k] in words for k in tree.kids(i, "mark", "advmod"))


def _just_done(unit: Unit) -> bool:
    """Tell whether the unit tells its deed as the day's news: in the present perfect ("has killed"), asserted, not denied.

    The simple past is not enough: measured on marked articles, its time is most often another one told before.
    """
    tree = unit.tree
    auxiliaries = {tree.lower[k] for k in tree.kids(unit.head, "aux", "auxpass", "neg")}
    return (
        tree.tag[unit.head] == "VBN"
        and bool(auxiliaries & {"has", "have", "'ve"})
        and not auxiliaries & {"not", "n't", "never"}
    )


def _moment(timex: Timex, article: Article, rule: str) -> Moment:
    return Moment(timex.span.of(article.text), timex.span, rule, timex.start, timex.end, timex.precision, timex.anchor)
