"""Tables: claims as CSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from sayso.show.exports.sheets import cells, columns
from sayso.show.exports.told import Told
from sayso.show.plain import cell


def write(out: TextIO, form: str, claims: Iterable[Told]) -> None:
    """Write a header and a row a claim; a cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    sheet = columns(form)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([c.name for c in sheet])
    for t in claims:
        found = cells(form, t)
        writer.writerow([cell(found[c.source]) if c.source else "" for c in sheet])
