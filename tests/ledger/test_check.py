"""``verify`` sees what was done to a ledger behind its back."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.builders import one_of_many, refusal

from sayso.ledger.sqlite import SqliteStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    found = SqliteStore(tmp_path / "x.ledger")
    found.add([one_of_many(n) for n in range(4)], [refusal("empty.txt")])
    found.add([one_of_many(n) for n in range(4, 8)])
    assert found.verify().faults == ()
    found.db.execute("PRAGMA foreign_keys = OFF")
    yield found
    found.close()


TAMPERED = {
    "an edited claim": ("UPDATE claim_wire SET wire = replace(wire, 'certain', 'possible') WHERE id = 3", "changed since"),
    "edited words": ("UPDATE claim_wire SET words = 'They fled' WHERE id = 3", "changed since"),
    "a claim taken out": ("DELETE FROM claim WHERE id = 3", "changed since"),
    "a claim moved": ("UPDATE claim SET article = 1 WHERE id = 5", "changed since"),
    "another id": ("UPDATE claim SET key = 'c0' WHERE id = 5", "changed since"),
    "an edited article": ("UPDATE article_wire SET wire = replace(wire, 'Outlet', 'Inlet') WHERE id = 2", "changed since"),
    "edited problems": ("UPDATE article_wire SET rest = '{}' WHERE id = 2", "changed since"),
    "an article taken out": ("DELETE FROM article WHERE id = 2", "lost its article"),
    "a capture taken out": ("DELETE FROM capture WHERE id = 2", "bytes are gone"),
    "another origin": ("UPDATE capture SET origin = '/else' WHERE id = 2", "how it came"),
    "other words of the caller": ("UPDATE capture SET supplied = '{\"outlet\":\"X\"}' WHERE id = 2", "how it came"),
    "words that are none": ("UPDATE capture SET supplied = '{' WHERE id = 2", "how it came"),
    "an edited log row": ("UPDATE log SET detail = replace(detail, '.txt', '.csv') WHERE seq = (SELECT min(seq) FROM log WHERE action = 'captured')", "does not follow"),
    "an edited refusal": ("UPDATE log SET subject = 'other.txt' WHERE action = 'refused'", "does not follow"),
    "a log row of another time": ("UPDATE log SET at = '2001-01-01T00:00:00+00:00' WHERE seq = 5", "does not follow"),
    "a log row that is no JSON": ("UPDATE log SET detail = '' WHERE seq = (SELECT min(seq) FROM log WHERE action = 'captured')", "can't be read"),
    "a log row of no bytes": ("UPDATE log SET subject = 'zz' WHERE seq = (SELECT min(seq) FROM log WHERE action = 'captured')", "bytes are gone"),
    "a log row taken out": ("DELETE FROM log WHERE seq = 4", "row 4 is missing"),
    "the last log row taken out": ("DELETE FROM log WHERE seq = (SELECT max(seq) FROM log)", "past the log"),
    "a log row put in": (
        "INSERT INTO log (at, action, subject, detail, hash) VALUES ('2020', 'refused', 'x', '{}', x'00')", "does not follow"
    ),
    "another kind to find it by": ("UPDATE claim SET kind = certainty WHERE id = 3", "say other than the claim"),
    "names to find it by taken out": ("DELETE FROM claim_name WHERE claim = (SELECT min(claim) FROM claim_name)", "say other than the claim"),
    "another word for a name": ("UPDATE name SET word = 'Martians' WHERE id = (SELECT min(name) FROM claim_name)", "say other than"),
    "another ref": ("UPDATE article SET ref = 'evil.txt' WHERE id = 2", "says other than the article"),
    "log rows in another order": (
        "UPDATE log SET seq = CASE seq WHEN 3 THEN -4 ELSE -3 END WHERE seq IN (3, 4); UPDATE log SET seq = -seq WHERE seq < 0",
        "does not follow",
    ),
}  # fmt: skip


@pytest.mark.parametrize("deed", TAMPERED)
def test_what_was_done_behind_its_back_is_told(store: SqliteStore, deed: str) -> None:
    sql, told = TAMPERED[deed]
    for statement in sql.split("; "):
        assert store.db.execute(statement).rowcount > 0
    assert any(told in fault for fault in store.verify().faults), store.verify().faults


@pytest.mark.parametrize("at", [0, 1, 10, -1])
def test_a_flipped_byte_of_a_capture_is_told(store: SqliteStore, at: int) -> None:
    ((data,),) = store.db.execute("SELECT data FROM capture WHERE id = 3")
    changed = bytearray(data)
    changed[at] ^= 1
    store.db.execute("UPDATE capture SET data = ? WHERE id = 3", (bytes(changed),))
    (fault,) = store.verify().faults
    assert "not the bytes captured" in fault
    assert one_of_many(2).capture.sha256 in fault


def test_other_bytes_in_good_order_are_told(store: SqliteStore) -> None:
    store.db.execute("UPDATE capture SET data = ? WHERE id = 3", (zlib.compress(b"Nothing happened."),))
    assert "not the bytes captured" in store.verify().faults[0]


def test_a_capture_past_the_log_is_told(store: SqliteStore) -> None:
    store.db.execute(
        "INSERT INTO capture (sha256, size, data, form, ref, origin, at, supplied, header)"
        " VALUES (x'aa', 1, x'00', 'text', 'r', 'o', 0, '{}', x'')"
    )
    assert store.verify().faults == ("capture aa came in past the log",)


def test_the_head_tells_a_ledger_that_was_made_anew_from_the_one_that_was(tmp_path: Path, store: SqliteStore) -> None:
    other = SqliteStore(tmp_path / "other.ledger")
    other.add([one_of_many(n) for n in range(8)])
    assert other.verify().faults == ()
    assert other.verify().head != store.verify().head
    other.close()


def test_verifying_writes_nothing(store: SqliteStore) -> None:
    before = "".join(store.db.iterdump())
    store.verify()
    assert "".join(store.db.iterdump()) == before
    assert not store.db.in_transaction


def test_captured_bytes_come_back(store: SqliteStore) -> None:
    capture = one_of_many(2).capture
    assert store.captured(capture.sha256) == capture.data
    assert store.captured("00" * 32) is None


def test_a_ledger_says_when_how_and_from_where_bytes_came(store: SqliteStore) -> None:
    row = store.db.execute("SELECT at, detail FROM log WHERE subject = ?", (one_of_many(2).capture.sha256,)).fetchone()
    assert row[0].endswith("+00:00")
    for words in ('"ref":"2.txt"', '"origin":"/somewhere/2.txt"', '"form":"text"', '"supplied":{}', '"at":0'):
        assert words in row[1]


def test_a_header_that_a_row_can_t_be_read_without_is_kept(store: SqliteStore) -> None:
    item = one_of_many(99)
    store.add([replace(item, capture=replace(item.capture, form="csv-row", header=b"id,text\n"))])
    ((header,),) = store.db.execute("SELECT header FROM capture WHERE form = 'csv-row'")
    assert header == b"id,text\n"
    assert store.verify().faults == ()
    store.db.execute("UPDATE capture SET header = x'00' WHERE form = 'csv-row'")
    assert "how it came" in store.verify().faults[0]


def test_a_ledger_of_sqlite_is_what_sqlite_says_it_is(store: SqliteStore) -> None:
    assert store.db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert isinstance(store.db, sqlite3.Connection)
