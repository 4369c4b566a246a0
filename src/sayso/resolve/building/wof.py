"""Who's On First's places from tables with one row a place, as its SQLite distributions are often boiled down to.

The columns: wof_id, geonameid, wikidata, cc, type, name_en, lat, lon, population, region_id, county_id, src, names (language:name
divided by bars). Data: Who's On First, CC0 and CC BY by source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from sayso.resolve.building.dump import Tally, lines
from sayso.resolve.building.names import LISTED, OURS, dumps, latin, usual, without_office
from sayso.resolve.building.row import Row

HEADER = "wof_id\t"
CELLS = 13
"""Columns of a row."""


def places(path: Path, tally: Tally, wanted: Callable[[str], bool], ids: dict[str, str]) -> Iterator[Row]:
    """Yield every place of a table that lies in a wanted country; broken rows are counted in ``tally``.

    ``ids`` is filled with the source id that each number of Who's On First goes under.

    Raises:
        SaysoError: as ``lines`` does.
    """
    for n, line in enumerate(lines(path), start=1):
        if line.startswith(HEADER):
            continue
        cells = line.split("\t")
        if trouble := _trouble(cells):
            tally.bad(n, trouble)
            continue
        tally.good()
        if wanted(cells[3]) and dumps().placetypes.get(cells[4], "country") != "country":
            found = place(cells, {}, spelled(cells[-1]) | {cells[5]})
            if found is not None:
                ids[f"wof:{cells[0]}"] = found.source
                yield found


def spelled(names: str) -> set[str]:
    """Return the names of a row's last column."""
    return {n.split(":", 1)[1].rsplit(":", 1)[-1] for n in names.split("|") if ":" in n}


def place(cells: list[str], english: dict[str, str], names: set[str]) -> Row | None:
    """Return one row under the names given; None when there are none. ``english`` are GeoNames' own names by its numbers."""
    wof_id, geonames, _, country, kind, name, lat, lon, people, region, _, _, column = cells
    good = {n for n in names if n}
    if not good:
        return None
    if kind != "locality":
        good |= {without_office(n) for n in good}
    source = f"geonames:{geonames}" if geonames.isdigit() else f"wof:{wof_id}"
    spoken = [(n.split(":", 1)[0], n.split(":", 1)[1]) for n in column.split("|") if ":" in n]
    if geonames in english and not any(language in OURS and n for language, n in spoken):
        spoken.append((LISTED, english[geonames]))
    shown = usual(spoken, name) or min(good, key=lambda n: (not latin(n), n))
    kinds = dumps().placetypes
    return Row(
        source, shown, kinds[kind], country, float(lat), float(lon), max(0, int(people or 0)), f"wof:{region}", good
    )


def _trouble(cells: list[str]) -> str:
    """Return what is wrong with a row; "" when nothing is."""
    if len(cells) != CELLS:
        return f"{len(cells)} columns, not {CELLS}"
    try:
        on_earth = abs(float(cells[6])) <= 90 and abs(float(cells[7])) <= 180
        int(cells[8] or 0)
    except ValueError:
        return "latitude, longitude or population is no number"
    return "" if on_earth and cells[0].isdigit() else "no number of a place, or a point off the Earth"
