"""Builds the outlines of countries, provinces and districts (src/sayso/resolve/data/outlines.sqlite), coarse enough to stay small.

    python -m train.outlines --wof DIR --earth DIR

``--wof`` and ``--earth`` as for ``train.gazetteer``. Countries, and provinces of nine large ones, are Natural Earth's (public domain);
provinces and districts of the countries in ``--wof`` are Who's On First's (CC0 and CC BY). The same input gives the same file.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from train.natural_earth import features

from sayso.resolve.building.dump import lines
from sayso.resolve.building.outlines import Area, write

OUT = Path(__file__).parent.parent / "src" / "sayso" / "resolve" / "data" / "outlines.sqlite"
KINDS = {"region": "province", "county": "district"}
COARSE = {"country": 0.03, "province": 0.012, "district": 0.008}
"""Degrees that a simplified border may lie off the true one."""
SMALLEST = {"country": 0.01, "province": 0.002, "district": 0.0005}
"""Square degrees under which an island or a hole is left out, unless it is all there is."""
SHARE = 0.002
"""Share of an area under which an island is left out too: a map of doubt needs no rocks."""
LONGEST_SHAPE = 100_000_000
Line = np.ndarray[tuple[int, int], np.dtype[np.float64]]


def thinned(ring: Line, off: float) -> Line:
    """Return a closed ring with fewer points, none of those left out farther than ``off`` from it (Douglas and Peucker)."""
    keep = np.zeros(len(ring), dtype=bool)
    far = int(np.argmax(((ring - ring[0]) ** 2).sum(axis=1)))
    keep[[0, far, len(ring) - 1]] = True
    left = [(0, far), (far, len(ring) - 1)]
    while left:
        a, b = left.pop()
        if b - a < 2:
            continue
        apart = _off_line(ring[a + 1 : b], ring[a], ring[b])
        worst = int(np.argmax(apart))
        if apart[worst] > off:
            keep[a + 1 + worst] = True
            left += [(a, a + 1 + worst), (a + 1 + worst, b)]
    return ring[keep]


def _off_line(points: Line, a: Any, b: Any) -> Any:
    """Return how far points lie from the stretch between two."""
    along = b - a
    length = float(along @ along)
    share = np.clip(((points - a) @ along) / length, 0, 1) if length else np.zeros(len(points))
    gap = points - (a + share[:, None] * along)
    return np.sqrt((gap**2).sum(axis=1))


def rings(geometry: dict[str, Any], kind: str) -> list[list[tuple[float, float]]]:
    """Return the outer rings of a shape, thinned, as (lat, lon), largest first; holes are left out."""
    shapes = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    found = []
    for shape in shapes:
        ring = np.array([p[:2] for p in shape[0]], dtype=float)
        found.append((_area(ring), thinned(ring, COARSE[kind])))
    found.sort(key=lambda pair: -pair[0])
    least = max(SMALLEST[kind], SHARE * sum(size for size, _ in found))
    kept = [ring for size, ring in found if size >= least] or [found[0][1]]
    return [[(float(y), float(x)) for x, y in ring[:-1]] for ring in kept if len(ring) > 3]


def _area(ring: Line) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return abs(float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum())) / 2


def countries(path: Path) -> Iterator[Area]:
    """Yield the world's countries by ISO code."""
    for f in features(path):
        p = f["properties"]
        given = (p[k] for k in ("iso_a2_eh", "iso_a2", "wb_a2") if p.get(k, "-99") != "-99")
        code = next(given, "") or p["adm0_a3"][:2]
        yield Area(f"country:{code}", "country", rings(f["geometry"], "country"))


def states(path: Path, known: frozenset[str]) -> Iterator[Area]:
    """Yield the provinces of nine large countries by their GeoNames number."""
    for f in features(path):
        p = f["properties"]
        if p.get("gn_id") and int(p["gn_id"]) > 0 and p["iso_a2"] not in known:
            yield Area(f"geonames:{int(p['gn_id'])}", "province", rings(f["geometry"], "province"))


def areas(folder: Path) -> Iterator[Area]:
    """Yield provinces and districts of Who's On First under the ids that the gazetteer has them by."""
    ids = {}
    for path in sorted(folder.glob("??.tsv.zst")):
        for cells in (line.split("\t") for line in lines(path)):
            if len(cells) > 4 and cells[4] in KINDS:
                ids[cells[0]] = f"geonames:{cells[1]}" if cells[1].isdigit() else f"wof:{cells[0]}"
    for line in lines(folder / "wof_admin_polys.geojsonl.zst", LONGEST_SHAPE):
        f = json.loads(line)
        number, kind = str(f.get("id") or f["properties"].get("id")), KINDS.get(f["properties"]["type"])
        if kind and number in ids:
            yield Area(ids[number], kind, rings(f["geometry"], kind))


def main() -> None:
    """Build the file and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wof", type=Path, required=True)
    parser.add_argument("--earth", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    a = parser.parse_args()
    known = frozenset(path.name[:2].upper() for path in a.wof.glob("??.tsv.zst"))
    found = {
        area.id: area
        for area in (
            *countries(a.earth / "ne_50m_admin_0_countries.json.xz"),
            *states(a.earth / "ne_50m_admin_1_states_provinces.json.xz", known),
            *areas(a.wof),
        )
        if area.rings
    }
    write(a.out, sorted(found.values(), key=lambda area: area.id))
    print(f"{len(found)} outlines, {a.out.stat().st_size / 1e6:.1f} MB: {a.out}")


if __name__ == "__main__":
    main()
