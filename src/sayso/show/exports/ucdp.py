"""The cells of UCDP tables that other formats do not have: the two sides and the dead."""

from __future__ import annotations

import csv
import io

from sayso.model.happening import Figure
from sayso.show.exports.people import Party, all_civilian
from sayso.show.exports.told import Cells, Told
from sayso.show.plain import clean

CIVILIANS = "Civilians"
STATE, NON_STATE, ONE_SIDED = 1, 2, 3


def cells(t: Told) -> Cells:
    """Return type of violence, sides, report and deaths."""
    kind, one, other = sides(t.actors, t.targets)
    civilian, unknown = deaths(t.happening.killed, of_civilians=all_civilian(t.targets))
    a = t.row.article
    return {
        "ucdp_type": kind, "ucdp_a": one, "ucdp_b": other, "ucdp_dyad": f"{one} - {other}" if one and other else "",
        "ucdp_source_article": joined(clean(a.outlet), a.published, clean(a.title)),
        "deaths_civilians": civilian, "deaths_unknown": unknown,
    }  # fmt: skip


def deaths(f: Figure | None, *, of_civilians: bool) -> tuple[int | None, int | None]:
    """Return how many of the lowest number were civilians, as worded, and how many may have been anybody; they add up to it.

    ``of_civilians`` tells that the deed was done to civilians alone, so that all count as such where the words name no other side.
    """
    if f is None:
        return None, None
    sides = {s.side for s in f.shares}
    if of_civilians and "combatants" not in sides:
        return f.low, None
    added = sum(s.low for s in f.shares if s.side == "civilians" and not s.within)
    inner = sum(s.low for s in f.shares if s.side == "civilians" and s.within)
    civilian = min(f.low, added or inner)
    return civilian or None, f.low - civilian if f.low > civilian or not civilian else None


def sides(actors: tuple[Party, ...], targets: tuple[Party, ...]) -> tuple[int | None, str, str]:
    """Return type of violence and the names of side A and B, as far as the claim tells them."""
    one = next((p for p in actors if p.organised), None)
    other = next((p for p in targets if p.organised), None)
    if one is not None and all_civilian(targets):
        return ONE_SIDED, one.name, CIVILIANS
    if one is None or other is None:
        return None, one.name if one else "", other.name if other else ""
    if one.side == other.side == "nonstate":
        return NON_STATE, one.name, other.name
    if one.side == "nonstate":
        one, other = other, one
    return STATE, one.name, other.name


def joined(*parts: str) -> str:
    """Return the parts as one quoted entry of a list."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([",".join(p for p in parts if p)])
    return out.getvalue() if any(parts) else ""
