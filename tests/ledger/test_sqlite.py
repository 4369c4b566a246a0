"""A ledger in a file: several processes at once, and killed at any moment."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.builders import one_of_many

from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import Query
from sayso.model.problem import SaysoError

ROOT = Path(__file__).parents[2]
PLAIN = {
    "capture": "*", "article": "*", "article_wire": "*", "claim": "*", "claim_wire": "*", "claim_name": "*", "name": "*",
    "claim_place": "*", "log": "seq, action, subject, detail",
}  # fmt: skip


def adder(path: Path, first: int, last: int, batch: int) -> subprocess.Popen[str]:
    """Start a process that adds readings."""
    command = [sys.executable, "-m", "tests.ledger.adder", str(path), str(first), str(last), str(batch)]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": "src"}
    )  # fmt: skip


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all that a ledger holds, the times of its log and the inner pages of its indexes left out."""
    store = SqliteStore(path, create=False)
    found = {
        t: store.db.execute(f"SELECT {columns} FROM {t} ORDER BY 1, 2, 3").fetchall() for t, columns in PLAIN.items()
    }
    store.close()
    return found


def test_a_run_killed_again_and_again_ends_as_one_that_was_not(tmp_path: Path) -> None:
    path, calm = tmp_path / "killed.ledger", tmp_path / "calm.ledger"
    dice = random.Random(7)
    left = []
    for killed in range(6):
        run = adder(path, 0, 1500, 7)
        assert run.stdout is not None
        if killed % 2:
            run.stdout.readline()
            time.sleep(dice.random() / 6)
        else:
            time.sleep(dice.random() / 2)  # while it starts, or makes the ledger
        run.send_signal(signal.SIGKILL)
        run.communicate()
        if path.exists():
            store = SqliteStore(path)
            left.append(store.verify().captures)
            assert store.verify().faults == ()
            assert store.db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            store.close()
    assert any(0 < captures < 1500 for captures in left), left
    for target in (path, calm):
        run = adder(target, 0, 1500, 7)
        _, err = run.communicate()
        assert run.returncode == 0, err
    assert tables(path) == tables(calm)
    store = SqliteStore(path)
    assert (store.verify().captures, store.verify().faults) == (1500, ())
    store.close()


def test_processes_that_add_at_once_wait_for_each_other(tmp_path: Path) -> None:
    path = tmp_path / "shared.ledger"
    runs = [adder(path, first, first + 200, 3) for first in (0, 100, 150)]
    for run in runs:
        _, err = run.communicate()
        assert run.returncode == 0, err
    store = SqliteStore(path)
    verdict = store.verify()
    assert (verdict.captures, verdict.claims, verdict.faults) == (350, 700, ())
    assert len(store.claims(Query(said_by="activists", limit=1000)).rows) == 350
    store.close()


def test_a_reader_sees_whole_batches_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "read.ledger"
    SqliteStore(path).close()
    run = adder(path, 0, 400, 10)
    reader = SqliteStore(path, create=False)
    seen = set()
    while run.poll() is None:
        verdict = reader.verify()
        assert verdict.faults == ()
        seen.add(verdict.captures % 10)
        time.sleep(0.01)
    run.communicate()
    assert seen == {0}
    assert reader.verify().captures == 400
    reader.close()


def test_the_same_captures_in_the_same_order_make_the_same_tables(tmp_path: Path) -> None:
    """Whatever the batches."""
    for name, batch in (("one", 50), ("two", 50), ("three", 1)):
        run = adder(tmp_path / name, 0, 50, batch)
        run.communicate()
        assert run.returncode == 0
    assert tables(tmp_path / "one") == tables(tmp_path / "two")
    one, three = tables(tmp_path / "one"), tables(tmp_path / "three")
    del one["log"], three["log"]
    assert one == three


def test_a_full_disk_keeps_nothing_and_is_told(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "x.ledger")
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(SaysoError, match=r"x\.ledger can't be written"):
        store.add([one_of_many(n) for n in range(300)])
    assert not store.db.in_transaction
    store.db.execute("PRAGMA max_page_count = 100000")
    assert store.add([one_of_many(n) for n in range(300)]) == 300
    assert store.verify().faults == ()
    store.close()


def test_opening_a_ledger_again_lets_go_of_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "x.ledger"
    first = SqliteStore(path)
    first.db.execute("CREATE TABLE mine (n INTEGER)")
    SqliteStore(path).close()
    other = "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute('SELECT * FROM mine').fetchall(); db.close()"
    subprocess.run([sys.executable, "-c", other, str(path)], check=True)
    assert path.with_name("x.ledger-wal").exists(), (
        "another process took itself for the last and threw away what was being written"
    )
    first.close()
