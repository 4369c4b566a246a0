"""Which outlet a name, a credit or an address belongs to: look-ups into the outlet files."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from sayso.vocab.loader import load_all
from sayso.vocab.outlet_names import by_name, fold, named
from sayso.vocab.shapes.reading import Outlet

__all__ = ["agencies", "at", "by_domain", "by_name", "fold", "named", "signatures"]


@cache
def by_domain() -> dict[str, Outlet]:
    """Return all outlets by the domains they publish on."""
    return {d: o for o in load_all("outlets", Outlet) for d in o.domains}


@cache
def signatures() -> str:
    """Return a regular expression of all short forms that outlets sign with; its case matters."""
    names = {c for o in load_all("outlets", Outlet) for c in (*o.credit, o.name) if len(c) > 1}
    return "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))


@cache
def agencies() -> str:
    """Return a regular expression of the names that wire agencies sign with; its case matters."""
    found = {c for o in load_all("outlets", Outlet) if o.kind == "agency" for c in (o.name, *o.credit)}
    return "|".join(re.escape(n) for n in sorted(found, key=lambda n: (-len(n), n)))


def at(url: str) -> Outlet | None:
    """Return the outlet that publishes at this address."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return None
    while host:
        if (found := by_domain().get(host)) is not None:
            return found
        host = host.partition(".")[2]
    return None
