"""Keys under which accounts of one happening meet, so that each is compared with few: day with place, figure or name."""

from __future__ import annotations

import math
import zlib
from itertools import islice

from sayso.model.event import Account, Spot
from sayso.weigh.ground import weights

CELL = 0.5
"""Degrees of a cell: about 55 km; a place stands in every cell that its circle touches."""
MOST_CELLS, MOST_FIGURES, MOST_NAMES, MOST_PLACES, MOST_WORDS = 9, 4, 12, 3, 6
OPEN = 3
"""Keys of a sort that an account of some day of a month has on each of its days."""
LEAST_FIGURE = 5
"""Smaller numbers of killed meet by chance too often to block by."""
KM_A_DEGREE = 111.2


def keys(a: Account) -> tuple[str, ...]:
    """Return the keys of an account, sorted; two accounts that share none are never compared.

    An account of a stretch of days longer than a moment meets others only on its first day; one of an act on some day of a month
    meets them on every day of it, by its first cells, figures and names.
    """
    marks = [*_cells(a), *_figures(a), *(f"n{n}" for n in islice(a.names, MOST_NAMES)), *_words(a)]
    found = {f"{day}{mark}" for day in _days(a) for mark in marks}
    if a.last - a.first > weights().days and not a.period:
        few = [*_cells(a)[:OPEN], *_figures(a)[:OPEN], *(f"n{n}" for n in a.names[:OPEN])]
        found |= {f"{day}{mark}" for day in range(a.first, a.last + 1) for mark in few}
    return tuple(sorted(found))


def _days(a: Account) -> range:
    last = a.last if a.last - a.first <= weights().days else a.first
    beside = 1 if a.dated and a.first == a.last else 0
    return range(a.first, last + 1 + beside)


def _figures(a: Account) -> list[str]:
    return [f"k{low}" for low, _ in a.killed[:MOST_FIGURES] if low >= LEAST_FIGURE]


def _words(a: Account) -> list[str]:
    """Return the words of the account that stand first in an order of digests: accounts that share many words share one of these."""
    return [f"w{w}" for w in sorted(a.words, key=lambda w: zlib.crc32(w.encode()))[:MOST_WORDS]]


def _cells(a: Account) -> list[str]:
    narrow = [p for p in a.places if not p.wide and not p.other] or list(a.places)
    return [f"c{cell}" for p in narrow[:MOST_PLACES] for cell in _touched(p)]


def _touched(p: Spot) -> list[str]:
    if p.lat is None or p.lon is None:
        return [f"p{p.name}"] if p.name else []
    tall = min(p.radius_km or 0.0, 30.0) / KM_A_DEGREE
    flat = tall / max(0.05, math.cos(math.radians(p.lat)))
    rows = range(math.floor((p.lat - tall) / CELL), math.floor((p.lat + tall) / CELL) + 1)
    columns = range(math.floor((p.lon - flat) / CELL), math.floor((p.lon + flat) / CELL) + 1)
    return list(islice((f"{r},{c}" for r in rows for c in columns), MOST_CELLS))
