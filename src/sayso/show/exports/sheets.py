"""The formats: which there are, the sheet of columns of each, and the cells a claim has for it."""

from __future__ import annotations

from collections.abc import Callable

from sayso.show.exports import acled, plover, told, ucdp
from sayso.show.exports.told import Cells, Told
from sayso.vocab.loader import load
from sayso.vocab.shapes.exports import Column, Ours, Sheet

TABLES: dict[str, Callable[[Told], Cells]] = {"acled": acled.cells, "ucdp": ucdp.cells, "plover": plover.cells}
MAPS = ("geojson", "kml")


def sheet(form: str) -> Sheet:
    """Return the sheet of a format."""
    found: Sheet = load(f"exports/{'map' if form in MAPS else form}", Sheet)
    return found


def columns(form: str) -> list[Column]:
    """Return the columns of a format in order: its own, and for tables those that say what a row stands on."""
    own = sheet(form).columns
    return own if form in MAPS else own + load("exports/ours", Ours).columns


def cells(form: str, t: Told) -> Cells:
    """Return every value that the columns of a format may name as their source."""
    shared = told.cells(t)
    return shared | TABLES[form](t) if form in TABLES else shared
