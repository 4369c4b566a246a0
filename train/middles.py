"""Finds the middles of large provinces: where the gazetteer's point lies on an island or at the coast, far from the middle of the land.

    python -m train.middles [--shared DIR]

Natural Earth (public domain) has outlines of the provinces of the largest countries. Where the centre of a province's largest part lies further
than ``FAR_KM`` from the gazetteer's point of the same name and country, ``vocab/places/middles.yaml`` takes it. The same layers give the same file.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from train.basemap import layer, middle

from sayso.resolve.gazetteer import named
from sayso.resolve.placekeys import key
from sayso.resolve.relations import distance

OUT = Path(__file__).parent.parent / "src" / "sayso" / "vocab" / "places" / "middles.yaml"
FAR_KM = 100.0
HEAD = """# Middles of provinces whose gazetteer point lies far from them: GeoNames number: [latitude, longitude]. Centres of
# the largest part of Natural Earth's outlines (public domain); found by train/middles.py, for provinces of the same name and country.
middles:
"""


def found(shared: Path) -> Iterator[tuple[int, float, float, str]]:
    """Yield the GeoNames number, point and name of each province whose middle is taken."""
    for f in layer(shared, "ne_50m_admin_1_states_provinces"):
        p = f["properties"]
        lon, lat = middle(f)
        for known in named(key(p["name"] or "")):
            same = known.kind == "province" and known.country == p["iso_a2"] and known.id.startswith("geonames:")
            if same and distance((known.lat, known.lon), (lat, lon)) > FAR_KM:
                yield int(known.id.partition(":")[2]), round(lat, 2), round(lon, 2), known.name
                break


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    OUT.write_text(HEAD.replace("middles:\n", "middles: {}\n"), encoding="utf-8")
    rows = sorted({r[0]: r for r in found(parser.parse_args().shared)}.values())
    lines = [f'  "{number}": [{lat}, {lon}] # {name}\n' for number, lat, lon, name in rows]
    OUT.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} provinces")


if __name__ == "__main__":
    main()
