"""A person's word on what is one happening: it wins over every feature, and the last word on a pair holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations, product

from sayso.model.event import Account, Match
from sayso.model.review import Judgement
from sayso.weigh.matching import match

CERTAIN = 1000.0
"""Points of a person's merge: more than features can gather."""


def ruled(judgements: Sequence[Judgement]) -> dict[tuple[str, str], Judgement]:
    """Return for each pair of claims the judgement that holds: the last one on it."""
    found: dict[tuple[str, str], Judgement] = {}
    for j in sorted(judgements, key=lambda j: j.number):
        across = product(j.one, j.other)
        within = combinations((*j.one, *j.other), 2) if j.verdict == "merge" else ()
        for x, y in (*across, *within):
            if x != y:
                found[min(x, y), max(x, y)] = j
    return found


def weigher(rulings: Mapping[tuple[str, str], Judgement]) -> Callable[[Account, Account], Match]:
    """Return how two accounts are weighed when people have spoken: by their word where there is one, else by features."""
    by_claim: dict[str, set[str]] = {}
    for x, y in rulings:
        by_claim.setdefault(x, set()).add(y)
        by_claim.setdefault(y, set()).add(x)

    def weigh(one: Account, other: Account) -> Match:
        j = _ruling(one, other, rulings, by_claim)
        return match(one, other) if j is None else _by(one, other, j)

    return weigh


def _ruling(
    one: Account,
    other: Account,
    rulings: Mapping[tuple[str, str], Judgement],
    by_claim: Mapping[str, set[str]],
) -> Judgement | None:
    """Return the last judgement on any claim of one account and any of the other."""
    theirs = {t.claim for t in other.tellers}
    pairs = ((t.claim, c) for t in one.tellers for c in by_claim.get(t.claim, ()) if c in theirs)
    return max((rulings[min(p), max(p)] for p in pairs), key=lambda j: j.number, default=None)


def _by(one: Account, other: Account, j: Judgement) -> Match:
    a, b = sorted((one.id, other.id))
    return Match(a, b, CERTAIN, (), by=j.id) if j.verdict == "merge" else Match(a, b, 0.0, (), bar="judged", by=j.id)
