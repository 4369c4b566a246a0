"""A dossier as one HTML document that stands alone, for printing and handing on."""

from __future__ import annotations

from datetime import datetime

from sayso.ledger.sqlite import SqliteStore
from sayso.model.review import Dossier
from sayso.show.dossier.gather import gathered
from sayso.show.dossier.markup import tag
from sayso.show.dossier.page import PAGES, Book, whole
from sayso.show.dossier.shown import Published
from sayso.show.dossier.site import BODIES


def written(p: Published) -> str:
    """Return a publication as one document: the pages of the site as its chapters."""
    book = Book(p, whole=True)
    links = [tag("li", tag("a", words, href=f"#{name}")) for name, words in PAGES.items()]
    chapters = [tag("section", body(book), id=name) for name, body in BODIES.items()]
    return whole(p, tag("nav", tag("ol", *links), class_="contents", aria_label="Chapters"), *chapters)


def document(store: SqliteStore, dossier: Dossier, *, profile: str, now: datetime) -> str:
    """Return a dossier published at a time (UTC) under a profile, "public" or "own", as one HTML document; the ledger is only read.

    Raises:
        SaysoError: when there is no such profile.
    """
    return written(gathered(store, dossier, profile=profile, now=now))
