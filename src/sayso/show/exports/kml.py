"""KML 2.2: one placemark a claim with its time span; the area of doubt as a polygon, no geometry where no place was found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TextIO
from xml.sax.saxutils import escape

from sayso.show.exports.area import polygons
from sayso.show.exports.circle import Ring
from sayso.show.exports.geojson import POINT_KM
from sayso.show.exports.sheets import cells, columns, sheet
from sayso.show.exports.told import STATUS, Told

FORM = "kml"
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold."""
OPENING = """<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2">
<Document>
<name>{title}</name>
<description>{about}</description>
<Style id="said"><LineStyle><color>ff1f5fbf</color><width>1.5</width></LineStyle><PolyStyle><color>331f5fbf</color></PolyStyle></Style>
<Style id="doubted"><LineStyle><color>ff808080</color><width>1.5</width></LineStyle><PolyStyle><color>22808080</color></PolyStyle></Style>
"""
CLOSING = "</Document>\n</kml>\n"


def write(out: TextIO, claims: Iterable[Told]) -> None:
    """Write one document with a placemark a claim."""
    own = sheet(FORM)
    out.write(OPENING.format(title=text(f"Sayso: {own.title}"), about=text(f"{STATUS}. {own.rows}")))
    out.writelines(placemark(t) for t in claims)
    out.write(CLOSING)


def text(value: object) -> str:
    """Return a value as text of an element."""
    return escape(NOT_XML.sub("�", str(value)), {'"': "&quot;"})


def placemark(t: Told) -> str:
    """Return one claim, the elements in the order the schema asks for."""
    values = cells(FORM, t)
    firm = (
        t.claim.polarity.value == "positive"
        and t.claim.tense.value != "future"
        and t.claim.certainty.value == "certain"
    )
    data = "".join(
        f'<Data name="{c.name}"><value>{text(v)}</value></Data>'
        for c in columns(FORM) if c.source and (v := values[c.source]) not in {"", None}
    )  # fmt: skip
    return (
        f'<Placemark id="{t.claim.id}">\n<name>{text(values["headline"])}</name>\n'
        f"<description>{text(values['notes'])}</description>\n{span(t)}"
        f"<styleUrl>#{'said' if firm else 'doubted'}</styleUrl>\n"
        f"<ExtendedData>{data}</ExtendedData>\n{geometry(t)}</Placemark>\n"
    )


def span(t: Told) -> str:
    """Return the days of the happening; nothing when it has none."""
    if t.days is None:
        return ""
    first, last = t.days.first.isoformat(), t.days.last.isoformat()
    return f"<TimeSpan><begin>{first}</begin><end>{last}</end></TimeSpan>\n"


def geometry(t: Told) -> str:
    """Return the shape of a place, "" where there is none, or nobody can say how large it is."""
    g = t.ground
    if g is None or g.radius is None:
        return ""
    if g.radius <= POINT_KM:
        return f"<Point><coordinates>{g.lon},{g.lat}</coordinates></Point>\n"
    shapes = [polygon(rings) for rings in polygons(t)]
    return f"<MultiGeometry>{''.join(shapes)}</MultiGeometry>\n" if len(shapes) > 1 else f"{''.join(shapes)}\n"


def polygon(rings: list[Ring]) -> str:
    """Return a polygon: its outer ring, then its holes."""
    bounds = ["outerBoundaryIs", *["innerBoundaryIs"] * (len(rings) - 1)]
    edges = "".join(f"<{b}><LinearRing>{line(r)}</LinearRing></{b}>" for b, r in zip(bounds, rings, strict=True))
    return f"<Polygon>{edges}</Polygon>"


def line(ring: Ring) -> str:
    """Return the points of a ring."""
    return f"<coordinates>{' '.join(f'{x},{y}' for x, y in ring)}</coordinates>"
