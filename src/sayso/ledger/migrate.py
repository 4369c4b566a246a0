"""Brings a ledger file to the shape this version writes; each step is one SQL file, run once, in order."""

from __future__ import annotations

import sqlite3
from importlib.resources import files

from sayso.ledger import log
from sayso.ledger.transaction import whole
from sayso.model.problem import SaysoError

APPLICATION_ID = 0x5359_534F
"""``SYSO``, in the file's header: what marks a SQLite file as a ledger of ours."""


def steps() -> list[tuple[int, str]]:
    """Return the numbered SQL scripts, in order."""
    folder = files("sayso.ledger") / "migrations"
    found = [(int(f.name[:4]), f.read_text(encoding="utf-8")) for f in folder.iterdir() if f.name.endswith(".sql")]
    return sorted(found)


def migrate(db: sqlite3.Connection, path: str) -> None:
    """Run the steps that the file has not seen; a file that is refused is left as it is.

    Raises:
        SaysoError: when the file is another program's, or was written by a newer Sayso.
    """
    version, owner, tables = _marks(db)
    if tables and owner != APPLICATION_ID:
        raise SaysoError(f"{path} is a database, but not a Sayso ledger")
    todo = steps()
    if version > todo[-1][0]:
        raise SaysoError(f"{path} was written by a newer Sayso (shape {version}; this one knows {todo[-1][0]})")
    for number, script in todo:
        if number > version:
            _step(db, number, script)


def _marks(db: sqlite3.Connection) -> tuple[int, int, int]:
    """Return the file's shape, its owner and how much it holds, all of one moment."""
    db.execute("BEGIN")
    asked = ("PRAGMA user_version", "PRAGMA application_id", "SELECT count(*) FROM sqlite_master")
    version, owner, tables = (int(db.execute(sql).fetchone()[0]) for sql in asked)
    db.execute("COMMIT")
    return version, owner, tables


def _step(db: sqlite3.Connection, number: int, script: str) -> None:
    """Run one step whole or not at all; another process may have run it while we waited for the lock."""
    with whole(db):
        if int(db.execute("PRAGMA user_version").fetchone()[0]) < number:
            for statement in _statements(script):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number:d}")
            db.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
            log.append(db, [("shaped", f"{number:04d}", {})])


def _statements(script: str) -> list[str]:
    found, held = [], ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            found.append(held)
            held = ""
    return found
