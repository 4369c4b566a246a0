"""Turns a place and the words around it into a point and a radius: near, outskirts, N km from, north-west of, the east of, a river's bank."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from math import cos, radians, sin

from sayso.model.where import Precision
from sayso.resolve.borders import nearest
from sayso.resolve.gazetteer import Known, seat
from sayso.resolve.point_radius import at_distance, at_heading, half_angle, rounding
from sayso.resolve.toponyms import Toponym

EARTH = 6371.0
KM_A_DEGREE = 111.2
PEOPLE_A_SQUARE_KM = 4000.0
"""How densely a town is taken to be lived in, to tell its radius from its population."""
SMALLEST_TOWN = 2.0
RING = 15.0
"""Kilometres beyond a place's own radius that "near" and "outskirts" reach."""
TOWARDS = 25.0
COUNTRYSIDE = 30.0
PART = 0.6
"""Share of an area's radius that the circle around its part in one direction has."""
QUARTER_SHARE = 0.74
"""Radius of the circle, around a point half-way out, that holds a quarter of a disc of radius 1."""
SECTOR_MIDDLE, SECTOR_RADIUS = 22.5, 31.0
"""The circle around the sector of 45 degrees and 50 km that "north of X" leaves open."""
STRETCH, BANK = 30.0, 3.0
"""Radius of a river's stretch near other places of the article; how far off the line its bank is taken to lie."""
COMPASS = ("north-of", "northeast-of", "east-of", "southeast-of", "south-of", "southwest-of", "west-of", "northwest-of")
RADII = {"quarter": 3.0, "district": 15.0, "province": 70.0, "country": 400.0, "area": 25.0}
PRECISIONS: dict[str, Precision] = {
    "town": "town", "province": "province", "country": "country", "quarter": "area", "district": "area", "area": "area",
    "field": "area", "hill": "area", "river": "area", "sea": "area", "lake": "area",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Laid:
    """A point in WGS 84 degrees with a radius in kilometres, how it lies to the place named, and the rule that laid it."""

    lat: float
    lon: float
    radius: float
    precision: Precision
    relation: str | None
    rule: str


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two (lat, lon) in kilometres."""
    lat1, lat2 = radians(a[0]), radians(b[0])
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((radians(b[1]) - radians(a[1])) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))


def shifted(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """Return the point ``km`` away in the direction ``bearing`` (degrees from north), on a plane that fits the latitude."""
    north = km * math.cos(math.radians(bearing)) / KM_A_DEGREE
    east = km * math.sin(math.radians(bearing)) / (KM_A_DEGREE * max(0.1, math.cos(math.radians(lat))))
    return round(max(-90.0, min(90.0, lat + north)), 4), round((lon + east + 180) % 360 - 180, 4)


def radius_of(place: Known) -> float:
    """Return the radius of a place in kilometres: its own, by its population when it is a town, or its kind's."""
    if place.kind == "town":
        return round(max(SMALLEST_TOWN, math.sqrt(place.people / (math.pi * PEOPLE_A_SQUARE_KM))), 1)
    return place.radius or RADII.get(place.kind, 5.0)


def laid(place: Known, name: Toponym, others: tuple[Known, ...] = ()) -> Laid:
    """Return where a happening is that lies so to a place; ``others`` are certain places of the article, for rivers and borders."""
    line = _river(place, name, others) if place.course else _border(place, name, others)
    if line is not None:
        return line
    size, own = radius_of(place), PRECISIONS.get(place.kind, "exact")
    if name.bearing is not None:
        return _directed(place, name, size)
    if name.km is not None:
        reach = at_distance(name.km, size + rounding(name.km))
        return Laid(place.lat, place.lon, round(reach, 1), "area", "near", "relation.distance")
    wider = {"near": RING, "outskirts": RING, "towards": TOWARDS, "countryside": COUNTRYSIDE}.get(name.relation)
    if wider is not None:
        relation = "in-area" if name.relation == "countryside" else name.relation
        return Laid(place.lat, place.lon, round(size + wider, 1), "area", relation, f"relation.{name.relation}")
    if place.kind == "province" and (town := seat(place)):
        # most of what happens in a province happens where its people live; the circle still holds all of it
        reach = size + distance((place.lat, place.lon), (town.lat, town.lon))
        return Laid(town.lat, town.lon, round(reach, 1), own, name.relation or None, "place.province-at-seat")
    return Laid(place.lat, place.lon, size, own, name.relation or None, "place.named")


def _directed(place: Known, name: Toponym, size: float) -> Laid:
    bearing = name.bearing or 0.0
    if name.inside and name.relation == "countryside" and place.kind == "town":
        reach = size + COUNTRYSIDE
        lat, lon = shifted(place.lat, place.lon, bearing, reach / 2)
        return Laid(lat, lon, round(QUARTER_SHARE * reach, 1), "area", "in-area", "relation.countryside-part")
    if name.inside:
        lat, lon = shifted(place.lat, place.lon, bearing, size / 2)
        return Laid(lat, lon, round(max(1.0, PART * size), 1), "area", "in-area", "relation.part")
    relation = COMPASS[round(bearing / 45) % 8]
    if name.km is not None:
        lat, lon = shifted(place.lat, place.lon, bearing, name.km)
        reach = at_heading(name.km, size + rounding(name.km), half_angle(bearing))
        return Laid(lat, lon, round(reach, 1), "area", relation, "relation.distance-bearing")
    beyond = size if place.kind in {"country", "province"} else 0.0
    lat, lon = shifted(place.lat, place.lon, bearing, beyond + SECTOR_MIDDLE)
    return Laid(lat, lon, round(SECTOR_RADIUS + size - beyond, 1), "area", relation, "relation.bearing")


def _border(country: Known, name: Toponym, others: tuple[Known, ...]) -> Laid | None:
    """Return the stretch of a country's border nearest the article's other places; None when no border is meant, or none tells where."""
    if name.asked != "border" or country.kind != "country":
        return None
    anchor = next((p for p in others if p.kind not in {"country", "province"} and p.country != country.country), None)
    found = nearest(country.id, anchor.lat, anchor.lon) if anchor else None
    if found is None:
        return None
    (lat, lon), gap = found
    reach = STRETCH + gap / 2 + (name.km or 0.0)
    return Laid(round(lat, 4), round(lon, 4), round(reach, 1), "area", name.relation or "near", "relation.border")


def _river(river: Known, name: Toponym, others: tuple[Known, ...]) -> Laid:
    """Return the stretch of a river nearest the article's other places; its whole course when there are none."""
    anchors = [p for p in others if p.kind not in {"country", "province"} and not p.course]
    relation = "in-area" if name.asked == "bank" else name.relation or None
    if not anchors:
        middle = river.course[len(river.course) // 2]
        reach = max(distance(middle, p) for p in river.course)
        return Laid(*middle, round(reach), "area", relation, "relation.whole-river")
    ways = [(distance((a.lat, a.lon), p), p) for a in anchors[:1] for p in dense(river.course)]
    gap, (lat, lon) = min(ways)
    if name.asked == "bank" and name.bearing is not None:
        lat, lon = shifted(lat, lon, name.bearing, BANK)
    rule = "relation.bank" if name.asked == "bank" else "relation.stretch"
    return Laid(round(lat, 4), round(lon, 4), round(STRETCH + gap / 2, 1), "area", relation, rule)


def dense(course: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    """Return a course with three points laid between each two."""
    steps = [
        (a[0] + (b[0] - a[0]) * k / 4, a[1] + (b[1] - a[1]) * k / 4)
        for a, b in itertools.pairwise(course)
        for k in range(4)
    ]
    return [*steps, course[-1]]


def together(places: list[Laid]) -> tuple[float, float, float]:
    """Return latitude and longitude of the middle of several places, and the radius in kilometres that holds them all."""
    lat = sum(p.lat for p in places) / len(places)
    lon = sum(p.lon for p in places) / len(places)
    return round(lat, 4), round(lon, 4), round(max(distance((lat, lon), (p.lat, p.lon)) + p.radius for p in places), 1)
