"""Years and longer: "in 2011", "2007-08", "nineteen ninety-six", "the 1990s", "the second half of 2008", "480 BC"."""

from __future__ import annotations

from datetime import date

from sayso.resolve import time_values as t
from sayso.resolve.time_calendar import mod_of, month_of_year, turn
from sayso.resolve.time_patterns import Said
from sayso.resolve.time_values import Context, Reader, Value


def bc(said: Said, at: Context) -> Value | None:
    """Read a time before Christ; the calendar used here holds no days for it."""
    del at
    number = said.number("year") or said.number("num") or said.number("dd") or said.number("ordinal")
    if said.has("unit"):
        return Value("DATE", f"BC{number - 1:02d}") if said.one("unit") == "CE" else None
    if said.has("s"):
        return Value("DATE", f"BC{number // 10:03d}")
    season = said.one("season") or said.one("fall")
    month = month_of_year(said)
    part = f"-{season}" if season else f"-{month:02d}" if month else ""
    return Value("DATE", f"BC{number:04d}{part}")


def decade(said: Said, at: Context) -> Value | None:
    """Read "the 1990s" and "the '90s"."""
    del at
    number = said.number("year") or said.number("num")
    if number % 10 or number < 10:
        return None
    first = number if number > 99 else 1900 + number
    return t.years(f"{first // 10:03d}", first, 10)


def century(said: Said, at: Context) -> Value | None:
    """Read "the 20th century"."""
    del at
    number = said.number("ordinal") or said.number("dd")
    if said.one("unit") != "CE":
        return None
    return t.years(f"{number - 1:02d}", (number - 1) * 100, 100)


def year(said: Said, at: Context) -> Value | None:
    """Read a year that stands alone, unless it counts something ("killed 2000 people")."""
    number = said.number("year")
    if said.first == said.last and not is_year(said, number, at):
        return None
    return t.a_year(number, mod_of(said))


def is_year(said: Said, number: int, at: Context) -> bool:
    """Tell whether a lone figure is a year: a preposition before it, or nothing after it that it could count."""
    words, k = said.lexed.words, said.last
    if begins_run(said, number):
        return True
    after = words[k + 1] if k + 1 < len(words) else "."
    before = words[k - 1].lower() if k else "."
    if after in {"%", "$"} or after.lower() in said.known.clock_after or before in {"$", "£", "€", "#", "/"}:
        return False
    if after.lower() in said.known.counted:
        return False
    counts = after.isalpha() and after.islower() and len(after) > 3 and after.endswith("s") and after != "was"
    near = at.anchor is None or abs(at.anchor.year - number) <= 120
    told = after.isalpha() and after.islower() and after not in said.known.after_year
    if before in said.known.weakly_before_year and told and not near:
        return False
    if before in said.known.before_year:
        return not counts or (opens(said) and number % 100 > 0)
    return near and not counts and not told


def begins_run(said: Said, first: int) -> bool:
    """Tell whether a hyphen and a later year follow ("1861-1863")."""
    words, k, known = said.lexed.words, said.last, said.known
    return k + 2 < len(words) and known.letter.get(words[k + 1]) == known.hyphen and year_long(words[k + 2], first)


def year_long(word: str, first: int) -> bool:
    """Tell whether a word can end a run of years begun with ``first``: 1863 after 1861, 08 after 2007."""
    if not word.isdecimal():
        return False
    return first < int(word) <= 2100 if len(word) == 4 else len(word) == 2 and int(word) > first % 100


def opens(said: Said) -> bool:
    """Tell whether the expression and one word before it open a sentence."""
    words, k = said.lexed.words, said.first
    return k < 2 or words[k - 2][0] in ".\n"


def year_end(said: Said, at: Context) -> Value | None:
    """Read the short end of a run of years: 08 in "2007-08"."""
    del at
    first = int(said.lexed.words[said.first - 2])
    if len(said.lexed.words[said.first]) != 2 or not year_long(said.lexed.words[said.first], first):
        return None
    return t.a_year(first - first % 100 + int(said.lexed.words[said.first]))


def decade_word(said: Said, at: Context) -> Value | None:
    """Read "the nineties"."""
    del at
    first = said.number("decade_word")
    return t.years(f"{first // 10:03d}", first, 10)


def spelled_year(said: Said, at: Context) -> Value | None:
    """Read "nineteen ninety-six" and "the year two thousand"."""
    del at
    first, second, *rest = (int(w) for w in said.slots["word_number"])
    if said.has("unit") and said.one("unit") != "Y":
        return None
    if (first, second) == (2, 1000) and said.has("unit"):
        return t.a_year(2000 + sum(rest))
    teen = 10 <= second < 20 and not rest
    if 18 <= first <= 20 and (teen or 20 <= second <= 90):
        return t.a_year(first * 100 + second + sum(rest))
    return None


def half(said: Said, at: Context) -> Value | None:
    """Read "the second half of 2008" and "the first half of this year"."""
    base = at.there if at.narrative else at.anchor
    number = said.number("year") or (base.year + turn(said) if base and said.one("unit") == "Y" else 0)
    last = said.number("ordinal") == 2 or said.has("latter") or (said.has("last") and not said.has("unit"))
    if not 1 <= number <= 9999 or said.number("ordinal") > 2:
        return None
    days = (date(number, 7, 1), date(number, 12, 31)) if last else (date(number, 1, 1), date(number, 6, 30))
    return Value("DATE", f"{number:04d}-H{1 + last}", *days, "range")


def no_year(said: Said, at: Context) -> Value | None:
    """Read "the year 0" and "5 May 99999", which no calendar has, unless the figure counts what follows."""
    del at
    words, k = said.lexed.words, said.last
    after = words[k + 1] if k + 1 < len(words) else "."
    if (said.has("unit") and said.one("unit") != "Y") or (after.isalpha() and not said.has("unit")):
        return None
    return t.impossible(f"{said.number('no_year'):04d}")


READERS: dict[str, Reader] = {
    "bc": bc, "decade": decade, "century": century, "year": year, "year_end": year_end, "decade_word": decade_word,
    "spelled_year": spelled_year, "no_year": no_year, "half": half,
}  # fmt: skip
