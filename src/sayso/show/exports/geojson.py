"""GeoJSON (RFC 7946): one feature a claim; the area of doubt as a polygon, no geometry where no place was found."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from sayso.show.exports.area import polygons
from sayso.show.exports.sheets import cells, columns, sheet
from sayso.show.exports.told import STATUS, Told

FORM = "geojson"
POINT_KM = 1.0
"""Up to this radius a place is drawn as a point."""


def write(out: TextIO, claims: Iterable[Told]) -> None:
    """Write one FeatureCollection, a feature a line; what its features are stands before them."""
    about = {"status": STATUS, "rows": sheet(FORM).rows}
    out.write(f'{{"type": "FeatureCollection", "sayso": {line(about)}, "features": [')
    out.writelines(("," if n else "") + "\n" + line(feature(t)) for n, t in enumerate(claims))
    out.write("\n]}\n")


def line(value: object) -> str:
    """Return a value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def feature(t: Told) -> dict[str, Any]:
    """Return one claim; properties without a value are left out."""
    found = cells(FORM, t)
    properties = {c.name: v for c in columns(FORM) if c.source and (v := found[c.source]) not in {"", None}}
    return {"type": "Feature", "id": t.claim.id, "geometry": geometry(t), "properties": properties}


def geometry(t: Told) -> dict[str, Any] | None:
    """Return the shape of a place, longitude first; None where there is none, or nobody can say how large it is."""
    g = t.ground
    if g is None or g.radius is None:
        return None
    if g.radius <= POINT_KM:
        return {"type": "Point", "coordinates": [g.lon, g.lat]}
    shapes = [[[list(p) for p in ring] for ring in polygon] for polygon in polygons(t)]
    if len(shapes) == 1:
        return {"type": "Polygon", "coordinates": shapes[0]}
    return {"type": "MultiPolygon", "coordinates": shapes}
