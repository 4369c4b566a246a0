"""Where something happened, with the doubt about it drawn as a radius rather than hidden behind a pin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.model.span import Span

Precision = Literal["exact", "town", "area", "province", "country", "unknown"]
PRECISIONS: tuple[Precision, ...] = get_args(Precision)


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """One identity a place name may have; ``score`` is between 0 and 1 and ranks the candidates of one name."""

    id: str
    name: str
    lat: float
    lon: float
    score: float


@dataclass(frozen=True, slots=True)
class Place:
    """A place as a claim names it. ``text`` is the wording, ``name`` the gazetteer's name (or the wording again).

    ``lat`` and ``lon`` are WGS 84 degrees; both None, with precision ``unknown``, when nobody found the place.
    ``radius_km`` is the radius around the point inside which the place lies by the rule named in ``rule``.
    ``relation`` is a word such as ``near``, ``north-of``, ``between``, ``in-area``, ``towards``; None for the place itself.
    """

    text: str
    span: Span
    rule: str
    name: str
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: Precision = "unknown"
    relation: str | None = None
    alternatives: tuple[PlaceCandidate, ...] = ()
