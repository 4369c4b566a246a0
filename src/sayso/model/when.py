"""When something happened: first and last day, the words, and the day those words were counted from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.model.span import Span

MomentPrecision = Literal["day", "days", "week", "month", "season", "year", "range", "unknown"]
MOMENT_PRECISIONS: tuple[MomentPrecision, ...] = get_args(MomentPrecision)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time a claim gives. ``start`` and ``end`` are ``YYYY-MM-DD``, whole days, inclusive; None until resolved.

    ``anchor`` says what the words were counted from, e.g. ``published 2017-09-26``; "" for absolute dates.
    ``text`` and ``span`` are None when a rule inferred the time without words of its own.
    """

    text: str | None
    span: Span | None
    rule: str
    start: str | None = None
    end: str | None = None
    precision: MomentPrecision = "unknown"
    anchor: str = ""


TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression in the text.

    ``value`` is TIMEX3 ("2017-09-24", "2017-W38-WE", "PAST_REF"); ``start`` and ``end``
    are its first and last day as ``YYYY-MM-DD``, None for durations, sets and vague words. ``anchor`` as in ``Moment``.
    """

    span: Span
    type: TimexType
    value: str
    rule: str
    start: str | None = None
    end: str | None = None
    precision: MomentPrecision = "unknown"
    anchor: str = ""
