"""One claim and its article as a publication shows them."""

from __future__ import annotations

import dataclasses
from functools import partial

from msgspec.structs import replace

from sayso.ledger.store import ArticleRow, ClaimRow
from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.review import State
from sayso.show import words
from sayso.show.dossier import decisions
from sayso.show.dossier.decisions import Decisions
from sayso.show.dossier.excerpts import Excerpts
from sayso.show.dossier.names import Names
from sayso.show.dossier.shown import ArticleShown, ClaimShown, Spot
from sayso.show.exports import people
from sayso.show.exports.area import polygons
from sayso.show.exports.days import Days, spoken
from sayso.show.exports.ground import country_name
from sayso.show.exports.holding import Holding
from sayso.show.exports.told import Told, rules
from sayso.show.plain import clean

MOST_RIGHTS = 300
"""Code points of a statement on rights."""


class Teller:
    """Turns claims of the ledger into claims that are shown, under one profile."""

    def __init__(self, held: Holding, names: Names, excerpts: Excerpts) -> None:
        self.held = held
        self.names = names
        self.excerpts = excerpts

    def claim(self, row: ClaimRow, article: Article, found: Decisions, state: State) -> ClaimShown:
        """Return a claim with what people decided of it."""
        c = row.claim
        guarded = decisions.careful(row, decisions.amended(found))
        h, guard = guarded.claim.happening, self.held.coarsens(guarded.claim, row.article.published)
        spot = self._spot(Told(guarded, article, h, self.held)) if h else None
        said, cut = self.excerpts.of(article, c)
        hide = partial(self.names.hide, article=article.id)
        said, chain = hide(said), self._chain(c, article)
        look = decisions.machine(c, said, chain, spot)
        made = ClaimShown(
            id=c.id, article=article.id, words=said, cut=cut, credit=self._credit(c, article), chain=chain,
            polarity=c.polarity.value, certainty=c.certainty.value, tense=c.tense.value, manner=c.manner.value,
            place=spot, rules=f"unit={c.rule}", guarded=guard, state=state,
            decided=decisions.decided(found, look, hide, self.excerpts.bound.words, guard=guard),
        )  # fmt: skip
        return self._happening(made, Told(row, article, c.happening, self.held)) if c.happening else made

    def _happening(self, made: ClaimShown, told: Told) -> ClaimShown:
        """Add what the claim tells of a happening, as the machine read it."""
        h, d = told.happening, told.days
        return replace(
            made,
            kind=h.kind.value,
            actors=self._names(told, [told.shown(p.name, private=p.private) for p in told.actors]),
            targets=self._names(told, [told.shown(p.name, private=p.private) for p in told.targets]),
            means=self._names(told, [m.name for m in h.means]),
            figures=clean(words.figures(h)),
            control=self.names.hide(words.control(h.control), told.article.id)
            if h.control and not made.guarded
            else "",
            first=d.first.isoformat() if d else "",
            last=d.last.isoformat() if d else "",
            days=spelled(d),
            rules=rules(told),
        )

    def _names(self, told: Told, found: list[str]) -> list[str]:
        return [self.names.hide(n, told.article.id) for n in dict.fromkeys(found)]

    def _spot(self, told: Told) -> Spot | None:
        g = told.ground
        if g is None:
            return None
        coarse = g.relation == "coarsened"
        name = clean(g.name) or country_name(g.country) or "a place not named"
        near = "" if g.relation in {"", "in-area"} else f"{g.relation.replace('-', ' ')} "
        shown = f"somewhere about {name}" if coarse else near + name
        return Spot(self.names.hide(shown), g.precision, g.radius, coarse, polygons(told))

    def _credit(self, c: Claim, article: Article) -> str:
        """Return who wrote the claim when, citing whom, and how it is put: the quotable sentence without its words."""
        quoted = f"“{words.content(article.text, c)}”, "
        return self.names.hide(words.quotable(article, self._unnamed(c, article)).removeprefix(quoted), article.id)

    def _chain(self, c: Claim, article: Article) -> str:
        return self.names.hide(words.chain(self._unnamed(c, article), words.teller(article)), article.id)

    def _unnamed(self, c: Claim, article: Article) -> Claim:
        """Return the claim with voices that may be private persons withheld."""
        if not self.held.withholds_names:
            return c
        mark = people.people().withheld
        voices = (dataclasses.replace(v, name=mark) if people.private_voice(v, article.text) else v for v in c.voices)
        return dataclasses.replace(c, voices=tuple(voices))

    def article(self, row: ArticleRow, a: Article, gone: str) -> ArticleShown:
        """Return an article with what it states on rights; its address unless that names somebody withheld."""
        url = a.url.value if a.url else ""
        rights = [" ".join(r.span.of(a.text).split())[:MOST_RIGHTS] for r in a.rights]
        return ArticleShown(
            id=a.id, title=self.names.hide(row.title, a.id), outlet=clean(row.outlet) or "an unnamed outlet", published=clean(row.published),
            original_outlet=clean(row.original_outlet), original_published=a.original_published.value if a.original_published else "",
            url="" if self.names.named_in(url) else url, labels={clean(n): [self.names.hide(v, a.id) for v in vs] for n, vs in a.labels},
            rights=[self.names.hide(r, a.id) for r in dict.fromkeys(rights)], gone=gone,
        )  # fmt: skip


def spelled(d: Days | None) -> str:
    """Return days in words: "24 September 2017", "24 to 26 September 2017", "24 September to 2 October 2017"; "" for none."""
    if d is None:
        return ""
    first, last = spoken(d.first), spoken(d.last)
    alike = (d.first.year == d.last.year) + ((d.first.year, d.first.month) == (d.last.year, d.last.month))
    return first if first == last else f"{first.rsplit(' ', alike)[0]} to {last}"
