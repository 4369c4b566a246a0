"""One claim on a page: its words, who wrote them when and citing whom, how it was read, and what people decided of it."""

from __future__ import annotations

from datetime import date

from sayso.show.dossier.markup import Html, away, joined, listed, tag
from sayso.show.dossier.page import Book
from sayso.show.dossier.shown import ArticleShown, ClaimShown, Decided
from sayso.show.exports.crosswalk import kinds
from sayso.show.exports.days import spoken

NO_WORDS = "No more words of this article are given here: read them there."
GONE = {"withdrawn": "the outlet withdrew this article", "superseded": "the outlet changed this article since"}
DID = {"confirm": "confirmed", "amend": "amended", "reject": "rejected", "note": "noted on"}
NOTHING_READ = "nothing"


def card(book: Book, claim: str, at: str, origin: str = "", *, further: bool = False) -> Html:
    """Return a claim as a card; ``at`` is its anchor, ``further`` marks one that only goes on about a happening."""
    c = book.shown.claims[claim]
    home = book.shown.articles[c.article]
    names = " ".join(
        n for n in ("claim", "rejected" if c.state == "rejected" else "", "further" if further else "") if n
    )
    return tag(
        "article",
        labels(c, home),
        quote(c),
        tag("p", c.credit, class_="credit"),
        tag("p", source(home), class_="small soft"),
        tag("p", f"Origin: {origin}", class_="small soft") if origin else None,
        listed([decision(d) for d in c.decided], class_="decided"),
        reading(c, shut=not book.whole),
        class_=names,
        id=at,
    )


def labels(c: ClaimShown, home: ArticleShown) -> Html:
    """Return kind, days, place and state of a claim as tags."""
    found = [tag("li", kind(c.kind), class_="tag")]
    found += [tag("li", c.days or "no day told", class_="tag" if c.days else "tag doubt")]
    if c.place:
        found.append(tag("li", place(c), class_="tag doubt" if c.place.coarse else "tag"))
    if c.polarity == "negative":
        found.append(tag("li", "put as not so", class_="tag contested"))
    if c.certainty != "certain" or c.tense == "future":
        found.append(tag("li", f"put as {'yet to come' if c.tense == 'future' else c.certainty}", class_="tag doubt"))
    found += (
        [tag("li", f"{c.state} by a person" if c.state != "disputed" else "people disagree", class_=f"tag {c.state}")]
        if c.state
        else []
    )
    found += [tag("li", GONE.get(home.gone, home.gone), class_="tag gone")] if home.gone else []
    return tag("ul", *found, class_="tags")


def kind(name: str) -> str:
    """Return a kind of happening in words."""
    return kinds()[name].label if name in kinds() else "A state, a view or background"


def place(c: ClaimShown) -> str:
    """Return the place of a claim with its doubt."""
    if c.place is None:
        return ""
    around = f" ± {c.place.radius_km:g} km" if c.place.radius_km else ""
    return f"{c.place.name}{around}{' (made coarse)' if c.place.coarse else ''}"


def quote(c: ClaimShown) -> Html:
    """Return the words of a claim; where the bound of excerpts leaves none, that."""
    return tag("blockquote", f"“{c.words}”") if c.words else tag("p", NO_WORDS, class_="soft")


def source(a: ArticleShown) -> Html:
    """Return the article with its link: headline, outlet, day."""
    by = f"{a.outlet}, reposting {a.original_outlet}" if a.original_outlet else a.outlet
    return joined(away(a.url, a.title or "an article without a headline"), f" · {by}", f" · {day(a.published)}")


def day(iso: str) -> str:
    """Return a day in words."""
    try:
        return spoken(date.fromisoformat(iso))
    except ValueError:
        return iso or "day not known"


def decision(d: Decided) -> Html:
    """Return one decision: who, when, what, why; of an amendment both the machine's reading and the person's."""
    said: list[str] = [tag("strong", d.who), f" {DID[d.decision]} this on {d.at[:10]}"]
    if d.decision == "amend":
        said += [f": {d.field} is “{d.value}” (the machine read “{d.machine or NOTHING_READ}”)"]
    said += [f", because: {d.why}" if d.why and d.decision != "note" else f": {d.why}" if d.why else ""]
    return tag("span", *said, " (taken back)" if d.undone else None, class_="undone" if d.undone else None)


def reading(c: ClaimShown, *, shut: bool) -> Html:
    """Return how a claim was read, field by field, with the rules: behind a fold, or in a document as one paragraph."""
    given = [
        ("said by", c.chain), ("how sure", f"{c.certainty}, {c.tense}, {c.manner}, {c.polarity}"), ("what", kind(c.kind)),
        ("who", ", ".join(c.actors)), ("whom", ", ".join(c.targets)), ("where", place(c)), ("when", c.days),
        ("figures", c.figures), ("means", ", ".join(c.means)), ("control", c.control),
        ("rules", c.rules), ("claim", c.id),
    ]  # fmt: skip
    if not shut:
        return tag("p", "Read as: ", "; ".join(f"{n} {v}" for n, v in given if v), ".", class_="read")
    rows = [joined(tag("dt", n), tag("dd", tag("code", v) if n in {"rules", "claim"} else v)) for n, v in given if v]
    return tag("details", tag("summary", "how it was read"), tag("dl", *rows))


def sentence(book: Book, claim: str) -> Html:
    """Return a claim in one sentence that names who wrote it, linked to where the dossier has it."""
    c = book.shown.claims[claim]
    said, then = (f"“{c.words}”", ", ") if c.words else (kind(c.kind), ": ")
    return joined(tag("a", said, href=book.home(claim)), then, c.credit)
