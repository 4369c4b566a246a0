"""A person's word on what is one happening: appended to the ledger, and what it touches weighed again."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from sayso.ledger.sqlite import SqliteStore
from sayso.model.review import Verdict
from sayso.pipeline.weighing import Weighing


def judge(ledger: str, verdict: Verdict, one: str, other: Sequence[str], *, who: str, why: str) -> int:
    """Keep a judgement and say what became of it; return 0.

    Raises:
        SaysoError: when an id names nothing, or nothing would be left to split.
    """
    store = SqliteStore(ledger, create=False)
    try:
        weighing = Weighing(store)
        weighing.catch_up()
        made = weighing.judge(verdict, one, other, who, why)
        here, there = weighing.event(made.one[0]), weighing.event(made.other[0])
    finally:
        store.close()
    now = f"one happening, {here.id}" if here.id == there.id else f"two happenings, {here.id} and {there.id}"
    sys.stdout.write(f"{made.id}: {who} judged {verdict}; they are now {now}\n")
    return 0
