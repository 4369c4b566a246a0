"""Builds one pack of places from dumps of GeoNames or Who's On First that a user has."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sayso.model.problem import SaysoError
from sayso.resolve.building import geonames, wof
from sayso.resolve.building.dump import Tally, lines
from sayso.resolve.building.pages import write
from sayso.resolve.building.row import Row, bones, merged, spellings
from sayso.resolve.gazetteer import shipped
from sayso.resolve.packs import A_PACK
from sayso.resolve.placekeys import key

GEONAMES, WHOS_ON_FIRST = "GeoNames", "Who's On First"
LICENCES = {
    GEONAMES: "CC BY 4.0, https://www.geonames.org",
    WHOS_ON_FIRST: "CC0 and CC BY by source, https://whosonfirst.org/docs/licenses/",
}
MOST = 1_000_000
"""Places in one pack: more than most countries have, and what a laptop's memory holds (2 GB)."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Built:
    """A pack that was built, and how many rows of its dumps were broken and left out, with the first one of each dump."""

    path: Path
    places: int
    size: int
    countries: tuple[str, ...]
    broken: tuple[tuple[str, int, str], ...]


def build(
    dumps: Sequence[Path], out: Path, *, countries: frozenset[str] = frozenset(), names: Path | None = None
) -> Built:
    """Build a pack from dumps, of some countries (ISO codes; none: all in them), with GeoNames' table of alternate names.

    The same dumps give the same bytes. Nothing stands under ``out`` before it is whole.

    Raises:
        SaysoError: when a dump is missing, cut off, garbled or no dump, holds no place of these countries or too many, or the
            pack can't be written.
    """
    tallies: list[Tally] = []
    sources: dict[str, None] = {}
    rows: list[Row] = []
    listed: list[geonames.Found] = []
    ids: dict[str, str] = {}
    wanted = countries.__contains__ if countries else bool
    for path in dumps:
        tallies.append(tally := Tally(path))
        sources[source := kind_of(path)] = None
        if source == GEONAMES:
            listed += _bounded(geonames.places(path, tally, wanted), len(rows) + len(listed))
        else:
            rows += _bounded(wof.places(path, tally, wanted, ids), len(rows) + len(listed))
        tally.check()
    told = _alternate_names(names, listed, tallies)
    rows = merged([*geonames.joined(listed, told), *rows])
    if not rows:
        raise SaysoError("no place of these countries in the dumps" if countries else "no place in the dumps")
    about = _about(rows, sources, max((f.changed for f in listed), default=""), [*dumps, *([names] if names else [])])
    _write(out, rows, ids, about)
    broken = tuple((str(t.path), t.broken, t.first) for t in tallies if t.broken)
    return Built(out, len(rows), out.stat().st_size, tuple(about["countries"].split()), broken)


def kind_of(path: Path) -> str:
    """Return whose dump a file is, by the shape of its first row.

    Raises:
        SaysoError: when it is none, or a table of alternate names.
    """
    first = next(lines(path), "")
    if first.startswith(wof.HEADER):
        return WHOS_ON_FIRST
    size = len(first.split("\t"))
    if size == geonames.CELLS:
        return GEONAMES
    if size in geonames.NAME_CELLS:
        raise SaysoError(f"{path}: this looks like GeoNames' alternate names: give them with --names")
    raise SaysoError(
        f"{path}: not a dump that Sayso knows: neither GeoNames ({geonames.CELLS} columns) nor Who's On First (a table that begins with wof_id)"
    )


def _bounded(rows: Iterable[T], before: int) -> Iterator[T]:
    for n, row in enumerate(rows, start=before):
        if n >= MOST:
            raise SaysoError(f"more than {MOST:,} places: name the countries that are wanted with --country")
        yield row


def _alternate_names(path: Path | None, listed: list[geonames.Found], tallies: list[Tally]) -> geonames.Names:
    if path is None:
        return {}
    if not listed:
        raise SaysoError(f"{path}: alternate names go with a dump of GeoNames, and none was given")
    tallies.append(tally := Tally(path))
    found = geonames.alternate_names(path, tally, {int(f.row.source.partition(":")[2]) for f in listed})
    tally.check()
    return found


def _write(out: Path, rows: list[Row], ids: dict[str, str], about: dict[str, str]) -> None:
    assert len(rows) < A_PACK
    place = {r.source: n for n, r in enumerate(rows, start=1)}
    numbers = place | {ident: place[source] for ident, source in ids.items() if source in place}
    twins = {r.source: twin for r in rows if (twin := _twin(r))}
    try:
        write(out, rows, spellings(rows), bones(rows), numbers, about=about, twins=twins)
    except OSError as error:
        raise SaysoError(f"{out} can't be written: {error.strerror or error}") from error
    except sqlite3.Error as error:  # a full disk, as SQLite tells it
        raise SaysoError(f"{out} can't be written: {error}") from error


def _twin(row: Row) -> str:
    """Return the key under which the shipped core has the same place; "" when it hasn't."""
    first = key(row.name)
    others = sorted({key(n) for n in row.names} - {first, ""}) if row.kind in geonames.AREAS else []
    return next((k for k in (first, *others) if any(p.id == row.source for p in shipped(k))), "")


def _about(rows: list[Row], sources: dict[str, None], newest: str, paths: Sequence[Path]) -> dict[str, str]:
    return {
        "places": str(len(rows)), "countries": " ".join(sorted({r.country for r in rows})), "source": ", ".join(sources),
        "licence": "; ".join(f"{s}: {LICENCES[s]}" for s in sources), "newest": newest,
        "inputs": json.dumps([_input(p) for p in paths]),
    }  # fmt: skip


def _input(path: Path) -> dict[str, str | int]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"name": path.name, "bytes": path.stat().st_size, "sha256": digest}
