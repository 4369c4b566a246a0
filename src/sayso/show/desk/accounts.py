"""Local accounts: who may come to the desk, in a file of their own, and the sessions of those who signed in."""

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
from typing import Literal, get_args

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from sayso.model.problem import SaysoError
from sayso.show.desk import credentials

Role = Literal["reader", "coder", "reviewer", "custodian"]
ROLES: tuple[Role, ...] = get_args(Role)
"""From who may do least to who may do most; each may do what those before it may."""
IDLE, WHOLE = 12 * 3600, 7 * 24 * 3600
"""Seconds after which a session ends without use, and in any case."""
NOTED = 60
"""Seconds between two notes that a session is in use: reading must not become a write a request."""
BUSY_SECONDS = 10
MAGIC = b"SQLite format 3\0"
OURS = 0x53617955
"""SQLite's application id of a file of accounts: "SayU"."""
SHAPE = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS user (
    name TEXT PRIMARY KEY, hash TEXT NOT NULL, role TEXT NOT NULL, created INTEGER NOT NULL, disabled INTEGER) STRICT;
CREATE TABLE IF NOT EXISTS session (
    token_hash BLOB PRIMARY KEY, name TEXT NOT NULL REFERENCES user (name), csrf TEXT NOT NULL,
    created INTEGER NOT NULL, seen INTEGER NOT NULL, expires INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS session_name ON session (name);
PRAGMA application_id = {OURS};
COMMIT;
"""


@dataclass(frozen=True, slots=True)
class User:
    """An account as lists show it. ``created`` and ``removed`` are in seconds since 1970, UTC; None: not removed."""

    name: str
    role: Role
    created: int
    removed: int | None
    sessions: int


@dataclass(frozen=True, slots=True)
class Signed:
    """Whose session it is, and the token that writes of it carry. ``stale`` when its use should be noted."""

    name: str
    role: Role
    csrf: str
    stale: bool


class Accounts:
    """The file of accounts. Passwords are kept as Argon2id hashes, the tokens of sessions as SHA-256.

    Threads may share one: reading never waits for writing, of this process or of another.
    """

    def __init__(self, path: Path, *, create: bool = False, clock: Callable[[], float] = time.time) -> None:
        """Open the file; with ``create`` make it, for its owner alone, if it is not there.

        Raises:
            SaysoError: when it is not there (without ``create``), is none of ours, or others may read it.
        """
        self.path, self.clock = path, clock
        self.hasher = PasswordHasher()
        self._unknown = self.hasher.hash(secrets.token_urlsafe(32))
        with self._disk():
            _look(path, create=create)
            self._reading, self._writing = self._connect(), self._connect()
        self._read_one, self._write_one = threading.Lock(), threading.Lock()

    def _connect(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        (kind,) = db.execute("PRAGMA application_id").fetchone()
        if kind != OURS:
            if db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
                db.close()
                raise SaysoError(f"{self.path} is not a file of accounts")
            db.executescript(SHAPE)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA foreign_keys = ON")
        return db

    def close(self) -> None:
        """Close the file."""
        self._reading.close()
        self._writing.close()

    @contextmanager
    def _disk(self) -> Iterator[None]:
        """Turn a broken file, or a lock that is never freed, into an error that names the file."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise SaysoError(f"{self.path} can't be used for accounts: {error}") from error

    @contextmanager
    def _read(self) -> Iterator[sqlite3.Connection]:
        with self._disk(), self._read_one:
            yield self._reading

    @contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection that writes, inside a transaction: all of it is kept or nothing."""
        with self._disk(), self._write_one:
            self._writing.execute("BEGIN IMMEDIATE")
            try:
                yield self._writing
                self._writing.execute("COMMIT")
            except BaseException:
                if self._writing.in_transaction:
                    self._writing.execute("ROLLBACK")
                raise

    def _now(self) -> int:
        return int(self.clock())

    def users(self) -> list[User]:
        """Return all accounts by name, those removed too: their names stay beside what they decided."""
        query = """SELECT name, role, created, disabled, (SELECT count(*) FROM session s WHERE s.name = u.name AND
                   s.expires > :now AND s.seen > :now - :idle) FROM user u ORDER BY name"""
        with self._read() as db:
            return [User(*row) for row in db.execute(query, {"now": self._now(), "idle": IDLE})]

    def add(self, name: str, password: str, role: Role, *, again: bool = False) -> None:
        """Make an account; with ``again`` also for somebody who was removed and comes back.

        Raises:
            SaysoError: when name or password are not fit, or the name is taken or was: it stands beside what its owner decided.
        """
        name, now = credentials.fit_name(name), self._now()
        made = self.hasher.hash(credentials.fit_password(password))
        with self._write() as db:
            for taken, gone in db.execute("SELECT name, disabled FROM user").fetchall():
                if credentials.alike(taken, name):
                    _refuse_taken(taken, name, gone=gone is not None, again=again)
            keep = """INSERT INTO user VALUES (?, ?, ?, ?, NULL) ON CONFLICT (name)
                      DO UPDATE SET hash = excluded.hash, role = excluded.role, disabled = NULL"""
            db.execute(keep, (name, made, role, now))

    def give_role(self, name: str, role: Role) -> None:
        """Give an account another role; its sessions end.

        Raises:
            SaysoError: when there is no such account.
        """
        self._change(name, "role = ?", role)

    def give_password(self, name: str, password: str) -> None:
        """Give an account another password; its sessions end.

        Raises:
            SaysoError: when there is no such account, or the password is not fit.
        """
        self._change(name, "hash = ?", self.hasher.hash(credentials.fit_password(password)))

    def remove(self, name: str) -> None:
        """Shut an account and end its sessions; its name is kept, for nobody else to get.

        Raises:
            SaysoError: when there is no such account.
        """
        self._change(name, "disabled = ?", self._now())

    def _change(self, name: str, what: str, value: str | int) -> None:
        name = credentials.plain(name)
        with self._write() as db:
            done = db.execute(f"UPDATE user SET {what} WHERE name = ? AND disabled IS NULL", (value, name))  # noqa: S608 - what: three constants above
            if not done.rowcount:
                raise SaysoError(f"{self.path} has no account {name!r}")
            db.execute("DELETE FROM session WHERE name = ?", (name,))

    def sign_in(self, name: str, password: str, old: str = "") -> str:
        """Return the token of a new session and end the ``old`` one of that browser; "" when name and password do not fit.

        Takes as long for a name that is none: a password is verified in any case.
        """
        name = credentials.plain(name)
        with self._read() as db:
            row = db.execute("SELECT hash FROM user WHERE name = ? AND disabled IS NULL", (name,)).fetchone()
        if not self._verified(row[0] if row else self._unknown, password) or row is None:
            return ""
        token, now = secrets.token_urlsafe(32), self._now()
        hashed = self._rehashed(name, row[0], password)
        begin = """INSERT INTO session SELECT ?, name, ?, ?, ?, ? FROM user WHERE name = ? AND hash = ? AND disabled IS NULL"""
        with self._write() as db:
            db.execute("DELETE FROM session WHERE expires <= ? OR seen <= ?", (now, now - IDLE))
            db.execute("DELETE FROM session WHERE token_hash = ?", (_digest(old),))
            values = (_digest(token), secrets.token_urlsafe(32), now, now, now + WHOLE, name, hashed)
            begun = db.execute(begin, values).rowcount  # none when the password was changed while it was verified
        return token if begun else ""

    def _verified(self, hashed: str, password: str) -> bool:
        try:
            return self.hasher.verify(hashed, credentials.secret(password))
        except (VerificationError, InvalidHashError):
            return False

    def _rehashed(self, name: str, hashed: str, password: str) -> str:
        """Return the hash that is kept, made anew when the library asks for more work than it took."""
        if not self.hasher.check_needs_rehash(hashed):
            return hashed
        made = self.hasher.hash(credentials.secret(password))
        with self._write() as db:
            db.execute("UPDATE user SET hash = ? WHERE name = ? AND hash = ?", (made, name, hashed))
        return made

    def signed(self, token: str) -> Signed | None:
        """Return whose session a token is of; None when of none, or of one that ended."""
        query = """SELECT u.name, u.role, s.csrf, s.seen FROM session s JOIN user u ON u.name = s.name
                   WHERE s.token_hash = ? AND s.expires > ? AND s.seen > ? AND u.disabled IS NULL"""
        now = self._now()
        with self._read() as db:
            row = db.execute(query, (_digest(token), now, now - IDLE)).fetchone()
        return Signed(row[0], row[1], row[2], now - row[3] >= NOTED) if row else None

    def note(self, token: str) -> None:
        """Note that a session is in use."""
        with self._write() as db:
            db.execute("UPDATE session SET seen = ? WHERE token_hash = ?", (self._now(), _digest(token)))

    def sign_out(self, token: str) -> None:
        """End a session."""
        with self._write() as db:
            db.execute("DELETE FROM session WHERE token_hash = ?", (_digest(token),))


def _look(path: Path, *, create: bool) -> None:
    """Refuse a file that is not there or that others may read; with ``create`` make it, for its owner alone."""
    if create and not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    if not path.is_file():
        raise SaysoError(f"no accounts at {path}: make one with 'sayso users add NAME --role custodian --users {path}'")
    with path.open("rb") as file:
        if file.read(len(MAGIC)) not in {MAGIC, b"" if create else MAGIC}:
            raise SaysoError(f"{path} is not a file of accounts")
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise SaysoError(f"others on this machine may read {path}: 'chmod 600 {path}' first")


def _refuse_taken(taken: str, name: str, *, gone: bool, again: bool) -> None:
    if not gone:
        raise SaysoError(f"there is an account {taken!r} already")
    if not again or taken != name:
        raise SaysoError(
            f"{taken!r} was removed, and decisions stand under that name: "
            "if it is the same person say --again, else choose another name"
        )


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
