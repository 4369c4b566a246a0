"""Numbers as they are written: digits, words, ranges and vague amounts, with the words that bend them and what they count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.find.tree import Tree
from sayso.vocab.loader import load
from sayso.vocab.shapes.figures import Counted, Numbers

DIGITS = re.compile(r"\d{1,3}(?:[,.' ]\d{3})+$|\d{1,9}$|\d{1,4}\.\d{1,2}$")
LONGEST_RUN = 9
"""Words looked at for the noun a number counts."""
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
YEAR_AFTER = frozenset({"in", "since", "of", "by", "until", "from", "during", "at", "early", "late", "mid", "-", ","})
INSIDE = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH", "POS", "AFX", "''", "``"})


@dataclass(frozen=True, slots=True)
class Count:
    """An amount and what it counts, as tokens of one tree.

    ``first`` to ``last`` are the words of the amount, bending words included; ``noun`` is the counted noun (-1 for a bare
    number) and ``end`` the last word of the phrase. ``sure`` tells that people are counted, ``part`` that the amount is part
    of one told before.
    """

    first: int
    last: int
    low: int
    best: int | None
    high: int | None
    rule: str
    noun: int
    end: int
    sure: bool
    part: bool = False


@dataclass(frozen=True, slots=True)
class _Amount:
    last: int
    low: int
    high: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class Words:
    """The number words, laid out for look-up."""

    words: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, tuple[tuple[tuple[str, ...], int, int | None, str], ...]]
    bends: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]
    parts: frozenset[str]
    none: frozenset[str]
    denies: frozenset[str]
    ranges: frozenset[str]
    people: frozenset[str]
    pronouns: frozenset[str]
    other: frozenset[str]
    stops: frozenset[str]


@cache
def words() -> Words:
    """Return the number words, read once."""
    n, c = load("figures/numbers", Numbers), load("figures/people", Counted)
    vague: dict[str, list[tuple[tuple[str, ...], int, int | None, str]]] = {}
    for v in n.vague:
        parts = tuple(v.words.split())
        vague.setdefault(parts[0], []).append((parts, v.low, v.high, v.rule))
    bends: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for q in n.qualifiers:
        for phrase in q.words:
            parts = tuple(phrase.split())
            bends.setdefault(parts[-1], []).append((parts, q.effect, q.rule))
    scales = n.scales | {k + "s": v for k, v in n.scales.items()}
    return Words(
        n.words, scales, _longest_first(vague), _longest_first(bends), frozenset(n.parts), frozenset(n.none), frozenset(n.denies),
        frozenset(n.ranges), frozenset(c.people), frozenset(c.pronouns), frozenset(c.other), frozenset(c.not_after),
    )  # fmt: skip


def _longest_first(lists: dict[str, list]) -> dict[str, tuple]:  # type: ignore[type-arg]
    return {k: tuple(sorted(v, key=lambda e: -len(e[0]))) for k, v in lists.items()}


def counts(tree: Tree, tokens: Sequence[int]) -> list[Count]:
    """Return the amounts among the tokens that may be people, in reading order."""
    found: list[Count] = []
    free = 0
    for i in tokens:
        if i >= free and (count := _count_at(tree, i)):
            found.append(count)
            free = count.last + 1
    return found


def _count_at(tree: Tree, i: int) -> Count | None:
    amount = amount_at(tree, i)
    if amount is None:
        return None
    first, low, high, rule = _bent(tree, i, amount)
    noun, end = counted(tree, amount.last)
    if _no_people(tree, first, amount, noun):
        return None
    best = low if high is None or low == high else (low + high) // 2
    part = any(tree.lower[k] in words().parts for k in range(max(0, first - 3), first)) or _of_them(tree, amount.last)
    return Count(first, amount.last, low, best, high, rule, noun, end, noun >= 0 and _person(tree, noun), part)


def _of_them(tree: Tree, last: int) -> bool:
    """Tell whether the amount is one "of them", a part of those told before."""
    return tree.lower[last + 1 : last + 3] in (("of", "them"), ("of", "whom"), ("of", "which"))


def amount_at(tree: Tree, i: int) -> _Amount | None:
    """Return the amount that begins at token i: a range, a number, a vague word, or none."""
    w = words()
    lower = tree.lower[i]
    if lower in w.vague and (vague := _vague_at(tree, i)):
        return vague
    if lower == "any" and tree.tag[i] == "DT" and _denied(tree, i):
        return _Amount(i, 0, 0, "figure.none")
    if lower in w.none and tree.dep[i] in ("det", "nummod", "advmod"):
        return _Amount(i, 0, 0, "figure.none")
    first = number_at(tree, i)
    if first is None:
        return None
    value, last = first
    at = last + 1
    if at + 1 < len(tree) and tree.lower[at] in w.ranges and (second := number_at(tree, at + 1)) is not None:
        high, end = second
        near = tree.lower[at] not in ("and", "or", "to") or (tree.lower[at] == "and") == _between(tree, i)
        if near and value < high <= value * 20 and not (tree.lower[at] == "and" and not _between(tree, i)):
            return _Amount(end, value, high, "figure.range")
    return _Amount(last, value, value, "figure.number")


def _denied(tree: Tree, i: int) -> bool:
    """Tell whether "any" stands under a word that denies it: "without any casualties", "preventing any deaths"."""
    at = i
    for _ in range(4):
        if tree.lemma[at].lower() in words().denies or any(tree.dep[k] == "neg" for k in tree.children[at]):
            return True
        at = tree.head[at]
    return False


def _between(tree: Tree, i: int) -> bool:
    return i > 0 and tree.lower[i - 1] == "between"


def _vague_at(tree: Tree, i: int) -> _Amount | None:
    for parts, low, high, rule in words().vague[tree.lower[i]]:
        if tree.lower[i : i + len(parts)] == parts:
            return _Amount(i + len(parts) - 1, low, high, rule)
    return None


def number_at(tree: Tree, i: int) -> tuple[int, int] | None:
    """Return the number that begins at token i and the last of its tokens: "20", "1,500", "2.5 million", "twenty-five"."""
    w = words()
    lower = tree.lower[i]
    if lower[0].isdigit():
        if not DIGITS.match(lower):
            return None
        return _scaled(tree, i, _digits(lower))
    if lower in ("a", "an"):
        scaled = i + 1 < len(tree) and tree.lower[i + 1] in w.scales
        return _scaled(tree, i, 1) if scaled else None
    if lower in w.words:
        return _spelled(tree, i, w)
    if "-" in lower:
        tens, _, ones = lower.partition("-")
        if tens in w.words and ones in w.words:
            return _scaled(tree, i, w.words[tens] + w.words[ones])
    return None


def _digits(lower: str) -> float:
    if re.fullmatch(r"\d+\.\d{1,2}", lower):
        return float(lower)
    return int(re.sub(r"\D", "", lower))


def _spelled(tree: Tree, i: int, w: Words) -> tuple[int, int] | None:
    value, last = w.words[tree.lower[i]], i
    at = i + 2
    if value >= 20 and at < len(tree) and tree.lower[i + 1] == "-" and w.words.get(tree.lower[at], 99) < 10:
        value, last = value + w.words[tree.lower[at]], at
    return _scaled(tree, last, value)


def _scaled(tree: Tree, last: int, value: float) -> tuple[int, int] | None:
    w = words()
    while last + 1 < len(tree) and tree.lower[last + 1] in w.scales:
        last += 1
        value *= w.scales[tree.lower[last]]
    return int(value), last


def _bent(tree: Tree, i: int, amount: _Amount) -> tuple[int, int, int | None, str]:
    """Return the first word of the amount with its bending words, and the bent range and rule."""
    first, low, high, rule = i, amount.low, amount.high, amount.rule
    for _ in range(3):
        bend = _bend_before(tree, first)
        if bend is None:
            break
        start, effect, name = bend
        first = start
        if effect == "floor":
            high, rule = None, name
        elif effect == "ceiling" and high is not None:
            low, rule = 0, name
        elif rule == "figure.number" and tree.lower[start] != "the":
            rule = name
    return first, low, high, rule


def _bend_before(tree: Tree, i: int) -> tuple[int, str, str] | None:
    if i == 0:
        return None
    for parts, effect, rule in words().bends.get(tree.lower[i - 1], ()):
        start = i - len(parts)
        if start >= 0 and tree.lower[start:i] == parts:
            return start, effect, rule
    return None


def counted(tree: Tree, last: int) -> tuple[int, int]:
    """Return the noun that the amount ending at ``last`` counts, and where its phrase ends; (-1, last) for a bare number."""
    w = words()
    at = last + 1
    if at < len(tree) and tree.lower[at] == "of":
        at += 1
        while at < len(tree) and tree.tag[at] in ("DT", "PRP$", "CD") and at <= last + 3:
            at += 1
    noun = -1
    stop = min(len(tree), at + LONGEST_RUN)
    while at < stop:
        lower = tree.lower[at]
        if lower in w.pronouns:
            noun = at
        elif tree.tag[at] not in INSIDE or lower in w.stops or (noun >= 0 and tree.tag[at] in ("VBN", "VBG")):
            break
        elif tree.tag[at] in NOUNS or (tree.tag[at] == "JJ" and tree.lemma[at] in w.people):
            noun = at
            if tree.tag[at] == "NNS" and tree.lemma[at].lower() in w.people:
                break
        at += 1
    return noun, max(noun, last)


def _person(tree: Tree, noun: int) -> bool:
    lemma = tree.lemma[noun].lower()
    w = words()
    return (
        lemma in w.people
        or tree.lower[noun] in w.pronouns
        or tree.lower[noun] in w.people
        or tree.entity[noun] in ("NORP", "PERSON")
    )


def _no_people(tree: Tree, first: int, amount: _Amount, noun: int) -> bool:
    """Tell whether the amount is a date, an age, a measure, money, or counts things."""
    w = words()
    after = tree.lower[amount.last + 1] if amount.last + 1 < len(tree) else ""
    if _year(tree, first, amount) or (
        tree.lower[first] == "one" and after == "of" and (noun < 0 or not _person(tree, noun))
    ):
        return True
    if (first and tree.lower[first - 1] in w.stops) or after in w.stops or after in w.other:
        return True
    if noun >= 0:
        return not _person(tree, noun) and (tree.lemma[noun].lower() in w.other or tree.lower[noun] in w.other)
    return after == "-" or tree.tag[first] == "NNP"


def _year(tree: Tree, first: int, amount: _Amount) -> bool:
    """Tell whether the amount is a year: bare, after a month, a day's number or a preposition of time."""
    if amount.low != amount.high or not 1900 <= amount.low <= 2100 or amount.last != first:
        return False
    before = tree.lower[first - 1] if first else ""
    return before in YEAR_AFTER or before in words().stops or before[-1:].isdigit() or tree.entity[first] == "DATE"
