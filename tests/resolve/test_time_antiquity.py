"""Times before Christ and what is counted from them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.article import Article
from sayso.resolve.dates import tag
from sayso.resolve.time_antiquity import shadow, unshadow
from sayso.resolve.time_values import Value, a_day


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In April 480 BC they crossed. By August they fought.", ["BC0480-04", "BC0480-08"]),
        ("In 491 BC he asked. The following year he sailed.", ["BC0491", "BC0490"]),
        ("The war (499-493 BC) ended.", ["BC0499", "BC0493"]),
        ("In the spring of 480 BC they met.", ["BC0480-SP"]),
        ("Through the 470s BC and the 4th century BC", ["BC047", "BC03"]),
    ],
)
def test_before_christ(text: str, values: list[str], make_article: Callable[..., Article]) -> None:
    found = tag(make_article(text))
    assert [t.value for t in found] == values
    assert all(t.start is None for t in found)


@given(st.integers(1, 2999))
def test_a_shadow_comes_back_as_what_it_was(year: int) -> None:
    back = unshadow(
        Value(
            "DATE", str(shadow(Value("DATE", f"BC{year:04d}")).start)[:4], shadow(Value("DATE", f"BC{year:04d}")).start
        )
    )
    assert back.value == f"BC{year:04d}"


@given(st.dates())
def test_days_of_this_era_stay(day: object) -> None:
    from datetime import date

    assert isinstance(day, date)
    if day.year <= 3000:
        assert unshadow(a_day(day)) == a_day(day)
