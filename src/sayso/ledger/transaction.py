"""Writing to the ledger file: all of what is done inside, or nothing of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sayso.model.problem import SaysoError


@contextmanager
def whole(db: sqlite3.Connection) -> Iterator[None]:
    """Keep all that is done inside, or nothing of it; whatever goes wrong goes on to the caller."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # SQLite has ended it by itself when the disk is full
            db.execute("ROLLBACK")
        raise


class Tables:
    """Some tables of an open ledger file. One writer at a time; what is read is of one moment inside ``writing``."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keep all that is done inside, or nothing of it.

        Raises:
            SaysoError: when the file can't be written.
        """
        try:
            with whole(self.db):
                yield
        except sqlite3.Error as error:
            raise SaysoError(f"the ledger can't be written: {error}") from error
