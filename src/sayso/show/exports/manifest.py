"""The paper that goes with an export: what its columns mean, by which rules, what was left out and why, from which ledger."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import sayso
from sayso.ledger.store import Query
from sayso.show.exports import crosswalk
from sayso.show.exports.admit import barring, reasons
from sayso.show.exports.holding import Holding
from sayso.show.exports.sheets import columns, sheet

UNVERIFIED = "These are machine readings of what others say. Nobody has verified them; do not present them as verified, and do not count rows as events or as sources."
CSV_RULE = "UTF-8; cells that a spreadsheet would run as a formula have an apostrophe before them; control characters are U+FFFD"


@dataclass
class Count:
    """What came of the claims looked at; ``stateless`` state no happening."""

    written: int = 0
    stateless: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    coarse: int = 0
    withheld: int = 0

    @property
    def found(self) -> int:
        """Return how many claims the filters found."""
        return self.written + self.stateless + sum(self.left_out.values())


def manifest(
    form: str,
    query: Query,
    held: Holding,
    count: Count,
    *,
    asked: Collection[str],
    ledger: dict[str, Any],
    file: dict[str, Any],
) -> str:
    """Return the manifest as JSON, one key a line."""
    own, p = sheet(form), held.profile
    found = {
        "sayso_export": 1, "format": form, "title": own.title, "warning": UNVERIFIED, "rows_are": own.rows, "notes": own.notes,
        "written_at": stamp(held.now), "tool": {"name": "sayso", "version": sayso.__version__},
        "crosswalk": {"sha256": crosswalk.digest(), "about": "codes of the thirty kinds in other codebooks, ours; docs/reference/kinds.md lists them"},
        "ledger": ledger, "file": file, "filters": filters(query), "options": sorted(asked),
        "all_versions": {
            "value": query.all_versions or bool(query.article),
            "about": "false: articles that a newer version took the place of, or that were withdrawn, are left out and not counted",
        },
        "profile": {
            "name": held.name, "delay_hours": p.delay_hours, "coarse_km": p.coarse_km, "persons": p.persons,
            "coarse_kinds": sorted(held.positions) if p.coarse_km else [],
            "about": "Positions and whatever has no known day are moved to the middle of a grid cell of about a district's size "
            "and widened to coarse_km; the words of a claim still name the place as it was published. "
            "Names that may be private persons' are withheld; the rule looks at capitals and words of office and can err either way.",
        },
        "counts": {
            "claims_found": count.found, "rows_written": count.written, "state_no_happening": count.stateless,
            "left_out": {r: {"claims": n, "because": reasons()[r].meaning, "lifted_by": reasons()[r].lifted_by} for r in reasons() if (n := count.left_out[r])},
            "rows_coarse": count.coarse, "rows_with_names_withheld": count.withheld,
        },
        "leaves_out": {r: reasons()[r].meaning for r in barring(form, query, asked)},
        "encoding": CSV_RULE if form not in {"geojson", "kml"} else "UTF-8",
        "columns": [
            {"name": c.name, "meaning": c.meaning, **({"rule": c.rule} if c.rule else {}), **({"empty": c.empty} if c.empty else {})}
            for c in columns(form)
        ],
    }  # fmt: skip
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def filters(query: Query) -> dict[str, Any]:
    """Return what was asked for, fields left empty left out."""
    paging = {"after", "limit", "cursor", "sort"}
    asked = {n: getattr(query, n) for n in Query.__slots__ if n not in {*paging, "near", "all_versions"}}
    found: dict[str, Any] = {
        n: list(v) if isinstance(v, tuple) else v
        for n, v in asked.items()
        if v is not False and v not in {"", None, ()}
    }
    if query.near:
        found["near"] = {"lat": query.near.lat, "lon": query.near.lon, "km": query.near.km}
    return found


def stamp(now: datetime) -> str:
    """Return a time as UTC to the second."""
    return now.astimezone(UTC).isoformat(timespec="seconds")
