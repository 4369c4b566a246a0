"""The first page: title, tags, and the parts of the dossier in their order, own words with the name of their writer."""

from __future__ import annotations

from sayso.show.dossier import claim_card, happening_card
from sayso.show.dossier.markup import Html, joined, paragraphs, tag
from sayso.show.dossier.page import Book, anchor
from sayso.show.dossier.shown import Held, Part
from sayso.show.origins import counted

MOST_WORDS = 12
"""Words of a part in the list of contents."""


def body(book: Book) -> Html:
    """Return the page."""
    p = book.shown
    saved = f"Put together by {p.who}, version {p.version}, saved {claim_card.day(p.saved_at[:10])}."
    return joined(
        tag("h1", p.title),
        tag("p", saved, class_="soft"),
        tags(book),
        tag(
            "p",
            held(p.held),
            " ",
            tag("a", "What this is, and what it is not", href=book.to("method")),
            class_="small soft",
        ),
        contents(book),
        parts(book),
    )


def tags(book: Book) -> Html:
    """Return the dossier's own regions and themes, and itself, as tags."""
    p = book.shown
    found = [("region", r) for r in p.region] + [("theme", t) for t in p.theme] + [("dossier", p.title)]
    items = [
        tag("li", tag("a", f"{facet}: {name}", href=book.to("tags", facet), class_="tag")) for facet, name in found
    ]
    return tag("ul", *items, class_="tags")


def held(h: Held) -> str:
    """Return in a sentence what was held back."""
    said = [
        counted(h.claims_fresh, "claim", "claims") + " too fresh" if h.claims_fresh else "",
        counted(h.places_coarse, "place", "places") + " made coarse" if h.places_coarse else "",
        counted(h.names, "name", "names") + " that may be private persons' withheld" if h.names else "",
        counted(h.claims_cut, "excerpt", "excerpts") + " cut short" if h.claims_cut else "",
    ]
    told = ", ".join(s for s in said if s)
    return f"Held back: {told}." if told else "Nothing had to be held back."


def contents(book: Book) -> Html:
    """Return the list of claims and happenings, each linked."""
    lines = [
        tag("li", tag("a", _title(book, x), href=f"#{anchor(n)}"))
        for n, x in enumerate(book.shown.parts)
        if x.kind != "text" and not x.missing
    ]
    return tag("nav", tag("strong", "In this dossier"), tag("ol", *lines), class_="contents", aria_label="Contents")


def _title(book: Book, x: Part) -> str:
    if x.kind == "happening":
        h = book.shown.happenings[x.ref]
        return f"{happening_card.heading(h)} ({h.counted})"
    c = book.shown.claims[x.ref]
    words = c.words.split()
    short = " ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")
    return f"“{short}”, {c.credit}" if short else f"{claim_card.kind(c.kind)}, {c.credit}"


def parts(book: Book) -> Html:
    """Return every part in its order."""
    return joined(*(_part(book, n, x) for n, x in enumerate(book.shown.parts)))


def _part(book: Book, n: int, x: Part) -> Html:
    note = own_words(x) if x.text else Html()
    if x.kind == "text":
        return tag("section", note, id=anchor(n))
    if x.missing:
        return tag(
            "section", note, tag("p", f"A {x.kind} ({x.ref}) stood here: {x.missing}.", class_="soft"), id=anchor(n)
        )
    if x.kind == "happening":
        return happening_card.card(book, book.shown.happenings[x.ref], n, note)
    return tag("section", note, claim_card.card(book, x.ref, anchor(n, x.ref)), id=anchor(n))


def own_words(x: Part) -> Html:
    """Return somebody's own words, with the name."""
    return tag(
        "div", tag("p", f"{x.who or 'Somebody not named'} writes:", class_="by"), paragraphs(x.text), class_="own-words"
    )
