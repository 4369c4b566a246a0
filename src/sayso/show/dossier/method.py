"""The page on method and limits: what a claim is, what people decided, the rules of grades, what was held back."""

from __future__ import annotations

import msgspec

from sayso.show.dossier import claim_card
from sayso.show.dossier.gather import publishing
from sayso.show.dossier.markup import Html, joined, listed, tag
from sayso.show.dossier.page import Book
from sayso.show.dossier.shown import Held


def body(book: Book) -> Html:
    """Return the page."""
    sections = [joined(tag("h2", s.title), *(tag("p", t) for t in s.text)) for s in publishing().method]
    return joined(
        tag("h1", "Method and limits", class_="chapter"),
        *sections,
        held_back(book),
        _people(book),
        _grades(book),
        _files(book),
    )


def held_back(book: Book) -> Html:
    """Return what the profile holds back, and what of it applied here."""
    name = book.shown.profile
    if name == "own":
        rules = ["Profile “own”: nothing is held back. Not for publication."]
    else:
        rules = [*rules_of(book.shown.held)]
    return joined(tag("h2", "What was held back", id="held"), tag("p", f"Profile: {name}."), listed(rules))


def rules_of(h: Held) -> list[str]:
    """Return the rules of what is held back, each with how often it applied."""
    counts = msgspec.to_builtins(h)
    return [words.format(**counts) for words in publishing().held]


def _people(book: Book) -> Html:
    """Return all decisions of people on what is shown, with names."""
    lines = [
        joined(tag("a", claim, href=book.home(claim)), ": ", claim_card.decision(d))
        for claim, c in book.shown.claims.items()
        for d in c.decided
    ]
    found = listed(lines) if lines else tag("p", "Nobody has reviewed any of these readings.")
    return joined(tag("h2", "What people decided", id="people"), found)


def _grades(book: Book) -> Html:
    """Return the rules of all grades that are shown, with what they do not say."""
    found = {(g.name, g.rule, g.limits): None for h in book.shown.happenings.values() for g in h.grades}
    lines = [joined(tag("strong", name), " ", tag("code", rule), f": {limits}") for name, rule, limits in sorted(found)]
    return joined(tag("h2", "Rules of the grades shown"), listed(lines)) if lines else Html()


def _files(book: Book) -> Html:
    if book.whole:
        return Html()
    link = joined(tag("a", "data.json", href="data.json"), " and ", tag("a", "manifest.json", href="manifest.json"))
    return joined(
        tag("h2", "The data"), tag("p", "All that these pages show, and the digest of every file: ", link, ".")
    )
