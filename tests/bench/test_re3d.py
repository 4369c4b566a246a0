"""Scoring of names: the same counts as the scorer that came with the set, on documents made up for this test."""

from __future__ import annotations

from typing import Any

import pytest
from bench.re3d import count, f1, strict, summed, table

Row = dict[str, Any]


def spans(*found: tuple[str, int, int]) -> list[Row]:
    return [{"type": t, "start": s, "end": e} for t, s, e in found]


ROWS: list[Row] = [
    {"id": "a", "text": "x" * 90, "gold": {"entities": spans(
        ("Organisation", 0, 30), ("Organisation", 14, 30), ("Person", 40, 50), ("Location", 60, 70), ("Vehicle", 72, 80))}},
    {"id": "b", "text": "x" * 90, "gold": {"entities": spans(
        ("Organisation", 0, 10), ("Location", 20, 30), ("Weapon", 50, 60), ("Weapon", 50, 60))}},
    {"id": "never-read", "text": "x" * 9, "gold": {"entities": spans(("Person", 0, 5))}},
]  # fmt: skip
FOUND = {
    "a": spans(("Organisation", 20, 25), ("Organisation", 41, 44), ("Person", 50, 55), ("Location", 66, 90), ("Location", 60, 61)),
    "b": spans(("Organisation", 10, 12), ("Location", 29, 31), ("Weapon", 59, 60), ("Weapon", 1, 2), ("Weapon", 1, 2)),
}  # fmt: skip
THEIRS = {
    "Organisation": (2, 3, 3),
    "Person": (0, 1, 2),
    "Location": (2, 3, 2),
    "Weapon": (1, 2, 1),
    "Vehicle": (0, 0, 1),
}
"""Right, read and marked, as the set's own scorer counts them."""


@pytest.mark.parametrize("type_", THEIRS)
def test_the_counts_of_the_sets_own_scorer(type_: str) -> None:
    assert count(ROWS, FOUND, type_)[:3] == THEIRS[type_]


def test_two_marks_found_by_one_name_are_one_name_that_is_right() -> None:
    organisations = count(ROWS, FOUND, "Organisation")
    assert organisations[3] == 1
    assert f1(organisations) == pytest.approx(2 / 3)
    assert strict(organisations) == pytest.approx(2 * (1 / 3) * (2 / 3) / (1 / 3 + 2 / 3))


def test_counts_are_pooled_by_adding_them() -> None:
    assert summed([(1, 2, 3, 1), (0, 1, 2, 0)]) == (1, 3, 5, 1)


def test_nothing_read_is_nothing_right() -> None:
    assert f1(count(ROWS, {}, "Weapon")) == 0
    assert strict(count(ROWS, {}, "Weapon")) == 0


def test_the_table_pools_with_and_without_the_slips_of_the_set() -> None:
    whole, without = table(ROWS, FOUND)[-2:]
    assert "5 right, 9 read, 9 marked" in whole
    assert "5 right, 9 read, 8 marked" in without
