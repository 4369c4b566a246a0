"""Names weighed by the learnt table."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.find.place_choice import BESIDE, ENOUGH, FILE, LIKELY, chances, chosen, shares, table

CARD = Path(__file__).parents[2] / "train" / "MODEL_CARD.md"


def test_the_shipped_table_is_the_one_on_the_card() -> None:
    assert hashlib.sha256(FILE.read_bytes()).hexdigest() in CARD.read_text(encoding="utf-8")


def test_signs_add_up_and_unknown_ones_weigh_nothing() -> None:
    sign = next(iter(table()))
    assert chances([[sign]]) == chances([[sign, "never seen"]])
    assert chances([]) == []


def test_scores_become_probabilities_beside_none() -> None:
    assert shares([[0.0], [0.0]]) == pytest.approx([1 / 3, 1 / 3])
    assert shares([[1000.0], [-1000.0]]) == pytest.approx([1.0, 0.0])


@given(st.lists(st.lists(st.floats(-800, 800), max_size=4), max_size=6))
def test_probabilities_sum_to_at_most_one(weights: list[list[float]]) -> None:
    spread = shares(weights)
    assert all(0 <= p <= 1 for p in spread)
    assert sum(spread) <= 1 + 1e-9


def test_too_little_for_any_is_none() -> None:
    assert chosen([ENOUGH - 0.01], [[0]]) == []
    assert chosen([LIKELY - 0.01, LIKELY - 0.02], [[0], [1]]) == []
    assert chosen([], []) == []


def test_the_likeliest_leads_and_those_nearly_as_likely_follow() -> None:
    assert chosen([0.45 * BESIDE + 0.01, 0.45], [[0], [1]]) == [1, 0]
    assert chosen([0.3, 0.6], [[0], [1]]) == [1]


def test_what_is_listed_with_the_place_is_the_place_too() -> None:
    assert chosen([0.02, 0.9, 0.01], [[0], [1, 2], [1, 2]]) == [1, 2]
