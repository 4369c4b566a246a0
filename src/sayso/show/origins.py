"""One happening drawn in the terminal: articles, the wire families they belong to, the origins these go back to, and why."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from sayso.ledger.sqlite import SqliteStore
from sayso.model import event_wire
from sayso.model.copying import Copying
from sayso.model.event import Account, Event, Match, Origin
from sayso.pipeline.weighing import Weighing
from sayso.show import happenings, terminal
from sayso.show.plain import clean
from sayso.vocab.outlet_names import named
from sayso.vocab.shapes.reading import Tie

TIE = {
    "owned-by": "is owned by", "state-controlled-by": "is controlled by the state of", "member-of": "is a member of",
    "party-to": "is a party to",
}  # fmt: skip
MOST_TIES = 12
"""Pairs whose reasons are shown, the surest first."""


def draw(ledger: str, key: str, *, as_json: bool) -> int:
    """Draw the graph of one happening, named by its id or that of a claim of it; return 0.

    Raises:
        SaysoError: when no happening, or several, are named.
    """
    store = SqliteStore(ledger, create=False)
    try:
        weighing = Weighing(store)
        weighing.catch_up()
        e = weighing.event(key)
        titles = {a.article: _title(store, a.article) for a in e.accounts}
        if as_json:
            terminal.console().file.write(event_wire.encode(e) + "\n")
        else:
            home = {a.article: weighing.tracing.family(a.article) for a in e.accounts}
            copies = [c for c in weighing.tracing.kept.pairs(home) if c.binds and c.one in home and c.other in home]
            graph(terminal.console(), e, titles, home, copies)
    finally:
        store.close()
    return 0


def _title(store: SqliteStore, key: str) -> str:
    article = store.article(key)
    return "" if article is None else article.title.value if article.title else article.ref


def graph(out: Console, e: Event, titles: dict[str, str], home: dict[str, str], copies: Sequence[Copying] = ()) -> None:
    """Print the whole graph: origins with their families and articles, why they are one happening, agreement, grades.

    ``titles`` and ``home`` give for each article its headline and its wire family, ``copies`` which of them share words.
    """
    out.print(Text(clean(happenings.heading(e)), style="bold"))
    families = {f for o in e.origins for f in o.families}
    articles = {a.article for a in e.accounts}
    counts = " → ".join(
        (
            counted(len(articles), "article", "articles"),
            counted(len(families), "wire family", "wire families"),
            counted(len(e.origins), "origin", "origins"),
        )
    )
    out.print(Text(counts, style="dim"))
    out.print()
    for o in e.origins:
        out.print(_origin(o, e.accounts, titles, home, copies))
    _ties(out, e)
    _relations(out, e)
    _grades(out, e)
    out.print(Text(f"\nhappening {e.id}", style="dim"))


def counted(n: int, one: str, many: str) -> str:
    """Return a number of things: "1 origin", "2 origins"."""
    return f"{n} {one if n == 1 else many}"


def _origin(
    o: Origin,
    accounts: Sequence[Account],
    titles: dict[str, str],
    home: dict[str, str],
    copies: Sequence[Copying],
) -> Tree:
    mine = [a for a in accounts if a.id in o.accounts]
    outlets = sorted({a.outlet for a in mine if a.outlet})
    name = o.voice or f"{' and '.join(outlets) or 'nobody known'}, own words"
    tree = Tree(Text(clean(f"origin: {name}"), style="bold magenta"))
    for reason in o.reasons:
        tree.add(Text(clean(f"why: {reason}"), style="dim"))
    for tie in ties(o, mine):
        tree.add(Text(clean(tie), style="yellow"))
    if o.would_split:
        tree.add(Text(clean(f"would be split by: {o.would_split}"), style="dim"))
    for family in o.families:
        branch = tree.add(Text(f"wire family {family}", style="cyan"))
        for a in mine:
            if home[a.article] == family:
                branch.add(Text(clean(_article(a, titles))))
        held = {a.article: a for a in mine if home[a.article] == family}
        for c in copies:
            if c.one in held and c.other in held:
                branch.add(Text(clean(shared(c, held[c.one], held[c.other])), style="dim"))
    return tree


def ties(o: Origin, mine: Sequence[Account]) -> list[str]:
    """Return whose the outlets of an origin are: of the outlet it is laid to, else of those that tell it in their own voice."""
    found = {n.id: n for name in ([o.voice] if o.voice else [a.outlet for a in mine]) if (n := named(name))}
    return [tie(n.name, t) for _, n in sorted(found.items()) for t in n.ties]


def tie(name: str, t: Tie) -> str:
    """Return what an outlet is bound to, with the source and the day it was looked up."""
    return f"{name} {TIE[t.kind]} {t.to} ({t.source}, looked up {t.seen})"


def shared(c: Copying, one: Account, other: Account) -> str:
    """Return what two articles of one family share, the one nearer the source first when that is known."""
    first, second = (other, one) if c.upstream == "other" else (one, other)
    arrow = "–" if c.upstream == "unknown" else "→"
    sides = f"{first.outlet or 'an unnamed outlet'} {arrow} {second.outlet or 'an unnamed outlet'}"
    return f"{c.kind}, {sides}: {'; '.join(c.why)}"


def _article(a: Account, titles: dict[str, str]) -> str:
    claims = ", ".join(t.claim for t in a.tellers if t.core)
    return f"{a.outlet or 'an unnamed outlet'}, {a.published}: {titles[a.article]} ({claims})"


def _ties(out: Console, e: Event) -> None:
    if not e.matches and not e.near:
        return
    outlet = {a.id: f"{a.outlet or '?'} {a.published}" for a in e.accounts}
    for label, found in (("why together", e.matches), ("close, left out", e.near)):
        if found:
            out.print(Text(f"\n{label}", style="bold"))
        for m in found[:MOST_TIES]:
            sides = f"{outlet.get(m.one, m.one)} – {outlet.get(m.other, m.other)}"
            terminal.hang(out, Text(f"  {m.score:+.1f}"), Text(clean(f"{sides}: {reasons(m)}")))


def reasons(m: Match) -> str:
    """Return what speaks for and against two accounts being of one happening, in words."""
    if m.by:
        return f"judged by a person ({m.by}): {'apart' if m.bar else 'together'}"
    return "; ".join(f"{x.feature} {x.points:+.1f} ({x.finding})" for x in m.evidence if x.points)


def _relations(out: Console, e: Event) -> None:
    said = [r for r in e.relations if r.bearing in {"contradicts", "refines"}]
    if said:
        out.print(Text("\nfield by field", style="bold"))
    for r in said:
        style = "red" if r.bearing == "contradicts" else ""
        terminal.hang(out, Text(f"  {r.field:<15}{r.bearing:<12}", style=style), Text(clean(happenings.quarrel(e, r))))
    agreed = sorted({r.field for r in e.relations if r.bearing == "agrees"})
    if agreed:
        terminal.hang(out, Text(f"  {'agreed on':<27}"), Text(", ".join(agreed)))


def _grades(out: Console, e: Event) -> None:
    out.print(Text("\ngrades (of what is told, never of its truth)", style="bold"))
    for g in e.grades:
        terminal.hang(out, Text(f"  {g.name:<15}{g.value:<12}"), Text(clean(f"{'; '.join(g.reasons)}. {g.limits}")))
