"""GeoNames' rows: which are taken, what is read from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.resolve.building.by_hand import GEONAMES, dump, geonames_row

from sayso.resolve.building import geonames
from sayso.resolve.building.dump import Tally
from sayso.resolve.building.row import Row


def read(path: Path, names: geonames.Names | None = None) -> dict[str, Row]:
    found = list(geonames.places(path, Tally(path), bool))
    return {r.name: r for r in geonames.joined(found, names or {})}


def test_kinds_provinces_and_names(tmp_path: Path) -> None:
    rows = read(dump(tmp_path, *GEONAMES))
    assert {r.kind for r in rows.values()} == {"province", "town", "base"}
    village = rows["Qyrlisht i Eperm"]
    assert village.province == "geonames:990000001"
    assert "Горње Чурлиште" in village.names
    assert "QYR" not in village.names  # a code
    assert rows["Testova Air Base"].radius == 5


def test_other_names_come_with_their_language_and_choose_the_usual_one(tmp_path: Path) -> None:
    told = {990_000_003: [("en", "Camp North"), ("fr", "Camp North"), ("de", "Camp North")]}
    assert "Camp North" in read(dump(tmp_path, *GEONAMES), told)


@pytest.mark.parametrize(
    "row", ["", "a\tb", geonames_row(1, "X", "PPL").replace("21.1", "east"), geonames_row(1, "X", "PPL", lat=91)]
)
def test_a_broken_row_is_counted(row: str, tmp_path: Path) -> None:
    tally = Tally(tmp_path)
    path = dump(tmp_path, row, *GEONAMES)
    list(geonames.places(path, tally, bool))
    assert (tally.broken, tally.read) == (1, len(GEONAMES))
