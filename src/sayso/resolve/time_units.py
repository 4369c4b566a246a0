"""Units counted or pointed at: "two days later", "last month", "the past 24 hours", "earlier this week", "the same day"."""

from __future__ import annotations

from datetime import date
from typing import Literal

from sayso.resolve import time_values as t
from sayso.resolve.time_calendar import mod_of, month, turn
from sayso.resolve.time_patterns import Said
from sayso.resolve.time_values import Context, Reader, Value

REFERRING = ("that", "previous", "following")


def base_of(said: Said, at: Context) -> date | None:
    """Return the day told last for words that point into the text, else the article's (in narratives: the story's) day."""
    return at.there if said.has(*REFERRING) else at.here


def amount(said: Said) -> int | str:
    """Return how many units were counted: figures, words ("twenty four"), "X" for a few."""
    if said.has("few"):
        return "X"
    for name in ("dd", "num"):
        if said.has(name):
            return said.number(name)
    if said.has("units") and not said.has("word_number", "a"):
        return "X"
    total = 0
    for word in said.slots.get("word_number", ()):
        total = max(total, 1) * int(word) if int(word) in {12, 100, 1000} else total + int(word)
    if total:
        return total
    return 2 if "couple" in said.lexed.words[said.first : said.last + 1] else 1


def first_amount(said: Said) -> int | str:
    """Return how many units were counted, the lower count of "two to six days"."""
    words = said.lexed.words[said.first : said.last + 1]
    if "to" not in words and "or" not in words:
        return amount(said)
    counts = [int(c) for name in ("dd", "num", "word_number") for c in said.slots.get(name, ())]
    return min(counts, default=amount(said))


def unit(said: Said) -> str:
    """Return the unit's letters."""
    return str(said.one("unit") or said.one("units") or said.one("weekend") or "D")


def few(count: int | str) -> int:
    """Return a count that sums can be done with; a few are three."""
    return 3 if isinstance(count, str) else count


def past_count(said: Said, at: Context) -> Value | None:
    """Read "the past 24 hours", "the next three months": a duration that ends or begins on the article's day."""
    count, name, way = amount(said), unit(said), turn(said)
    base = base_of(said, at)
    value = t.period(count, name)
    if base is None:
        return Value("DURATION", value)
    if name.startswith("T"):
        hours = few(count) if name == "TH" else 0
        other = t.shift(base, way * max(1, -(-hours // 24)))
    else:
        other = t.step(base, name, way * few(count))
    return Value("DURATION", value, min(base, other), max(base, other), "range")


def recent_units(said: Said, at: Context) -> Value | None:
    """Read "in recent weeks", "in the coming days": three of the unit before (after) the article's day."""
    name = unit(said)
    if not said.has("units"):
        return near_unit(said, at)
    base, way = at.anchor if said.has("latest", "recent") else at.here, turn(said) or -1
    if name.startswith("T"):
        return Value("DURATION", t.period("X", name))
    kind: Literal["DATE", "DURATION"] = "DATE" if said.has("latest", "recent") else "DURATION"
    value = ("PAST_REF" if way < 0 else "FUTURE_REF") if said.has("latest", "recent") else t.period("X", name)
    if base is None:
        return Value(kind, value)
    other = t.step(base, name, 3 * way)
    return Value(kind, value, min(base, other), max(base, other), "range")


def ago(said: Said, at: Context) -> Value | None:
    """Read "two days ago", "three years ago": the day, week, month or year so far back."""
    count, name = amount(said), unit(said)
    if isinstance(count, str):
        return recent_past(at, name)
    if at.anchor is None:
        return Value("DURATION", t.period(count, name))
    if (quarter := same_quarter(at, name, -count)) is not None:
        return quarter
    return t.unit_at(t.step(at.anchor, name, -count), name) or t.a_day(at.anchor)


def same_quarter(at: Context, name: str, times: int) -> Value | None:
    """Return the like quarter of another year when a quarter was told last ("from $2 million a year earlier")."""
    told = at.mentioned
    if name != "Y" or told is None or told.start is None or "-Q" not in told.value:
        return None
    return t.unit_at(t.step(told.start, "Y", times), "Q")


def recent_past(at: Context, name: str) -> Value:
    """Return the vague past "several years ago" speaks of."""
    if at.anchor is None or name.startswith("T"):
        return Value("DATE", "PAST_REF")
    return Value("DATE", "PAST_REF", t.step(at.anchor, name, -9), t.step(at.anchor, name, -2), "range")


def unit_ago(said: Said, at: Context) -> Value | None:
    """Read "the year-ago": one unit back."""
    if at.anchor is None:
        return None
    name, more = unit(said), said.slots.get("unit", [])[1:]
    if (quarter := same_quarter(at, name, -1)) is not None:
        return quarter
    back = t.step(at.anchor, name, -1)
    if "Q" in more:
        return t.unit_at(t.step(back, "Q", -1), "Q")
    return t.unit_at(back, name)


def earlier_later(said: Said, at: Context) -> Value | None:
    """Read "a week earlier", "two days later", counted from the time told last."""
    count, name = amount(said), unit(said)
    if before_something(said):
        return Value("DURATION", t.period(count, name)) if len(said.slots) > 2 else None
    if name.startswith("T") or isinstance(count, str):
        return Value("DURATION", t.period(count, name)) if not said.has("later", "earlier") else after_some(said, at)
    base = at.there
    if base is None:
        return Value("DURATION", t.period(count, name))
    way = -1 if said.has("earlier") else 1
    if (quarter := same_quarter(at, name, way * count)) is not None:
        return quarter
    day = t.step(base, name, way * count)
    fine = at.mentioned is not None and at.mentioned.precision == "day"
    if fine and name in {"W", "F"}:
        return t.a_day(day)
    return t.unit_at(day, name)


def before_something(said: Said) -> bool:
    """Tell whether "before" goes on to what it was before ("the day before the vote"), which these words don't date."""
    words, k = said.lexed.words, said.last
    return words[k].lower() == "before" and k + 1 < len(words) and words[k + 1].isalpha()


def after_some(said: Said, at: Context) -> Value:
    """Return the time "a few days later" or "hours earlier" points at."""
    base, name = at.there, unit(said)
    vague = "PAST_REF" if said.has("earlier") else "FUTURE_REF"
    if base is None:
        return Value("DATE", vague)
    if name.startswith("T"):
        return Value("TIME", vague, base, base, "day")
    near, far = (t.step(base, name, n * (-1 if said.has("earlier") else 1)) for n in (2, 9))
    return Value("DATE", vague, min(near, far), max(near, far), "range")


def part_of_unit(said: Said, at: Context) -> Value | None:
    """Read "earlier this month" (its days before the article), "later this week", "early next year", "the end of the month"."""
    base = at.there if said.has(*REFERRING) else at.here
    name = unit(said)
    if base is None:
        return None
    value = t.unit_at(t.step(base, name, turn(said)), name)
    if value is None or value.start is None or value.end is None:
        return value
    start, end = narrowed(said, value.start, value.end, base)
    return Value("DATE", value.value, start, end, "range")


def narrowed(said: Said, start: date, end: date, base: date) -> tuple[date, date]:
    """Return the part of a unit that was meant."""
    if said.has("earlier") and start < base <= end:
        return start, t.shift(base, -1)
    if (
        said.has("earlier") and start == base
    ):  # said on a Monday: what was earlier "this week" was in the week just over
        return t.shift(start, (start - end).days - 1), t.shift(base, -1)
    if said.has("later") and start <= base < end:
        return t.shift(base, 1), end
    third = ((end - start).days + 1) // 3
    cuts = {"START": (start, t.shift(start, third - 1)), "END": (t.shift(end, 1 - third), end)}
    cuts["MID"] = (t.shift(start, third), t.shift(end, -third))
    return cuts.get(mod_of(said), (start, end)) if third else (start, end)


def same_unit(said: Said, at: Context) -> Value | None:
    """Read "the same day", "that year": the unit that holds the time told last."""
    base, name = at.there, unit(said)
    if name == "Y" and at.latest is not None and at.latest.start is not None:
        base = at.latest.start
    return None if base is None else t.unit_at(base, name)


def near_unit(said: Said, at: Context) -> Value | None:
    """Read "last month", "this year", "next week", "last weekend", "the weekend"."""
    base, name, way = at.here, unit(said), turn(said)
    if base is None:
        return None
    if name in {"DE", "CE"} and way < 0:
        return Value("DURATION", t.period(1, name), t.step(base, name, way), base, "range")
    if name == "WE" and way <= 0:
        return past_weekend(base, way)
    if name.startswith("T"):
        return t.a_day(base)
    value = t.unit_at(t.step(base, name, way), name)
    return value and trimmed(said, at, value, base)


def trimmed(said: Said, at: Context, value: Value, base: date) -> Value:
    """Return the days of "the past year" and of "this week", as far as it has gone."""
    if "past" in said.lexed.words[said.first : said.last]:
        return Value(value.type, value.value, t.step(base, unit(said), turn(said)), base, "range")
    if said.has("this") and not at.future and not at.narrative:
        return so_far(value, base)
    return value


def so_far(value: Value, base: date) -> Value:
    """Return the part of a running unit up to a day: what "this week" has brought lies before the article."""
    if value.start is None or value.end is None or not value.start < base < value.end:
        return value
    return Value(value.type, value.value, value.start, base, "range")


def past_weekend(base: date, way: int) -> Value:
    """Return the weekend begun last; on a weekend "last" is the one before, "the" and "this" the running one."""
    running = base.isoweekday() >= 6
    return t.a_weekend(base if running and way == 0 else t.shift(base, -7))


def after_doing(said: Said) -> bool:
    """Tell whether "following" means "after" ("following weeks of shelling")."""
    words, k = said.lexed.words, said.first
    return words[k].lower() == "following" and said.has("units") and (k == 0 or words[k - 1].lower() != "in")


def the_unit(said: Said, at: Context) -> Value | None:
    """Read "the year", "the week" and "the quarter": the running one, the quarter told last or the latest that ended."""
    base, name = at.here, unit(said)
    words, k = said.lexed.words, said.last
    after = words[k + 1].lower() if k + 1 < len(words) else "."
    if base is None or name not in {"W", "M", "Q", "Y"} or after in said.known.goes_on:
        return None
    if name != "Q":
        return t.unit_at(base, name)
    if at.mentioned is not None and "-Q" in at.mentioned.value and at.mentioned.start is not None:
        return t.unit_at(at.mentioned.start, name)
    return t.unit_at(t.step(base, name, -1), name)


def ref_unit(said: Said, at: Context) -> Value | None:
    """Read "the next day", "the following week", "the previous year": one unit from the time told last."""
    base, name = at.there, unit(said)
    if name == "Y" and at.latest is not None and at.latest.start is not None:
        base = at.latest.start
    if base is None or after_doing(said):
        return None
    other = t.step(base, name, turn(said))
    if said.has("units"):
        far = t.step(base, name, 3 * turn(said))
        return Value("DURATION", t.period("X", name), min(other, far), max(other, far), "range")
    return t.unit_at(other, name)


def first_units(said: Said, at: Context) -> Value | None:
    """Read "the first few days of 2017", "the first two weeks of May": the units at the beginning of a month or year."""
    if said.number("ordinal") != 1:
        return None
    whole = month(said, at) if said.has("month", "month_short") else t.a_year(said.number("year"))
    if whole is None or whole.start is None or whole.end is None:
        return None
    count, name = amount(said), unit_of_count(said)
    last = t.shift(t.step(whole.start, name, FEW if isinstance(count, str) else count), -1)
    return Value("DATE", whole.value, whole.start, min(last, whole.end), "range")


def unit_of_count(said: Said) -> str:
    """Return the letters of the unit that is counted, in plural when there is more than one."""
    return str(said.one("units") or said.one("unit") or "D")


FEW = 5
"""How many units "the first few" are."""

READERS: dict[str, Reader] = {
    "first_units": first_units,
    "past_count": past_count, "recent_units": recent_units, "ago": ago, "unit_ago": unit_ago,
    "earlier_later": earlier_later, "part_of_unit": part_of_unit, "same_unit": same_unit, "near_unit": near_unit,
    "ref_unit": ref_unit, "the_unit": the_unit,
}  # fmt: skip
