"""The days of a happening as other codebooks put them: middle day and codes of precision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sayso.model.when import Moment

WEEK, MONTH = 7, 31


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day of a happening, both inside."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """Return the number of days."""
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> date:
        """Return the day in the middle, the earlier of two."""
        return self.first + timedelta(days=(self.length - 1) // 2)

    @property
    def acled(self) -> int | None:
        """Return ACLED's time_precision: 1 the day, 2 within a week, 3 within a month; None for more."""
        if self.length <= WEEK:
            return 1 if self.length == 1 else 2
        return 3 if self.length <= MONTH else None

    @property
    def ucdp(self) -> int:
        """Return UCDP's date_prec: 1 the day, 2 two to six days, 3 a week, 4 a month, 5 more."""
        if self.length <= WEEK:
            return 1 if self.length == 1 else 2 + (self.length == WEEK)
        return 4 if self.length <= MONTH else 5


def days(moment: Moment | None) -> Days | None:
    """Return the days a moment gives; None when it has no first or no last day, or they are no days of the calendar."""
    if moment is None or not moment.start or not moment.end:
        return None
    try:
        first, last = date.fromisoformat(moment.start), date.fromisoformat(moment.end)
    except ValueError:
        return None
    return Days(first, last) if first <= last else None


def spoken(day: date) -> str:
    """Return a day as "24 September 2017", whatever the language of the machine."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
