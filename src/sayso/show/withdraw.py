"""A person's word that an outlet took back an article: appended to the ledger, and what was built on it gathered anew."""

from __future__ import annotations

import sys

from sayso.ledger.sqlite import SqliteStore
from sayso.pipeline.versions import Versions


def withdraw(ledger: str, article: str, *, who: str, why: str, lifted: bool) -> int:
    """Keep the word and say so; return 0.

    Raises:
        SaysoError: when the ledger has no such article, or there is nothing to lift.
    """
    store = SqliteStore(ledger, create=False)
    try:
        made = Versions(store).withdraw(article, who, why, lifted=lifted)
    finally:
        store.close()
    said = "stands again" if made.lifted else "is withdrawn: its claims are out of lists and happenings, and kept"
    sys.stdout.write(f"{made.id}: {made.article} {said}, as {who} says\n")
    return 0
