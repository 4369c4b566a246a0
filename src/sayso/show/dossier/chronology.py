"""The chronology: claims by the first day that their words give; those without a day stand apart."""

from __future__ import annotations

from sayso.show.dossier import claim_card
from sayso.show.dossier.markup import Html, joined, listed, tag
from sayso.show.dossier.page import Book
from sayso.show.dossier.shown import ClaimShown, claims_of

ABOUT = (
    "By the first day that the words of a claim give. What is said of a day is what somebody wrote, not what happened."
)
UNDATED = "Without a day"
WHY = "The words of these claims give no day; the day an article was published does not stand in for it."


def body(book: Book) -> Html:
    """Return the page."""
    found = ordered(book)
    days: dict[str, list[ClaimShown]] = {}
    for c in sorted((c for c in found if c.first), key=lambda c: (c.first, c.last)):
        days.setdefault(c.first, []).append(c)
    undated = [c for c in found if not c.first]
    return joined(
        tag("h1", "Chronology", class_="chapter"),
        tag("p", ABOUT, class_="soft"),
        *(_day(book, first, claims) for first, claims in days.items()),
        tag("h2", UNDATED, id="undated") if undated else None,
        tag("p", WHY, class_="soft") if undated else None,
        listed([_line(book, c) for c in undated], class_="marks"),
    )


def ordered(book: Book) -> list[ClaimShown]:
    """Return the claims shown, each once, in the order of the dossier; those that only go on about a happening are left out."""
    p = book.shown
    further = {t.claim for h in p.happenings.values() for t in h.tellings if not t.core}
    alone = {x.ref for x in p.parts if x.kind == "claim"}
    ids = dict.fromkeys(c for x in p.parts for c in claims_of(p, x) if c not in further or c in alone)
    return [p.claims[c] for c in ids]


def _day(book: Book, first: str, claims: list[ClaimShown]) -> Html:
    return tag("section", tag("h2", claim_card.day(first)), listed([_line(book, c) for c in claims]), class_="day")


def _line(book: Book, c: ClaimShown) -> Html:
    """Return a claim as one line: its attributed sentence, kind and place, days where there are several."""
    said = [claim_card.kind(c.kind), claim_card.place(c), c.days if c.first != c.last else ""]
    state = (
        tag("span", f"{c.state} by a person", class_=f"tag {c.state}") if c.state and c.state != "disputed" else None
    )
    return joined(
        tag("p", claim_card.sentence(book, c.id), class_="sentence"),
        tag("p", " · ".join(s for s in said if s), " ", state, class_="small soft"),
    )
