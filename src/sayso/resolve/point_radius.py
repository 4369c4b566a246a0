"""The point-radius method: how far off a happening may be that is told by a distance, or by a distance and a direction.

Wieczorek, Guo and Hijmans (2004), The point-radius method for georeferencing locality descriptions and calculating associated
uncertainty; Chapman and Wieczorek (2020), Georeferencing Best Practices. Tested against the published examples of their calculator.
"""

from __future__ import annotations

import math

EIGHT_WINDS, SIXTEEN_WINDS = 22.5, 11.25
"""Degrees to either side that a direction of eight, or of sixteen, points of the compass leaves open."""
HARDLY = 5.0
"""Degrees off one of eight points of the compass that still count as that point."""


def half_angle(bearing: float) -> float:
    """Return the degrees that a direction leaves open to either side: fewer where it is one of sixteen points of the compass."""
    return EIGHT_WINDS if abs((bearing + EIGHT_WINDS) % 45 - EIGHT_WINDS) < HARDLY else SIXTEEN_WINDS


def rounding(km: float) -> float:
    """Return half the unit a distance seems rounded to: 5 for tens, 0.5 for other whole numbers, 0.05 for tenths; in kilometres.

    It is at most the distance itself ("10 km" is 10 give or take 5).
    """
    unit = 10.0 if km >= 10 and km % 10 == 0 else 1.0 if km == int(km) else 0.1
    return min(km, unit / 2)


def at_distance(km: float, doubt: float) -> float:
    """Return the radius around a place that holds what lies ``km`` from it in any direction; ``doubt`` is all else that is unsure."""
    return km + doubt


def at_heading(km: float, doubt: float, half: float) -> float:
    """Return the radius around the point ``km`` away in a direction that holds what may be meant.

    ``doubt`` is all that is unsure but the direction (size of the place, rounding), ``half`` the degrees the direction leaves
    open to either side. It reaches to the farthest corner: (x, y) = (km + doubt) (cos, sin), seen from (km, 0).
    """
    far, turn = km + doubt, math.radians(half)
    return math.hypot(far * math.cos(turn) - km, far * math.sin(turn))
