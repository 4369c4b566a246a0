"""Accounts are gathered by their surest matches, never chained through a middle one that fits both of two unlike."""

from __future__ import annotations

from itertools import permutations

from sayso.model.event import Account, Match
from sayso.weigh.clustering import clusters

from tests.weigh.made import account  # isort: skip

A, B, C = account("a"), account("b"), account("c")


def pair(x: Account, y: Account, score: float, bar: str = "", by: str = "") -> Match:
    return Match(min(x.id, y.id), max(x.id, y.id), score, (), bar, by)


def never(x: Account, y: Account) -> Match:
    return pair(x, y, 0.0, bar="time")


def test_unlike_accounts_are_not_chained_through_a_middle_one() -> None:
    found = [pair(A, B, 6.0), pair(B, C, 5.0)]
    assert clusters([A, B, C], found, never) == [("ta", "tb"), ("tc",)]


def test_like_accounts_are_gathered_whatever_the_order() -> None:
    found = [pair(A, B, 6.0), pair(B, C, 5.0), pair(A, C, 3.0)]
    for order in permutations(found):
        assert clusters([C, A, B], order, never) == [("ta", "tb", "tc")]


def test_pairs_across_must_reach_the_average() -> None:
    found = [pair(A, B, 6.0), pair(B, C, 2.8), pair(A, C, -1.5)]
    assert clusters([A, B, C], found, never) == [("ta", "tb"), ("tc",)]


def test_a_person_s_word_wins_over_features_and_bars() -> None:
    merged = [pair(A, B, 1000.0, by="j1")]
    assert clusters([A, B], merged, never) == [("ta", "tb")]
    split = [pair(A, B, 0.0, bar="judged", by="j2"), pair(A, C, 6.0), pair(B, C, 6.0)]
    assert len(clusters([A, B, C], split, never)) == 2
