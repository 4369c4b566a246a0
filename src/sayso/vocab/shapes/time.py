"""Shape of ``vocab/time/<language>.yaml``: words of time, sorted into classes, and the patterns they form."""

from __future__ import annotations

from msgspec import Struct


class TimePattern(Struct, frozen=True):
    """One way to say a time.

    ``match`` is a pattern over classes of words: names of ``classes`` or ``macros``, or plain words, with ``?``, ``|`` and
    round brackets; ``<…>`` must stand before, ``{…}`` after, without being part of the expression. ``read`` names the reader that turns the words into a value. ``rule`` is the stable id.
    """

    rule: str
    match: str
    read: str


class TimeWords(Struct, frozen=True):
    """The words and patterns of one language.

    ``classes`` maps a class to its words and what each stands for. Words of ``capital`` count only with a capital letter.
    The lexer adds classes of its own for figures: dd (1 to 31), num, year (1000 to 2100), clock, numeric (2017-09-24).
    ``future`` are the words that put a weekday or month ahead, ``since`` those that leave a time open to the
    article's day. ``before_year`` stand before a lone year, of which those in ``weakly_before_year`` before amounts as well; ``counted`` after an amount; ``after_year`` may follow one; ``aside`` stand before a time that
    doesn't move the story there, ``aside_far`` farther before it in its sentence; ``clock_after`` follow a time of day
    written without a colon. ``joiners`` stand between two dates that share the year of the second. ``not_names`` stand before
    a short form of a month or weekday that is no name's beginning ("in Jan", "on Sun"). ``goes_on`` after "the year" say which year is meant, so that it is not the running one.
    ``range_opens`` stand before the first end of a range of dates, ``range_joins`` between its ends.
    """

    classes: dict[str, dict[str, int | str]]
    capital: list[str]
    macros: dict[str, str]
    patterns: list[TimePattern]
    future: list[str]
    since: list[str]
    before_year: list[str]
    weakly_before_year: list[str]
    counted: list[str]
    after_year: list[str]
    aside: list[str]
    clock_after: list[str]
    aside_far: list[str]
    joiners: list[str]
    not_names: list[str]
    goes_on: list[str]
    range_opens: list[str]
    range_joins: list[str]
