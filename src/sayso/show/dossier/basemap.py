"""The ground of the map: outlines of countries and provinces, capitals and a scale, drawn into a frame; nothing is fetched."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.resolve import gazetteer, outlines, plane
from sayso.resolve.plane import XY, Loop
from sayso.show.dossier.markup import Html, joined, tag
from sayso.show.exports.ground import country_name
from sayso.show.plain import clean

WIDTH = 960.0
TALLEST, FLATTEST = 760.0, 420.0
PAD, LEAST_DEGREES = 0.18, 1.2
"""Share of the frame around what is shown, and degrees it shows at least."""
MARGIN = 24.0
FINE = 0.7
"""Units of the drawing by which points of an outline lie apart at least."""
CORNERS = 3
PROVINCES_UP_TO = 14.0
"""Degrees of a frame in which provinces are drawn."""
NAMED_FROM = 0.025
"""Share of the frame that a country fills to be named."""
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


@dataclass(frozen=True, slots=True)
class View:
    """A frame on the map: its box in degrees, and how it is drawn, north up."""

    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> float:
        """Return units of the drawing for one degree of longitude."""
        return WIDTH / (self.east - self.west)

    @property
    def tall(self) -> float:
        """Return units of the drawing for one degree of latitude: distances are right in the middle of the frame."""
        return self.scale / max(0.1, math.cos(math.radians((self.south + self.north) / 2)))

    @property
    def height(self) -> float:
        """Return the height of the drawing."""
        return (self.north - self.south) * self.tall

    def on(self, lon: float, lat: float) -> XY:
        """Return a point in the drawing, y upwards."""
        return (lon - self.west) * self.scale, (lat - self.south) * self.tall

    @property
    def frame(self) -> Loop:
        """Return the frame with a margin that hides cut edges, counterclockwise."""
        right, top = WIDTH + MARGIN, self.height + MARGIN
        return [(-MARGIN, -MARGIN), (right, -MARGIN), (right, top), (-MARGIN, top)]


def view(boxes: Sequence[Box]) -> View:
    """Return a frame that holds some boxes with room around them, neither too tall nor too flat."""
    west, south = min(b[0] for b in boxes), min(b[1] for b in boxes)
    east, north = max(b[2] for b in boxes), max(b[3] for b in boxes)
    wide = max((east - west) * (1 + 2 * PAD), LEAST_DEGREES)
    tall = max((north - south) * (1 + 2 * PAD), LEAST_DEGREES / 2)
    narrow = max(0.1, math.cos(math.radians((south + north) / 2)))
    wide = max(wide, tall / narrow * WIDTH / TALLEST)
    tall = max(tall, wide * narrow * FLATTEST / WIDTH)
    x, y = (west + east) / 2, (south + north) / 2
    return View(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)


def path(v: View, rings: Iterable[Sequence[tuple[float, float]]]) -> str:
    """Return rings of (longitude, latitude) as an SVG path cut at the frame; "" when nothing of them is inside."""
    return "".join(_drawn(v, loop) for ring in rings if (loop := cut(v, ring)))


def cut(v: View, ring: Sequence[tuple[float, float]]) -> Loop:
    """Return what of a ring lies in the frame, y upwards."""
    loop = [v.on(lon, lat) for lon, lat in (ring[:-1] if ring[0] == ring[-1] else ring)]
    return plane.cut(loop, v.frame)


def _drawn(v: View, loop: Loop) -> str:
    kept: Loop = []
    for p in loop:
        if not kept or math.hypot(p[0] - kept[-1][0], p[1] - kept[-1][1]) >= FINE:
            kept.append(p)
    if len(kept) < CORNERS:
        return ""
    return "M" + "L".join(f"{x:.1f} {v.height - y:.1f}" for x, y in kept) + "Z"


def ground(v: View) -> Html:
    """Return countries, provinces where the frame is small enough, and names."""
    box = (v.south, v.west, v.north, v.east)
    countries = [(i, _rings(i)) for i in outlines.meeting("country", *box)]
    land = [tag("path", d=d, class_="land") for _, rings in countries if (d := path(v, rings))]
    inner = outlines.meeting("province", *box) if v.east - v.west <= PROVINCES_UP_TO else []
    provinces = [tag("path", d=d, class_="province") for i in inner if (d := path(v, _rings(i)))]
    names = [_name(v, i, rings) for i, rings in countries]
    return joined(*land, *provinces, *names, *(_capital(v, i) for i, _ in countries))


def _rings(ident: str) -> list[list[tuple[float, float]]]:
    return [[(lon, lat) for lat, lon in ring] for ring in outlines.outline(ident)]


def _name(v: View, ident: str, rings: Sequence[Sequence[tuple[float, float]]]) -> Html:
    """Return the name of a country in the middle of its largest part in the frame, where that is large enough."""
    parts = [loop for ring in rings if (loop := cut(v, ring))]
    largest = max(parts, key=plane.area, default=[])
    if not largest or plane.area(largest) < NAMED_FROM * WIDTH * v.height:
        return Html()
    x, y = middle(largest)
    x, y = min(max(x, 70.0), WIDTH - 70.0), min(max(y, 20.0), v.height - 20.0)
    name = clean(country_name(ident.removeprefix("country:")))
    return tag("text", name, x=f"{x:.0f}", y=f"{v.height - y:.0f}", text_anchor="middle", class_="country")


def middle(loop: Loop) -> XY:
    """Return the centroid of a loop."""
    pairs = list(zip(loop, [*loop[1:], loop[0]], strict=True))
    cross = [a[0] * b[1] - b[0] * a[1] for a, b in pairs]
    whole = sum(cross) * 3 or 1.0
    x = sum((a[0] + b[0]) * c for (a, b), c in zip(pairs, cross, strict=True)) / whole
    return x, sum((a[1] + b[1]) * c for (a, b), c in zip(pairs, cross, strict=True)) / whole


def _capital(v: View, ident: str) -> Html:
    known = gazetteer.capital(ident.removeprefix("country:"))
    if known is None:
        return Html()
    x, y = v.on(known.lon, known.lat)
    if not (8 < x < WIDTH - 90 and 12 < y < v.height - 12):
        return Html()
    at = {"x": f"{x + 6:.1f}", "y": f"{v.height - y + 4:.1f}"}
    dot = tag("circle", cx=f"{x:.1f}", cy=f"{v.height - y:.1f}", r="2.2", class_="dot")
    return joined(dot, tag("text", clean(known.name), class_="town", **at))


def scale(v: View) -> Html:
    """Return a bar of a round number of kilometres at the lower left, right for the middle of the frame."""
    unit = v.tall / plane.KM_A_DEGREE
    km = max(k for k in ROUND if k * unit <= WIDTH / 4 or k == ROUND[0])
    end, y = 20 + km * unit, v.height - 18
    bar = tag("path", d=f"M20 {y - 5:.0f}V{y:.0f}H{end:.0f}V{y - 5:.0f}", class_="scale")
    return joined(bar, tag("text", f"{km:,} km", x=f"{end + 8:.0f}", y=f"{y:.0f}"))


ROUND = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
