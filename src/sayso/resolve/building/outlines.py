"""Writes the outlines of areas: rings as small steps in thousandths of a degree, and the box around each area."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path

from sayso.resolve.outlines import UNIT

Ring = list[tuple[float, float]]
PAGE = 8192
SCHEMA = """
CREATE TABLE outline (id TEXT PRIMARY KEY, packed BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE box (kind TEXT NOT NULL, south REAL NOT NULL, north REAL NOT NULL, west REAL NOT NULL, east REAL NOT NULL, id TEXT NOT NULL) STRICT;
"""


@dataclass
class Area:
    """An area on its way into the file: its source id, kind, and open rings of (lat, lon)."""

    id: str
    kind: str
    rings: list[Ring]


def write(out: Path, areas: Iterable[Area]) -> None:
    """Write the file anew; it stands under its name only once it is whole."""
    fresh = out.with_name(f"{out.name}.part")
    fresh.unlink(missing_ok=True)
    with closing(sqlite3.connect(fresh)) as db:
        db.execute(f"PRAGMA page_size = {PAGE}")
        db.executescript(SCHEMA)
        for area in areas:
            db.execute("INSERT INTO outline VALUES (?, ?)", (area.id, packed(area.rings)))
            lats, lons = zip(*chain.from_iterable(area.rings), strict=True)
            box = (area.kind, min(lats), max(lats), min(lons), max(lons), area.id)
            db.execute("INSERT INTO box VALUES (?, ?, ?, ?, ?, ?)", box)
        db.commit()
        db.execute("VACUUM")
    fresh.replace(out)


def packed(rings: list[Ring]) -> bytes:
    """Return rings as numbers of seven bits a byte: how many points, then the steps from point to point."""
    numbers: list[int] = []
    for ring in rings:
        points = [(round(lat * UNIT), round(lon * UNIT)) for lat, lon in ring]
        steps = [points[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))]
        numbers += [len(points), *(_unsigned(n) for step in steps for n in step)]
    return zlib.compress(b"".join(map(_bytes, numbers)), 9)


def _unsigned(number: int) -> int:
    """Return a number with its sign in the last bit, so that small steps either way stay small."""
    return number * 2 if number >= 0 else -number * 2 - 1


def _bytes(number: int) -> bytes:
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    return bytes([*found, number])
