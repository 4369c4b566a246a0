"""Days named from where the writer stands: "on Sunday", "yesterday morning", "tonight", "overnight", "that afternoon"."""

from __future__ import annotations

from datetime import date

from sayso.resolve import time_values as t
from sayso.resolve.time_calendar import in_name, month_of_year, nearest_day, turn
from sayso.resolve.time_patterns import Said
from sayso.resolve.time_values import Context, Reader, Value


def weekday_day(said: Said, at: Context) -> date | None:
    """Return the day a weekday names: the last one up to the article's own day, the next when the clause looks ahead."""
    pointing = said.has("previous", "following") or (said.has("that") and at.narrative)
    base = at.there if pointing else at.here
    if base is None:
        return None
    back = (base.isoweekday() - said.number("weekday")) % 7
    way = turn(said)
    if way < 0:
        return t.shift(base, -(back or 7))
    if way > 0 or (at.future and not said.has("that", "this")):
        return t.shift(base, (7 - back) if back or way > 0 else 0)
    if said.has("this") and back:
        return t.shift(base, base_week_offset(base, said.number("weekday")))
    return t.shift(base, -back)


def base_week_offset(base: date, weekday: int) -> int:
    """Return the days from ``base`` to that weekday of the same ISO week."""
    return weekday - base.isoweekday()


def weekday(said: Said, at: Context) -> Value | None:
    """Read "Sunday", "late Tuesday", "last Friday"; a short form before a name ("Sun Yat-sen") is no day."""
    if in_name(said):
        return None
    day = weekday_day(said, at)
    return t.a_day(day) if day else Value("DATE", f"XXXX-WXX-{said.number('weekday')}")


def weekdays(said: Said, at: Context) -> Value | None:
    """Read "Tuesday and Wednesday" and "from Friday to Sunday": the last such days up to the article's day, in their order."""
    base = at.here
    if base is None:
        return None
    first, second = (int(w) for w in said.slots["weekday"][:2])
    ahead = (first - base.isoweekday()) % 7
    end = (
        t.shift(base, ahead + (second - first) % 7) if at.future else t.shift(base, -((base.isoweekday() - second) % 7))
    )
    start = t.shift(end, -((second - first) % 7))
    return Value("DATE", start.isoformat(), start, end, "days")


def weekday_part(said: Said, at: Context) -> Value | None:
    """Read "Friday morning", "Saturday night", "10 p.m. Wednesday"."""
    day = weekday_day(said, at) if said.has("weekday") else near(said, at)
    if day is None:
        return None
    if said.has("units"):
        return t.a_day(day, "MO")
    if said.has("part") and not said.has("clock", "half_day", "stop"):
        return t.a_day(day, str(said.one("part")))
    return clock(said, day)


def clock(said: Said, day: date) -> Value:
    """Return the day with the hour and minute said."""
    words = str(said.one("clock") or said.one("dd") or said.one("num") or "0").split(":")
    afternoon = said.number("half_day") or (12 if "p" in said.lexed.words[said.first : said.last] else 0)
    hour = int(words[0]) % 12 + afternoon if afternoon else int(words[0])
    minute = int(words[1]) if len(words) > 1 else 0
    return t.a_day(day, f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else "")


def weekday_week(said: Said, at: Context) -> Value | None:
    """Read "Monday last week" and "Friday a week ago"."""
    if at.here is None:
        return None
    monday = t.shift(at.here, -6 - at.here.isoweekday())
    return t.a_day(t.shift(monday, said.number("weekday") - 1))


def near(said: Said, at: Context) -> date | None:
    """Return today, yesterday or tomorrow."""
    return None if at.here is None else t.shift(at.here, said.number("near_day"))


def near_day(said: Said, at: Context) -> Value | None:
    """Read "yesterday", "late yesterday", "tomorrow morning"."""
    day = near(said, at)
    return None if day is None else t.a_day(day, str(said.one("part") or ""))


def tonight(said: Said, at: Context) -> Value | None:
    """Read "tonight" and "this morning"."""
    part = str(said.one("part") or said.one("tonight") or "NI")
    return None if at.here is None else t.a_day(at.here, part)


def that_part(said: Said, at: Context) -> Value | None:
    """Read "that afternoon" and "the next morning", counted from the day told last."""
    base = at.there
    return None if base is None else t.a_day(t.shift(base, turn(said)), str(said.one("part")))


def clock_time(said: Said, at: Context) -> Value | None:
    """Read "3 a.m." on the day told last."""
    return None if at.there is None else clock(said, at.there)


def right_after(said: Said, at: Context) -> Value | None:
    """Read "shortly after the explosion": the day told last, where that is one of the days before the article's."""
    del said
    told = at.mentioned
    if told is None or told.start is None or told.precision != "day":
        return None
    near = at.anchor is not None and 0 <= (at.anchor - told.start).days <= NEWS_DAYS
    return t.a_day(told.start) if at.narrative or near else None


NEWS_DAYS = 7
"""How many days back what news tells in sequence may lie."""


def clock_date(said: Said, at: Context) -> Value | None:
    """Read "5 p.m. on Nov. 9" and "10:30, 9 November 2016"; of two figures the one that stands with the month is the day."""
    month, dd = month_of_year(said), said.slots.get("dd", [])
    if not dd or (len(dd) < 2 and not said.has("clock")):
        return None
    number, year = int(dd[-1]), said.number("year")
    value = t.day_of(year, month, number) if year else nearest_day(month, number, at)
    return value if value.start is None else clock(said, value.start)


def last_night(said: Said, at: Context) -> Value | None:
    """Read "last night", the night before the article's day."""
    return None if at.here is None else t.a_day(t.shift(at.here, -1), str(said.one("part")))


def overnight(said: Said, at: Context) -> Value | None:
    """Read "overnight": from the day before into the day."""
    del said
    if at.here is None:
        return Value("TIME", "TNI")
    before = t.shift(at.here, -1)
    return Value("TIME", f"{before.isoformat()}TNI", before, at.here, "days")


def day_before(said: Said, at: Context) -> Value | None:
    """Read "the day before yesterday" and "the day after tomorrow"."""
    if at.here is None:
        return None
    return t.a_day(t.shift(at.here, said.number("near_day") + (-1 if said.has("earlier") else 1)))


READERS: dict[str, Reader] = {
    "weekday": weekday, "weekdays": weekdays, "weekday_part": weekday_part, "weekday_week": weekday_week,
    "near_day": near_day, "tonight": tonight, "last_night": last_night, "that_part": that_part,
    "clock_time": clock_time, "clock_date": clock_date, "overnight": overnight, "right_after": right_after, "day_before": day_before,
}  # fmt: skip
