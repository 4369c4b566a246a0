"""Outlines of countries, provinces and districts: the shape of an area by its gazetteer id, and the area around a point."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "outlines.sqlite"
UNIT = 1000
"""Latitude and longitude are kept in thousandths of a degree."""
AROUND = "SELECT id FROM box WHERE kind = ? AND south <= ? AND north >= ? AND west <= ? AND east >= ? ORDER BY id"
Point = tuple[float, float]
"""Latitude and longitude in degrees."""
Ring = tuple[Point, ...]
"""A closed line whose last point, not repeated, is joined to the first."""


@lru_cache(maxsize=500)
def outline(ident: str) -> tuple[Ring, ...]:
    """Return the rings of an area by its gazetteer id, largest first; none when its outline isn't known."""
    row = _connection(os.getpid()).execute("SELECT packed FROM outline WHERE id = ?", (ident,)).fetchone()
    return tuple(_rings(zlib.decompress(row[0]))) if row else ()


@lru_cache(maxsize=2_000)
def around(kind: str, lat: float, lon: float) -> str:
    """Return the id of the area of a kind ("country", "province", "district") around a point; "" when there's none."""
    boxes = _connection(os.getpid()).execute(AROUND, (kind, lat, lat, lon, lon))
    return next((i for (i,) in boxes.fetchall() if any(inside(ring, lat, lon) for ring in outline(i))), "")


def meeting(kind: str, south: float, west: float, north: float, east: float) -> list[str]:
    """Return the ids of the areas of a kind ("country", "province", "district") whose box meets a box, in degrees."""
    boxes = _connection(os.getpid()).execute(AROUND, (kind, north, south, east, west))
    return [i for (i,) in boxes.fetchall()]


def inside(ring: Ring, lat: float, lon: float) -> bool:
    """Tell whether a ray from the point crosses the ring an odd number of times."""
    odd = False
    for (y1, x1), (y2, x2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y1 > lat) != (y2 > lat) and lon < x1 + (x2 - x1) * (lat - y1) / (y2 - y1):
            odd = not odd
    return odd


@cache
def _connection(process: int) -> sqlite3.Connection:
    """Open the file for one process: a connection must not be carried through a fork, and the file is never written."""
    del process
    return sqlite3.connect(f"{FILE.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _rings(packed: bytes) -> Iterator[Ring]:
    numbers = _numbers(packed)
    for size in numbers:
        lat = lon = 0
        points = []
        for _ in range(size):
            lat, lon = lat + _signed(next(numbers)), lon + _signed(next(numbers))
            points.append((lat / UNIT, lon / UNIT))
        yield tuple(points)


def _numbers(packed: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in packed:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield number
            number = shift = 0


def _signed(number: int) -> int:
    return number // 2 if number % 2 == 0 else -(number + 1) // 2
