"""Where single verbs keep who did it and to whom, and which verbs only say who holds what, or who acts beside whom."""

from __future__ import annotations

from functools import cache

from sayso.vocab.loader import load
from sayso.vocab.shapes.roles import Frame, Verbs

EMPTY = Frame(id="role.none")


@cache
def frames() -> dict[str, Frame]:
    """Return the frame of each listed verb."""
    return {verb: f for f in load("roles/verbs", Verbs).frames for verb in f.verbs}


@cache
def supports_holds() -> tuple[frozenset[str], frozenset[str]]:
    """Return participles that bring in who acts beside an actor, and those that say who holds a place."""
    v = load("roles/verbs", Verbs)
    return frozenset(v.supports), frozenset(v.holds)
