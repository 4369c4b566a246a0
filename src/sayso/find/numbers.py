"""Amounts: a number, a range or a vague word, with the words that bend it and what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.find.counted import age_aside, age_end, counted, is_person
from sayso.find.number_words import words
from sayso.find.numerals import number_at
from sayso.find.tree import Tree

__all__ = ["Count", "counts", "part_of", "words"]

RANGE = "figure.range"
"""The rule of amounts with a lower and an upper number."""
OLDEST = 120
"""Years of age that no person reaches."""
YEAR_AFTER = frozenset({"in", "since", "of", "by", "until", "from", "during", "at", "early", "late", "mid", "-", ","})


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


def counts(tree: Tree, tokens: Sequence[int]) -> list[Count]:
    """Return the amounts among the tokens that may be people, in reading order."""
    found: list[Count] = []
    free = 0
    for i in tokens:
        if i >= free and (count := _count_at(tree, i)):
            found.append(count)
            free = _beyond(tree, count)
    return found


def _beyond(tree: Tree, count: Count) -> int:
    """Return the token after the amount, and after the number of those it is part of ("15 of the 350 hostages")."""
    if count.noun > count.last + 1 and tree.lower[count.last + 1] == "of":
        return max([t for t in range(count.last + 1, count.noun) if tree.tag[t] == "CD"], default=count.last) + 1
    return count.last + 1


def _opened(tree: Tree, last: int, end: int) -> bool:
    """Tell whether words after the number or what it counts open it upwards: "50 or more", "20 people at least"."""
    return any(tree.lower[at + 1 : at + 1 + len(f)] == f for f in words().further for at in {last, end})


def _count_at(tree: Tree, i: int) -> Count | None:
    amount = amount_at(tree, i)
    if amount is None:
        return None
    first, low, high, rule = _bent(tree, i, amount)
    noun, end = counted(tree, amount.last)
    if _opened(tree, amount.last, end):
        high, rule = None, "figure.or-more"
    if _no_people(tree, first, amount, noun):
        return None
    best = low if high is None or low == high else (low + high) // 2
    part = part_of(tree, first) or _of_them(tree, amount.last)
    return Count(first, amount.last, low, best, high, rule, noun, end, noun >= 0 and is_person(tree, noun), part)


def part_of(tree: Tree, first: int) -> bool:
    """Tell whether a word before token ``first`` makes what begins there a part of what was told before ("including")."""
    return any(tree.lower[k] in words().parts for k in range(max(0, first - 3), first))


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
            return _Amount(end, value, high, RANGE)
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


def _bent(tree: Tree, i: int, amount: _Amount) -> tuple[int, int, int | None, str]:
    """Return the first word of the amount with its bending words, and the bent range and rule."""
    first, low, high, rule = i, amount.low, amount.high, amount.rule
    if rule == RANGE and i and tree.lower[i - 1] in ("between", "from"):
        first = i - 1
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


def _no_people(tree: Tree, first: int, amount: _Amount, noun: int) -> bool:
    """Tell whether the amount is a date, an age, a measure, money, or counts things."""
    w = words()
    if first > 1 and tree.lower[first - 1] == "in" and tree.tag[first - 2] == "CD":
        return True  # "one in five of the dead"
    after = tree.lower[amount.last + 1] if amount.last + 1 < len(tree) else ""
    if after in w.stops and tree.pos[amount.last + 1] in ("AUX", "VERB"):
        after = ""  # "50 may have died": no month
    if (
        _year(tree, first, amount)
        or age_end(tree, amount.last) >= 0
        or (amount.low < OLDEST and age_aside(tree, first, amount.last))
        or (tree.lower[first] == "one" and after == "of" and (noun < 0 or not is_person(tree, noun)))
    ):
        return True
    person = noun >= 0 and is_person(tree, noun)
    before = tree.lower[first - 1] if first else ""
    if before == "." and first > 1:
        before = tree.lower[first - 2] + "."  # "the No. 2 man", cut apart
    if (before in w.stops and not (person and before in w.weekdays)) or after in w.stops or after in w.other:
        return True
    if noun >= 0:
        return not is_person(tree, noun) and (tree.lemma[noun].lower() in w.other or tree.lower[noun] in w.other)
    return after == "-" or tree.tag[first] == "NNP"


def _year(tree: Tree, first: int, amount: _Amount) -> bool:
    """Tell whether the amount is a year: bare, after a month, a day's number or a preposition of time."""
    if amount.low != amount.high or not 1900 <= amount.low <= 2100 or amount.last != first:
        return False
    before = tree.lower[first - 1] if first else ""
    return before in YEAR_AFTER or before in words().stops or before[-1:].isdigit() or tree.entity[first] == "DATE"
