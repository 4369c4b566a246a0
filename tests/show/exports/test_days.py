"""Days and their precision codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.when import Moment
from sayso.show.exports.days import Days, days, spoken


def moment(start: str | None, end: str | None) -> Moment:
    return Moment(None, None, "test.by-hand", start, end)


@pytest.mark.parametrize(
    ("end", "acled", "ucdp", "middle"),
    [
        ("2017-09-24", 1, 1, "2017-09-24"),
        ("2017-09-25", 2, 2, "2017-09-24"),
        ("2017-09-29", 2, 2, "2017-09-26"),
        ("2017-09-30", 2, 3, "2017-09-27"),
        ("2017-10-01", 3, 4, "2017-09-27"),
        ("2017-10-24", 3, 4, "2017-10-09"),
        ("2017-10-25", None, 5, "2017-10-09"),
    ],
)
def test_precision_by_the_number_of_days(end: str, acled: int | None, ucdp: int, middle: str) -> None:
    found = days(moment("2017-09-24", end))
    assert found is not None
    assert (found.acled, found.ucdp, found.middle.isoformat()) == (acled, ucdp, middle)


@pytest.mark.parametrize(
    "given_", [(None, None), ("2017-09-24", None), (None, "2017-09-24"), ("2017-02-31", "2017-03-01"), ("2017-09-24", "2017-09-23")]
)  # fmt: skip
def test_no_day_is_made_up(given_: tuple[str | None, str | None]) -> None:
    assert days(moment(*given_)) is None


@given(st.dates(), st.dates())
def test_the_middle_lies_inside(one: object, other: object) -> None:
    first, last = sorted([one, other])  # type: ignore[type-var]
    found = Days(first, last)  # type: ignore[arg-type]
    assert found.first <= found.middle <= found.last
    assert spoken(found.first).endswith(str(found.first.year))
