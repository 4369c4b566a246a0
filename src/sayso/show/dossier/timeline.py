"""The timeline: a bar for each happening and claim, as long as the days that its words leave open, each linked to its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sayso.show.dossier import claim_card, happening_card
from sayso.show.dossier.chronology import ordered
from sayso.show.dossier.markup import Html, joined, tag
from sayso.show.dossier.page import Book, anchor
from sayso.show.exports.days import spoken
from sayso.show.origins import counted

ABOUT = "Each bar is as long as the days that the words leave open. Red bars: tellings contradict each other. An arrow stands for days before or after the line."
NONE = "No claim shown here gives a day."
MOST_TICKS = 6
LEAST_WIDTH = 1.2
"""Percent of the line that a bar is long at least."""
WHOLE = 100.0
SHORT = 70
"""Characters of a label."""
MONTH, YEAR = 31, 366
FEW, MOST_LEFT_OUT, STRETCH = 5, 40, 3
"""One bar in so many, so many at most, may lie beside the line where it would be so many times as long with them."""
BESIDE = 3.0
"""Percent of the line that a bar takes which lies beside it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its days, its words and where they lead."""

    first: date
    last: date
    words: str
    days: str
    about: str
    href: str
    contested: bool


def body(book: Book) -> Html:
    """Return the page."""
    found = sorted(bars(book), key=lambda b: (b.first, b.last, b.href))
    undated = sum(not c.first for c in ordered(book))
    apart = (
        tag("a", f"{counted(undated, 'claim', 'claims')} without a day", href=book.to("chronology", "undated"))
        if undated
        else None
    )
    return joined(
        tag("h1", "Timeline", class_="chapter"),
        tag("p", ABOUT if found else NONE, " ", apart, class_="small soft"),
        _drawn(found) if found else None,
    )


def bars(book: Book) -> list[Bar]:
    """Return a bar for each part that has days."""
    found = []
    for n, x in enumerate(book.shown.parts):
        if x.kind == "happening" and not x.missing and (h := book.shown.happenings[x.ref]).first:
            about = f"{happening_card.heading(h)}. Rests on {h.counted}."
            first, last = date.fromisoformat(h.first), date.fromisoformat(h.last)
            words = " · ".join(w for w in (claim_card.kind(h.kind), happening_card.where(h)) if w)
            found.append(
                Bar(
                    first,
                    last,
                    f"Told: {words}",
                    happening_card.days(h),
                    about,
                    book.to("index", anchor(n)),
                    bool(h.quarrels),
                )
            )
        if x.kind == "claim" and not x.missing and (c := book.shown.claims[x.ref]).first:
            words = f"“{c.words}”, {c.credit}" if c.words else f"{claim_card.kind(c.kind)}: {c.credit}"
            days = date.fromisoformat(c.first), date.fromisoformat(c.last)
            found.append(Bar(*days, words, c.days, words, book.to("index", anchor(n, c.id)), contested=False))
    return found


def _drawn(found: list[Bar]) -> Html:
    first, last = ends(found)
    days = max((last - first).days + 1, 2)
    marks = ticks(first, last)
    axis = tag("svg", *(_tick(t, first, days) for t in marks), height="18", aria_hidden="true")
    rows = [tag("li", _label(b), _bar(b, first, days, marks)) for b in found]
    return joined(tag("div", tag("span"), axis, class_="axis"), tag("ol", *rows, class_="line"))


def ends(found: list[Bar]) -> tuple[date, date]:
    """Return the days on which the line begins and ends: all that is told, unless a few bars would make it three times as long."""
    firsts, lasts = sorted(b.first for b in found), sorted((b.last for b in found), reverse=True)
    spare = min(len(found) // FEW, MOST_LEFT_OUT)
    cuts = [(n, k) for n in range(spare + 1) for k in range(spare + 1 - n) if firsts[n] <= lasts[k]]
    long = {(n, k): (lasts[k] - firsts[n]).days for n, k in cuts}
    fit = [c for c in cuts if long[c] <= STRETCH * (min(long.values()) + 1)]
    n, k = min(fit, key=lambda c: (sum(c), long[c], c))
    return firsts[n], lasts[k]


def ticks(first: date, last: date) -> list[date]:
    """Return round days between two, few enough to be named: days, firsts of months, or new years."""
    days = (last - first).days + 1
    for step in (1, 2, 7, 14):
        if days / step <= MOST_TICKS:
            return [first + timedelta(n) for n in range(0, days, step)]
    for step in (1, 2, 3, 6):
        if days / (MONTH * step) <= MOST_TICKS:
            return [d for d in _months(first, last) if (d.month - 1) % step == 0]
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 500, 2_000) if days / (YEAR * s) <= MOST_TICKS)
    return [date(y, 1, 1) for y in range(first.year, last.year + 1) if y % step == 0 and date(y, 1, 1) >= first]


def _months(first: date, last: date) -> list[date]:
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [d for m in months if (d := date(m // 12, m % 12 + 1, 1)) >= first]


def _at(day: date, first: date, days: int) -> float:
    return WHOLE * (day - first).days / days


def _tick(t: date, first: date, days: int) -> Html:
    """Return the name of a day on the axis; at the right end it stands to the left."""
    x = _at(t, first, days)
    number, month, year = spoken(t).split()
    words = (
        f"{number} {month[:3]}"
        if days <= MONTH * 2 or t.day != 1
        else f"{month[:3]} {year}"
        if days <= YEAR * MOST_TICKS
        else year
    )
    return tag("text", words, x=f"{x:.2f}%", y="13", text_anchor="end" if x > 85 else "start")


def _label(b: Bar) -> Html:
    short = b.words if len(b.words) <= SHORT else f"{b.words[:SHORT].rpartition(' ')[0] or b.words[:SHORT]} …"
    return tag("span", tag("a", short, href=b.href), tag("br"), tag("span", b.days, class_="small soft"))


def _bar(b: Bar, first: date, days: int, marks: list[date]) -> Html:
    start, end = _at(b.first, first, days), _at(b.last + timedelta(1), first, days)
    beside = "←" if end <= 0 else "→" if start >= WHOLE else ""
    wide = BESIDE if beside else max(min(end, WHOLE) - max(start, 0.0), LEAST_WIDTH)
    x = min(max(start, 0.0), WHOLE - wide)
    rails = [
        tag("line", x1=f"{p:.2f}%", x2=f"{p:.2f}%", y1="-6", y2="24", class_="rail")
        for p in (_at(t, first, days) for t in marks)
    ]
    name = "bar contested" if b.contested else "bar"
    rect = tag("rect", x=f"{x:.2f}%", width=f"{wide:.2f}%", y="3", height="12", rx="2", class_=name)
    arrow = (
        tag("text", beside, x=f"{x + wide / 2:.2f}%", y="13", text_anchor="middle", class_="arrow") if beside else None
    )
    link = tag("a", tag("title", b.about), rect, arrow, href=b.href, tabindex="-1")
    return tag("svg", *rails, link, height="18", aria_hidden="true")
