"""Counts by field beside a list of claims: of all claims where nothing narrows them, else of the first that were found."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sayso.ledger import search, tallies
from sayso.ledger.store import Query
from sayso.show.desk.desk import Desk
from sayso.show.desk.shapes import Count, Facet

COUNTED = 2_000
"""Claims of a narrowed list that are counted at most."""
SHOWN = 12
"""Values of one facet that are shown."""
KEPT_SECONDS = 60.0


def of(desk: Desk, query: Query) -> list[Facet]:
    """Return the facets of a list."""
    whole = replace(query, after=0, cursor="", limit=Query().limit, sort="added")
    if whole == Query() and desk.upkeep.counted:
        held = desk.upkeep.tallies
        return [_facet(f, held.fields[f], held.claims, whole=True) for f in tallies.FIELDS]
    return desk.kept(("facets", whole), KEPT_SECONDS, lambda: _counted(desk, whole))


def _counted(desk: Desk, query: Query) -> list[Facet]:
    """Return counts over the first claims that a query finds."""
    db = desk.hands().store.db
    tables, clauses = search.claim_clauses(db, query)
    where, values = search.where_all(clauses)
    rows = db.execute(f"SELECT c.id FROM {tables} WHERE {where} LIMIT ?", (*values, COUNTED + 1)).fetchall()  # noqa: S608 - clauses are ours, values are bound
    counted, of = tallies.counts(db, [int(n) for (n,) in rows[:COUNTED]])
    return [_facet(f, counted[f], of, whole=len(rows) <= COUNTED) for f in tallies.FIELDS]


def _facet(field: str, counts: Counter[str], of: int, *, whole: bool) -> Facet:
    top = sorted(counts.items(), key=lambda f: (-f[1], f[0]))[:SHOWN]
    return Facet(field, [Count(v, n) for v, n in top], of, whole)
