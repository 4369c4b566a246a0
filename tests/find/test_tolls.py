"""Happenings told by their toll alone."""

from __future__ import annotations

import pytest
from tests.find.test_numerals import trees

from sayso.find.tolls import RULE, toll_kind
from sayso.find.unit import Unit
from sayso.model.article import Article, Zone
from sayso.model.span import Span


def read(clause: str, before: str = "Rebels shelled the town and troops fired rockets.") -> tuple[str, str] | None:
    text = f"{before} {clause}"
    t = trees(text)[-1]
    article = Article("a1", "test", "0" * 64, text, (Zone("body", Span(0, len(text)), "test"),))
    found = toll_kind(Unit(t, tuple(range(len(t))), t.root, (), "own", "test"), article)
    return None if found is None else (found.kind.value, found.kind.rule)


def test_the_deed_that_befell_the_counted_names_the_kind() -> None:
    found = read("They were among 19 people killed in air strikes across Idlib province.")
    assert found is not None
    assert found[0] == "air-drone-strike"


@pytest.mark.parametrize("text", ["The toll rose to 45.", "The death toll climbed to 112 on Sunday from 98."])
def test_a_toll_alone_is_a_toll(text: str) -> None:
    assert read(text) == ("casualties-toll", RULE)


def test_a_toll_of_no_conflict_is_left_alone() -> None:
    assert read("The toll rose to 45.", "A ferry sank in a storm off the coast.") is None


@pytest.mark.parametrize("text", ["The army holds 12 villages.", "About 300 people gathered in the square."])
def test_who_counts_no_dead_tells_no_toll(text: str) -> None:
    assert read(text) is None
