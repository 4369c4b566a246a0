"""Accounts to events: candidates by blocks, matches, clusters, and for each event what its tellings say of each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.model.event import Account, Event, Match
from sayso.model.ids import digest
from sayso.model.review import Judgement
from sayso.weigh.agreement import relations
from sayso.weigh.blocking import keys
from sayso.weigh.clustering import clusters
from sayso.weigh.grades import grades
from sayso.weigh.ground import weights
from sayso.weigh.judging import ruled, weigher
from sayso.weigh.origins import EachItsOwn, Families, origins

MOST_NEAR = 8
"""Near misses kept with an event, the nearest first."""


def candidates(accounts: Iterable[Account]) -> set[tuple[str, str]]:
    """Return the pairs of ids that share a block, each once, the smaller id first."""
    blocks: dict[str, list[str]] = {}
    for a in accounts:
        for key in keys(a):
            blocks.setdefault(key, []).append(a.id)
    return {(min(x, y), max(x, y)) for held in blocks.values() for n, x in enumerate(held) for y in held[n + 1 :]}


def events(
    accounts: Sequence[Account], judgements: Sequence[Judgement] = (), families: Families | None = None
) -> tuple[Event, ...]:
    """Return every happening the accounts tell of, sorted by day and id; those told once among them."""
    by_id = {a.id: a for a in accounts}
    rulings = ruled(judgements)
    weigh = weigher(rulings)
    pairs = candidates(accounts) | judged_pairs(accounts, rulings)
    found = [weigh(by_id[x], by_id[y]) for x, y in sorted(pairs)]
    return gathered(by_id, [m for m in found if m.by or not m.bar], rulings, families or EachItsOwn())


def gathered(
    by_id: Mapping[str, Account],
    found: Sequence[Match],
    rulings: Mapping[tuple[str, str], Judgement],
    families: Families,
) -> tuple[Event, ...]:
    """Return the events that accounts make by matches already found."""
    groups = clusters(list(by_id.values()), found, weigher(rulings))
    at = {key: n for n, group in enumerate(groups) for key in group}
    inside: dict[int, list[Match]] = {}
    near: dict[int, list[Match]] = {}
    for m in found:
        one, other = at[m.one], at[m.other]
        if one == other:
            inside.setdefault(one, []).append(m)
        elif m.score >= weights().near or m.by:
            near.setdefault(one, []).append(m)
            near.setdefault(other, []).append(m)
    made = (event([by_id[k] for k in g], inside.get(n, []), near.get(n, []), families) for n, g in enumerate(groups))
    return tuple(sorted(made, key=lambda e: (e.accounts[0].first, e.id)))


def judged_pairs(accounts: Iterable[Account], rulings: Mapping[tuple[str, str], Judgement]) -> set[tuple[str, str]]:
    """Return the pairs of accounts that a person spoke of: they are compared whether or not they share a block."""
    if not rulings:
        return set()
    home: dict[str, list[str]] = {}
    for a in accounts:
        for t in a.tellers:
            home.setdefault(t.claim, []).append(a.id)
    return {
        (min(x, y), max(x, y)) for c, d in rulings for x in home.get(c, ()) for y in home.get(d, ()) if x != y
    }  # fmt: skip


def event(accounts: Sequence[Account], matches: Sequence[Match], near: Sequence[Match], families: Families) -> Event:
    """Return one event with its agreements, origins and grades; ``id`` is a digest of the smallest id among its accounts."""
    held = sorted(accounts, key=lambda a: (a.first, a.published, a.id))
    told = relations(held)
    sources = origins(held, families)
    kinds = [k for a in held for k in a.kinds]
    most = max(sorted(set(kinds)), key=kinds.count)
    return Event(
        id=digest("e", min(a.id for a in held)), kind=most, accounts=tuple(held),
        matches=tuple(sorted(matches, key=lambda m: (-m.score, m.one, m.other))),
        relations=told, origins=sources, grades=grades(held, told, sources),
        near=tuple(sorted(near, key=lambda m: (-m.score, m.one, m.other))[:MOST_NEAR]),
    )  # fmt: skip
