"""Looks back in the article for the place that "the city" or "the district" means, when no claim's place before was one."""

from __future__ import annotations

import re

from sayso.resolve.choose import Context, candidates
from sayso.resolve.gazetteer import Known
from sayso.resolve.toponyms import toponyms

REACH = 1_500
"""Code points before a wording in which its name is looked for."""
NAMES = re.compile(
    r"(?:\b[a-z]+ )?\b(?:[A-Z]|al-|el-)[\w'’-]{2,30}(?: (?:[A-Z]|al-|el-)[\w'’-]{2,30}){0,3}(?: [a-z]{4,14}\b)?"
)
SURE = 0.6
KINDS = {"town": frozenset({"town"}), "quarter": frozenset({"quarter"}), "province": frozenset({"province"})}
MOST = 12
"""Names looked up at most, the last ones first."""
CITY = 5_000
"""People from which on a bare name is taken for a town: hamlets bear the names of persons."""


def named_before(text: str, start: int, kind: str, where: Context) -> Known | None:
    """Return the place of that kind ("town", "quarter", "province") named last before ``start``; None when none is sure."""
    wanted = KINDS.get(kind)
    if not wanted or not where.shares:
        return None
    for wording in [m[0] for m in NAMES.finditer(text, max(0, start - REACH), start)][: -MOST - 1 : -1]:
        for name in reversed(toponyms(wording, where.countries)):
            if name.country or (name.asked and name.asked != kind):
                continue
            best = candidates(name, where)[:1]
            if best and best[0].score >= SURE and best[0].alikeness == 1 and _fits(best[0].place, wanted, name.asked):
                return best[0].place
    return None


def _fits(place: Known, wanted: frozenset[str], asked: str) -> bool:
    return place.kind in wanted and (bool(asked) or place.people >= CITY or place.kind != "town")
