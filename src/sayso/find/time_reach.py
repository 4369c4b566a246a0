"""How far the time of a happening reaches: both ends of a range, and from a day named after "since" up to the article's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sayso.find.tree import Tree
from sayso.model.article import Article
from sayso.model.span import Span
from sayso.model.when import Timex
from sayso.vocab.loader import load
from sayso.vocab.shapes.circumstances import When

FAR = 12
"""Governors climbed at most."""
APART = 10
"""Code points that may stand between the two ends of a range."""
SUPERLATIVE, DESCRIBING = frozenset({"JJS"}), frozenset({"amod", "attr", "acomp"})
"""Tags of superlatives, and how they hang on a noun: not as in "at least"."""


def reach(timex: Timex, near: Sequence[Timex], article: Article) -> Timex:
    """Return a time widened to the range it is an end of ("between 2011 and 2015"); ``near`` are its sentence's times in order."""
    at = next((k for k, t in enumerate(near) if t.span == timex.span), None)
    if at is None:
        return timex
    for one, two in ((at, at + 1), (at - 1, at)):
        if one >= 0 and two < len(near) and _range(near[one], near[two], article.text):
            span = Span(near[one].span.start, near[two].span.end)
            return replace(near[one], span=span, end=near[two].end, precision="range")
    return timex


def _range(one: Timex, two: Timex, text: str) -> bool:
    """Tell whether two times are the ends of one range."""
    if one.type == "DURATION" or two.type == "DURATION" or not one.start or not two.start or not two.end:
        return False
    between = text[one.span.end : two.span.start]
    if not 0 < len(between) <= APART or one.start > two.start:
        return False
    words = load("circumstances/when", When)
    before = text[: one.span.start][-APART * 2 :].split()
    joins = words.ranges.get(before[-1].lower(), ()) if before else ()
    return between.strip() in words.dashes or between.strip().lower() in joins


def since(timex: Timex, top: int, tree: Tree, stops: Sequence[int], article: Article) -> Timex:
    """Return a time widened up to the article's day when its clause says since when ("since war began in 2011").

    ``top`` is the token of the time that governs the others, ``stops`` the tokens at which the happening itself stands.
    A happening told in that clause ("war began in 2011") is not widened.
    """
    day = told_on(article)
    if day is None or timex.start is None or timex.start > day or not _opened(tree, top, stops):
        return timex
    return replace(timex, end=day, precision="range")


def measures(tree: Tree, top: int, inside: Sequence[int]) -> bool:
    """Tell whether a time only says how rare the happening is: "the deadliest raid since May", "the first since 2015"."""
    words = load("circumstances/when", When)
    before = (i for i in inside if i < top and tree.dep[i] in DESCRIBING)
    if not any(_superlative(tree, i) or tree.lower[i] in words.measures for i in before):
        return False
    opened = (k for k in _line(tree, top) if tree.lower[k] in words.opens and k < top)
    return any(True for _ in opened) or _opened(tree, top, ())


def _superlative(tree: Tree, i: int) -> bool:
    """Tell whether a describing word is a superlative: "deadliest", "most lethal"."""
    return tree.tag[i] in SUPERLATIVE or any(tree.tag[k] == "RBS" for k in tree.kids(i, "advmod"))


def _opened(tree: Tree, i: int, stops: Sequence[int]) -> bool:
    opens = load("circumstances/when", When).opens
    own = {k for stop in stops for k in _line(tree, stop)}
    for k in _line(tree, i):
        if k in own:
            return False
        if tree.dep[k] == "advcl" and any(tree.lower[kid] in opens for kid in tree.kids(k, "mark")):
            return True
    return False


def _line(tree: Tree, i: int) -> Iterator[int]:
    """Yield a token and its governors, upwards."""
    for _ in range(FAR):
        yield i
        if tree.head[i] == i:
            return
        i = tree.head[i]


def told_on(article: Article) -> str | None:
    """Return the day the article tells from: dateline, the original's date, published, modified; None when it has none."""
    for stated in (article.dateline, article.original_published, article.published, article.modified):
        if stated is not None and _is_day(stated.value[:10]):
            return stated.value[:10]
    return None


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
