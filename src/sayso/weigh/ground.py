"""How far two places lie apart, with the doubt about each."""

from __future__ import annotations

import math
from functools import cache

from sayso.model.event import Spot
from sayso.vocab.loader import load
from sayso.vocab.shapes.weigh import Weights

EARTH_KM = 6371.0
NARROW_KM = 15.0
"""Radius up to which a place still tells one town from the next."""


@cache
def weights() -> Weights:
    """Return the points and distances of weighing."""
    points: Weights = load("weigh/weights", Weights)
    return points


def km(a: Spot, b: Spot) -> float | None:
    """Return the distance of two points on a sphere; None where either has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    p, q = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def apart(a: Spot, b: Spot) -> bool:
    """Tell whether two places can't be one: further from each other than their radii and some slack reach."""
    far = km(a, b)
    return far is not None and far > (a.radius_km or 0.0) + (b.radius_km or 0.0) + weights().slack_km
