"""Writes the gazetteer's file: places and keys in pages of packed lines, so that a third of a million places stay small."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from train.rows import Row

from sayso.resolve.gazetteer import KIND_LETTERS, PLACES_A_PAGE, PREFIXES

KEYS_A_PAGE = 48
PAGE = 16_384
"""Bytes of a page of the database: large ones waste little of what packed lines leave over."""
SCHEMA = """
CREATE TABLE place (page INTEGER PRIMARY KEY, packed BLOB NOT NULL) STRICT;
CREATE TABLE spelling (first TEXT PRIMARY KEY, packed BLOB NOT NULL) STRICT;
CREATE TABLE bones (first TEXT PRIMARY KEY, packed BLOB NOT NULL) STRICT;
"""
LETTERS = {owner: letter for letter, owner in PREFIXES.items()}
KINDS = {kind: letter for letter, kind in KIND_LETTERS.items()}


def write(
    out: Path, rows: list[Row], spelled: dict[str, list[int]], bones: dict[str, list[str]], provinces: dict[str, int]
) -> None:
    """Write the file anew: ``spelled`` maps a key to rows (from 1), ``bones`` country and skeleton to keys."""
    out.parent.mkdir(exist_ok=True)
    fresh = out.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    db = sqlite3.connect(fresh)
    db.execute(f"PRAGMA page_size = {PAGE}")
    db.executescript(SCHEMA)
    places = enumerate(_batches((_line(r, provinces) for r in rows), PLACES_A_PAGE))
    db.executemany("INSERT INTO place VALUES (?, ?)", ((n, _packed(page)) for n, page in places))
    lists: tuple[tuple[str, Mapping[str, Sequence[object]]], ...] = (("spelling", spelled), ("bones", bones))
    for table, found in lists:
        lines = (f"{k}\t{' '.join(map(str, v))}" for k, v in sorted(found.items()))
        pages = ((page[0].split("\t")[0], _packed(page)) for page in _batches(lines, KEYS_A_PAGE))
        db.executemany(f"INSERT INTO {table} VALUES (?, ?)", pages)  # noqa: S608 - our own two names
    db.commit()
    db.execute("VACUUM")
    db.close()
    fresh.replace(out)


def _line(r: Row, provinces: dict[str, int]) -> str:
    owner, _, number = r.source.partition(":")
    cells = (
        LETTERS[f"{owner}:"] + number, " ".join(r.name.split()), KINDS[r.kind], r.country, provinces.get(r.province, ""),
        round(r.lat * 10_000), round(r.lon * 10_000), r.people, "" if r.radius is None else r.radius,
    )  # fmt: skip
    return "\t".join(map(str, cells))


def _batches(lines: Iterable[str], size: int) -> Iterator[list[str]]:
    left = iter(lines)
    while batch := list(islice(left, size)):
        yield batch


def _packed(lines: list[str]) -> bytes:
    """Return lines packed; each begins with a line feed, so that a key is found by its ends."""
    return zlib.compress("".join(f"\n{line}" for line in lines).encode(), 9)
