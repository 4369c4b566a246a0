"""GeoNames' places from its country dumps (XX.txt, allCountries.txt) and its table of alternate names.

Layouts: https://download.geonames.org/export/dump/readme.txt. Data: GeoNames, CC BY 4.0.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.resolve.building.dump import Tally, lines
from sayso.resolve.building.names import LISTED, dumps, usual, without_office
from sayso.resolve.building.row import Row

CELLS = 19
"""Columns of a row."""
NAME_CELLS = (8, 10)
"""Columns of a row of alternate names, in the old table and in V2."""
CODE = re.compile(r"[A-Z0-9]{2,4}")
"""An airport's or a car plate's code among the names."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
AREAS = frozenset({"province", "district"})
Names = dict[int, list[tuple[str, str]]]


@dataclass
class Found:
    """A place with its codes of admin areas, before all rows are known, and the day it was last changed."""

    row: Row
    code: str
    admin: str
    changed: str


def places(path: Path, tally: Tally, wanted: Callable[[str], bool]) -> Iterator[Found]:
    """Yield the places of a dump that lie in a wanted country and are of a kind that reports name.

    Raises:
        SaysoError: as ``lines`` does.
    """
    for n, line in enumerate(lines(path), start=1):
        cells = line.split("\t")
        if trouble := _trouble(cells):
            tally.bad(n, trouble)
            continue
        tally.good()
        if cells[7] in dumps().features and len(cells[8]) == 2 and wanted(cells[8]):
            yield _found(cells)


def _found(cells: list[str]) -> Found:
    number, name, plain, others, lat, lon = cells[:6]
    feature = dumps().features[cells[7]]
    names = {name, plain, *(n for n in others.split(",") if not CODE.fullmatch(n))} - {""}
    row = Row(
        f"geonames:{number}", usual([(LISTED, name)], plain) or plain or name, feature.kind, cells[8], float(lat), float(lon),
        int(cells[14] or 0), "", names, feature.radius,
    )  # fmt: skip
    return Found(row, cells[7], f"{cells[8]}.{cells[10]}", cells[18])


def joined(found: list[Found], names: Names) -> list[Row]:
    """Return the rows, each in its first-level area, under its alternate names too, named as most languages have it."""
    provinces = {f.admin: f.row.source for f in found if f.code == "ADM1"}
    for f in found:
        row = f.row
        row.province = provinces.get(f.admin, "") if f.code != "ADM1" else ""
        told = names.get(int(row.source.partition(":")[2]), [])
        if told:
            row.names |= {n for _, n in told}
            row.name = usual([(LISTED, row.name), *told], row.name) or row.name
        if row.kind in AREAS:
            row.names |= {without_office(n) for n in row.names}
    return [f.row for f in found]


def alternate_names(path: Path, tally: Tally, numbers: set[int]) -> Names:
    """Return the names of the places with these numbers with their languages; links and codes are left out.

    Raises:
        SaysoError: as ``lines`` does.
    """
    found: Names = {}
    not_names = frozenset(dumps().no_names)
    for n, line in enumerate(lines(path), start=1):
        cells = line.split("\t")
        if len(cells) not in NAME_CELLS or not (cells[0].isdigit() and cells[1].isdigit()):
            tally.bad(n, "not a row of alternate names")
            continue
        tally.good()
        if int(cells[1]) in numbers and cells[2] not in not_names and cells[3]:
            found.setdefault(int(cells[1]), []).append((cells[2], cells[3]))
    return found


def _trouble(cells: list[str]) -> str:
    """Return what is wrong with a row; "" when nothing is."""
    if len(cells) != CELLS:
        return f"{len(cells)} columns, not {CELLS}"
    try:
        on_earth = abs(float(cells[4])) <= 90 and abs(float(cells[5])) <= 180
        people = int(cells[14] or 0)
    except ValueError:
        return "latitude, longitude or population is no number"
    if cells[18] and not DAY.fullmatch(cells[18]):
        return "no day of a change in the last column"
    return "" if on_earth and people >= 0 and cells[0].isdigit() else "no number of a place, or a point off the Earth"
