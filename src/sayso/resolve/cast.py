"""Everybody an article names, in reading order, and what a pronoun, a short form or a surname among them points at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sayso.model.claim import Found
from sayso.model.span import Span
from sayso.model.who import Voice, VoiceKind
from sayso.resolve.actor_index import WORD, fold, mention_words, word_set
from sayso.resolve.actors import Identity, compounds, folded, look_up
from sayso.vocab.shapes.actors import ShortForm

Form = Literal["person", "thing", "many", "short", "indefinite", "name"]
"""How words name somebody: he · it · they · the group · a monitor · a name or description of its own."""

LONG = 200
"""Code points of a naming that are looked at."""
BODIES = frozenset({"organisation", "group", "person"})
BODY_KINDS: frozenset[VoiceKind] = frozenset({"media", "ngo-monitor", "international-org"})
"""Kinds whose voices are bodies unless a member of one is named."""
SHORT = 4
"""Words a short form has at most, article included; longer ones describe somebody new."""
CAPITAL = re.compile(r"[A-Z]")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named at one place: the words, the folded words, and who it is as far as known.

    ``speaks`` tells whether the words are the source of a voice; ``person`` is the name of the one person
    they hold, "" for a body.
    """

    span: Span
    text: str
    words: frozenset[str]
    identity: Identity | None
    kind: VoiceKind
    named: bool
    person: str
    speaks: bool

    @property
    def name(self) -> str:
        """The canonical name, or the words as they stand."""
        if self.identity is not None and not self.identity.member:
            return self.identity.known.name
        return self.person or self.text

    @property
    def proper(self) -> bool:
        """Tell whether the words name somebody, rather than describe."""
        return self.named and (self.identity is not None or CAPITAL.search(self.text[1:]) is not None)

    @property
    def id(self) -> str | None:
        """The identity's id, None for members of a body and the unknown."""
        return None if self.identity is None or self.identity.member else self.identity.known.id


def form_of(words: str) -> Form:
    """Return how the words name somebody."""
    words = compounds().sub(" ", words[:LONG])
    low = [w.lower() for w in WORD.findall(words)]
    if len(low) == 1:
        for form, name in (("person", "people"), ("thing", "things"), ("many", "many")):
            if low[0] in word_set(name):
                return form  # type: ignore[return-value]
    if (
        not low
        or len(low) > SHORT
        or "s" in low
        or CAPITAL.search(words.lstrip("\"“'")[1:])
        or head(low) not in nouns()
    ):
        return "name"
    return "indefinite" if low[0] in word_set("indefinite") or low[0] not in word_set("articles") else "short"


def head(low: list[str]) -> str:
    """Return the noun a short form is built on: the last word that is one."""
    known = nouns()
    return next((w for w in reversed(low) if w in known or w.rstrip("s") in known), "").removesuffix("s") if low else ""


def noun_of(words: str) -> str:
    """Return the bare noun of a short form, "" when it has none."""
    return head([w.lower() for w in WORD.findall(words[:LONG])])


@cache
def nouns() -> dict[str, ShortForm]:
    """Return the bare nouns that stand for speakers, with what they may stand for."""
    return {n.removesuffix("s"): form for form in mention_words().short_forms for n in form.nouns}


def plural(text: str) -> bool:
    """Tell whether the words name several of a body ("US officials")."""
    members = word_set("members")
    return any(w.endswith("s") and w in members for w in text.lower().split())


def outside(sources: Iterable[Span], spans: Iterable[Span]) -> list[Span]:
    """Return the spans, each once and not too long, that lie in none of the sources."""
    taken = sorted((s.start, s.end) for s in sources)
    starts = [a for a, _ in taken]
    kept: dict[Span, None] = {}
    for span in spans:
        k = bisect_right(starts, span.start) - 1
        if span.end - span.start <= LONG and not (k >= 0 and taken[k][1] >= span.end):
            kept[span] = None
    return list(kept)


def of_kind(pool: list[Named], kinds: list[VoiceKind]) -> Named | None:
    """Return the nearest body of one of the kinds, speakers before others."""
    fits = [n for n in pool if n.proper and n.kind in kinds and not n.person]
    return next((n for n in fits if n.speaks), fits[0] if fits else None)


class Cast:
    """The named of one article, looked up by position."""

    def __init__(self, text: str, found: Found, country: str) -> None:
        self.text, self.country = text, country
        self._people = sorted((m.span.start, m.span.end) for m in found.mentions if m.label == "person")
        self._starts = [a for a, _ in self._people]
        self.all = sorted(self._collect(found), key=lambda n: (n.span.start, -n.span.end))
        self.starts = [n.span.start for n in self.all]

    def _collect(self, found: Found) -> Iterable[Named]:
        """Yield speakers, then names seen and actors that no speaker's words hold already."""
        sources: dict[Span, Voice] = {v.source: v for c in found.claims for v in c.voices if v.source is not None}
        for source, v in sources.items():
            if (n := self.named(source, v.kind, v.named, speaks=True)) is not None:
                yield n
        spans = [m.span for m in found.mentions if m.label in BODIES]
        spans += [a.span for c in found.claims if (h := c.happening) for a in (*h.actors, *h.targets)]
        for span in outside(sources, spans):
            n = self.named(span, "unspecified", named=True, speaks=False)
            if n is not None and (n.identity is not None or n.person):
                yield n

    def named(self, span: Span, kind: VoiceKind, named: bool, *, speaks: bool) -> Named | None:
        """Return who is named at a place; None for pronouns and short forms, which name nobody."""
        text = self.text[span.start : min(span.end, span.start + LONG)]
        if form_of(text) not in {"name", "indefinite"}:
            identity = look_up(text, self.country)
            if identity is None or identity.rule == "actor.generic-by-country":
                return None
        identity = look_up(text, self.country)
        person = self.person_in(span) if identity is None or identity.member else ""
        if identity is not None:
            kind = identity.known.kind
        if kind in BODY_KINDS and not word_set("members") & set(text.lower().split()):
            person = ""  # the parser takes many a channel for a person
        return Named(span, text, frozenset(w.lower() for w in fold(text)), identity, kind, named, person, speaks)

    def person_in(self, span: Span) -> str:
        """Return the longest name of a person that stands inside, "" when none does."""
        longest = ""
        for a, b in self._people[bisect_left(self._starts, span.start) :]:
            if b > span.end:
                break
            longest = max(longest, self.text[a:b], key=len)
        return longest

    def before(self, at: int) -> Iterable[Named]:
        """Yield the named that end at or before a place, nearest first."""
        for k in range(bisect_left(self.starts, at) - 1, max(-1, bisect_left(self.starts, at) - 60), -1):
            if self.all[k].span.end <= at:
                yield self.all[k]

    def after(self, at: int) -> Iterable[Named]:
        """Yield the named that begin at or after a place, nearest first."""
        return iter(self.all[bisect_left(self.starts, at) :][:60])

    def pronoun(self, at: int, form: Form) -> Named | None:
        """Return whom he, it or they at a place points at: the nearest speaker of that sort, else the nearest named."""
        fits = [n for n in self.before(at) if self.suits(n, form)]
        return next((n for n in fits if n.speaks), fits[0] if fits else None)

    def suits(self, n: Named, form: Form) -> bool:
        """Tell whether a pronoun may point at somebody."""
        if form == "person":
            member = n.speaks and n.identity is not None and n.identity.member and not plural(n.text)
            return member or (bool(n.person) and n.kind != "media")
        return not n.person

    def short(self, span: Span) -> Named | None:
        """Return whom a bare noun points at: who was named with that noun, else the nearest of a fitting kind; later ones last."""
        noun = noun_of(span.of(self.text))
        form = nouns().get(noun) or ShortForm([])
        earlier = list(self.before(span.start))
        for pool in (earlier, list(self.after(span.end))):
            if (n := next((n for n in pool if noun in n.words and (n.proper or n.speaks)), None)) is not None:
                return n
            if form.kinds and (n := of_kind(pool, form.kinds)) is not None:
                return n
        if form.kinds or form.same_word:
            return None
        if noun in folded("anonymous"):
            return None
        wants_person = noun in folded("members")
        return next(
            (n for n in earlier if n.speaks and n.proper and (bool(n.person) == wants_person or noun == "source")), None
        )

    def introduced(self, span: Span) -> Named | None:
        """Return who "a monitor" turns out to be: the next of its kind that speaks, if one does."""
        form = nouns().get(noun_of(span.of(self.text)))
        if (form is None or form.kinds != ["ngo-monitor"]) and "monitoring" not in span.of(self.text).lower():
            return None
        return next((n for n in self.after(span.end) if n.kind == "ngo-monitor" and n.identity and n.named), None)

    def nearest(self, span: Span, form: Form) -> Named | None:
        """Return whom a pronoun in a claim's own words points at: the nearest named before it that suits."""
        return next((n for n in self.before(span.start) if self.suits(n, form) and (n.identity or n.person)), None)

    def fuller(self, n: Named) -> Named:
        """Return the fuller naming of the same somebody ("Observatory head Rami Abdel Rahman" for "Abdel Rahman")."""
        if n.identity is not None or not n.words or len(n.words) > 4:
            return n
        pools = (self.before(n.span.start), self.after(n.span.end))
        for pool in pools:
            for m in pool:
                if n.words < m.words and m.proper and (m.identity is not None or m.person):
                    return m
        return n
