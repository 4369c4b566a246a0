"""Happenings as a list: who tells of each, how many origins they go back to, and where they contradict each other."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from datetime import date

from rich.console import Console
from rich.text import Text

from sayso.ledger.happenings import EventQuery
from sayso.ledger.sqlite import SqliteStore
from sayso.model import event_wire
from sayso.model.event import Account, Event, Relation
from sayso.pipeline.weighing import Weighing
from sayso.show import terminal
from sayso.show.plain import cell, clean
from sayso.show.words import DOT

DONE, NOTHING = 0, 1
COLUMNS = (
    "id", "kind", "first", "last", "places", "articles", "outlets", "origins", "single_origin", "contested", "admiralty",
    "airwars_like", "killed", "injured", "claims",
)  # fmt: skip
MOST_SHOWN = 3
"""Contradictions shown of one field in a list; `sayso origins` shows all."""


def listing(ledger: str, query: EventQuery, *, as_json: bool, as_csv: bool, again: bool) -> int:
    """List happenings, weighing first what was not weighed yet; return 0, or 1 when none fits."""
    store = SqliteStore(ledger, create=False)
    try:
        weighing = Weighing(store)
        new = weighing.again() if again else weighing.catch_up()
        if new:
            sys.stderr.write(f"{new} articles weighed\n")
        found = weighing.events(query)
    finally:
        store.close()
    if as_json:
        sys.stdout.writelines(event_wire.encode(e) + "\n" for e in found)
    elif as_csv:
        table(found)
    else:
        out = terminal.console()
        for e in found:
            one(out, e)
    return _end(found, query)


def _end(found: Sequence[Event], query: EventQuery) -> int:
    if not found:
        sys.stderr.write("no happenings fit\n")
        return NOTHING
    if len(found) == query.limit:
        more = query.after + query.limit
        sys.stderr.write(f"{len(found)} happenings shown; go on with --after {more}, or ask for more with --limit\n")
    return DONE


def one(out: Console, e: Event) -> None:
    """Print one happening: what is told, by whom, with how many origins, and its contradictions."""
    terminal.hang(out, Text("•", style="dim"), Text(clean(heading(e)), style="bold"))
    fields = [("told by", tellers(e)), ("origins", counted(e))]
    fields += [(r.field, quarrel(e, r)) for r in shown(e)]
    for label, value in [*fields, ("id", e.id)]:
        style = "red" if label not in {"told by", "origins", "id"} else "dim" if label == "id" else ""
        terminal.hang(out, Text(f"  {label:<15}", style="cyan"), Text(clean(value), style=style))
    out.print()


def heading(e: Event) -> str:
    """Return what is told, when and where: "suicide-bomb · 2016-07-05 · Al Hasakah"."""
    return DOT.join(x for x in (e.kind, days(e.accounts), ", ".join(places(e)[:2])) if x)


def days(accounts: Sequence[Account]) -> str:
    """Return the days told, those that claims give before those of the articles."""
    dated = [a for a in accounts if a.dated] or list(accounts)
    ends = sorted({(a.first, a.last) for a in dated})
    first, last = ends[0][0], max(end for _, end in ends)
    day = date.fromordinal(first).isoformat()
    words = day if first == last else f"{day} to {date.fromordinal(last).isoformat()}"
    return words if any(a.dated for a in accounts) else f"{words} (the articles' own days)"


def places(e: Event) -> list[str]:
    """Return the places told, the most told first."""
    said = [v.words for a in e.accounts for v in a.said if v.field == "place"]
    return sorted(set(said), key=lambda w: (-said.count(w), w))


def tellers(e: Event) -> str:
    """Return the outlets that tell it and how many articles they printed: "2 articles: ahram, manar"."""
    articles = {a.article for a in e.accounts}
    outlets = sorted({a.outlet or "an unnamed outlet" for a in e.accounts})
    return f"{len(articles)} article{'' if len(articles) == 1 else 's'}: {', '.join(outlets)}"


def counted(e: Event) -> str:
    """Return the number of independent origins and what grades say, in words."""
    grade = {g.name: g.value for g in e.grades}
    voices = sorted({o.voice for o in e.origins if o.voice})
    known = grade["origins"]
    parts = [f"{known} independent" + (f" ({', '.join(voices)})" if voices else "")]
    if grade["contested"] != "no":
        parts.append(f"contested on {grade['contested']}")
    parts.append(f"proposed {grade['admiralty']}")
    parts += [f"Airwars-like: {grade['airwars-like']}"] if "airwars-like" in grade else []
    return DOT.join(parts)


def shown(e: Event) -> list[Relation]:
    """Return the contradictions to show in a list: of each field, few, each pair of wordings once."""
    found: dict[tuple[str, str, str], Relation] = {}
    for r in e.relations:
        if r.bearing == "contradicts":
            found.setdefault((r.field, *sorted((r.one.words, r.other.words))), r)  # type: ignore[arg-type]
    by_field: dict[str, list[Relation]] = {}
    for r in found.values():
        by_field.setdefault(r.field, []).append(r)
    return [r for held in by_field.values() for r in held[:MOST_SHOWN]]


def quarrel(e: Event, r: Relation) -> str:
    """Return a contradiction with both sides, each with who says it: "“44 people” (SANA in dailysabah) against “48” (trt)"."""
    return f"“{r.one.words}” ({who(e, r.one.claim)}) against “{r.other.words}” ({who(e, r.other.claim)})"


def who(e: Event, claim: str) -> str:
    """Return who says a claim: the voice and the outlet that prints it."""
    for a in e.accounts:
        for t in a.tellers:
            if t.claim == claim:
                outlet = a.outlet or "an unnamed outlet"
                return f"{t.voice_name} in {outlet}, {claim}" if t.voice_name else f"{outlet}, {claim}"
    return claim


def table(found: Sequence[Event]) -> None:
    """Write happenings as CSV; numbers keep who says them."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    for e in found:
        writer.writerow([cell(v) for v in _row(e)])


def _row(e: Event) -> Iterator[object]:
    grade = {g.name: g.value for g in e.grades}
    yield from (e.id, e.kind)
    yield date.fromordinal(min(a.first for a in e.accounts)).isoformat()
    yield date.fromordinal(max(a.last for a in e.accounts)).isoformat()
    yield " | ".join(places(e))
    yield len({a.article for a in e.accounts})
    yield " | ".join(sorted({a.outlet for a in e.accounts if a.outlet}))
    yield from (
        grade["origins"],
        grade["single-origin"],
        grade["contested"],
        grade["admiralty"],
        grade.get("airwars-like"),
    )
    for name in ("killed", "injured"):
        values = [(v, a) for a in e.accounts for v in a.said if v.field == name]
        yield " | ".join(dict.fromkeys(f"{v.words} ({who(e, v.claim)})" for v, _ in values))
    yield " | ".join(t.claim for a in e.accounts for t in a.tellers)
