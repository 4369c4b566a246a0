"""Packs: gazetteers of further countries that a user has built, laid over the shipped one where ``SAYSO_GAZETTEER`` names them."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from sayso.model.problem import SaysoError

NAMED_IN = "SAYSO_GAZETTEER"
"""Environment variable: pack files, or folders of them, separated like ``PATH``."""
SUFFIX = ".pack"
PACK_ID, PACK_FORMAT = 0x5341_5953, 1
"""What SQLite's header says of a pack: that it is one ("SAYS"), and of which format."""
A_PACK = 10_000_000
"""Rows of the first pack are numbered from here, those of the second from twice as many; below are the shipped core's."""
PLACES_A_PAGE = 16
PAGES = {
    "spelling": "SELECT packed FROM spelling WHERE first <= ? ORDER BY first DESC LIMIT 1",
    "bones": "SELECT packed FROM bones WHERE first <= ? ORDER BY first DESC LIMIT 1",
}
EVERY_PAGE = ("SELECT packed FROM place", "SELECT packed FROM spelling", "SELECT packed FROM bones")
CELLS = 10
"""Cells of a place in a pack: those of the core and the key under which the core has the same place."""


@dataclass(frozen=True, slots=True)
class About:
    """What a pack says of itself: where it lies, its size in bytes, and what its builder wrote down."""

    path: Path
    size: int
    places: int
    countries: tuple[str, ...]
    source: str
    licence: str
    newest: str
    inputs: tuple[dict[str, Any], ...]


def numbers(spelled: str, most: int) -> list[int]:
    """Return the rows that the packs list under a spelling key, at most so many of each."""
    return [
        (place + 1) * A_PACK + int(n)
        for place, path in enumerate(named())
        for n in _listed(path, "spelling", spelled)[:most]
    ]


def folder() -> Path:
    """Return the folder that packs are built into unless another is named, by the platform's custom."""
    if sys.platform == "win32":
        home = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        home = Path.home() / "Library" / "Application Support"
    else:
        home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return home / "sayso" / "packs"


def keys(bones: str, most: int) -> list[str]:
    """Return the spelling keys that the packs list under a country and skeleton, at most so many of each."""
    return [k for path in named() for k in _listed(path, "bones", bones)[:most]]


def cells(number: int) -> list[str]:
    """Return what a pack says of the place in a row (numbered through all packs); its province is numbered likewise.

    Raises:
        SaysoError: when the pack is damaged.
    """
    pack, row = divmod(number, A_PACK)
    path = named()[pack - 1]
    page, line = divmod(row - 1, PLACES_A_PAGE)
    try:
        found = _places(path, page)[line + 1].split("\t")
        if found[4]:
            found[4] = str(pack * A_PACK + int(found[4]))
    except (IndexError, ValueError) as error:
        raise damaged(path) from error
    if len(found) != CELLS:
        raise damaged(path)
    return found


@cache
def named() -> tuple[Path, ...]:
    """Return the packs that the environment names, those of a folder by name; looked up once.

    Raises:
        SaysoError: when a file isn't there or is no pack.
    """
    asked = [Path(p) for p in os.environ.get(NAMED_IN, "").split(os.pathsep) if p]
    found = tuple(dict.fromkeys(path.resolve() for one in asked for path in _files(one)))
    for path in found:
        about(path)
    return found


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(path.glob(f"*{SUFFIX}"))
    elif path.is_file():
        yield path
    else:
        raise SaysoError(f"{NAMED_IN} names no file or folder: {path}")


def about(path: Path) -> About:
    """Return what a pack says of itself.

    Raises:
        SaysoError: when it is no pack, of a newer format, or damaged.
    """
    try:
        db = _connection(path, os.getpid())
        if db.execute("PRAGMA application_id").fetchone()[0] != PACK_ID:
            raise SaysoError(f"{path}: not a pack of places (build one with sayso gazetteer build)")
        if db.execute("PRAGMA user_version").fetchone()[0] != PACK_FORMAT:
            raise SaysoError(f"{path}: a pack of another version of Sayso: build it again")
        told = dict(db.execute("SELECT name, value FROM about"))
        inputs = tuple(json.loads(told["inputs"]))
        return About(
            path, path.stat().st_size, int(told["places"]), tuple(told["countries"].split()), told["source"], told["licence"],
            told["newest"], inputs,
        )  # fmt: skip
    except sqlite3.DatabaseError as error:
        raise SaysoError(f"{path}: not a pack of places, or damaged ({error})") from error
    except (KeyError, ValueError) as error:
        raise damaged(path) from error


def whole(path: Path) -> bool:
    """Tell whether every page of a pack can be read and holds what it says; slow, for a check."""
    try:
        db = _connection(path, os.getpid())
        if db.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            return False
        rows = chain.from_iterable(map(db.execute, EVERY_PAGE))
        return all(zlib.decompress(packed).startswith(b"\n") for (packed,) in rows)
    except (sqlite3.DatabaseError, zlib.error):
        return False


def damaged(path: Path) -> SaysoError:
    """Return the error that a pack can't be trusted."""
    return SaysoError(f"{path}: the pack is damaged: build it again")


@cache
def _connection(path: Path, process: int) -> sqlite3.Connection:
    """Open a pack for one process: a connection must not be carried through a fork, and the file is never written."""
    del process
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _listed(path: Path, table: str, wanted: str) -> list[str]:
    """Return what a pack's table lists under a key."""
    page = _page(path, table, wanted)
    start = page.find(f"\n{wanted}\t".encode())
    if start < 0:
        return []
    end = page.find(b"\n", start + 1)
    return page[start : end if end >= 0 else None].decode("utf-8", "replace").split("\t")[1].split(" ")


@lru_cache(maxsize=2_000)
def _page(path: Path, table: str, first: str) -> bytes:
    """Return the lines of the page that a key would stand on, each after a line feed."""
    return _fetched(path, PAGES[table], first)


@lru_cache(maxsize=1_000)
def _places(path: Path, page: int) -> list[str]:
    return _fetched(path, "SELECT packed FROM place WHERE page = ?", page).decode("utf-8", "replace").split("\n")


def _fetched(path: Path, query: str, asked: object) -> bytes:
    try:
        row = _connection(path, os.getpid()).execute(query, (asked,)).fetchone()
        return zlib.decompress(row[0]) if row else b""
    except (sqlite3.DatabaseError, zlib.error, TypeError) as error:
        raise damaged(path) from error
