"""Towns of unknown size that a district is named after: the seat of a district is no hamlet."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from sayso.resolve.gazetteer import Known, named
from sayso.resolve.relations import distance, radius_of

SHARE = 0.1
"""Part of a district's people that its seat is taken to have when the gazetteer doesn't say."""
REACH = 1.5
"""How far from a district's middle its seat may lie, in radii of the district."""


@lru_cache(maxsize=20_000)
def bearers(spelled: str) -> tuple[Known, ...]:
    """Return the places spelled so (a spelling key), seats of unknown size with a part of their district's people."""
    found = named(spelled)
    districts = [p for p in found if p.kind == "district" and p.people]
    if not districts or all(p.people for p in found):
        return found
    sized = {p.province for p in found if p.kind == "town" and p.people}
    return tuple(_seat(p, districts) if p.province not in sized else p for p in found)


def _seat(p: Known, districts: list[Known]) -> Known:
    if p.kind != "town" or p.people:
        return p
    people = max((d.people for d in districts if _is_seat(p, d)), default=0)
    return replace(p, people=int(people * SHARE)) if people else p


def _is_seat(p: Known, d: Known) -> bool:
    apart = distance((p.lat, p.lon), (d.lat, d.lon))
    return p.country == d.country and p.province == d.province and apart <= REACH * radius_of(d)
