"""The area in which a resolved place lies: an admin area's outline, a ring, a sector, a band, a corridor or a river's bank.

Each lies within the circle of the place's radius (an area named as such may reach beyond it); where none applies the circle stands.
"""

from __future__ import annotations

from collections.abc import Callable

from sayso.model.where import Place
from sayso.resolve import plane
from sayso.resolve.borders import stretch
from sayso.resolve.gazetteer import Known, named, numbered
from sayso.resolve.outlines import Ring, around, inside, outline
from sayso.resolve.placekeys import key
from sayso.resolve.placing import CORRIDOR, CORRIDOR_SHARE
from sayso.resolve.plane import XY, Loop, Plane
from sayso.resolve.point_radius import half_angle, rounding
from sayso.resolve.relations import COUNTRYSIDE, PART, RING, SECTOR_MIDDLE, dense, radius_of

Polygon = tuple[Ring, ...]
"""An outer ring and its holes, as (lat, lon) in degrees; longitudes may pass 180."""
SECTOR_KM = 50.0
BANK_KM, STRETCH_KM = 15.0, 5.0
"""How far from the river's line its bank, or a happening along the river, is taken to lie."""
HERE_KM = 0.5
ROUNDINGS = (5.0, 0.5, 0.05)
LEAST_CUT = 0.05
"""Share of a sector that has to lie in the province for the province to cut it."""
WHOLE = frozenset({"province", "country", "area"})
OUTLINED = frozenset({"province", "district", "country"})
QUARTER = 45.0
"""Degrees to either side that "the northern countryside" leaves open."""


def shape(place: Place) -> tuple[Polygon, ...]:
    """Return the polygons of the area in which a place lies; none when the circle of its radius says it best."""
    if place.lat is None or place.lon is None or not place.radius_km:
        return ()
    draw = RULES.get(_rule(place)) or (_wind if (place.relation or "").endswith("-of") else None)
    if draw is not None:
        return draw(place, Plane(place.lat, place.lon), place.radius_km)
    return _named(place) if not place.relation and place.precision in WHOLE else ()


def _rule(place: Place) -> str:
    """Return the rule that laid a place; where doubt about its identity took the rule's place, the one that gives its radius."""
    if place.rule != "place.ambiguous" or not place.relation or (known := anchor(place)) is None:
        return place.rule
    size, km = radius_of(known), place.radius_km or 0.0
    gives = {
        "near": {"relation.near": size + RING, "relation.distance": km},
        "outskirts": {"relation.outskirts": km},
        "in-area": {
            "relation.countryside": size + COUNTRYSIDE,
            "relation.part": PART * size,
            "relation.countryside-part": km,
        },
    }.get(place.relation, {})
    return next((rule for rule, radius in gives.items() if abs(radius - km) < 0.11), place.rule)


def anchor(place: Place) -> Known | None:
    """Return the gazetteer's place that a resolved one is, or lies beside; None when it isn't known."""
    one = place.alternatives[0] if place.id is None and place.alternatives else None
    ident, name = (one.id, one.name) if one else (place.id, place.name)
    return next((p for p in named(key(_bare(name))) if p.id == ident), None) if ident else None


def _bare(name: str) -> str:
    return name.removesuffix(" province")


def _named(place: Place) -> tuple[Polygon, ...]:
    """Return the outline of a country, province or district."""
    return tuple((ring,) for ring in outline(place.id or ""))


def _container(place: Place, at: Plane, km: float) -> tuple[Polygon, ...]:
    """Return the outline of the area that holds a place nobody found."""
    del at, km
    holder = place.alternatives[0].id if place.alternatives else ""
    return tuple((ring,) for ring in outline(holder)) if place.relation in {"in-area", None} else ()


def _about(place: Place, at: Plane, km: float) -> tuple[Polygon, ...]:
    """Return what of the country or province named last the circle holds, for something told to be somewhere about it."""
    for known in named(key(_bare(place.name))):
        rings = outline(known.id) if known.kind in WHOLE else ()
        if any(inside(ring, at.lat, at.lon) for ring in rings):
            if known.kind == place.precision:
                return tuple((ring,) for ring in rings)
            return _polygons(at, _cut(at, rings, plane.disc((0.0, 0.0), km)))
    return ()


def _part(place: Place, at: Plane, km: float) -> tuple[Polygon, ...]:
    """Return what of an area's outline the circle holds: "eastern Deir ez-Zor province"."""
    return _polygons(at, _cut(at, outline(place.id or ""), plane.disc((0.0, 0.0), km)))


def _ring(place: Place, at: Plane, km: float) -> tuple[Polygon, ...]:
    """Return the ring around a place: all of its surroundings but itself, or but its middle where its edge is meant."""
    known = anchor(place)
    if known is None or known.kind in OUTLINED or plane.away(at.on((known.lat, known.lon))) > HERE_KM:
        return ()
    hole = radius_of(known) * (0.5 if place.rule == "relation.outskirts" else 1.0)
    return _holed(at, plane.disc((0.0, 0.0), km), hole) if hole < km else ()


def _distance(place: Place, at: Plane, km: float) -> tuple[Polygon, ...]:
    """Return the ring of what lies so many kilometres from a place."""
    known = anchor(place)
    if known is None:
        return ()
    size = radius_of(known)
    told = next((t for u in ROUNDINGS if abs(rounding(t := km - size - u) - u) < 0.01), km - size)
    return _holed(at, plane.disc((0.0, 0.0), km), told - rounding(max(told, 0.1)) - size)


def _holed(at: Plane, outer: Loop, hole: float) -> tuple[Polygon, ...]:
    if hole <= 0:
        return ()
    return ((at.off(outer), at.off(plane.disc((0.0, 0.0), hole)[::-1])),)


def _wind(place: Place, at: Plane, km: float) -> tuple[Polygon, ...]:
    """Return what lies in a direction from a place: a sector cut at its province, or a band where a distance is told."""
    known = anchor(place)
    if known is None or known.kind in {"country", "province"}:
        return ()
    start, size = at.on((known.lat, known.lon)), radius_of(known)
    apart = plane.bearing(start, (0.0, 0.0))
    far = plane.away(start)
    if abs(far - SECTOR_MIDDLE) < 1 and km > SECTOR_MIDDLE:
        return _sector(known, at, plane.sector(start, size, _wind_of(apart), half_angle(apart), SECTOR_KM))
    doubt = size + rounding(round(far, 1))
    return _polygons(at, [plane.band(start, far - doubt, far + doubt, apart, half_angle(apart))])


def _wind_of(degrees: float) -> float:
    """Return the nearest of sixteen points of the compass."""
    return round(degrees / 22.5) % 16 * 22.5


def _sector(known: Known, at: Plane, loop: Loop) -> tuple[Polygon, ...]:
    province = numbered(known.province)
    within = _cut(at, outline(province.id), loop) if province else []
    enough = sum(map(plane.area, within)) >= LEAST_CUT * plane.area(loop)
    return _polygons(at, within if enough else [loop])


def _countryside_part(place: Place, at: Plane, km: float) -> tuple[Polygon, ...]:
    """Return the quarter of a town's countryside in a direction, cut at its province."""
    del km
    known = anchor(place)
    if known is None:
        return ()
    start, size = at.on((known.lat, known.lon)), radius_of(known)
    towards = _wind_of(plane.bearing(start, (0.0, 0.0)))
    return _sector(
        known, at, plane.hull([start, *plane.arc(start, size + COUNTRYSIDE, towards - QUARTER, towards + QUARTER)])
    )


def _several(place: Place, at: Plane, km: float) -> tuple[Polygon, ...]:
    """Return the places named together, each with its outline or circle, where they lie apart."""
    del km
    parts = [next((p for p in named(key(_bare(a.name))) if p.id == a.id), None) for a in place.alternatives]
    known = [p for p in parts if p is not None]
    if len(known) < len(parts) or place.name.count(" and ") + 1 > len(known):
        return ()
    areas = [outline(p.id) if p.kind in OUTLINED else () for p in known]
    discs = [(at.on((p.lat, p.lon)), radius_of(p), bool(a)) for p, a in zip(known, areas, strict=True)]
    pairs = [(d, e) for n, d in enumerate(discs) for e in discs[:n] if not (d[2] and e[2])]
    if len({p.id for p in known}) < len(known) or any(plane.away(d[0], e[0]) <= d[1] + e[1] for d, e in pairs):
        return ()
    loops = [[at.on(q) for q in ring] for rings in areas for ring in rings]
    return _polygons(at, [*loops, *(plane.disc(middle, size) for middle, size, outlined in discs if not outlined)])


def _between(place: Place, at: Plane, km: float) -> tuple[Polygon, ...]:
    """Return the corridor between two places."""
    del km
    if len(place.alternatives) < 2:
        return ()
    one, other = (at.on((a.lat, a.lon)) for a in place.alternatives[:2])
    apart = plane.away(one, other)
    return _polygons(at, [plane.capsule(one, other, max(CORRIDOR, CORRIDOR_SHARE * apart))])


def _countryside(place: Place, at: Plane, km: float) -> tuple[Polygon, ...]:
    """Return the district around a town, as far as the circle reaches, without the town."""
    known = anchor(place)
    if known is None:
        return ()
    size, disc = radius_of(known), plane.disc((0.0, 0.0), km)
    if known.kind in {"province", "district"}:
        return _polygons(at, _cut(at, outline(known.id), disc))
    loops = _cut(at, outline(around("district", known.lat, known.lon)), disc)
    largest = max(loops, key=plane.area, default=[])
    if not largest or not _holds(largest, size):
        return _holed(at, disc, size)
    return ((at.off(largest), at.off(plane.disc((0.0, 0.0), size)[::-1])),)


def _holds(loop: Loop, km: float) -> bool:
    """Tell whether a loop holds the disc around the plane's middle."""
    return min(_off(a, b) for a, b in zip(loop, [*loop[1:], loop[0]], strict=True)) > km


def _off(a: XY, b: XY) -> float:
    """Return how far the plane's middle lies from the stretch between two points."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    share = max(0.0, min(1.0, -(a[0] * dx + a[1] * dy) / length)) if length else 0.0
    return plane.away((a[0] + share * dx, a[1] + share * dy))


def _bank(place: Place, at: Plane, km: float) -> tuple[Polygon, ...]:
    """Return the strip on one side of a river's stretch: the side on which the place's point lies."""
    line = _stretch(place, at, km)
    if len(line) < 2:
        return ()
    near = min(range(len(line) - 1), key=lambda n: _off(line[n], line[n + 1]))
    a, b = line[near], line[near + 1]
    left = (b[0] - a[0]) * (-a[1]) - (b[1] - a[1]) * (-a[0]) > 0
    loop = plane.strip(line, BANK_KM if left else 0.0, 0.0 if left else BANK_KM)
    return _polygons(at, [plane.cut(loop, plane.disc((0.0, 0.0), km)[::-1])])


def _along(place: Place, at: Plane, km: float) -> tuple[Polygon, ...]:
    """Return the strip along a river's stretch, or its whole course."""
    line = _stretch(place, at, km)
    return _polygons(at, [plane.strip(line, STRETCH_KM, STRETCH_KM)]) if len(line) > 1 else ()


def _border(place: Place, at: Plane, km: float) -> tuple[Polygon, ...]:
    """Return the strip along a stretch of a country's border."""
    line = stretch(place.id or "", at, km)
    loop = plane.strip(line, RING, RING) if len(line) > 1 else []
    return _polygons(at, [plane.cut(loop, plane.disc((0.0, 0.0), km)[::-1])])


def _stretch(place: Place, at: Plane, km: float) -> list[XY]:
    """Return the part of a river's course that the circle holds."""
    known = anchor(place)
    points = [at.on(p) for p in dense(known.course)] if known and known.course else []
    within = [n for n, (x, y) in enumerate(points) if plane.away((x, y)) <= km]
    return points[max(0, within[0] - 1) : within[-1] + 2] if within else []


def _cut(at: Plane, rings: tuple[Ring, ...], loop: Loop) -> list[Loop]:
    """Return what rings and a convex loop have in common."""
    convex = plane.counterclockwise(loop)
    return [found for ring in rings if (found := plane.cut([at.on(p) for p in ring], convex))]


def _polygons(at: Plane, loops: list[Loop]) -> tuple[Polygon, ...]:
    return tuple((at.off(plane.counterclockwise(loop)),) for loop in loops if len(loop) > 2)


Draw = Callable[[Place, Plane, float], tuple[Polygon, ...]]
RULES: dict[str, Draw] = {
    "relation.near": _ring,
    "relation.outskirts": _ring,
    "place.beside": _ring,
    "relation.distance": _distance,
    "relation.countryside": _countryside,
    "relation.countryside-part": _countryside_part,
    "relation.part": _part,
    "place.several": _several,
    "relation.between": _between,
    "relation.bank": _bank,
    "relation.border": _border,
    "relation.stretch": _along,
    "relation.whole-river": _along,
    "place.container": _container,
    "place.about-the-last": _about,
}
