"""Makes the Place records: of a place found, of a feature known only by its town or container, of several places together."""

from __future__ import annotations

from dataclasses import replace

from sayso.model.where import Place, PlaceCandidate
from sayso.resolve.choose import Scored
from sayso.resolve.gazetteer import Known
from sayso.resolve.relations import PRECISIONS, RING, Laid, distance, laid, radius_of, together
from sayso.resolve.toponyms import Toponym

MOST_ALTERNATIVES = 4
RIVAL = 0.6
"""A second candidate with this share of the first's score makes the place ambiguous."""
APART = 25.0
"""Kilometres under which two candidates are taken for one place."""
TOO_FAR = 200.0
"""Radius in kilometres from which one circle around several places would say nothing."""
CORRIDOR, CORRIDOR_SHARE = 5.0, 0.2


def alternatives(scored: list[Scored]) -> tuple[PlaceCandidate, ...]:
    """Return candidates as the record keeps them, at most four."""
    return tuple(
        PlaceCandidate(s.place.id, s.place.name, s.place.lat, s.place.lon, s.score) for s in scored[:MOST_ALTERNATIVES]
    )


def shown(place: Known, asked: str) -> str:
    """Return a place's name; an area asked for as a province says so, for its town has the same name."""
    return f"{place.name} province" if place.kind == "province" and asked == "province" else place.name


def named_place(place: Place, name: Toponym, scored: list[Scored], others: tuple[Known, ...]) -> Place:
    """Return the place of the best candidate, laid as the words say, the rest as its alternatives."""
    best = scored[0]
    where = laid(best.place, name, tuple(o for o in others if o.id != best.place.id))
    rest = [s for s in scored[1:] if s.place.id != best.place.id]
    rule = where.rule if where.rule != "place.named" or best.alikeness == 1 else "place.spelled-alike"
    rivals = [s for s in rest if s.score >= RIVAL * best.score and _apart(s.place, best.place) > APART]
    return replace(
        _at(place, where), name=shown(best.place, name.asked), id=best.place.id,
        rule="place.ambiguous" if rivals else rule, alternatives=alternatives(rivals + [s for s in rest if s not in rivals]),
    )  # fmt: skip


def feature_by_town(place: Place, name: Toponym, scored: list[Scored]) -> Place:
    """Return a field, base or the like that only a settlement's name tells of: somewhere around that settlement."""
    town = scored[0].place
    near = replace(name, relation=name.relation or "near")
    where = laid(town, near)
    return replace(
        _at(place, where),
        name=place.text,
        rule="place.feature-by-town",
        relation="near",
        precision="area",
        alternatives=alternatives(scored),
    )


def of_container(place: Place, name: Toponym, holder: Known | None, lies: Toponym | None) -> Place:
    """Return a place that's in no gazetteer, as somewhere in what holds it, or beside what it's said to lie beside."""
    assert holder is not None
    beside = lies is not None and lies.join == "beside"
    where = laid(holder, lies) if lies is not None else laid(holder, name)
    radius = round(
        where.radius
        if not beside or lies is None or lies.bearing is not None
        else max(where.radius, radius_of(holder) + RING),
        1,
    )
    precision = "area" if beside or where.precision in {"town", "exact"} else where.precision
    title = holder.name if name.country else f"{name.text}, {holder.name}"
    return replace(
        _at(place, where), name=title, radius_km=radius, precision=precision, relation=name.relation or ("near" if beside else "in-area"),
        rule="place.beside" if beside else "place.container",
        alternatives=(PlaceCandidate(holder.id, holder.name, holder.lat, holder.lon, 1.0),),
    )  # fmt: skip


def several(place: Place, each: list[Place]) -> Place:
    """Return one circle around several places; no point when it'd be too wide to say anything."""
    circles = [_circle(p) for p in each]
    name = " and ".join(dict.fromkeys(p.name for p in each))
    parts = tuple(PlaceCandidate(p.id or "", p.name, c.lat, c.lon, 1.0) for p, c in zip(each, circles, strict=True))
    lat, lon, radius = together(circles)
    if len({p.id for p in each}) == 1 and each[0].id:
        return each[0]
    if radius > TOO_FAR:
        countries = all(p.precision == "country" for p in each)
        return replace(
            place,
            name=name,
            precision="country" if countries else "unknown",
            rule="place.several-far-apart",
            alternatives=parts[:MOST_ALTERNATIVES],
        )
    return replace(
        place, name=name, lat=lat, lon=lon, radius_km=radius, precision="area", relation=each[0].relation,
        rule="place.several", alternatives=parts[:MOST_ALTERNATIVES],
    )  # fmt: skip


def between(place: Place, each: list[Place]) -> Place:
    """Return the corridor between two places as the circle that holds it."""
    one, other = _circle(each[0]), _circle(each[1])
    apart = distance((one.lat, one.lon), (other.lat, other.lon))
    radius = apart / 2 + max(CORRIDOR, CORRIDOR_SHARE * apart)
    middle = several(place, each[:2])
    lat, lon, _ = together([one, other])
    return replace(
        middle,
        lat=lat,
        lon=lon,
        radius_km=round(radius, 1),
        precision="area",
        relation="between",
        rule="relation.between",
    )


def _at(place: Place, where: Laid) -> Place:
    return replace(
        place,
        lat=where.lat,
        lon=where.lon,
        radius_km=where.radius,
        precision=where.precision,
        relation=where.relation,
        rule=where.rule,
    )


def _circle(place: Place) -> Laid:
    assert place.lat is not None and place.lon is not None  # noqa: PT018 - both stand or neither
    return Laid(place.lat, place.lon, place.radius_km or 0.0, place.precision, place.relation, place.rule)


def _apart(one: Known, other: Known) -> float:
    return distance((one.lat, one.lon), (other.lat, other.lon))


__all__ = ["PRECISIONS", "alternatives", "between", "feature_by_town", "named_place", "of_container", "several"]
