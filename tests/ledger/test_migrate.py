"""A file becomes a ledger, stays one, or is refused and left alone."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from tests.builders import one_of_many

from sayso.ledger import migrate
from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import Query
from sayso.model.problem import SaysoError


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "new.ledger"
    path.touch()
    store = SqliteStore(path)
    store.add([one_of_many(1)])
    assert store.verify().faults == ()
    assert store.db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert store.db.execute("PRAGMA application_id").fetchone() == (migrate.APPLICATION_ID,)
    store.close()


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.ledger"
    first = SqliteStore(path)
    first.add([one_of_many(1)])
    verdict = first.verify()
    first.close()
    again = SqliteStore(path)
    assert again.verify() == verdict
    again.close()


def test_another_program_s_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "browser.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE bookmarks (url TEXT)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(SaysoError, match=r"browser\.db is a database, but not a Sayso ledger"):
        SqliteStore(path)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["browser.db"]  # noqa: PTH208 - names are what is compared


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.ledger"
    SqliteStore(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 9999")
    db.close()
    with pytest.raises(SaysoError, match="newer Sayso"):
        SqliteStore(path)


@pytest.mark.parametrize("content", [b"Deir ez-Zor, Sunday.\n" * 500, b"SQLite format 3\0" + b"\xff" * 5000, b"x"])
def test_what_is_no_database_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(SaysoError, match=r"notes\.txt"):
        SqliteStore(path)
    assert path.read_bytes() == content


def test_a_ledger_cut_in_the_middle_is_an_error_not_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "cut.ledger"
    store = SqliteStore(path)
    store.add([one_of_many(n) for n in range(300)])
    store.close()
    whole = path.read_bytes()
    for part in (0.02, 0.3, 0.7):
        path.write_bytes(whole[: int(len(whole) * part)])
        with pytest.raises(SaysoError, match=r"cut\.ledger"):
            opened_and_read(path)


def test_a_ledger_with_damaged_pages_is_an_error_or_says_so(tmp_path: Path) -> None:
    path = tmp_path / "bad.ledger"
    store = SqliteStore(path)
    store.add([one_of_many(n) for n in range(300)])
    store.close()
    whole = bytearray(path.read_bytes())
    for page in range(4096, len(whole), 4096 * 3):
        whole[page : page + 200] = b"\xa5" * 200
    path.write_bytes(whole)
    try:
        store = SqliteStore(path)
        assert store.verify().faults
        store.close()
    except SaysoError as error:
        assert "bad.ledger" in str(error)  # noqa: PT017 - either answer will do
    with pytest.raises(SaysoError, match=r"bad\.ledger"):
        opened_and_read(path)


def opened_and_read(path: Path) -> None:
    """Open a ledger and read all of it."""
    store = SqliteStore(path, create=False)
    try:
        if store.verify().faults:
            store.claims(Query(limit=10**6))
            store.articles(Query(limit=10**6))
            store.claims(Query(limit=10**6, text="douma", said_by="activists"))
            raise SaysoError(f"{path}: read, though damaged")
    finally:
        store.close()


def test_no_ledger_is_made_where_none_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "missing.ledger"
    with pytest.raises(SaysoError, match="sayso add"):
        SqliteStore(path, create=False)
    assert not path.exists()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match="nowhere"):
        SqliteStore(tmp_path / "nowhere" / "x.ledger")


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match="opened as a ledger"):
        SqliteStore(tmp_path)


def test_a_step_that_fails_is_taken_back_whole(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "x.ledger", isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migrate._step(db, 1, "CREATE TABLE a (b);\nCREATE TABLE a (b);\n")
    assert db.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    assert db.execute("PRAGMA user_version").fetchone() == (0,)
    db.close()


def test_steps_are_numbered_without_gaps() -> None:
    assert [number for number, _ in migrate.steps()] == list(range(1, len(migrate.steps()) + 1))
