"""From scores to runs of words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.find.encoder.decode import log_probabilities, odds_of, one_run, runs, tagged


def test_a_run_begins_with_begin_or_with_an_inside_that_stands_alone() -> None:
    tags = np.eye(3, dtype=np.float32)[[0, 1, 2, 0, 2, 1]]
    assert tagged(tags) == [(1, 2), (4, 4), (5, 5)]


def test_leaning_towards_words_finds_weaker_ones() -> None:
    tags = np.array([[0.5, 0.2, 0.0]], dtype=np.float32)
    assert tagged(tags) == []
    assert tagged(tags, 0.4) == [(0, 0)]


def test_a_source_is_one_stretch_and_may_bridge_a_doubtful_word() -> None:
    assert one_run(np.array([-3, 2, -1, 2, -9, 1], dtype=np.float32)) == (1, 3)
    assert one_run(np.array([-1, -2], dtype=np.float32)) is None


def test_content_may_be_two_stretches_when_what_lies_between_says_no_loudly() -> None:
    odds = np.array([3, 3, -5, -5, 3, 3], dtype=np.float32)
    assert runs(odds, 1.0) == [(0, 1), (4, 5)]
    assert runs(np.array([3, 3, -1, 3, 3], dtype=np.float32), 1.0) == [(0, 4)]
    assert runs(np.array([], dtype=np.float32), 1.0) == []


@given(st.lists(st.floats(-6, 6), max_size=9), st.floats(0, 4))
def test_runs_are_the_best_of_all_ways(odds: list[float], switch: float) -> None:
    def worth(inside: list[bool]) -> float:
        changes = sum(a != b for a, b in zip([False, *inside], inside, strict=False))
        return sum(o for o, i in zip(odds, inside, strict=True) if i) - switch * changes

    found = runs(np.array(odds, dtype=np.float64), switch)
    chosen = [any(a <= i <= b for a, b in found) for i in range(len(odds))]
    every = [[bool(n >> i & 1) for i in range(len(odds))] for n in range(1 << len(odds))]
    assert worth(chosen) == pytest.approx(max(map(worth, every)), abs=1e-6)


def test_odds_of_a_role_are_against_all_others() -> None:
    logs = log_probabilities(np.log(np.array([[[0.5, 0.25, 0.25]]], dtype=np.float32)))
    assert odds_of(logs, 0)[0, 0] == pytest.approx(0.0, abs=1e-5)
    assert odds_of(logs, 1)[0, 0] == pytest.approx(np.log(1 / 3), abs=1e-5)
