"""The frame of every page: head with its content security policy, navigation, what it is and is not, foot."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files

from sayso.show.dossier.gather import publishing
from sayso.show.dossier.markup import Html, joined, tag
from sayso.show.dossier.shown import Published, claims_of

PAGES: dict[str, str] = {
    "index": "Dossier", "map": "Map", "timeline": "Timeline", "chronology": "Chronology", "sources": "Sources",
    "tags": "Tags", "method": "Method and limits",
}  # fmt: skip
POLICY = "default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True)
class Book:
    """A publication with how its pages link: to files, or inside one document when it is ``whole``."""

    shown: Published
    whole: bool = False

    def to(self, page: str, anchor: str = "") -> str:
        """Return the address of a page or of a place on it."""
        if self.whole:
            return f"#{anchor or page}"
        return f"{page}.html#{anchor}" if anchor else f"{page}.html"

    def home(self, claim: str) -> str:
        """Return the address of a claim where the dossier has it first."""
        return self.to("index", self.homes.get(claim, ""))

    @cached_property
    def homes(self) -> dict[str, str]:
        """Return for every claim the anchor of the place where the dossier has it first."""
        found: dict[str, str] = {}
        for n, part in enumerate(self.shown.parts):
            for claim in claims_of(self.shown, part):
                found.setdefault(claim, anchor(n, claim))
        return found


@cache
def style() -> str:
    """Return the look of every page."""
    return (files("sayso.show.dossier") / "style.css").read_text("utf-8")


@cache
def policy() -> str:
    """Return the content security policy: no script, no address but the page itself, the one style sheet inside."""
    digest = base64.b64encode(sha256(style().encode()).digest()).decode()
    return POLICY.format(digest=digest)


def anchor(part: int, claim: str = "") -> str:
    """Return the name of a place on the first page: a part of the dossier, or a claim in it."""
    return f"p{part + 1}-{claim}" if claim else f"p{part + 1}"


def page(book: Book, name: str, *body: str) -> str:
    """Return a whole page of the site."""
    p = book.shown
    title = p.title if name == "index" else f"{PAGES[name]} · {p.title}"
    links = [
        tag("a", words, href=book.to(key), aria_current="page" if key == name else None) for key, words in PAGES.items()
    ]
    top = tag("header", tag("p", p.title, class_="brand"), tag("nav", *links, aria_label="Pages"), class_="top")
    return _document(
        title, tag("a", "Skip to the text", href="#text", class_="skip"), top, band(p), main(*body), foot(p)
    )


def whole(p: Published, *body: str) -> str:
    """Return a whole document that stands alone."""
    return _document(p.title, band(p), main(*body), foot(p), kind="document")


def main(*body: str) -> Html:
    """Return the middle of a page."""
    return tag("main", *body, id="text")


def _document(title: str, *body: str, kind: str = "site") -> str:
    head = joined(
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy()),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        tag("link", rel="icon", href="data:,"),
        tag("style", Html(style())),
    )
    made = tag("html", tag("head", head), tag("body", *body, class_=kind), lang="en")
    return f"<!doctype html>\n{made}\n"


def band(p: Published) -> Html:
    """Return the line that says on every page what this is."""
    said = tag("p", tag("strong", publishing().marks[p.profile]), " ", publishing().unverified)
    return tag("section", said, class_=f"band {p.profile}", aria_label="What this is")


def foot(p: Published) -> Html:
    """Return the foot: what made this, when, from which ledger."""
    made = f"Made {p.made_at} with {p.tool} from version {p.version} of dossier {p.id}, saved {p.saved_at} by {p.who}."
    return tag("footer", tag("p", made), tag("p", "Ledger: head of its log ", tag("code", p.log_head), "."))
