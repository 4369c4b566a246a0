"""Measures what weighing one more article costs as a ledger grows.

    python -m bench.weighing LEDGER [--times 1,10,100] [--sample 100] [--json]

LEDGER holds articles (``sayso add``). It is copied; its accounts are then put in again so many times, each copy moved by as many
centuries so that it is no telling of the same, and the last of its articles are weighed afresh among them. Times are CPU
milliseconds an article, reading it from the ledger included.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sayso.ledger.sqlite import SqliteStore
from sayso.model import event_wire
from sayso.model.event import Account
from sayso.pipeline.weighing import Weighing
from sayso.weigh.blocking import keys

STRIDE = 3_000
"""Days between one copy and the next: more than the ledger's own stretch of news."""


def copied(a: Account, n: int) -> Account:
    """Return the account moved to another time, under another id."""
    away = STRIDE * n
    return replace(a, id=f"{a.id}x{n}", tellers=(), said=(), first=a.first + away, last=a.last + away)


def grow(weighing: Weighing, own: Sequence[tuple[int, Account]], first: int, last: int) -> None:
    """Put copies ``first`` to ``last`` of the ledger's accounts in."""
    db = weighing.store.db
    for n in range(first, last):
        with weighing.kept.writing():
            for article, a in own:
                c = copied(a, n)
                db.execute("DELETE FROM weighed WHERE article = ?", (article,))
                weighing.kept.put(article, [c], [keys(c)])


def measured(weighing: Weighing, sample: Sequence[int]) -> float:
    """Return the CPU milliseconds that weighing each of some articles afresh takes."""
    db = weighing.store.db
    db.execute("INSERT OR IGNORE INTO weighed SELECT id FROM article")
    for row in sample:
        of = "SELECT id FROM account WHERE article = ? AND key NOT LIKE '%x%'"
        for table in ("account_block", "account_claim"):
            db.execute(f"DELETE FROM {table} WHERE account IN ({of})", (row,))  # noqa: S608 - our own names
        db.execute("DELETE FROM account WHERE article = ? AND key NOT LIKE '%x%'", (row,))
        db.execute("DELETE FROM weighed WHERE article = ?", (row,))
    begun = time.process_time()
    done = weighing.catch_up()
    return 1000 * (time.process_time() - begun) / max(1, done)


def main(argv: Sequence[str] | None = None) -> int:
    """Print a line for each size; return 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("ledger")
    parser.add_argument("--times", default="1,10,100")
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--json", action="store_true", dest="as_json")
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "grown.ledger"
        shutil.copy(asked.ledger, path)
        weighing = Weighing(SqliteStore(path, create=False))
        weighing.catch_up()
        db = weighing.store.db
        own = [(int(n), event_wire.account(w)) for n, w in db.execute("SELECT article, wire FROM account ORDER BY id")]
        rows = [int(n) for (n,) in db.execute("SELECT id FROM article ORDER BY id")]
        sample, held = rows[-asked.sample :], 1
        for times in (int(t) for t in asked.times.split(",")):
            grow(weighing, own, held, times)
            held = times
            row = {
                "articles": len(rows) * times,
                "accounts": len(own) * times,
                "ms": round(measured(weighing, sample), 2),
            }
            sys.stdout.write((json.dumps(row) if asked.as_json else str(row)) + "\n")
        weighing.store.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
