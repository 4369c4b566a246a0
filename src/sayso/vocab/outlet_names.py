"""Which outlet a name stands for: the outlet files by every name they give, folded."""

from __future__ import annotations

import re
from functools import cache

from sayso.vocab.loader import load_all
from sayso.vocab.shapes.reading import Outlet

_NOT_LETTERS = re.compile(r"[^\w]+")


def fold(name: str) -> str:
    """Return a name as it is looked up: lower case, "the" and everything but letters and digits gone."""
    return _NOT_LETTERS.sub("", name.lower().removeprefix("the "))


@cache
def by_name() -> dict[str, Outlet]:
    """Return all outlets by every name they go by, folded."""
    return {fold(n): o for o in load_all("outlets", Outlet) for n in (o.id, *o.credit, *o.domains, *o.aliases, o.name)}


def named(name: str) -> Outlet | None:
    """Return the outlet that goes by this name."""
    return by_name().get(fold(name))


def outlet_key(name: str) -> str:
    """Return the id of the outlet that a name stands for; of an unknown one its folded name, "" for no name."""
    known = named(name)
    return known.id if known else fold(name)
