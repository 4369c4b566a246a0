"""Dates that name their month or year: "6 June 2016", "21.07.2015", "late December", "in 2011", "the 1990s", "Ramadan"."""

from __future__ import annotations

import re
from datetime import date

from sayso.resolve import time_values as t
from sayso.resolve.time_patterns import Said
from sayso.resolve.time_values import Context, Reader, Value


def mod_of(said: Said) -> str:
    """Return START, MID or END when the words narrow the time to a part of it."""
    return next((str(said.one(k)) for k in ("early", "mid", "late", "ends") if said.has(k)), "")


def month_of_year(said: Said) -> int:
    """Return the number of the month said."""
    return said.number("month") or said.number("month_short")


def numeric(said: Said, at: Context) -> Value | None:
    """Read three numbers with one kind of sign between: year first, or day and month in the order that fits better."""
    word = str(said.one("numeric"))
    one, two, three = re.split(r"[-./]", word)
    if len(one) > 2:
        return t.day_of(int(one), int(two), int(three)) if len(one) == 4 else t.impossible(word)
    if len(three) not in {2, 4}:
        return t.impossible(word) if len(three) > 4 else None
    year = int(three) if len(three) == 4 else 2000 + int(three) - (100 if int(three) >= 60 else 0)
    day_first, month_first = t.day_of(year, int(two), int(one)), t.day_of(year, int(one), int(two))
    if day_first.start is None or month_first.start is None:
        return month_first if month_first.start else day_first
    if "/" not in word or at.anchor is None:
        return day_first
    anchor = at.anchor
    return min((day_first, month_first), key=lambda v: abs((v.start or date.max) - anchor))


def calendar(said: Said, at: Context) -> Value | None:
    """Read a day and a month, with or without a year."""
    month = month_of_year(said)
    day = said.number("dd") or said.number("ordinal")
    part = str(said.one("part") or ("MO" if said.has("units") else ""))
    year = said.number("year") or shared_year(month, at)
    value = t.day_of(year, month, day) if year else nearest_day(month, day, at)
    return t.a_day(value.start, part) if part and value.start else value


def shared_year(month: int, at: Context) -> int:
    """Return the year a date shares with the one it is joined to ("from October to March 1945"), 0 when it stands alone."""
    if at.joined is None:
        return 0
    year, last = at.joined
    return year - (month > last)


def nearest_day(month: int, day: int, at: Context) -> Value:
    """Return the day of an unsaid year: in history the year told last; in news the past one unless the future is nearer by far."""
    here = at.here
    if here is None:
        return t.impossible(f"XXXX-{month:02d}-{day:02d}") if day > 31 else Value("DATE", f"XXXX-{month:02d}-{day:02d}")
    if at.narrative:
        return t.day_of(story_year(here, month, at), month, day)
    choices = [v for y in (here.year - 1, here.year, here.year + 1) if (v := t.day_of(y, month, day)).start]
    if not choices:
        return t.day_of(here.year, month, day)
    return min(choices, key=lambda v: distance(v.start, here, at.future))


def story_year(here: date, month: int, at: Context) -> int:
    """Return the year of a month in a story that runs on: January told after December is the next year's."""
    fine = at.mentioned is not None and at.mentioned.precision in {"day", "days", "month", "range", "season"}
    return here.year + (fine and here.month - month >= 8)


UNLIKELY = 4


def distance(day: date | None, here: date, future: bool) -> int:
    """Return how far a day lies, days on the unlikely side of the anchor counting fourfold."""
    days = ((day or date.max) - here).days
    unlikely = days < 0 if future else days > 0
    return abs(days) * (UNLIKELY if unlikely else 1)


def day_range(said: Said, at: Context) -> Value | None:
    """Read "6-9 June" and "June 6 to 9"."""
    days = [int(x) for x in said.slots["dd"]]
    month = month_of_year(said)
    year = said.number("year") or shared_year(month, at)
    one, two = ((t.day_of(year, month, d) if year else nearest_day(month, d, at)) for d in days[:2])
    if one.start is None or two.start is None or two.start < one.start:
        return one
    return Value("DATE", one.value, one.start, two.start, "days")


def month(said: Said, at: Context) -> Value | None:
    """Read a month with its year, or of the year the context gives."""
    number, mod = month_of_year(said), mod_of(said)
    if said.has("year"):
        return t.a_month(said.number("year"), number, mod)
    if lone_verb(said) or in_name(said):
        return None
    if year := shared_year(number, at):
        return t.a_month(year, number, mod)
    here = at.here
    if here is None:
        return Value("DATE", f"XXXX-{number:02d}")
    if at.narrative:
        return t.a_month(story_year(here, number, at), number, mod)
    year = here.year - (number > here.month)
    if at.future:
        year = here.year + (number < here.month)
    return t.a_month(year, number, mod)


def lone_verb(said: Said) -> bool:
    """Tell whether "May" or "March" begins a sentence with no time word around it, where it is a verb or a noun."""
    word = said.lexed.words[said.last]
    if said.first != said.last or word not in {"May", "March", "Mar"}:
        return False
    before = said.lexed.words[said.first - 1] if said.first else "."
    after = said.lexed.words[said.last + 1] if said.last + 1 < len(said.lexed.words) else "."
    if after in {"for", "of"}:
        return True
    if before.lower() in said.known.before_year:
        return False
    return before in {".", "!", "?", '"', "“", "\n"} or before[:1].isupper() or before == "the"


def in_name(said: Said) -> bool:
    """Tell whether a short form with no figure or full stop beside it begins a name ("Jan Kavan", "Sun said")."""
    words, k = said.lexed.words, said.last
    if said.first != k or len(words[k]) > 3 or words[k] == "May":
        return False
    before = words[k - 1].lower() if k else "\n"
    after = words[k + 1] if k + 1 < len(words) else "."
    if after[:1].isupper() or before in said.known.not_names:
        return after[:1].isupper()
    return before in {"'", "’"} or not (after in {",", ".", ")", "\n"} or after[0].isdigit())


def month_of(said: Said, at: Context) -> Value | None:
    """Read "March last year" and "June of that year"."""
    base = at.there if said.has("that", "previous", "following") else at.anchor
    if said.has("that") and at.latest is not None and at.latest.start is not None:
        base = at.latest.start
    if base is None or said.one("unit") != "Y":
        return month(said, at)
    if said.has("dd"):
        return t.day_of(base.year + turn(said), month_of_year(said), said.number("dd"))
    return t.a_month(base.year + turn(said), month_of_year(said), mod_of(said))


def turn(said: Said) -> int:
    """Return -1 for words that point back, 1 for words that point ahead, else 0."""
    for name in ("last", "latest", "previous", "next", "following"):
        if said.has(name):
            return said.number(name)
    return 0


def month_near(said: Said, at: Context) -> Value | None:
    """Read "last June", "next May", "this September"."""
    base = at.there if said.has("that", "previous", "following") or at.narrative else at.anchor
    number = month_of_year(said)
    if base is None:
        return None
    way = turn(said)
    late = number >= base.month if way < 0 else number <= base.month
    return t.a_month(base.year + (way if late else 0), number)


SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 1}


def season(said: Said, at: Context) -> Value | None:
    """Read "summer 2007", "last winter", "the spring"."""
    name = str(said.one("season") or said.one("fall"))
    if year := said.number("year") or shared_year(SEASON_MONTH[name], at):
        return t.a_season(year, name)
    base = at.there if at.narrative or said.has("that", "previous", "following") else at.anchor
    if base is None:
        return None
    value = t.a_season(base.year, name)
    assert value.start
    assert value.end
    way = turn(said)
    if way < 0 and value.end >= base:
        return t.a_season(base.year - 1, name)
    if way > 0 and value.start <= base:
        return t.a_season(base.year + 1, name)
    if not at.narrative and way == 0 and not said.has("this") and value.start > base and not at.future:
        return t.a_season(base.year - 1, name)
    return value


def quarter(said: Said, at: Context) -> Value | None:
    """Read "the third quarter of 1989", or the latest such quarter begun before the article."""
    number = said.number("ordinal")
    if said.one("unit") != "Q" or not 1 <= number <= 4:
        return None
    if said.has("year"):
        return t.a_quarter(said.number("year"), number)
    if at.here is None:
        return None
    value = t.a_quarter(at.here.year, number)
    ahead = value.start is not None and value.start > at.here and not at.future
    return t.a_quarter(at.here.year - 1, number) if ahead else value


READERS: dict[str, Reader] = {
    "numeric": numeric, "calendar": calendar, "day_range": day_range, "month": month, "month_of": month_of,
    "month_near": month_near, "season": season, "quarter": quarter,
}  # fmt: skip
