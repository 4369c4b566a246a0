"""One happening on a page: what it rests on, contradictions with both sides, origins, tellings, grades."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sayso.show.dossier import claim_card
from sayso.show.dossier.claims import spelled
from sayso.show.dossier.markup import Html, joined, listed, tag
from sayso.show.dossier.page import Book, anchor
from sayso.show.dossier.shown import GradeShown, HappeningShown, Judged, OriginShown, Quarrel, Side, Telling
from sayso.show.exports.days import Days
from sayso.show.origins import counted

OPEN_TELLINGS, OPEN_QUARRELS = 5, 4


def heading(h: HappeningShown) -> str:
    """Return what is told, where and when: "Told: Air or drone strike · Aleppo · 5 July 2016"."""
    return " · ".join(x for x in (f"Told: {claim_card.kind(h.kind)}", where(h), days(h)) if x)


def where(h: HappeningShown) -> str:
    """Return the place that most tellings name, and how many others there are."""
    others = len(h.places) - 1
    return (
        h.places[0] + (f" ({counted(others, 'other place', 'other places')} told)" if others else "")
        if h.places
        else ""
    )


def days(h: HappeningShown) -> str:
    """Return the days told in words."""
    return spelled(Days(date.fromisoformat(h.first), date.fromisoformat(h.last))) if h.first else "no day told"


def card(book: Book, h: HappeningShown, part: int, note: Html) -> Html:
    """Return a happening with all that is shown of it."""
    return tag(
        "section",
        tag("h2", heading(h)),
        note,
        tag("p", f"Rests on {h.counted}.", class_="counted"),
        tag("p", _back(h), class_="soft") if h.held_back else None,
        tag("p", f"Places told: {', '.join(h.places)}.", class_="small soft") if len(h.places) > 1 else None,
        _quarrels(book, h),
        _agreed(h),
        _origins(h),
        _tellings(book, h, part),
        _judged(h.judged),
        _grades(h.grades, shut=not book.whole),
        class_="happening",
        id=anchor(part),
    )


def _back(h: HappeningShown) -> str:
    told = counted(h.held_back, "telling is", "tellings are")
    return f"{told} held back by the profile and counted nowhere here; grades, which rest on all, are left out."


def _quarrels(book: Book, h: HappeningShown) -> Html:
    """Return contradictions field by field, both sides with their words and who wrote them."""
    if not h.quarrels:
        return Html()
    head = tag("h3", "Where tellings contradict each other")
    first, rest = h.quarrels[:OPEN_QUARRELS], h.quarrels[OPEN_QUARRELS:]
    if book.whole:
        also = tag("p", "And in short:", class_="small soft") if rest else None
        return joined(
            head, *(_quarrel(book, q) for q in first), also, listed([_short(book, q) for q in rest], class_="small")
        )
    more = f"{len(rest)} more contradictions" if len(rest) > 1 else "one more contradiction"
    return joined(
        head,
        *(_quarrel(book, q) for q in first),
        _fold(book, more, [_quarrel(book, q) for q in rest]),
    )


def _fold(book: Book, words: str, inside: Sequence[Html]) -> Html:
    """Return parts behind a fold; in a document they stand open."""
    return tag("details", tag("summary", words), *inside, open="" if book.whole else None) if inside else Html()


def _short(book: Book, q: Quarrel) -> Html:
    """Return a contradiction in one line, each side with who wrote it and linked to its claim."""
    sides = [
        joined(tag("a", f"“{_value(book, q, s)}”", href=book.home(s.claim)), f", {book.shown.claims[s.claim].credit}")
        for s in (q.one, q.other)
    ]
    return joined(f"On {q.field}: ", sides[0], " Against: ", sides[1])


def _value(book: Book, q: Quarrel, s: Side) -> str:
    c = book.shown.claims[s.claim]
    if q.field != "existence":
        return s.words
    return "put as not so" if c.polarity == "negative" else "put as so"


def _quarrel(book: Book, q: Quarrel) -> Html:
    head = tag("p", tag("strong", f"On {q.field}"), " ", tag("code", q.rule), class_="small soft")
    sides = tag("div", _side(book, q, q.one), _side(book, q, q.other), class_="sides")
    return tag("div", head, sides, class_="quarrel")


def _side(book: Book, q: Quarrel, s: Side) -> Html:
    return tag(
        "div",
        tag("p", _value(book, q, s), class_="value"),
        tag("p", claim_card.sentence(book, s.claim)),
        class_="side",
    )


def _agreed(h: HappeningShown) -> Html:
    if not h.agreed:
        return Html()
    return tag("p", f"Tellings agree with one another on: {', '.join(h.agreed)}.", class_="small soft")


def _origins(h: HappeningShown) -> Html:
    """Return where the words come from, each origin with the articles that carry it and why they are one."""
    return joined(tag("h3", "Where the words come from"), listed([_origin(o) for o in h.sources]))


def _origin(o: OriginShown) -> Html:
    carried = (
        counted(len(o.articles), "article", "articles") + ", " + counted(o.families, "wire family", "wire families")
    )
    why = [*o.reasons, *([f"would be split by: {o.would_split}"] if o.would_split else []), *o.ties]
    return joined(
        tag("strong", o.name),
        "" if o.known else " (whose words these are is not known)",
        f": {carried} ({'; '.join(o.articles)})",
        tag("br"),
        tag("span", "; ".join(why), class_="small soft"),
    )


def _tellings(book: Book, h: HappeningShown, part: int) -> Html:
    """Return the claims, those that tell it before those that go on about it; many stand behind a fold."""
    core, further = [t for t in h.tellings if t.core], [t for t in h.tellings if not t.core]
    cards = [_telling(book, t, part) for t in core]
    on = [_further(book, t, part) for t in further]
    return joined(
        tag("h3", "Tellings"),
        *cards[:OPEN_TELLINGS],
        _fold(book, f"{len(cards) - OPEN_TELLINGS} more tellings", cards[OPEN_TELLINGS:]),
        _fold(book, f"{counted(len(on), 'claim that goes', 'claims that go')} on about it", on),
    )


def _telling(book: Book, t: Telling, part: int) -> Html:
    return claim_card.card(book, t.claim, anchor(part, t.claim), t.origin, further=not t.core)


def _further(book: Book, t: Telling, part: int) -> Html:
    """Return a claim that only goes on about a happening; in a document as its sentence, with what people decided."""
    if not book.whole:
        return _telling(book, t, part)
    lines = listed([claim_card.decision(d) for d in book.shown.claims[t.claim].decided], class_="decided")
    return tag("div", tag("p", claim_card.sentence(book, t.claim)), lines, class_="small", id=anchor(part, t.claim))


def _judged(found: Sequence[Judged]) -> Html:
    """Return what people said of what is one happening."""
    verb = {"merge": "laid tellings together", "split": "took tellings apart"}
    lines = [
        tag("span", tag("strong", j.who), f" {verb.get(j.verdict, j.verdict)} on {j.at[:10]}", f", because: {j.why}" if j.why else "", " (taken back)" if j.undone else "", class_="undone" if j.undone else None)
        for j in found
    ]  # fmt: skip
    return joined(tag("h3", "What people judged"), listed(lines)) if lines else Html()


def _grades(found: Sequence[GradeShown], *, shut: bool) -> Html:
    if not found:
        return Html()
    head = tag("tr", *(tag("th", n, scope="col") for n in ("grade", "value", "rule", "why, and what it does not say")))
    rows = [
        tag("tr", tag("td", g.name), tag("td", g.value), tag("td", tag("code", g.rule)), tag("td", _why(g)))
        for g in found
    ]
    table = tag("div", tag("table", tag("thead", head), tag("tbody", *rows)), class_="scroll")
    return tag(
        "details", tag("summary", "grades of what is told, never of its truth"), table, open=None if shut else ""
    )


def _why(g: GradeShown) -> str:
    return f"{'; '.join(g.reasons)}. {g.limits}" if g.name != "origins" else g.limits
