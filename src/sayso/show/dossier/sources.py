"""The page of sources: every outlet with how much of it is shown, its articles with their links, and what it states on rights."""

from __future__ import annotations

from collections import Counter

from sayso.show.dossier import claim_card
from sayso.show.dossier.markup import Html, joined, listed, tag
from sayso.show.dossier.page import Book
from sayso.show.dossier.shown import ArticleShown

NOTHING = "Nothing on rights was found on the pages that were captured."
ABOUT = "Counts are of what this dossier shows, not of all that an outlet printed. “In its own voice” are claims that cite nobody."


def body(book: Book) -> Html:
    """Return the page."""
    outlets = by_outlet(book)
    return joined(
        tag("h1", "Sources", class_="chapter"),
        tag("p", ABOUT, class_="soft"),
        table(book, outlets),
        *(_outlet(n, name, articles) for n, (name, articles) in enumerate(outlets.items())),
    )


def by_outlet(book: Book) -> dict[str, list[ArticleShown]]:
    """Return the articles by outlet, by name, each by day."""
    found: dict[str, list[ArticleShown]] = {}
    for a in sorted(book.shown.articles.values(), key=lambda a: (a.outlet.lower(), a.published, a.id)):
        found.setdefault(a.outlet, []).append(a)
    return found


def table(book: Book, outlets: dict[str, list[ArticleShown]]) -> Html:
    """Return the outlets as a table."""
    claims = Counter(book.shown.articles[c.article].outlet for c in book.shown.claims.values())
    own = Counter(
        book.shown.articles[c.article].outlet
        for c in book.shown.claims.values()
        if c.chain.endswith("in its own voice")
    )
    names = ("outlet", "articles", "claims", "in its own voice", "first", "last")
    head = tag("tr", *(tag("th", n, scope="col", class_="number" if 0 < k < 4 else None) for k, n in enumerate(names)))
    rows = [_row(n, name, articles, claims[name], own[name]) for n, (name, articles) in enumerate(outlets.items())]
    return tag("div", tag("table", tag("thead", head), tag("tbody", *rows)), class_="scroll")


def _row(n: int, name: str, articles: list[ArticleShown], claims: int, own: int) -> Html:
    days = sorted(a.published for a in articles if a.published)
    numbers = [tag("td", str(x), class_="number") for x in (len(articles), claims, own)]
    ends = [tag("td", d, class_="when") for d in ((days[0], days[-1]) if days else ("", ""))]
    return tag("tr", tag("th", tag("a", name, href=f"#outlet-{n + 1}"), scope="row"), *numbers, *ends)


def _outlet(n: int, name: str, articles: list[ArticleShown]) -> Html:
    """Return an outlet with its articles and what it states on rights, in its words."""
    rights = list(dict.fromkeys(r for a in articles for r in a.rights))
    said = listed([f"“{r}”" for r in rights]) if rights else tag("p", NOTHING, class_="soft small")
    return tag(
        "section",
        tag("h2", name),
        listed([_article(a) for a in articles]),
        tag("h3", "On rights, in its own words"),
        said,
        id=f"outlet-{n + 1}",
    )


def _article(a: ArticleShown) -> Html:
    gone = tag("span", claim_card.GONE.get(a.gone, a.gone), class_="tag gone") if a.gone else None
    missing = None if a.url else tag("span", " (no address is given)", class_="soft small")
    return joined(claim_card.source(a), missing, " ", gone)
