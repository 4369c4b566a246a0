"""Writes an export: from the ledger's claims, page by page, to a file with its manifest or to standard output."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import ClaimRow, Query
from sayso.model.article import Article
from sayso.model.problem import SaysoError
from sayso.show.exports import geojson, kml, table
from sayso.show.exports.admit import barring, reason, reasons
from sayso.show.exports.holding import Holding, holding
from sayso.show.exports.manifest import UNVERIFIED, Count, manifest
from sayso.show.exports.told import Told

DONE, NOTHING = 0, 1
AT_ONCE = 500
STDOUT = "-"
SUFFIX = ".manifest.json"


def export(
    form: str,
    ledger: str,
    query: Query,
    *,
    output: str,
    paper: str,
    profile: str,
    asked: Collection[str],
    force: bool,
    now: datetime | None = None,
) -> int:
    """Write the claims that the query finds in a format; return 0, or 1 when none was written.

    ``paper`` is where the manifest goes; "" puts it beside the output, or leaves it out where that is standard output.
    ``asked`` are options that let in claims which else are left out: "incomplete", "unasserted". ``now`` is UTC.

    Raises:
        SaysoError: when a file is there already (without ``force``) or can't be written, or there is no ledger.
    """  # fmt: skip
    store = SqliteStore(ledger, create=False)
    try:
        paper = paper or ("" if output == STDOUT else output + SUFFIX)
        _free(output, paper, force=force)
        held, count = holding(profile, now or datetime.now(UTC)), Count()
        with _opened(output) as out:
            _write(form, out, _told(store, form, query, held, count, asked=asked))
        if paper:
            told = manifest(
                form, query, held, count, asked=asked,
                ledger={"file": Path(ledger).name, "log_head": store.head(), "articles": store.size()[0], "claims": store.size()[1]},
                file=_file(output),
            )  # fmt: skip
            with _opened(paper) as out:
                out.write(told)
    finally:
        store.close()
    says = sys.stderr if output == STDOUT else sys.stdout
    says.write(summary(form, count, output, paper))
    return DONE if count.written else NOTHING


def _write(form: str, out: TextIO, claims: Iterator[Told]) -> None:
    if form == geojson.FORM:
        geojson.write(out, claims)
    elif form == kml.FORM:
        kml.write(out, claims)
    else:
        table.write(out, form, claims)


def _told(
    store: SqliteStore, form: str, query: Query, held: Holding, count: Count, *, asked: Collection[str]
) -> Iterator[Told]:
    """Yield the claims that go into the format, counting all; memory holds one page and one article."""
    leaves_out = barring(form, query, asked)
    article: Article | None = None
    for row in _rows(store, query):
        if (happening := row.claim.happening) is None:
            count.stateless += 1
            continue
        if article is None or article.id != row.article.id:
            article = store.article(row.article.id)
            assert article is not None
        t = Told(row, article, happening, held)
        if why := reason(t, form, leaves_out):
            count.left_out[why] += 1
            continue
        count.written += 1
        count.coarse += t.ground is not None and t.ground.relation == "coarsened"
        count.withheld += bool(t.withheld)
        yield t


def _rows(store: SqliteStore, query: Query) -> Iterator[ClaimRow]:
    after: int | None = query.after
    while after is not None:
        page = store.claims(replace(query, after=after, limit=AT_ONCE))
        yield from page.rows
        after = page.next_after


def _free(output: str, paper: str, *, force: bool) -> None:
    """Refuse to write over what is there.

    Raises:
        SaysoError: when a file is there, or the two are one.
    """
    wanted = [p for p in (output, paper) if p and p != STDOUT]
    if output == paper:
        raise SaysoError("the export and its manifest can't go to the same place")
    for path in wanted:
        if Path(path).is_dir():
            raise SaysoError(f"{path} is a folder: name a file")
        if not force and Path(path).exists():
            raise SaysoError(f"{path} is there already: name another file, or say --force to write over it")


@contextmanager
def _opened(path: str) -> Iterator[TextIO]:
    """Open standard output, or a file that is there under its name only once it is whole.

    Raises:
        SaysoError: when it can't be written.
    """
    if path == STDOUT:
        yield sys.stdout
        return
    part = Path(f"{path}.{os.getpid()}.part")
    try:
        with part.open("x", encoding="utf-8", errors="replace", newline="") as out:
            yield out
        part.replace(path)
    except OSError as error:
        raise SaysoError(f"{path} can't be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


def _file(output: str) -> dict[str, Any]:
    """Return name, size and SHA-256 of what was written; nothing of standard output."""
    if output == STDOUT:
        return {"name": STDOUT}
    with Path(output).open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"name": Path(output).name, "bytes": Path(output).stat().st_size, "sha256": digest}


def summary(form: str, count: Count, output: str, paper: str) -> str:
    """Return what was done, in a few lines."""
    left = sum(count.left_out.values())
    why = ", ".join(f"{n} {r}" for r, n in sorted(count.left_out.items(), key=lambda x: (-x[1], x[0])))
    lifted = {reasons()[r].lifted_by for r in count.left_out}
    lines = [f"{form}: {count.written} of {count.found} claims written" + ("" if output == STDOUT else f" to {output}")]
    lines += [f"{count.stateless} state no happening"] if count.stateless else []
    lines += [f"{left} left out: {why}"] if left else []
    lines += [f"  {how}" for option, how in LIFTING.items() if option in lifted]
    lines += [UNVERIFIED, f"what the columns mean: {paper}" if paper else "what the columns mean: --manifest FILE"]
    return "".join(f"{line}\n" for line in lines)


LIFTING = {
    "incomplete": "--incomplete writes those without a day, place, code or the like; these cells stay empty",
    "unasserted": "--unasserted writes those that are denied, to come or merely possible",
    "profile": "--profile own writes those too fresh to publish",
}
