"""Accounts to happenings: every pair inside one may be one, and no unlike two are chained together through a third."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from sayso.model.event import Account, Match
from sayso.weigh.ground import weights

Pair = tuple[str, str]


def clusters(
    accounts: Sequence[Account],
    matches: Iterable[Match],
    weigh: Callable[[Account, Account], Match],
) -> list[tuple[str, ...]]:
    """Return the accounts of each happening by id, sorted; the order in which they came changes nothing.

    The strongest match is joined first. Two groups are joined when no pair across them is barred or falls below ``unlike``
    points, and the pairs across them reach ``together`` points on average. What a person merged is joined before all else, what a person split stays apart.
    """
    by_id = {a.id: a for a in accounts}
    group: dict[str, set[str]] = {key: {key} for key in by_id}
    known: dict[Pair, Match] = {(m.one, m.other): m for m in matches}
    for m in sorted(known.values(), key=_strength):
        if m.one not in group or m.other not in group or m.score < weights().same:
            continue
        a, b = group[m.one], group[m.other]
        if a is not b and _may_join(a, b, by_id, known, weigh, sure=bool(m.by)):
            a |= b
            group.update(dict.fromkeys(b, a))
    return sorted({tuple(sorted(g)) for g in group.values()})


def _strength(m: Match) -> tuple[bool, float, str, str]:
    return (not m.by, -m.score, m.one, m.other)


def _may_join(
    a: set[str],
    b: set[str],
    accounts: Mapping[str, Account],
    known: dict[Pair, Match],
    weigh: Callable[[Account, Account], Match],
    *,
    sure: bool,
) -> bool:
    """Tell whether two groups can be one happening; with ``sure`` (a person says so) only another person's word is in the way."""
    total = 0.0
    for x in sorted(a):
        for y in sorted(b):
            pair = (min(x, y), max(x, y))
            m = known.get(pair)
            if m is None:
                m = known[pair] = weigh(accounts[pair[0]], accounts[pair[1]])
            if (m.bar and (m.by or not sure)) or (not sure and m.score < weights().unlike):
                return False
            total += m.score
    return sure or total >= weights().together * len(a) * len(b)
