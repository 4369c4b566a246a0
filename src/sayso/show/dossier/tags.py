"""The page of tags: the dossier's own regions and themes, and the labels that outlets put on their articles, which are theirs."""

from __future__ import annotations

from sayso.show.dossier import claim_card
from sayso.show.dossier.chronology import ordered
from sayso.show.dossier.markup import Html, joined, listed, tag
from sayso.show.dossier.page import Book

FACETS = ("region", "theme", "dossier")
OWN = "Given to this dossier by {who}:"
THEIRS = "Labels that outlets put on their own articles are their framing. Under each: the claims shown here from such articles."


def body(book: Book) -> Html:
    """Return the page."""
    return joined(
        tag("h1", "Tags", class_="chapter"),
        tag("p", THEIRS, class_="soft"),
        *(_facet(book, f) for f in FACETS),
        _others(book),
    )


def own(book: Book, facet: str) -> list[str]:
    """Return the dossier's own tags of a facet."""
    p = book.shown
    return {"region": p.region, "theme": p.theme, "dossier": [p.title]}[facet]


def labels(book: Book) -> dict[str, dict[tuple[str, str], list[str]]]:
    """Return by facet, label and outlet the claims from articles that bear it."""
    found: dict[str, dict[tuple[str, str], list[str]]] = {}
    for c in ordered(book):
        a = book.shown.articles[c.article]
        for facet, values in a.labels.items():
            for value in values:
                found.setdefault(facet, {}).setdefault((value, a.outlet), []).append(c.id)
    return found


def _facet(book: Book, facet: str) -> Html:
    mine = own(book, facet)
    put = [tag("li", name, class_="tag") for name in mine]
    said = joined(tag("p", OWN.format(who=book.shown.who)), tag("ul", *put, class_="tags")) if mine else None
    return tag("section", tag("h2", facet.capitalize()), said, *_theirs(book, facet), id=facet)


def _theirs(book: Book, facet: str) -> list[Html]:
    return [
        joined(
            tag("h3", f"{label} ", tag("span", f"({outlet}'s label)", class_="soft")),
            listed([claim_card.sentence(book, c) for c in claims]),
        )
        for (label, outlet), claims in sorted(labels(book).get(facet, {}).items())
    ]


def _others(book: Book) -> Html:
    """Return the facets that outlets have beside these three."""
    return joined(
        *(
            tag("section", tag("h2", facet.capitalize()), *_theirs(book, facet), id=f"label-{n + 1}")
            for n, facet in enumerate(sorted(set(labels(book)) - set(FACETS)))
        )
    )
