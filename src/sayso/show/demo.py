"""The first five minutes: reads the shipped sample into a ledger, shows the seed story's claims, says what to try next."""

from __future__ import annotations

import sys
from importlib.resources import as_file, files
from pathlib import Path

from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import Query
from sayso.model.article import Supplied
from sayso.pipeline import keep
from sayso.read import captures
from sayso.show import progress, terminal
from sayso.show.commands import summary

SEED = "US-Russian Tensions Grow"

NEXT = """
Try next (BIN is {bin}):

  BIN/sayso claims --ledger {ledger} --said-by "US official"          who says US forces increased surveillance
  BIN/sayso claims --ledger {ledger} --certainty possible             rumours, maybes, allegations
  BIN/sayso claims --ledger {ledger} --kind air-drone-strike --csv    rows for a spreadsheet
  BIN/sayso claims --ledger {ledger} --near 35.33,40.14,50            within 50 km of Deir ez-Zor
  BIN/sayso show {claim} --ledger {ledger}          one claim in its paragraph, with every rule
  BIN/sayso articles --ledger {ledger}
  BIN/sayso verify --ledger {ledger}
  BIN/sayso serve --ledger {ledger}                                   the desk: look, check and decide in a browser
  BIN/sayso read YOUR-ARTICLE.txt                                     your own, nothing kept
"""


def main(ledger: str) -> int:
    """Fill ``ledger`` from the sample (a second time adds nothing) and print what it holds of the seed story."""
    Path(ledger).parent.mkdir(parents=True, exist_ok=True)
    store = SqliteStore(ledger)
    try:
        with as_file(files("sayso.show") / "sample") as folder:
            sources = [str(folder / "seed-deir-ezzor.txt"), str(folder / "governments.jsonl")]
            total = sum(1 for _ in captures(sources, supplied=Supplied(), stdin=None))
            with progress.bar(total, quiet=False) as step:
                tally = keep.keep(captures(sources, supplied=Supplied(), stdin=None), store, 1, step)
        _tell(store, ledger, summary(tally, ledger))
    finally:
        store.close()
    return 0


def _tell(store: SqliteStore, ledger: str, done: str) -> None:
    out = terminal.console()
    seed = store.articles(Query(text=SEED, limit=1)).rows[0]
    reading = store.reading(seed.id)
    assert reading is not None
    terminal.reading(out, reading)
    out.print(done)
    first = reading.claims[0].id if reading.claims else seed.id
    out.print(NEXT.format(bin=Path(sys.executable).parent, ledger=ledger, claim=first))
