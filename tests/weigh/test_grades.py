"""Grades follow from counts and contradictions by stated rules, and say what they don't say; none speaks of truth."""

from __future__ import annotations

from typing import Any

import pytest
from tests.weigh.made import account

from sayso.weigh.agreement import relations
from sayso.weigh.grades import grades
from sayso.weigh.origins import EachItsOwn, origins


def graded(*accounts: Any) -> dict[str, str]:
    found = grades(accounts, relations(accounts), origins(accounts, EachItsOwn()))
    assert all(g.rule and g.limits and g.reasons for g in found)
    return {g.name: g.value for g in found}


@pytest.mark.parametrize(
    ("tolls", "digit", "label"),
    [([31], "F6", "weak"), ([31, 31], "F3", "fair"), ([31, 31, 31], "F2", "fair"), ([31, 43], "F4", "fair")],
)
def test_the_digit_follows_from_origins_and_contradictions(tolls: list[int], digit: str, label: str) -> None:
    found = graded(*(account("abc"[n], killed=k) for n, k in enumerate(tolls)))
    assert (found["admiralty"], found["airwars-like"]) == (digit, label)
    assert found["contested"] == ("killed" if len(set(tolls)) > 1 else "no")


def test_a_single_origin_is_flagged() -> None:
    assert graded(account("a", voice="SOHR"), account("b", voice="SOHR"))["single-origin"] == "yes"
    assert graded(account("a"), account("b"))["single-origin"] == "no"
