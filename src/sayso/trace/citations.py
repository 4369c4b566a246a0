"""Claims laid to an outlet ("CNN announced", "according to SANA"), and the claims of that outlet's own articles that say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.model.article import Article
from sayso.model.citing import Citation
from sayso.model.claim import Claim
from sayso.trace.wording import WORD, folded
from sayso.vocab.loader import load
from sayso.vocab.outlet_names import outlet_key
from sayso.vocab.shapes.trace import Citing

MEDIA = "media"
"""The kind of voice that publishes."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a claim says, brought to forms that two tellings share: names and numbers apart from the beginnings of common words."""

    telling: frozenset[str]
    common: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cite:
    """One claim's voice number ``link`` is an outlet. ``day`` is that of the article (``date.toordinal``)."""

    claim: str
    article: str
    link: int
    outlet: str
    day: int
    words: Words


@cache
def rules() -> Citing:
    """Return the sizes by which a cited claim is known."""
    found: Citing = load("trace/citing", Citing)
    return found


def own_outlet(article: Article) -> str:
    """Return the key of the outlet whose words an article's own words are: of the one it reposts, else the one that prints it."""
    stated = article.original_outlet or article.outlet
    return outlet_key(stated.value) if stated else ""


def cites(article: Article, claims: Sequence[Claim], day: int) -> tuple[Cite, ...]:
    """Return where claims of an article are laid to another outlet that is named."""
    mine = {outlet_key(s.value) for s in (article.outlet, article.original_outlet) if s}
    found = []
    for c in claims:
        words = said(article, c)
        for link, v in enumerate(c.voices):
            if v.kind == MEDIA and v.named and (key := outlet_key(v.name)) and key not in mine:
                found.append(Cite(c.id, article.id, link, key, day, words))
    return tuple(found)


def said(article: Article, claim: Claim) -> Words:
    """Return the words of a claim's content as they are compared."""
    telling, common = set(), set()
    for span in claim.content:
        for m in WORD.finditer(article.text, span.start, span.end):
            word = folded(m.group())
            named = m.group()[0].isupper() and len(word) > 1 and m.start() > span.start  # any word may begin a sentence
            if named or word[0].isdigit():
                telling.add(word)
            elif len(word) >= rules().shortest:
                common.add(word[: rules().stem])
    return Words(frozenset(telling), frozenset(common))


def telling(article: Article, claims: Sequence[Claim]) -> frozenset[str]:
    """Return the names and numbers that any claim of an article has."""
    return frozenset(w for c in claims for w in said(article, c).telling)


def supported(cite: Cite, article: Article, claims: Iterable[Claim], day: int) -> Citation | None:
    """Return the claim of the cited outlet's article that says what is laid to the outlet; None when none does."""
    if not day or not -rules().after <= cite.day - day <= rules().before or article.id == cite.article:
        return None
    best: Citation | None = None
    for c in claims:
        score, shared = likeness(cite.words, said(article, c))
        if score >= rules().share and (best is None or (-score, c.id) < (-best.score, best.cited_claim)):
            best = Citation(
                cite.claim, cite.article, cite.link, cite.outlet, article.id, c.id, score, cite.day - day, shared
            )
    return best


def likeness(one: Words, other: Words) -> tuple[float, tuple[str, ...]]:
    """Return the part of the words of ``one`` that ``other`` has, and the names and numbers among them; 0 when too few are shared."""
    shared = one.telling & other.telling
    met = 2 * len(shared) + len(one.common & other.common)
    if not shared or met < rules().least:
        return 0.0, ()
    return round(met / (2 * len(one.telling) + len(one.common)), 3), tuple(sorted(shared))
