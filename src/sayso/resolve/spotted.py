"""Place names in running text: which of the names seen are looked up as places, and which words after one say where it lies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from sayso.model.article import Article
from sayso.model.span import Span
from sayso.model.where import Place
from sayso.model.who import Mention
from sayso.resolve.capitals import overlooked, persons_parts
from sayso.resolve.gazetteer import country_words, named
from sayso.resolve.holding import held
from sayso.resolve.place_words import word_set
from sayso.resolve.placekeys import key

ARTICLE = re.compile(r"(?i:the)\s+")
POSSESSIVE = re.compile(r"['’`]s?$")
INSIDE = re.compile(r",\s|\s\(")
LISTED = re.compile(r",?\s+(?:and|or)\s|,\s+[A-Z]")
BEFORE = re.compile(r"\b([A-Za-z]+)\s(?:the\s)?$")
LONGEST_LEAD = 20
HOLDERS = frozenset({"province", "country"})


def spotted(article: Article, mentions: Sequence[Mention]) -> tuple[Place, ...]:
    """Return the names of places among the names seen, in reading order, ready to be looked up.

    A name that the parser took for a person or a body counts where it stands after "in", "near" or the like and the gazetteer
    has it; so do words for the people of a country, and names that only capital letters show. ``span`` covers the name alone, without article and possessive s. ``text`` goes on to a second name where that one says
    what the first lies in ("Paris, Texas"), so that the look-up reads both.
    """
    persons = persons_parts(article.text, mentions)
    seen = [
        s
        for m in mentions
        if (s := _bare(article.text, m.span)) is not None
        and (_stands_as_place(article.text, s) or (m.label == "place" and _no_surname(article.text, s, persons)))
    ]
    spans = sorted([*seen, *overlooked(article, mentions, seen)])
    return tuple(_wording(article.text, s, after) for s, after in zip_longest(spans, spans[1:]) if s is not None)


def _bare(text: str, span: Span) -> Span | None:
    """Return the span of a name without "the" before and the possessive s after it; None when no letter is left."""
    words = span.of(text)
    lead = m.end() if (m := ARTICLE.match(words)) else 0
    tail = len(m[0]) if (m := POSSESSIVE.search(words, lead)) else 0
    kept = Span(span.start + lead, max(span.start + lead, span.end - tail))
    return kept if any(c.isalpha() for c in kept.of(text)) else None


def _stands_as_place(text: str, name: Span) -> bool:
    """Tell whether a name taken for a person or a body is a known place and stands after "in", "near" or the like."""
    lead = BEFORE.search(text, max(0, name.start - LONGEST_LEAD), name.start)
    where = lead is not None and lead[1].casefold() in word_set("within") | word_set("beside")
    return where and bool(named(key(name.of(text))))


def _no_surname(text: str, name: Span, persons: frozenset[str]) -> bool:
    """Tell whether a name is no word of a person's name in the text, or has what it lies in after it."""
    words = name.of(text)
    return words not in persons or bool(held(text, name.end)) or _is_country(words)


def _wording(text: str, name: Span, after: Span | None) -> Place:
    reach = after.end if after is not None and _lies_in(text, name, after) else name.end
    return Place(text[name.start : reach], name, "place.spotted", name.of(text))


def _lies_in(text: str, name: Span, after: Span) -> bool:
    """Tell whether the next name says what this one lies in: set off by a comma or bracket, a province or country, no list."""
    between = text[name.end : after.start]
    if not INSIDE.fullmatch(between) or LISTED.match(text[after.end : after.end + 8]):
        return False
    return _holds(after.of(text)) and not _is_country(name.of(text))


def _holds(name: str) -> bool:
    return _is_country(name) or any(p.kind in HOLDERS for p in named(key(name)))


def _is_country(name: str) -> bool:
    words = tuple(w.rstrip(".") for w in name.split())
    rows = country_words().get(words[0], ()) if words else ()
    return any(parts == words and not people for parts, _, people in rows)
