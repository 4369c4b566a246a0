"""Numerals as they are written: "20", "1,500", "1 200", "2.5 million", "twenty-five", "thirty one", "two hundred and fifty"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso.find.tree import Tree
from sayso.vocab.loader import load
from sayso.vocab.shapes.figures import Counted, Numbers

DIGITS = re.compile(r"\d{1,3}(?:[,.'’\s]\d{3})+\+?$|\d{1,9}\+?$|\d{1,4}\.\d{1,2}$")
DECIMAL = re.compile(r"\d{1,4}\.\d{1,2}")
SHORT = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)([a-z]{1,2})")
THOUSANDS = re.compile(r"\d{3}")
GROUPS = 3
"""Groups of three digits that may follow the first, set apart by spaces ("1 200 000")."""
PARTS = 8
"""Words of one spelled number at most ("two million three hundred thousand …")."""
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Numerals:
    """The words of written numbers, laid out for look-up."""

    words: dict[str, int]
    scales: dict[str, int]
    short: dict[str, int]
    stops: frozenset[str]
    people: frozenset[str]


@cache
def numerals() -> Numerals:
    """Return the words of numbers, read once."""
    n, c = load("figures/numbers", Numbers), load("figures/people", Counted)
    scales = n.scales | {k + "s": v for k, v in n.scales.items()}
    return Numerals(n.words, scales, n.short, frozenset(c.not_after), frozenset(c.people))


def number_at(tree: Tree, i: int) -> tuple[int, int] | None:
    """Return the number that begins at token i, and the last of its tokens; None where none begins."""
    w, lower = numerals(), tree.lower[i]
    if lower[0].isdigit():
        return _in_digits(tree, i) if DIGITS.match(lower) else _shortened(tree, i)
    if lower in ("a", "an"):
        return _scaled(tree, i, 1) if i + 1 < len(tree) and tree.lower[i + 1] in w.scales else None
    if lower in w.words:
        return _spelled(tree, i)
    if "-" in lower:
        first, _, second = lower.partition("-")
        if first in w.words and (second in w.words or second in w.scales):
            value = w.words[first] + w.words[second] if second in w.words else w.words[first] * w.scales[second]
            return _scaled(tree, i, value)
    return None


def _shortened(tree: Tree, i: int) -> tuple[int, int] | None:
    """Return a number with its scale in the same word where people are counted: "10k civilians"."""
    found = SHORT.fullmatch(tree.lower[i])
    if found is None or found[2] not in numerals().short or not _people_after(tree, i):
        return None
    return int(float(found[1]) * numerals().short[found[2]]), i


def _in_digits(tree: Tree, i: int) -> tuple[int, int]:
    """Return a number in digits, with its groups set apart by spaces and the word of scale after it."""
    lower = tree.lower[i]
    if DECIMAL.fullmatch(lower):
        return _scaled(tree, i, float(lower))
    digits, last = re.sub(r"\D", "", lower), i
    if len(digits) <= GROUPS and digits == lower and not (i and tree.lower[i - 1] in numerals().stops):
        for _ in range(GROUPS):
            if not _next_group(tree, last):
                break
            last += 1
            digits += tree.lower[last]
    return _scaled(tree, last, int(digits))


def _next_group(tree: Tree, last: int) -> bool:
    """Tell whether the token after ``last`` is a group of three digits, one space away."""
    after = last + 1
    return (
        after < len(tree)
        and THOUSANDS.fullmatch(tree.lower[after]) is not None
        and tree.start[after] - tree.end[last] == 1
    )


def _spelled(tree: Tree, i: int) -> tuple[int, int]:
    """Return a number in words: tens with their ones, and what stands after a scale ("two hundred and fifty")."""
    w = numerals()
    value, last = w.words[tree.lower[i]], i
    ones = i + 2 if i + 1 < len(tree) and tree.lower[i + 1] == "-" else i + 1
    if (
        20 <= value < HUNDRED
        and ones < len(tree)
        and w.words.get(tree.lower[ones], 99) < 10
        and tree.lower[ones] not in ("a", "an")
    ):
        value, last = value + w.words[tree.lower[ones]], ones
    return _scaled(tree, last, value)


def _scaled(tree: Tree, last: int, value: float) -> tuple[int, int]:
    """Return the value with the words of scale after it, and the smaller number in words that may follow these."""
    w, scale = numerals(), 0
    for _ in range(PARTS):
        at = last + 2 if last + 2 < len(tree) and tree.lower[last + 1] == "-" else last + 1
        if at >= len(tree):
            break
        if tree.lower[at] in w.scales:
            scale = w.scales[tree.lower[at]]
        elif tree.lower[at] in w.short and at == last + 1 and _people_after(tree, at):
            scale = w.short[tree.lower[at]]
        else:
            break
        last, value = at, value * scale
    if scale >= HUNDRED and (rest := _rest(tree, last, scale)):
        return int(value) + rest[0], rest[1]
    return int(value), last


def _people_after(tree: Tree, at: int) -> bool:
    """Tell whether a person noun follows: "1.2m people", and not "300m away"."""
    return at + 1 < len(tree) and tree.lemma[at + 1].lower() in numerals().people


def _rest(tree: Tree, last: int, scale: int) -> tuple[int, int] | None:
    """Return the smaller number in words that completes one with a scale: "and fifty", "fifty", "three hundred"."""
    at = last + 1
    if at + 1 < len(tree) and tree.lower[at] == "and":
        at += 1
    w = numerals()
    if at >= len(tree) or tree.lower[at] in ("a", "an", "one") or tree.lower[at].partition("-")[0] not in w.words:
        return None
    found = number_at(tree, at)
    return found if found and found[0] < scale else None
