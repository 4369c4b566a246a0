"""Adds readings to a ledger batch by batch, to be run beside others and killed: ``adder.py LEDGER FIRST LAST BATCH``."""

from __future__ import annotations

import sys

from tests.builders import one_of_many, refusal

from sayso.ledger.sqlite import SqliteStore


def main(path: str, first: int, last: int, batch: int) -> None:
    store = SqliteStore(path)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for n in range(first, last, batch):
        items = [one_of_many(k, outlet=f"Outlet {k % 7}") for k in range(n, min(last, n + batch))]
        store.add([i for i in items if not store.has(i.capture.sha256)], [refusal(f"bad {n}")])
    store.close()


if __name__ == "__main__":
    main(sys.argv[1], *(int(a) for a in sys.argv[2:]))
