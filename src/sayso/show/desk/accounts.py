"""Local accounts: names, roles and passwords in a file of their own, and the sessions of those who signed in."""

from __future__ import annotations

import hashlib
import os
import secrets
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from sayso.model.problem import SaysoError

Role = Literal["reader", "coder", "reviewer", "custodian"]
IDLE, WHOLE = 12 * 3600, 7 * 24 * 3600
"""Seconds after which a session ends without use, and in any case."""
SHORTEST, LONGEST = 12, 1024
"""Characters of a password."""
TRIES, WINDOW = 5, 15 * 60
"""Failures that are let pass for a name or an address in so many seconds."""
SHAPE = """
CREATE TABLE IF NOT EXISTS user (name TEXT PRIMARY KEY, hash TEXT NOT NULL, role TEXT NOT NULL, created INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS session (token BLOB PRIMARY KEY, name TEXT NOT NULL REFERENCES user (name) ON DELETE CASCADE,
    csrf TEXT NOT NULL, created INTEGER NOT NULL, seen INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS failure (about TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS failure_about ON failure (about, at);
"""


@dataclass(frozen=True, slots=True)
class Signed:
    """Whoever a session belongs to, and the token that their writes carry."""

    name: str
    role: Role
    csrf: str


@dataclass(frozen=True, slots=True)
class User:
    """An account as lists show it; ``created`` is in seconds since 1970 (UTC)."""

    name: str
    role: Role
    created: int


class Accounts:
    """The file of accounts. Passwords are kept as Argon2id hashes, sessions as digests of their tokens."""

    def __init__(self, path: Path, *, create: bool = False, clock: Callable[[], float] = time.time) -> None:
        """Open the file.

        Raises:
            SaysoError: when it is not there (without ``create``), or is none of ours.
        """
        if not create and not path.is_file():
            raise SaysoError(f"no accounts at {path}: make one with 'sayso users add NAME --users {path}'")
        self.path, self.clock = path, clock
        self._hasher = PasswordHasher()
        self._nobody = self._hasher.hash(secrets.token_hex(16))
        self._own = threading.local()
        if create and not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with self._db() as db:
            db.executescript(SHAPE)

    @contextmanager
    def _db(self) -> Iterator[sqlite3.Connection]:
        """Yield this thread's connection; broken files become errors that name the file."""
        try:
            if not hasattr(self._own, "db"):
                self._own.db = sqlite3.connect(self.path, timeout=30, isolation_level=None)
                self._own.db.execute("PRAGMA foreign_keys = ON")
            yield self._own.db
        except sqlite3.Error as error:
            raise SaysoError(f"{self.path} can't be used as accounts: {error}") from error

    def add(self, name: str, password: str, role: Role) -> None:
        """Make an account.

        Raises:
            SaysoError: when the name is taken or empty, or the password too short or too long.
        """
        if not name.strip() or not name.isprintable() or len(name) > 80:
            raise SaysoError("a name is 1 to 80 characters that can be printed")
        _fit(password)
        with self._db() as db:
            if db.execute("SELECT 1 FROM user WHERE name = ?", (name,)).fetchone():
                raise SaysoError(f"there is an account {name} already")
            db.execute(
                "INSERT INTO user VALUES (?, ?, ?, ?)", (name, self._hasher.hash(password), role, int(self.clock()))
            )

    def set(self, name: str, *, password: str = "", role: Role | None = None) -> None:
        """Change a password, a role or both; the sessions of the account end.

        Raises:
            SaysoError: when there is no such account, or the password is too short or too long.
        """
        self._known(name)
        with self._db() as db:
            if password:
                _fit(password)
                db.execute("UPDATE user SET hash = ? WHERE name = ?", (self._hasher.hash(password), name))
            if role:
                db.execute("UPDATE user SET role = ? WHERE name = ?", (role, name))
            db.execute("DELETE FROM session WHERE name = ?", (name,))

    def remove(self, name: str) -> None:
        """Remove an account and its sessions; what the person decided stays in ledgers.

        Raises:
            SaysoError: when there is no such account.
        """
        self._known(name)
        with self._db() as db:
            db.execute("DELETE FROM session WHERE name = ?", (name,))
            db.execute("DELETE FROM user WHERE name = ?", (name,))

    def users(self) -> list[User]:
        """Return all accounts by name."""
        with self._db() as db:
            return [User(*row) for row in db.execute("SELECT name, role, created FROM user ORDER BY name")]

    def _known(self, name: str) -> None:
        with self._db() as db:
            if db.execute("SELECT 1 FROM user WHERE name = ?", (name,)).fetchone() is None:
                raise SaysoError(f"there is no account {name}")

    def sign_in(self, name: str, password: str, address: str) -> str | int:
        """Return the token of a new session, "" when name and password do not fit, or the seconds to wait after too many failures."""
        about = (f"name {name[:80]}", f"address {address}")
        if wait := max(self._wait(a) for a in about):
            return wait
        if not self._fits(name, password):
            with self._db() as db:
                db.executemany("INSERT INTO failure VALUES (?, ?)", [(a, int(self.clock())) for a in about])
            return ""
        token, now = secrets.token_urlsafe(32), int(self.clock())
        with self._db() as db:
            db.execute("DELETE FROM failure WHERE about = ? OR at < ?", (about[0], now - WINDOW))
            db.execute("DELETE FROM session WHERE seen < ? OR created < ?", (now - IDLE, now - WHOLE))
            db.execute(
                "INSERT INTO session VALUES (?, ?, ?, ?, ?)",
                (_digest(token), name, secrets.token_urlsafe(32), now, now),
            )
        return token

    def _wait(self, about: str) -> int:
        """Return the seconds until a name or an address may try again; 0 for now."""
        now = int(self.clock())
        with self._db() as db:
            rows = db.execute(
                "SELECT at FROM failure WHERE about = ? AND at > ? ORDER BY at DESC LIMIT ?",
                (about, now - WINDOW, TRIES),
            ).fetchall()
        return max(1, rows[-1][0] + WINDOW - now) if len(rows) == TRIES else 0

    def _fits(self, name: str, password: str) -> bool:
        """Tell whether a password is an account's; takes as long for a name that is none."""
        with self._db() as db:
            row = db.execute("SELECT hash FROM user WHERE name = ?", (name,)).fetchone()
        try:
            self._hasher.verify(row[0] if row else self._nobody, password[:LONGEST])
        except (VerificationError, InvalidHashError):
            return False
        if row and self._hasher.check_needs_rehash(row[0]):
            with self._db() as db:
                db.execute("UPDATE user SET hash = ? WHERE name = ?", (self._hasher.hash(password), name))
        return row is not None

    def signed(self, token: str) -> Signed | None:
        """Return whose session a token is of; None when it is of none, or of one that ended."""
        now, key = int(self.clock()), _digest(token)
        with self._db() as db:
            row = db.execute(_SIGNED, (key, now - IDLE, now - WHOLE)).fetchone()
            if row is None:
                return None
            if now - row[3] > WHOLE // 10_000:
                db.execute("UPDATE session SET seen = ? WHERE token = ?", (now, key))
        return Signed(row[0], row[1], row[2])

    def sign_out(self, token: str) -> None:
        """End a session."""
        with self._db() as db:
            db.execute("DELETE FROM session WHERE token = ?", (_digest(token),))


_SIGNED = """SELECT s.name, u.role, s.csrf, s.seen FROM session s JOIN user u ON u.name = s.name
             WHERE s.token = ? AND s.seen > ? AND s.created > ?"""


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _fit(password: str) -> None:
    if not SHORTEST <= len(password) <= LONGEST:
        raise SaysoError(f"a password has {SHORTEST} to {LONGEST} characters")
