"""The sheets of columns of all formats."""

from __future__ import annotations

import pytest
from tests.show.exports.by_hand import make

from sayso.show.exports.people import Party
from sayso.show.exports.sheets import MAPS, TABLES, cells, columns, sheet

FORMS = (*TABLES, *MAPS)
STATE, REBELS, OTHERS = (
    Party(n, s, "military", c)
    for n, s, c in (("Army", "state", "SY"), ("Rebels", "nonstate", ""), ("Group", "nonstate", ""))
)


@pytest.mark.parametrize("form", FORMS)
def test_every_column_has_a_source_that_is_there_or_says_why_it_is_empty(form: str) -> None:
    there = cells(form, make())
    bare = cells(form, make(actors=(), targets=(), place=None, when=None, killed=None, means=()))
    for c in columns(form):
        assert c.meaning
        assert bool(c.source) != bool(c.empty), c.name
        assert not c.source or (c.source in there and c.source in bare), c.name
    assert len({c.name for c in columns(form)}) == len(columns(form))


@pytest.mark.parametrize(("form", "count"), [("acled", 31), ("ucdp", 49)])
def test_the_formats_own_columns_are_all_there(form: str, count: int) -> None:
    assert len(sheet(form).columns) == count
