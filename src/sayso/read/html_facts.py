"""What a page's own markup states of its article: structured data first, then meta elements, then the markup around the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from sayso.model.article import Stated
from sayso.model.problem import Problem
from sayso.read import outlets
from sayso.read.html_data import Thing, article, fold, metadata, named_by_id, text, texts, things
from sayso.read.html_text import Source, clear
from sayso.read.stated import day_of, language_of
from sayso.vocab.loader import load
from sayso.vocab.shapes.reading import Headers

SAME_SITE = 2
"""Labels at the end of a host name that make a site ("example.org"); one more where the last but one is short ("co.uk")."""
MOST_LABELS = 50
MOST_NAME_WORDS = 6
LONGEST_FACT = 1_000

_TITLE_TAIL = re.compile(r"\s+(?:[|–—:»·]|-{1,2})\s+")
_ADDRESS = re.compile(r"^(?:https?:)?//|^www\.", re.IGNORECASE)


@cache
def _by() -> re.Pattern[str]:
    words: Headers = load("read/headers", Headers)
    return re.compile(rf"\A(?:{'|'.join(words.by)})\b\s*:?\s*", re.IGNORECASE)


class Facts:
    """The facts, each with the rule that read it; ``data`` is the object of structured data about the article."""

    def __init__(self, page: Source, source: str, url: str) -> None:
        self.page = page
        self.problems: list[Problem] = []
        self.stated: dict[str, Stated] = {}
        self.things, broken = things([source[a:b] for a, b in page.data])
        self.problems.extend(broken)
        self.metas: dict[str, list[str]] = {}
        for name, content in page.metas:
            self.metas.setdefault(name, []).append(content[:LONGEST_FACT])
        self.url = url
        self._address()
        heads = [*self.metas.get("og:title", ()), *(line.text for line in page.lines if line.tag == "h1"), page.title]
        self.data: Thing = article(self.things, self.stated["url"].value if "url" in self.stated else url, heads)
        self._title()
        self._plain()
        self._days()
        self._origin()
        self.authors = tuple(self._authors())
        self.labels = tuple(self._labels())

    def _state(self, key: str, value: str, rule: str) -> None:
        if value and key not in self.stated:
            self.stated[key] = Stated(value[:LONGEST_FACT], rule)

    def _meta(self, fact: str) -> Iterator[tuple[str, str]]:
        """Yield what the meta elements say of a fact, best name first, each with its rule."""
        for name in metadata().meta[fact]:
            for content in self.metas.get(name, ()):
                if content:
                    yield content, f"meta.{name}"

    def _address(self) -> None:
        canonical = [href for rel, href in self.page.links if "canonical" in rel.split() and href]
        for href in canonical:
            self._state("url", joined(self.url, href), "link.canonical")
        for content, rule in self._meta("url"):
            self._state("url", joined(self.url, content), rule)

    def _title(self) -> None:
        self._state("title", clear(text(self.data.get("headline"))), "json-ld.headline")
        for content, rule in self._meta("title"):
            self._state("title", content, rule)
        heads = [line.text for line in self.page.lines if line.tag == "h1"]
        if len(heads) == 1:
            self._state("title", heads[0], "html.h1")
        self._state("title", self._head_title(), "html.title")

    def _head_title(self) -> str:
        """Return the title element, or the part of it that is the headline ("Headline | Site"): a line of the page, or the longest."""
        parts = [self.page.title, *_TITLE_TAIL.split(self.page.title)]
        shown = {fold(line.text) for line in self.page.lines if len(line.text) <= 2 * len(self.page.title)}
        return next((p for p in parts if fold(p) in shown), max(parts[1:], key=len))

    def _plain(self) -> None:
        self._state("outlet", clear(text(named_by_id(self.data, "publisher", self.things))), "json-ld.publisher")
        for content, rule in self._meta("outlet"):
            if not _ADDRESS.match(content):
                self._state("outlet", content, rule)
        self._state("url", joined(self.url, text(self.data.get("url"))), "json-ld.url")
        self._language()

    def _language(self) -> None:
        said = [
            (self.page.language, "html.lang"),
            (text(self.data.get("inLanguage")), "json-ld.inLanguage"),
            *self._meta("language"),
        ]
        for value, rule in said:
            self._state("language", language_of(value), rule)

    def _days(self) -> None:
        for fact, key in (("published", "datePublished"), ("modified", "dateModified")):
            self._day(fact, text(self.data.get(key)), f"json-ld.{key}")
            for content, rule in self._meta(fact):
                self._day(fact, content, rule)
        times = [m.value for m in self.page.marks if m.kind == "time" and m.value]
        # One time on a page dates it; of several (comments, related items) none can be trusted to.
        if len(set(times)) == 1:
            self._day("published", times[0], "html.time")

    def _day(self, fact: str, said: str, rule: str) -> None:
        if not said or fact in self.stated:
            return
        day = day_of(said)
        if day:
            self._state(fact, day, rule)
        else:
            self.problems.append(Problem("S019", f"{rule}: {said[:60]!r} is no date"))

    def _origin(self) -> None:
        based = self.data.get("isBasedOn")
        if isinstance(based, dict):
            self._state(
                "original_outlet",
                text(based.get("publisher")) or outlet_at(text(based.get("url"))),
                "json-ld.isBasedOn",
            )
            self._state("original_published", day_of(text(based.get("datePublished"))), "json-ld.isBasedOn")
        home = site(self.url) or next((site(u) for u in self.metas.get("og:url", ())), "")
        for content, rule in self._meta("original"):
            other = site(content)
            if other != home or not other:
                self._state("original_outlet", outlet_at(content) if other else content, rule)
        canonical = self.stated.get("url")
        if canonical and canonical.rule == "link.canonical" and home and site(canonical.value) not in {"", home}:
            self._state("original_outlet", outlet_at(canonical.value), "link.canonical")

    def _authors(self) -> list[Stated]:
        said = [(clear(t), "json-ld.author") for t in texts(named_by_id(self.data, "author", self.things))]
        if not said:
            first = next(iter(self._meta("authors")), ("", ""))[1]
            said = [(c, rule) for c, rule in self._meta("authors") if rule == first and not _ADDRESS.match(c)]
        said = said or [(name, "html.author") for name in self._shown_authors()]
        names = {
            fold(name): Stated(name[:LONGEST_FACT], rule) for name, rule in said if name and not _ADDRESS.match(name)
        }
        return list(names.values())

    def _shown_authors(self) -> list[str]:
        """Return the names that the first line with an author's class shows; later such lines may sign comments."""
        marks = [m for m in self.page.marks if m.kind == "author" and m.start[0] < len(self.page.lines)]
        marks.sort(key=lambda m: m.start[0])
        found: list[str] = []
        for (line, start), (last, end) in ((m.start, m.end) for m in marks if m.start[0] == marks[0].start[0]):
            words = _by().sub("", self.page.lines[line].text[start : end if last == line else None].strip())
            # The outer of nested elements says again what the inner ones said.
            if 0 < len(words.split()) <= MOST_NAME_WORDS and not any(f in words for f in found):
                found.append(words)
        return found

    def _labels(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        data = {"section": texts(self.data.get("articleSection")), "tag": _listed(self.data.get("keywords"))}
        for kind, held in data.items():
            names = metadata().labels[kind]
            said = held or next((_split(found) for n in names if (found := self.metas.get(n))), [])
            if unique := tuple(dict.fromkeys(clear(s) for s in said if s))[:MOST_LABELS]:
                yield kind, unique


def _listed(held: Any) -> list[str]:
    return [part for said in texts(held) for part in _split([said])]


def _split(said: Sequence[str]) -> list[str]:
    """Return the labels of one or several values: several are labels as they stand, one may hold a list."""
    if len(said) > 1:
        return [s.strip() for s in said]
    return [s.strip() for value in said for s in re.split(r"[;,]", value)]


def joined(base: str, address: str) -> str:
    """Return an address made whole by the page's own, if that is known; an impossible one as it stands."""
    try:
        return urljoin(base, address) if base and address else address
    except ValueError:
        return address


def site(url: str) -> str:
    """Return the site an address belongs to ("news.example.co.uk" → "example.co.uk"), "" when it is no web address."""
    try:
        parts = urlsplit(url if "//" in url else "")
        labels = (parts.hostname or "").split(".")
    except ValueError:
        return ""
    if len(labels) < SAME_SITE:
        return ""
    keep = SAME_SITE + (len(labels) > SAME_SITE and len(labels[-1]) == 2 and len(labels[-2]) <= 3)
    return ".".join(labels[-keep:]).lower()


def outlet_at(url: str) -> str:
    """Return the outlet that publishes at an address, by name when it is known, else by its site."""
    known = outlets.at(url)
    return known.name if known else site(url)
