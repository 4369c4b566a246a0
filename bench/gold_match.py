"""How a gold mark and a reading are compared: where strings stand, when two wordings are the same, which claims pair up."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

TOKEN = re.compile(r"\w+")
SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "in",
        "on",
        "at",
        "to",
        "and",
        "or",
        "by",
        "from",
        "with",
        "its",
        "their",
        "his",
        "her",
        "s",
        "that",
        "this",
        "these",
        "those",
    ]
)
ENOUGH = 0.5
"""Jaccard index from which on two token sets may be the same claim, and two word sets the same name."""

Link = dict[str, Any]


def words(name: str) -> list[str]:
    """Return the words that count, case folded, a plural s taken off."""
    kept = [w for w in TOKEN.findall(name.casefold()) if w not in SMALL]
    return [w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in kept]


def alike(a: str | None, b: str | None) -> bool:
    """Tell whether two wordings may name the same: one holds the other's words, half are shared, or one is the acronym."""
    a, b = (a or "").strip(), (b or "").strip()
    if not a or not b:
        return False
    if a.casefold() == b.casefold():
        return True
    x, y = set(words(a)), set(words(b))
    shared = len(x & y)
    if shared and (shared == min(len(x), len(y)) or shared / len(x | y) >= ENOUGH):
        return True
    return _acronym(a, b) or _acronym(b, a)


def _acronym(short: str, full: str) -> bool:
    bare = re.sub(r"^(the|a|an)\s+", "", short, flags=re.IGNORECASE)
    initials = "".join(w[0] for w in TOKEN.findall(full) if w.casefold() not in SMALL).casefold()
    return bool(re.fullmatch(r"[A-Z]{2,8}", bare)) and len(words(full)) > 1 and initials == bare.casefold()


class Text:
    """A gold text with its tokens, in which quoted strings are looked up."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [m.span() for m in TOKEN.finditer(text)]
        self.folded, self.back = _fold(text)

    def find(self, quote: str) -> list[tuple[int, int]]:
        """Return every place of a quotation; white space and case are folded only when it is nowhere to the letter."""
        quote = quote.strip()
        if not quote:
            return []
        exact = _places(self.text, quote)
        if exact:
            return exact
        plain, _ = _fold(quote)
        return [(self.back[a], self.back[b - 1] + 1) for a, b in _places(self.folded, plain)]

    def locate(self, quotes: Sequence[str]) -> list[tuple[int, int]]:
        """Return one place for each quotation: where there are several, the nearest to those that are unique."""
        found = [self.find(q) for q in quotes]
        sure = [places[0] for places in found if len(places) == 1]
        for places in (p for p in found if len(p) > 1):
            sure.append(min(places, key=lambda at: _distance(at, sure)))
        return sure

    def covered(self, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
        """Return the numbers of the tokens that the spans touch."""
        return frozenset(k for k, (a, b) in enumerate(self.tokens) if any(a < e and s < b for s, e in spans))

    def begins(self, quote: str) -> list[int]:
        """Return the numbers of the tokens at which a quotation may begin."""
        ends = [e for _, e in self.tokens]
        return [int(np.searchsorted(ends, a, side="right")) for a, _ in self.find(quote)]


def _places(text: str, quote: str) -> list[tuple[int, int]]:
    found, at = [], text.find(quote)
    while at >= 0:
        found.append((at, at + len(quote)))
        at = text.find(quote, at + 1)
    return found


def _distance(at: tuple[int, int], sure: list[tuple[int, int]]) -> int:
    return min((max(0, at[0] - e, s - at[1]) for s, e in sure), default=at[0])


def _fold(text: str) -> tuple[str, list[int]]:
    """Return the text with runs of white space as one space and case folded, and where each character came from."""
    out: list[str] = []
    back: list[int] = []
    for i, c in enumerate(text):
        if c.isspace():
            if out and out[-1] == " " and text[i - 1].isspace():
                continue
            c = " "  # noqa: PLW2901 - the folded character takes the place of the one read
        small = c.casefold()
        out.append(small if len(small) == 1 else c)
        back.append(i)
    return "".join(out), back


def best_pairs(weight: np.ndarray) -> dict[int, int]:
    """Return the one-to-one assignment of greatest weight, pairs of no weight left out."""
    if not weight.size:
        return {}
    rows, columns = linear_sum_assignment(weight, maximize=True)
    return {int(i): int(j) for i, j in zip(rows, columns, strict=True) if weight[i, j] > 0}


def count_pairs(a: Sequence[Any], b: Sequence[Any], same: Callable[[Any, Any], bool]) -> int:
    """Return how many of ``a`` find a partner of their own in ``b``."""
    return len(best_pairs(np.array([[float(same(x, y)) for y in b] for x in a]))) if a and b else 0


def link_alike(a: Link, b: Link) -> bool:
    """Tell whether two links name the same source; two that name none agree."""
    x, y = (a.get("source") or "").strip(), (b.get("source") or "").strip()
    return (not x and not y) or alike(x, y)


def chain_alike(a: Sequence[Link], b: Sequence[Link]) -> bool:
    """Tell whether two chains have the same links in the same order."""
    return len(a) == len(b) and all(link_alike(x, y) for x, y in zip(a, b, strict=True))


def link_pairs(a: Sequence[Link], b: Sequence[Link]) -> list[tuple[Link, Link]]:
    """Return the links that stand for each other: by place when the chains are as long, else by their sources in order."""
    if len(a) == len(b):
        return list(zip(a, b, strict=True))
    best = np.zeros((len(a) + 1, len(b) + 1), dtype=int)
    same = {(i, j): link_alike(x, y) for i, x in enumerate(a) for j, y in enumerate(b)}
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            best[i, j] = max(best[i + 1, j + 1] + same[i, j], best[i + 1, j], best[i, j + 1])
    found, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if same[i, j] and best[i, j] == best[i + 1, j + 1] + 1:
            found.append((a[i], b[j]))
            i, j = i + 1, j + 1
        elif best[i + 1, j] >= best[i, j + 1]:
            i += 1
        else:
            j += 1
    return found


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two points in degrees."""
    (lat, lon), (lat2, lon2) = (tuple(map(math.radians, p)) for p in (a, b))
    h = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))
