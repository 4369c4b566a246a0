"""What every page works with: the ledger, a connection a thread, and what is kept up to date behind the pages."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TypeVar

from sayso.ledger.reviews import Reviews
from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.tallies import Tallies
from sayso.pipeline.changing import Changing
from sayso.pipeline.weighing import Weighing
from sayso.show.desk import weigher

T = TypeVar("T")
PAGES = 16_384
"""KiB of the ledger that each connection keeps in memory: there are several."""


@dataclass(frozen=True, slots=True)
class Hands:
    """One thread's way into the ledger. ``upkeep`` is of the whole desk."""

    store: SqliteStore
    weighing: Weighing
    reviews: Reviews
    upkeep: Upkeep

    @property
    def changing(self) -> Changing:
        """Return what tells the changes of articles."""
        return Changing(self.store)


class Desk:
    """A ledger behind a desk. Reading goes through a connection of each thread; writing is one at a time."""

    def __init__(self, ledger: Path) -> None:
        self.ledger = ledger
        self._own = threading.local()
        self._writing = threading.Lock()
        self.upkeep = Upkeep(self)
        self._kept: dict[object, tuple[float, object]] = {}
        self._making: dict[object, threading.Lock] = {}
        self._one = threading.Lock()

    def hands(self) -> Hands:
        """Return this thread's way into the ledger, opening it the first time."""
        found: Hands | None = getattr(self._own, "hands", None)
        if found is None:
            store = SqliteStore(self.ledger, create=False)
            store.db.execute(f"PRAGMA cache_size = -{PAGES}")
            found = self._own.hands = Hands(store, Weighing(store), Reviews(store.db), self.upkeep)
        return found

    def write(self, what: Callable[[Hands], T]) -> T:
        """Do something that writes, one at a time in this process; other processes are waited for."""
        with self._writing:
            return what(self.hands())

    def judged(self, what: Callable[[Hands], T]) -> T:
        """Write what a person merged or split: maps and counts that they ask for next show it."""
        made = self.write(what)
        self._kept.clear()
        return made

    def kept(self, key: object, seconds: float, make: Callable[[], T]) -> T:
        """Return what was made under a key not long ago, else make it; for what is dear and may be some seconds old.

        One request makes it anew; those that come meanwhile get what there was, or wait when there was nothing.
        """
        held = self._kept.get(key)
        if held is not None and time.monotonic() - held[0] <= seconds:
            return held[1]  # type: ignore[return-value]
        with self._one:
            making = self._making.setdefault(key, threading.Lock())
        if held is not None and making.locked():
            return held[1]  # type: ignore[return-value]
        with making:
            found = self._kept.get(key)
            if found is None or found is held:
                if len(self._kept) > MOST_KEPT:
                    self._kept.clear()
                    self._making.clear()
                found = self._kept[key] = (time.monotonic(), make())
            return found[1]  # type: ignore[return-value]


MOST_KEPT = 2_000


@dataclass(slots=True)
class Upkeep:
    """Keeps counts up to date in a thread of its own, and happenings in a process of its own, while articles come in from elsewhere."""

    desk: Desk
    tallies: Tallies = field(default_factory=Tallies)
    counted: str = ""
    weigh: bool = False
    _stop: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None
    _weigher: BaseProcess | None = None

    def start(self) -> None:
        """Begin; counts and happenings follow."""
        if self.weigh:
            self._weigher = get_context("spawn").Process(
                target=weigher.run, args=(str(self.desk.ledger), os.getpid()), daemon=True
            )
            self._weigher.start()
        self._thread = threading.Thread(target=self._run, name="upkeep", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End after the step at hand."""
        self._stop.set()
        if self._weigher:
            self._weigher.terminate()
            self._weigher.join(timeout=60)
        if self._thread:
            self._thread.join(timeout=60)

    def _run(self) -> None:
        self.count()
        while not self._stop.wait(EVERY):
            self.count()

    def count(self) -> None:
        """Count what came since the last time."""
        fresh = self.tallies.update(self.desk.hands().store.db)
        if fresh or not self.counted:
            self.counted = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


EVERY = 2.0
"""Seconds between two looks for new articles."""


def waiting(hands: Hands) -> int:
    """Return how many articles were kept and not weighed yet."""
    query = "SELECT (SELECT coalesce(max(id), 0) FROM article) - (SELECT coalesce(max(article), 0) FROM weighed)"
    return max(0, int(hands.store.db.execute(query).fetchone()[0]))
