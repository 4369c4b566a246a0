"""To which side an actor belongs, so that a state's army and its air force are not taken for two who blame each other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sayso.vocab.loader import load, load_all
from sayso.vocab.shapes.actors import ActorFile
from sayso.vocab.shapes.weigh import Kin

DENIES = "not:"
"""What stands before a party in the keys of a claim that denies its doing."""


@cache
def _sides() -> dict[str, str]:
    """Return the side of every actor of the lists: a state for its organs and those who fight for it, else itself."""
    files = load_all("actors", ActorFile)
    states = [s.id for f in files for s in f.states]
    organs = [o.id for f in files for o in f.organs]
    sides = {f"{s}-{o}": s for s in states for o in organs} | {s: s for s in states}
    for f in files:
        for a in f.actors:
            sides[a.id] = a.country.casefold() if a.side == "state" and a.country else a.id
    return sides


def sides(actors: Iterable[str]) -> set[str]:
    """Return the sides that actors (ids) belong to."""
    known = _sides()
    return {known.get(a, a) for a in actors}


@cache
def _kin() -> dict[str, frozenset[str]]:
    return {name: frozenset(members) for name, members in load("weigh/kin", Kin).under.items()}


def may_be_one(one: str, other: str) -> bool:
    """Tell whether two sides may be one: the same, or one a name for several to which the other belongs."""
    return one == other or other in _kin().get(one, ()) or one in _kin().get(other, ())
