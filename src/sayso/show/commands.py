"""What each subcommand does, from its arguments to its exit status."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from sayso.ledger.search import SHORTEST
from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import ArticleRow, ClaimRow, Page, Query
from sayso.model import wire
from sayso.model.article import Article, Refusal, Supplied
from sayso.model.problem import SaysoError
from sayso.pipeline import keep
from sayso.pipeline.run import outcomes
from sayso.pipeline.versions import Versions
from sayso.read import captures
from sayso.show import lines, marked, progress, tables, terminal

DONE, NOTHING, SOME_REFUSED = 0, 1, 3
AT_ONCE = 500
"""Rows fetched at once where all are wanted."""

Row = TypeVar("Row", ArticleRow, ClaimRow)


def read(sources: Sequence[str], supplied: Supplied, *, workers: int, as_json: bool) -> int:
    """Print the reading of each article; return 0, 3 when some could not be read, 1 when none could."""
    out, err = terminal.console(), terminal.console(sys.stderr)
    good = bad = 0
    for outcome in outcomes(captures(sources, supplied=supplied, stdin=sys.stdin.buffer), workers):
        if isinstance(outcome, Refusal):
            bad += 1
            terminal.refusals(err, [outcome])
            continue
        good += 1
        if as_json:
            sys.stdout.write(wire.encode(outcome[1]).decode("utf-8", "replace") + "\n")
        else:
            terminal.reading(out, outcome[1])
    return status(good, bad)


def add(sources: Sequence[str], ledger: str, supplied: Supplied, *, workers: int, quiet: bool) -> int:
    """Keep what the sources hold and say what was done; return as ``read`` does."""
    store = SqliteStore(ledger)
    try:
        bar_shown = not quiet and sys.stderr.isatty()
        total = _count(sources) if bar_shown else None
        with progress.bar(total, quiet=quiet) as step:
            found = captures(sources, supplied=supplied, stdin=sys.stdin.buffer)
            tally = keep.keep(found, store, workers, step)
        newer = Versions(store).catch_up()
    finally:
        store.close()
    terminal.refusals(terminal.console(sys.stderr), tally.shown)
    sys.stdout.write(summary(tally, ledger) + "\n")
    if newer:
        sys.stdout.write(f"{newer} of them captured again at an address kept before: sayso changes\n")
    return status(tally.added + tally.known, tally.refused)


def summary(tally: keep.Tally, ledger: str) -> str:
    """Return what adding did, in words."""
    parts = [f"{tally.added} articles added with {tally.claims} claims"]
    parts += [f"{tally.known} known already and left as they are"] if tally.known else []
    parts += [f"{tally.refused} refused"] if tally.refused else []
    codes = ", ".join(f"{code} × {n}" for code, n in tally.codes)
    return f"{ledger}: {'; '.join(parts)}{f'; problems: {codes}' if codes else ''}"


def _count(sources: Sequence[str]) -> int | None:
    """Return how many captures the sources hold; None for standard input, which can be read only once."""
    if "-" in sources:
        return None
    return sum(1 for _ in captures(sources, supplied=Supplied(), stdin=None))


def status(good: int, bad: int) -> int:
    """Return the exit status after so many articles were read and so many refused."""
    if bad:
        return SOME_REFUSED if good else NOTHING
    return DONE if good else NOTHING


def claims(ledger: str, query: Query, *, as_json: bool, as_csv: bool, everything: bool = False) -> int:
    """List claims, one page or ``everything``; return 0, or 1 when none fits."""
    store = SqliteStore(ledger, create=False)
    try:
        for number, page in enumerate(_pages(store.claims, query, everything=everything)):
            if as_json:
                _print(lines.claim(r) for r in page.rows)
            elif as_csv:
                tables.claims(sys.stdout, page.rows, header=number == 0)
            else:
                homes = {key: _home(store, key) for key in {r.article.id for r in page.rows}}
                terminal.claim_rows(terminal.console(), page.rows, homes)
    finally:
        store.close()
    return _end(page, "claims")


def articles(ledger: str, query: Query, *, as_json: bool, as_csv: bool, everything: bool = False) -> int:
    """List articles, one page or ``everything``; return 0, or 1 when none fits."""
    store = SqliteStore(ledger, create=False)
    try:
        for number, page in enumerate(_pages(store.articles, query, everything=everything)):
            if as_json:
                _print(lines.article(r) for r in page.rows)
            elif as_csv:
                tables.articles(sys.stdout, page.rows, header=number == 0)
            elif page.rows:
                terminal.article_rows(terminal.console(), page.rows)
    finally:
        store.close()
    return _end(page, "articles")


def _pages(ask: Callable[[Query], Page[Row]], query: Query, *, everything: bool) -> Iterator[Page[Row]]:
    """Yield the first page, and with ``everything`` all that follow: memory holds one at a time."""
    if everything:
        query = replace(query, limit=AT_ONCE)
    page = ask(query)
    yield page
    while everything and page.next_after is not None:
        page = ask(replace(query, after=page.next_after))
        yield page


def show(ledger: str, key: str, *, as_json: bool, as_csv: bool) -> int:
    """Show one claim or one article.

    Raises:
        SaysoError: when the ledger holds no such id.
    """
    store = SqliteStore(ledger, create=False)
    try:
        if (found := store.claim(key)) is not None:
            _say_if_gone(store, found[0].article.id)
            return _show_claim(found[0], found[1].article, as_json=as_json, as_csv=as_csv)
        reading = store.reading(key)
        if reading is None:
            hint = f" (give at least {SHORTEST} characters of it)" if len(key) < SHORTEST else ""
            raise SaysoError(f"nothing in {ledger} has an id that begins with {key!r}{hint}")
        _say_if_gone(store, reading.article.id)
        if as_json:
            _print([wire.encode(reading).decode("utf-8", "replace")])
        elif as_csv:
            tables.claims(sys.stdout, store.claims(Query(article=reading.article.id, limit=1_000_000)).rows)
        else:
            terminal.reading(terminal.console(), reading)
    finally:
        store.close()
    return DONE


def _say_if_gone(store: SqliteStore, article: str) -> None:
    """Say on standard error that an article no longer stands."""
    for reason, by in Versions(store).kept.outdated([article]).values():
        sys.stderr.write(f"{article} is {reason} (by {by}): sayso changes {article}\n")


def _show_claim(row: ClaimRow, article: Article, *, as_json: bool, as_csv: bool) -> int:
    if as_json:
        _print([lines.claim(row)])
    elif as_csv:
        tables.claims(sys.stdout, [row])
    else:
        marked.claim(terminal.console(), article, row.claim)
    return DONE


def verify(ledger: str, *, as_json: bool) -> int:
    """Check a ledger; return 0 when whole, 1 when anything is not what it was."""
    store = SqliteStore(ledger, create=False)
    try:
        verdict = store.verify()
    finally:
        store.close()
    if as_json:
        _print([lines.verdict(verdict)])
    else:
        counted = (
            f"{verdict.captures} captures, {verdict.articles} articles, {verdict.claims} claims, {verdict.log} log rows"
        )
        state = "whole" if not verdict.faults else f"{len(verdict.faults)} faults"
        _print([f"{ledger}: {state}; {counted}", f"head of the log: {verdict.head}", *verdict.faults])
    return NOTHING if verdict.faults else DONE


def _home(store: SqliteStore, key: str) -> Article:
    article = store.article(key)
    assert article is not None
    return article


def _print(found: Iterable[str]) -> None:
    for line in found:
        sys.stdout.write(line + "\n")


def _end(page: Page[ClaimRow] | Page[ArticleRow], what: str) -> int:
    """Say on standard error where the list goes on, or that it is empty."""
    if not page.rows:
        sys.stderr.write(f"no {what} fit\n")
        return NOTHING
    if page.next_after is not None:
        sys.stderr.write(
            f"{len(page.rows)} {what} shown; go on with --after {page.next_after}, or ask for more with --limit\n"
        )
    return DONE
