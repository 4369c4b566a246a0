from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.show.dossier.made import NOW

from sayso.ledger.sqlite import SqliteStore
from sayso.model.review import Dossier
from sayso.show.dossier import timeline
from sayso.show.dossier.gather import gathered
from sayso.show.dossier.page import Book
from sayso.show.dossier.timeline import MOST_TICKS, Bar, ends, ticks


def bar(first: date, last: date | None = None) -> Bar:
    return Bar(first, last or first, "words", "days", "about", "#p1", contested=False)


DAYS = st.dates(date(1000, 1, 1), date(2900, 1, 1))


@given(DAYS, st.integers(0, 300_000))
def test_ticks_are_few_and_inside(first: date, days: int) -> None:
    last = first + timedelta(days)
    found = ticks(first, last)
    assert len(found) <= MOST_TICKS + 1
    assert found == sorted(set(found))
    assert all(first <= t <= last for t in found)


@pytest.mark.parametrize("early", [date(1970, 1, 1), date(2060, 1, 1)])
def test_a_few_bars_far_away_do_not_stretch_the_line(early: date) -> None:
    near = [bar(date(2016, 7, n)) for n in range(1, 11)]
    assert ends([*near, bar(early)]) == (date(2016, 7, 1), date(2016, 7, 10))


def test_many_far_bars_do() -> None:
    assert ends([bar(date(1970, 1, 1)), bar(date(2016, 1, 1))]) == (date(1970, 1, 1), date(2016, 1, 1))


@given(st.lists(st.tuples(DAYS, st.integers(0, 4000)), min_size=1, max_size=20))
def test_any_days_are_drawn(days: list[tuple[date, int]]) -> None:
    found = [bar(d, d + timedelta(n)) for d, n in days]
    first, last = ends(found)
    assert first <= last
    assert timeline._drawn(found).count("<li>") == len(found)


def test_parts_without_days_are_counted(store: SqliteStore, dossier: Dossier) -> None:
    text = timeline.body(Book(gathered(store, dossier, profile="public", now=NOW)))
    assert "1 claim without a day" in text
    assert 'class="bar contested"' in text
