"""Writes a gazetteer's file: places and keys in pages of packed lines, so that a third of a million places stay small."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from sayso.resolve.building.row import Row
from sayso.resolve.gazetteer import KIND_LETTERS, PLACES_A_PAGE, PREFIXES
from sayso.resolve.packs import PACK_FORMAT, PACK_ID

KEYS_A_PAGE = 48
PAGE = 16_384
"""Bytes of a page of the database: large ones waste little of what packed lines leave over."""
SCHEMA = """
CREATE TABLE place (page INTEGER PRIMARY KEY, packed BLOB NOT NULL) STRICT;
CREATE TABLE spelling (first TEXT PRIMARY KEY, packed BLOB NOT NULL) STRICT;
CREATE TABLE bones (first TEXT PRIMARY KEY, packed BLOB NOT NULL) STRICT;
"""
ABOUT = "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;"


LETTERS = {owner: letter for letter, owner in PREFIXES.items()}
KINDS = {kind: letter for letter, kind in KIND_LETTERS.items()}


def write(
    out: Path,
    rows: list[Row],
    spelled: Mapping[str, Sequence[int]],
    bones: Mapping[str, Sequence[str]],
    provinces: Mapping[str, int],
    *,
    about: Mapping[str, str] | None = None,
    twins: Mapping[str, str] | None = None,
) -> None:
    """Write the file anew: ``spelled`` maps a key to rows (from 1), ``bones`` country and skeleton to keys.

    With ``about`` it is a pack: what it is stands in it, and ``twins`` maps a source id to the key under which the shipped
    core has the same place. The file stands under its name only once it is whole.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    fresh = out.with_name(f"{out.name}.{os.getpid()}.part")
    fresh.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(fresh)) as db:
            db.execute(f"PRAGMA page_size = {PAGE}")
            db.execute("PRAGMA journal_mode = MEMORY")
            db.executescript(SCHEMA)
            if about is not None:
                db.executescript(f"{ABOUT} PRAGMA application_id = {PACK_ID}; PRAGMA user_version = {PACK_FORMAT};")
                db.executemany("INSERT INTO about VALUES (?, ?)", sorted(about.items()))
            _fill(db, (_line(r, provinces, twins) for r in rows), {"spelling": spelled, "bones": bones})
            db.commit()
            db.execute("VACUUM")
        fresh.replace(out)
    finally:
        fresh.unlink(missing_ok=True)


def _fill(db: sqlite3.Connection, rows: Iterable[str], lists: Mapping[str, Mapping[str, Sequence[object]]]) -> None:
    places = enumerate(_batches(rows, PLACES_A_PAGE))
    db.executemany("INSERT INTO place VALUES (?, ?)", ((n, _packed(page)) for n, page in places))
    for table, found in lists.items():
        lines = (f"{k}\t{' '.join(map(str, v))}" for k, v in sorted(found.items()))
        pages = ((page[0].split("\t")[0], _packed(page)) for page in _batches(lines, KEYS_A_PAGE))
        db.executemany(f"INSERT INTO {table} VALUES (?, ?)", pages)  # noqa: S608 - our own two names


def _line(r: Row, provinces: Mapping[str, int], twins: Mapping[str, str] | None) -> str:
    owner, _, number = r.source.partition(":")
    cells = (
        LETTERS[f"{owner}:"] + number, " ".join(r.name.split()), KINDS[r.kind], r.country, provinces.get(r.province, ""),
        round(r.lat * 10_000), round(r.lon * 10_000), r.people, "" if r.radius is None else r.radius,
    )  # fmt: skip
    more = () if twins is None else (twins.get(r.source, ""),)
    return "\t".join(map(str, (*cells, *more)))


def _batches(lines: Iterable[str], size: int) -> Iterator[list[str]]:
    left = iter(lines)
    while batch := list(islice(left, size)):
        yield batch


def _packed(lines: list[str]) -> bytes:
    """Return lines packed; each begins with a line feed, so that a key is found by its ends."""
    return zlib.compress("".join(f"\n{line}" for line in lines).encode(), 9)
