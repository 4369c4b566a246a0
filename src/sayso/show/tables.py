"""Claims and articles as CSV: one row each, plain columns, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from sayso.ledger.store import ArticleRow, ClaimRow
from sayso.model.claim import Claim
from sayso.model.happening import Figure, Happening
from sayso.show.plain import cell
from sayso.show.words import FIGURES

BETWEEN = " | "
ARTICLE_COLUMNS = ("id", "published", "outlet", "original_outlet", "title", "claims", "problems", "ref")
CLAIM_COLUMNS = (
    "id", "words", "chain", "origin", "origin_kind", "origin_named", "manner", "polarity", "certainty", "tense",
    "kind", "plover", "cameo", "acled_like", "actors", "targets",
    "place_text", "place_name", "place_id", "relation", "lat", "lon", "radius_km", "place_precision",
    "when_text", "start", "end", "when_precision", "when_anchor",
    *(f"{name}_{end}" for name in FIGURES for end in ("low", "best", "high")),
    "means", "control_place", "control_from", "control_to",
    "article", "title", "outlet", "original_outlet", "published", "ref",
)  # fmt: skip


def claims(out: TextIO, rows: Iterable[ClaimRow], *, header: bool = True) -> None:
    """Write claims as CSV; lists inside a cell are parted by " | "; an open range has an empty ``high``."""
    writer = csv.writer(out, lineterminator="\n")
    if header:
        writer.writerow(CLAIM_COLUMNS)
    for row in rows:
        found = _claim(row)
        writer.writerow([cell(found.get(name)) for name in CLAIM_COLUMNS])


def articles(out: TextIO, rows: Iterable[ArticleRow], *, header: bool = True) -> None:
    """Write articles as CSV."""
    writer = csv.writer(out, lineterminator="\n")
    if header:
        writer.writerow(ARTICLE_COLUMNS)
    for row in rows:
        writer.writerow([cell(getattr(row, name)) for name in ARTICLE_COLUMNS])


def _claim(row: ClaimRow) -> dict[str, object]:
    c, a = row.claim, row.article
    origin = c.voices[-1] if c.voices else None
    found: dict[str, object] = {
        "id": c.id, "words": row.words, "chain": BETWEEN.join(v.name or f"({v.kind})" for v in c.voices),
        "origin": origin.name if origin else a.original_outlet or a.outlet, "origin_kind": origin.kind if origin else "media",
        "origin_named": origin.named if origin else bool(a.outlet),
        "manner": c.manner.value, "polarity": c.polarity.value, "certainty": c.certainty.value, "tense": c.tense.value,
        "article": a.id, "title": a.title, "outlet": a.outlet, "original_outlet": a.original_outlet,
        "published": a.published, "ref": a.ref,
    }  # fmt: skip
    return found | _happening(c)


def _happening(c: Claim) -> dict[str, object]:
    h = c.happening
    if h is None:
        return {}
    found: dict[str, object] = {
        "kind": h.kind.value, "plover": h.codes.plover, "cameo": h.codes.cameo, "acled_like": h.codes.acled_like,
        "actors": BETWEEN.join(x.name for x in h.actors), "targets": BETWEEN.join(x.name for x in h.targets),
        "means": BETWEEN.join(m.name for m in h.means),
    }  # fmt: skip
    for name in FIGURES:
        found |= _figure(name, getattr(h, name))
    if h.control:
        found |= {"control_place": h.control.place, "control_from": h.control.from_, "control_to": h.control.to}
    return found | _where(h) | _when(h)


def _figure(name: str, f: Figure | None) -> dict[str, object]:
    return {} if f is None else {f"{name}_low": f.low, f"{name}_best": f.best, f"{name}_high": f.high}


def _where(h: Happening) -> dict[str, object]:
    p = h.place
    if p is None:
        return {}
    return {
        "place_text": p.text, "place_name": p.name, "place_id": p.id, "relation": p.relation,
        "lat": p.lat, "lon": p.lon, "radius_km": p.radius_km, "place_precision": p.precision,
    }  # fmt: skip


def _when(h: Happening) -> dict[str, object]:
    m = h.when
    if m is None:
        return {}
    return {
        "when_text": m.text, "start": m.start, "end": m.end, "when_precision": m.precision, "when_anchor": m.anchor,
    }  # fmt: skip
