"""Weighs what is added while the desk is open, in a process of its own and after everything else, so that nobody at the desk waits for it."""

from __future__ import annotations

import os
import signal
import sys
import time

from sayso.ledger.sqlite import SqliteStore
from sayso.model.problem import SaysoError
from sayso.pipeline.changing import Changing

AT_ONCE = 4
"""Articles weighed before others may write."""
EVERY = 2.0
"""Seconds between two looks for new articles."""
LAST = 10
"""How far behind other processes this one stands (``nice``)."""


def run(ledger: str, parent: int) -> None:
    """Weigh what comes until the process that started this one is gone; trouble is told on standard error and tried again."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(LAST)
    while os.getppid() == parent:
        try:
            step(ledger, parent)
        except SaysoError as error:
            sys.stderr.write(f"weighing: {error}\n")
        time.sleep(EVERY)


def step(ledger: str, parent: int) -> None:
    """Weigh everything that waits, a few articles at a time."""
    store = SqliteStore(ledger, create=False)
    try:
        changing = Changing(store)
        changing.versions.catch_up()
        changing.weighing.ready()
        while os.getppid() == parent and changing.weighing.some(AT_ONCE):
            pass
    finally:
        store.close()
