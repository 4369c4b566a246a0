"""What the names of an article say together before any is looked up for good: the countries meant, and the places that are certain."""

from __future__ import annotations

from dataclasses import replace

from sayso.resolve.choose import Context, Scored, candidates, shares
from sayso.resolve.gazetteer import Known, named
from sayso.resolve.placekeys import key
from sayso.resolve.relations import distance
from sayso.resolve.surroundings import support
from sayso.resolve.toponyms import Toponym, toponyms

CERTAIN = 0.85
KNOWN_CITY = 50_000
PLACE_VOTE = 0.5
ONE_AREA = 60.0
"""Kilometres within which a city and the areas named after it lie."""
MOST_CERTAIN = 12


def surmised(wordings: dict[str, None], where: Context) -> Context:
    """Return what an article says of where it is, with what the names in its wordings add."""
    return _certain(wordings, _around(wordings, _cities(wordings, where)))


def _around(wordings: dict[str, None], where: Context) -> Context:
    """Return the context with what the names speak for together."""
    names = (name for wording in wordings for name in toponyms(wording, ()))
    return replace(where, around=support(names, where.shares, where.stated))


def _cities(wordings: dict[str, None], where: Context) -> Context:
    """Return the context with votes for the countries that the wordings name, or whose cities no other country has.

    Where things happen says more than who acts: great powers are named in reports of every war.
    """
    votes = dict(where.shares)
    for wording in wordings:
        for name in toponyms(wording, ()):
            code = name.country or _only_country(name, where)
            if code:
                votes[code] = votes.get(code, 0.0) + PLACE_VOTE
    return replace(where, shares=shares(votes))


def _only_country(name: Toponym, where: Context) -> str:
    """Return the one country that has a city of the name, unless a country the article names has a place of the name too."""
    bearers = named(key(name.text))
    cities = {p.country for p in bearers if p.people >= KNOWN_CITY and p.country}
    here = {p.country for p in bearers if p.country in where.shares}
    return next(iter(cities)) if len(cities) == 1 and here <= cities else ""


def _certain(wordings: dict[str, None], where: Context) -> Context:
    """Return the context with the places that are certain without knowing of the others."""
    certain: dict[str, Known] = {}
    for wording in wordings:
        for name in toponyms(wording, where.countries):
            if not name.country and (known := _sure(candidates(name, where))):
                certain.setdefault(known.id, known)
        if len(certain) >= MOST_CERTAIN:
            break
    return replace(where, certain=tuple(certain.values()), nearness={})


def _sure(scored: list[Scored]) -> Known | None:
    """Return the likeliest candidate when it and its namesakes close by (a city and its province) leave no real doubt."""
    if not scored or scored[0].place.course:
        return None
    top = scored[0].place
    here = sum(s.score for s in scored if distance((s.place.lat, s.place.lon), (top.lat, top.lon)) <= ONE_AREA)
    town = next((s.place for s in scored if s.place.kind not in {"country", "province"}), None)
    return town if here >= CERTAIN and town and distance((town.lat, town.lon), (top.lat, top.lon)) <= ONE_AREA else None
