"""Happenings: the list, the map and the timeline of what is found, and one happening with all its tellings."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi import Query as Param
from fastapi.responses import Response

from sayso.ledger import eventlines
from sayso.ledger.eventlines import LineQuery, Spotted
from sayso.model.problem import SaysoError
from sayso.show.desk import happening_lines
from sayso.show.desk.answers import answer, desk, gives, gives_file, missing
from sayso.show.desk.asking import HappeningsAsked
from sayso.show.desk.desk import Hands
from sayso.show.desk.shapes import Bin, HappeningDetail, HappeningLine, HappeningPage, MapSpot, MapView, Timeline
from sayso.show.plain import cell

router = APIRouter()
Asked = Annotated[HappeningsAsked, Depends()]
KEPT_SECONDS = 30.0
MOST_BINS = 120
UNITS = (("day", 1), ("week", 7), ("month", 30), ("year", 365))
MOST_CSV = 10_000
FAR = 3
"""How many times longer the whole stretch of time has to be for its ends to be only counted."""


@router.get("/happenings.json", **gives(HappeningPage))
def listed(request: Request, asked: Asked) -> Response:
    """Happenings that fit, a page at a time, with how many there are and how many have no place or no day."""
    d, query = desk(request), asked.query()
    hands = d.hands()
    rows, following = eventlines.page(hands.store.db, query)
    total, placeless, dateless = d.kept(("counts", _wide(query)), KEPT_SECONDS, lambda: _counts(hands, _wide(query)))
    made = HappeningPage(
        happening_lines.lines(hands, rows), following, total, total >= eventlines.MOST_COUNTED, placeless, dateless
    )
    return answer(made)


def _wide(query: LineQuery) -> LineQuery:
    return replace(query, after="", limit=1, sort="newest")


def _counts(hands: Hands, query: LineQuery) -> tuple[int, int, int]:
    """Return how many there are, and without the box and what it leaves out, how many have no place and no day."""
    db, everywhere = hands.store.db, replace(query, box=None, placed=None, dated=None)
    counted = [eventlines.counted(db, replace(everywhere, **{name: False})) for name in ("placed", "dated")]  # type: ignore[arg-type]
    return eventlines.counted(db, query), counted[0], counted[1]


@router.get("/happenings.csv", **gives_file("text/csv"))
def as_csv(request: Request, asked: Asked) -> Response:
    """Happenings that fit, a row each, with the sentence of one of their claims and who says it; the first 10,000."""
    hands, query = desk(request).hands(), replace(asked.query(), after="", limit=500)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    names = HappeningLine.__struct_fields__
    writer.writerow(names)
    for _ in range(MOST_CSV // query.limit):
        rows, following = eventlines.page(hands.store.db, query)
        for h in happening_lines.lines(hands, rows):
            writer.writerow([_cell(getattr(h, n)) for n in names])
        if not following:
            break
        query = replace(query, after=following)
    headers = {"content-disposition": 'attachment; filename="happenings.csv"'}
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _cell(value: object) -> object:
    if isinstance(value, list):
        return cell(" | ".join(value))
    if hasattr(value, "lat"):
        return cell(f"{value.lat:.4f},{value.lon:.4f},{value.radius_km:g}")  # type: ignore[attr-defined]
    return cell(value)


@router.get("/happenings/map.json", **gives(MapView))
def mapped(request: Request, asked: Asked, zoom: Annotated[float, Param(ge=0, le=22)] = 2.0) -> Response:
    """What to draw on a map: each place with its radius and how many happenings it has, or cells where there are too many."""
    d, query = desk(request), replace(_wide(asked.query()), placed=True)
    made = d.kept(("map", query, round(zoom)), KEPT_SECONDS, lambda: _map(d.hands(), query, round(zoom)))
    return answer(made)


def _map(hands: Hands, query: LineQuery, zoom: int) -> MapView:
    found = eventlines.spots(hands.store.db, query, zoom)
    keys = eventlines.keys(hands.store.db, [s.latest for s in found])
    leads = eventlines.lines(hands.store.db, keys.values())
    read = happening_lines.sentences(hands, [s.claim for s in leads.values()])
    spots = []
    for s in found:
        key = keys.get(s.latest, "")
        words, who = read.get(leads[key].claim, ("", "")) if key in leads else ("", "")
        spots.append(_spot(s, key, words, who))
    return MapView(spots, sum(s.told for s in found))


def _spot(s: Spotted, key: str, words: str, who: str) -> MapSpot:
    return MapSpot(
        lat=s.lat, lon=s.lon, radius_km=0.0 if s.cell else s.radius_km, name="" if s.cell else s.name, count=s.told,
        contested=s.contested, origins=s.origins, ids=[key] if key else [], lead=words, said_by=who, clustered=s.cell,
        box=(s.west, s.south, s.east, s.north),
    )  # fmt: skip


@router.get("/happenings/timeline.json", **gives(Timeline))
def timed(request: Request, asked: Asked) -> Response:
    """How many happenings begin in each stretch of time."""
    d, query = desk(request), _wide(asked.query())
    return answer(d.kept(("timeline", query), KEPT_SECONDS, lambda: _timeline(d.hands(), query)))


def _timeline(hands: Hands, query: LineQuery) -> Timeline:
    whole = eventlines.ends(hands.store.db, query)
    if whole is None:
        return Timeline("day", [])
    ends = _dense(hands, query, whole)
    unit, length = next(((u, n) for u, n in UNITS if (ends[1] - ends[0]) // n <= MOST_BINS), UNITS[-1])
    start = ends[0] - (date.fromordinal(ends[0]).weekday() if unit == "week" else 0)
    found = eventlines.bins(hands.store.db, query, length, max(1, start))
    bins = [(_bin(max(1, start), length, n, count, contested), n) for n, count, contested in found]
    shown = [b for b, n in bins if start + n * length <= ends[1]]
    earlier = (
        sum(c for _, c, _ in eventlines.bins(hands.store.db, query, start - whole[0], whole[0])[:1])
        if whole[0] < start
        else 0
    )
    return Timeline(unit, shown, earlier, sum(b.count for b, _ in bins) - sum(b.count for b in shown))  # type: ignore[arg-type]


def _dense(hands: Hands, query: LineQuery, whole: tuple[int, int]) -> tuple[int, int]:
    """Return the days in which 98 of 100 happenings begin, where that is a far shorter stretch than the whole."""
    inner = eventlines.inner(hands.store.db, query)
    return inner if (inner[1] - inner[0]) * FAR < whole[1] - whole[0] else whole


def _bin(start: int, length: int, n: int, count: int, contested: int) -> Bin:
    first = start + n * length
    last = min(first + length - 1, date.max.toordinal())
    return Bin(date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat(), count, contested)


@router.get("/happenings/{key}.json", **gives(HappeningDetail))
def one(request: Request, key: str) -> Response:
    """One happening: tellings, origins, agreement field by field, grades, why together, near misses, judgements."""
    hands = desk(request).hands()
    try:
        found = hands.weighing.event(key)
    except SaysoError as error:
        raise missing(f"happening {key}") from error
    return answer(happening_lines.detail(hands, found))
