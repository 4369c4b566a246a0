"""Which kinds of happening may be two names for one happening."""

from __future__ import annotations

from functools import cache

from sayso.vocab.loader import load
from sayso.vocab.shapes.weigh import Kinds


@cache
def _kinds() -> Kinds:
    kinds: Kinds = load("weigh/kinds", Kinds)
    return kinds


@cache
def family(kind: str) -> str:
    """Return the family of a kind."""
    return next((name for name, kinds in _kinds().families.items() if kind in kinds), kind)


@cache
def likeness(one: str, other: str) -> str:
    """Return how two kinds may be one happening: "same", "family", "near" or "" (never)."""
    if one == other:
        return "same"
    a, b = family(one), family(other)
    if a == b:
        return "family"
    return "near" if (a, b) in _near() or (b, a) in _near() else ""


@cache
def founds_by_place(kind: str) -> bool:
    """Tell whether a claim of this kind can begin an account by a town alone."""
    return kind in _kinds().by_place


@cache
def founds(kind: str) -> bool:
    """Tell whether a claim of this kind can begin an account of a happening."""
    return family(kind) in _kinds().founding


@cache
def goes_on(kind: str) -> bool:
    """Tell whether a kind of happening goes on beside others on most days of a war."""
    return family(kind) in _kinds().daily


@cache
def by_means(kind: str) -> bool:
    """Tell whether a kind of happening says by what means it was done, so that another of them is another deed."""
    return family(kind) in _kinds().means


@cache
def counts(kind: str) -> bool:
    """Tell whether the kind counts what a stretch of time cost, where the claim gives one."""
    return kind in _kinds().tolls


@cache
def _near() -> frozenset[tuple[str, str]]:
    return frozenset((a, b) for a, b in _kinds().near)
