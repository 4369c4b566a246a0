"""Publishes a dossier to disk: a folder or a zip of pages, a document, or both; files are there under their names only when whole."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from sayso.ledger.reviews import Reviews
from sayso.ledger.sqlite import SqliteStore
from sayso.model.problem import SaysoError
from sayso.model.review import Dossier
from sayso.pipeline.weighing import Weighing
from sayso.show.dossier import index, site
from sayso.show.dossier.document import written
from sayso.show.dossier.gather import gathered, publishing
from sayso.show.dossier.shown import Published
from sayso.show.plain import clean

DONE, NOTHING = 0, 1
ZIP = ".zip"


def publish(
    ledger: str, key: str, *, out: str, document: str, profile: str, force: bool, now: datetime | None = None
) -> int:
    """Publish the dossier of that id, or list the ledger's dossiers when none is named; return 0, or 1 when there is none to list.

    ``now`` is UTC.

    Raises:
        SaysoError: when there is no such dossier or ledger, nothing says where to, or a file is there already or can't be written.
    """
    store = SqliteStore(ledger, create=False)
    try:
        if not key:
            return listing(Reviews(store.db).dossiers())
        if not out and not document:
            raise SaysoError("say where to: --out DIR, --out FILE.zip or --document FILE.html")
        found = _named(Reviews(store.db), key)
        Weighing(store).catch_up()
        p = gathered(store, found, profile=profile, now=now or datetime.now(UTC))
    finally:
        store.close()
    made = _made(p, out, document)
    _free(made, force=force)
    for path, data in made.items():
        _write(path, data)
    sys.stdout.write(summary(p, [*dict.fromkeys(x for x in (out, document) if x)]))
    return DONE


def listing(found: list[Dossier]) -> int:
    """Print the dossiers of a ledger, one a line."""
    for d in found:
        sys.stdout.write(f"{clean(d.id)}\tversion {d.version}\t{clean(d.title)}\t{clean(d.who)}, {d.at[:10]}\n")
    if not found:
        sys.stderr.write("the ledger has no dossiers: they are made at the desk\n")
    return DONE if found else NOTHING


def _named(reviews: Reviews, key: str) -> Dossier:
    found = reviews.dossier(key)
    if found is None:
        raise SaysoError(f"no dossier is called {key!r}: `sayso publish` without an id lists them")
    return found


def _made(p: Published, out: str, document: str) -> dict[Path, bytes]:
    """Return every file that is to be written."""
    made: dict[Path, bytes] = {}
    if out:
        files = site.files(p)
        zipped = out.lower().endswith(ZIP)
        made = {Path(out): site.packed(files)} if zipped else {Path(out) / name: data for name, data in files.items()}
    if document:
        if Path(document) in made:
            raise SaysoError("the pages and the document can't go to the same place")
        made[Path(document)] = written(p).encode()
    return made


def _free(made: dict[Path, bytes], *, force: bool) -> None:
    """Refuse to write over what is there.

    Raises:
        SaysoError: when a file is there (without ``force``), or a folder where a file is to be.
    """
    for path in made:
        if path.is_dir():
            raise SaysoError(f"{path} is a folder: name a file")
        if not force and path.exists():
            raise SaysoError(f"{path} is there already: name another place, or say --force to write over it")


def _write(path: Path, data: bytes) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_bytes(data)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise SaysoError(f"{path} can't be written: {error.strerror or error}") from error


def summary(p: Published, places: list[str]) -> str:
    """Return what was published where, and what was held back, in a few lines."""
    counts = f"{len(p.claims)} claims, {len(p.happenings)} happenings, {len(p.articles)} articles"
    lines = [
        f"{p.title}: {counts}, published to {' and '.join(places)}",
        publishing().marks[p.profile],
        index.held(p.held),
    ]
    missing = [f"not shown: {x.kind} {x.ref}: {x.missing}" for x in p.parts if x.missing]
    return "".join(f"{line}\n" for line in [*lines, *missing])
