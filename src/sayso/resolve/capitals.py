"""Place names that a parser overlooks, found by capital letters and what is known: countries and their people, provinces, repeated names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sayso.model.article import Article
from sayso.model.span import Span
from sayso.model.who import Mention
from sayso.resolve.bodies import body_at
from sayso.resolve.gazetteer import country_words, named, parts_of_the_world
from sayso.resolve.holding import held
from sayso.resolve.place_words import word_set
from sayso.resolve.placekeys import key
from sayso.resolve.province_words import stated

CAPITAL = re.compile(r"\b(?:[A-Z]\.){2,}|\b[A-Z](?:[\w’']|-(?![A-Z]))*")
POSSESSIVE = re.compile(r"['’`]s?$")
LEAD = re.compile(r"\b([a-z]+) (?:the )?$")
AFTER = re.compile(r" ([a-z]+)")
LONGEST = 4
FEWEST_PEOPLE = 500
LONGEST_ACRONYM = 5
LEAD_REACH = 20
HOLDERS = frozenset({"County", "Parish", "Province", "Oblast", "Governorate", "Prefecture"})


def overlooked(article: Article, mentions: Sequence[Mention], seen: Sequence[Span]) -> list[Span]:
    """Return the spans of place names that are none of those ``seen``, in reading order.

    Countries, their people and provinces count wherever they stand, in the name of a body too ("the Ohio Senate"); other names
    where the words around them tell that the gazetteer's town is meant ("in", "near", "police", ", Texas"), there and elsewhere.
    """
    text = article.text
    taken = bytearray(len(text))
    for span in seen:
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
    parts = persons_parts(text, mentions)
    for m in mentions:
        words = m.span.of(text)
        if m.label == "person" and (" " in words or words in parts) and not _is_area(words):
            taken[m.span.start : m.span.end] = b"\1" * (m.span.end - m.span.start)
    runs = [run for zone in article.claim_zones() for run in _runs(text, zone.span, taken)]
    told = {name for run in runs if (name := _told(text, run)) and name not in parts}
    known = frozenset(s.of(text) for s in seen if named(key(s.of(text)))) - parts | told
    return list(_found(runs, known))


def persons_parts(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the words of the persons' names that have several."""
    persons = (m.span.of(text) for m in mentions if m.label == "person")
    return frozenset(w for p in persons if " " in p for w in POSSESSIVE.sub("", p).split())


def _runs(text: str, zone: Span, taken: bytearray) -> Iterator[list[re.Match[str]]]:
    """Yield, for each capitalised word of a zone that isn't taken, it and those that follow with only a space between."""
    words = list(CAPITAL.finditer(text, zone.start, zone.end))
    for n, word in enumerate(words):
        if not taken[word.start()]:
            yield _run(text, words, n, taken)


def _found(runs: list[list[re.Match[str]]], known: frozenset[str]) -> Iterator[Span]:
    reached = 0
    for run in runs:
        if run[0].start() >= reached and (size := _names(run, known)):
            reached = run[size - 1].start() + len(POSSESSIVE.sub("", run[size - 1][0]))
            yield Span(run[0].start(), reached)


def _told(text: str, run: list[re.Match[str]]) -> str:
    """Return the name that a run begins with when the words around it tell that a town is meant; "" when they don't."""
    tokens = [POSSESSIVE.sub("", w[0]) for w in run]
    name = " ".join(tokens)
    its_folk = len(run) > 1 and run[1][0].casefold() in word_set("townsfolk")
    if not its_folk and not _is_town(name):
        return ""
    lead = LEAD.search(text, max(0, run[0].start() - LEAD_REACH), run[0].start())
    placed = lead is not None and lead[1] in word_set("within") | word_set("beside")
    folk = AFTER.match(text, run[-1].end())
    if placed or (folk and folk[1] in word_set("townsfolk")) or held(text, run[-1].end()):
        return name if _is_town(name) else ""
    return tokens[0] if its_folk and _is_town(tokens[0]) else ""


def _run(text: str, words: list[re.Match[str]], n: int, taken: bytearray) -> list[re.Match[str]]:
    """Return the words from ``n`` on with only a space between."""
    run = [words[n]]
    for word in words[n + 1 : n + LONGEST]:
        if text[run[-1].end() : word.start()] != " " or taken[word.start()] or POSSESSIVE.search(run[-1][0]):
            break
        run.append(word)
    return run


def _names(run: list[re.Match[str]], known: frozenset[str]) -> int:
    """Return how many words of a run are a place's name; 0 when none is."""
    tokens = [POSSESSIVE.sub("", w[0]) for w in run]
    for size in range(len(run), 0, -1):
        name = " ".join(tokens[:size])
        if name in known or _is_area(name):
            return 0 if body_at(tokens, 0) > size else size
    return 0


@lru_cache(maxsize=20_000)
def _is_area(name: str) -> bool:
    """Tell whether a name is a country's, its people's, a province's that reports name so, or a county's."""
    words = name.split()
    rows = country_words().get(words[0], ())
    if any(" ".join(parts) in {name, name.removesuffix("s")} for parts, _, _ in rows):
        return True
    found = stated(words, 0)
    if found and found[1] == len(words):
        return True
    if len(words) > 1 and words[-1] in HOLDERS:
        return any(p.kind in {"district", "province"} for p in named(key(name)))
    return name in parts_of_the_world()


@lru_cache(maxsize=20_000)
def _is_town(name: str) -> bool:
    common = name.casefold() in word_set("fillers") or (name.isupper() and len(name) <= LONGEST_ACRONYM)
    return not common and any(p.kind == "town" and p.people >= FEWEST_PEOPLE for p in named(key(name)))
