"""One claim as exports tell it: the claim with its article, its days, its place and its parties, and the cells all formats share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import sayso
from sayso.ledger.store import ClaimRow
from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.happening import Figure, Happening
from sayso.model.who import Voice
from sayso.show import words
from sayso.show.exports import people
from sayso.show.exports.crosswalk import country_codes
from sayso.show.exports.days import Days, days, spoken
from sayso.show.exports.ground import Ground, country_name, ground
from sayso.show.exports.holding import Holding
from sayso.show.exports.people import Party, party
from sayso.show.plain import clean

Cells = dict[str, object]
STATUS = "machine reading, verified by nobody"
BETWEEN = " | "
MOST = 600
"""Code points of a sentence at most: an excerpt, not the article."""
SIDE = 300
ENDS = re.compile(r"[.!?][\"”’')\]]*\s|\n")
GEONAMES = "geonames:"


@dataclass(frozen=True)
class Told:
    """A claim that states a happening, with its article and what is held back of it."""

    row: ClaimRow
    article: Article
    happening: Happening
    held: Holding

    @property
    def claim(self) -> Claim:
        """Return the claim."""
        return self.row.claim

    @cached_property
    def days(self) -> Days | None:
        """Return the days of the happening."""
        return days(self.happening.when)

    @cached_property
    def ground(self) -> Ground | None:
        """Return where it is, as far as that may be given away."""
        return self.held.coarse(ground(self.happening.place), self.claim, self.row.article.published)

    @cached_property
    def actors(self) -> tuple[Party, ...]:
        """Return those said to act."""
        return tuple(dict.fromkeys(party(a, self.article.text) for a in self.happening.actors))

    @cached_property
    def targets(self) -> tuple[Party, ...]:
        """Return those it is done to."""
        return tuple(dict.fromkeys(party(a, self.article.text) for a in self.happening.targets))

    @cached_property
    def withheld(self) -> set[str]:
        """Return the names of persons that are not given away."""
        if not self.held.withholds_names:
            return set()
        found = {p.name for p in (*self.actors, *self.targets) if p.private}
        found |= {v.name for v in self.claim.voices if self.secret(v)}
        return {own for n in found if (own := people.proper(n))}

    def secret(self, v: Voice) -> bool:
        """Tell whether a voice may be a private person."""
        return people.private_voice(v, self.article.text)

    def shown(self, name: str, *, private: bool) -> str:
        """Return a name as it may be given away."""
        return people.people().withheld if private and self.held.withholds_names else clean(name)

    def excerpt(self, text: str) -> str:
        """Return words of the article on one line, with names that are not given away marked."""
        return people.without(clean(words.unmarked(" ".join(text.split()))), self.withheld)

    @cached_property
    def words(self) -> str:
        """Return the words of the claim."""
        return self.excerpt(words.content(self.article.text, self.claim))[:MOST]

    @cached_property
    def sentence(self) -> str:
        """Return the sentence around the claim, cut to an excerpt."""
        text, spans = self.article.text, self.claim.content
        start, end = spans[0].start, max(s.end for s in spans)
        if end - start > MOST:
            return self.words
        before = [m.end() for m in ENDS.finditer(text, max(0, start - SIDE), start)]
        after = ENDS.search(text, max(start, end - 1), min(len(text), end + SIDE))
        found = text[
            before[-1] if before else max(0, start - SIDE) : after.end() if after else min(len(text), end + SIDE)
        ]
        return self.excerpt(found)[:MOST].strip("* ")

    @cached_property
    def chain(self) -> str:
        """Return who says so, from the outlet to the origin."""
        a = self.row.article
        links = [clean(a.outlet or "an unnamed outlet"), *([clean(a.original_outlet)] if a.original_outlet else [])]
        for v in self.claim.voices:
            name = self.shown(v.name, private=self.secret(v)) or "nobody named"
            about: list[str] = [v.kind] if v.kind != "unspecified" else []
            about += [] if v.named or not v.name else ["unnamed"]
            links.append(f"{name} ({', '.join(about)})" if about else name)
        return words.CHAIN.join(links)

    @property
    def origin(self) -> str:
        """Return the last link of the chain, "" where the outlet speaks in its own voice."""
        if not self.claim.voices:
            return ""
        v = self.claim.voices[-1]
        return self.shown(v.name, private=self.secret(v))

    @property
    def day_words(self) -> str:
        """Return the days in words: "24 September 2017", "20 to …", "day not told"."""
        if self.days is None:
            return "a day not told"
        first, last = spoken(self.days.first), spoken(self.days.last)
        return first if first == last else f"{first} to {last}"

    @property
    def notes(self) -> str:
        """Return the claim as a sentence that names the speaker and the day."""
        put = [] if self.claim.polarity.value == "positive" else ["denied"]
        put += [] if self.claim.certainty.value == "certain" else [self.claim.certainty.value]
        how = f" ({', '.join(put)})" if put else ""
        return f"On {self.day_words}, as {self.chain} has it{how}: “{self.words}”"


def cells(t: Told) -> Cells:
    """Return the values that all formats may draw on, by name."""
    c, a = t.claim, t.row.article
    outlets = [clean(o) for o in dict.fromkeys((a.original_outlet, a.outlet)) if o]
    found: Cells = {
        "status": STATUS, "claim": c.id, "kind": t.happening.kind.value, "polarity": c.polarity.value,
        "certainty": c.certainty.value, "tense": c.tense.value, "chain": t.chain, "origin": t.origin,
        "sentence": t.sentence, "words": t.words, "notes": t.notes, "rules": rules(t), "one": 1,
        "article": a.id, "url": clean(t.article.url.value) if t.article.url else "", "title": clean(a.title),
        "outlet": clean(a.outlet), "outlets": "; ".join(outlets), "published": a.published,
        "language": t.article.language, "coder": f"sayso {sayso.__version__}",
        "text_start": c.content[0].start, "text_end": max(s.end for s in c.content), "headline": headline(t),
    }  # fmt: skip
    return found | who(t) | when(t) | where(t) | figures(t)


def who(t: Told) -> Cells:
    """Return the cells of actors, targets and means."""

    def names(parties: tuple[Party, ...]) -> str:
        return BETWEEN.join(t.shown(p.name, private=p.private) for p in parties)

    def sides(parties: tuple[Party, ...]) -> str:
        return " ".join(p.side or "?" for p in parties)

    both = f"{sides(t.actors)} > {sides(t.targets)}" if t.actors or t.targets else ""
    civilians = people.all_civilian(t.targets)
    return {
        "actor_words": names(t.actors), "target_words": names(t.targets), "sides": both.strip(),
        "civilian_targeting": "Civilian targeting" if civilians else "",
        "means": BETWEEN.join(clean(m.name) for m in t.happening.means),
    }  # fmt: skip


def when(t: Told) -> Cells:
    """Return the cells of the days."""
    m, d = t.happening.when, t.days
    found: Cells = {"when_words": ""}
    if m is not None:
        quoted = f"“{t.excerpt(m.text)}”" if m.text else "not worded"
        found["when_words"] = f"{quoted}, counted from {clean(m.anchor)}" if m.anchor else quoted
    if d is None:
        return found | dict.fromkeys(("start", "end", "start_year", "middle_day", "year", "acled_time", "ucdp_date"))
    return found | {
        "start": d.first.isoformat(), "end": d.last.isoformat(), "start_year": d.first.year,
        "middle_day": d.middle.isoformat(), "year": d.middle.year, "acled_time": d.acled, "ucdp_date": d.ucdp,
    }  # fmt: skip


def where(t: Told) -> Cells:
    """Return the cells of the place."""
    p, g = t.happening.place, t.ground
    coarse = g is not None and g.relation == "coarsened"
    found: Cells = {
        "place_words": "" if p is None or coarse else t.excerpt(p.text),
        "place_precision": g.precision if g else "unknown", "relation": g.relation if g else "",
        "other_places": "" if p is None or coarse else BETWEEN.join(f"{a.name} ({a.score:.2f})" for a in p.alternatives),
    }  # fmt: skip
    if g is None:
        return found | dict.fromkeys(WHERE)
    codes = country_codes(g.country) if g.country else None
    named = p.id if p is not None and p.id and not coarse else ""
    cell = (int((g.lat + 90) * 2)) * 720 + int((g.lon + 180) * 2) + 1 if g.ucdp in {1, 2} else None
    return found | {
        "location": clean(g.name) or country_name(g.country), "lat": g.lat, "lon": g.lon, "radius_km": g.radius,
        "acled_geo": g.acled, "ucdp_where": g.ucdp, "plover_resolution": g.resolution,
        "country": country_name(g.country), "adm1": clean(g.province), "adm2": clean(g.district),
        "iso_number": codes.number if codes else None, "iso3": codes.iso3 if codes else "",
        "geonameid": named.removeprefix(GEONAMES) if named.startswith(GEONAMES) else "",
        "wkt": f"POINT ({g.lon} {g.lat})", "priogrid": cell,
    }  # fmt: skip


WHERE = (
    "location", "lat", "lon", "radius_km", "acled_geo", "ucdp_where", "plover_resolution", "country", "adm1", "adm2",
    "iso_number", "iso3", "geonameid", "wkt", "priogrid",
)  # fmt: skip


def figures(t: Told) -> Cells:
    """Return the cells of the figures: the low end alone, the high end, and the range in words."""
    h = t.happening
    found: Cells = {}
    for name in words.FIGURES:
        f: Figure | None = getattr(h, name)
        found[f"{name}_low"] = f.low if f else None
        found[f"{name}_high"] = f.high if f else None
        found[name] = range_of(f)
    return found


def range_of(f: Figure | None) -> str:
    """Return a figure as "15..", "3..7", "4"; "" for none."""
    if f is None:
        return ""
    if f.low == f.high:
        return str(f.low)
    return f"{f.low}..{'' if f.high is None else f.high}"


def rules(t: Told) -> str:
    """Return which rule read each field."""
    c, h = t.claim, t.happening
    pairs = [("unit", c.rule), ("kind", h.kind.rule), ("polarity", c.polarity.rule), ("certainty", c.certainty.rule)]
    pairs += [("tense", c.tense.rule)]
    pairs += [(name, f.rule) for name in ("place", "when", *words.FIGURES) if (f := getattr(h, name))]
    pairs += [("actor", a.rule) for a in h.actors] + [("target", a.rule) for a in h.targets]
    return " ".join(f"{name}={'+'.join(rule.split())}" for name, rule in dict.fromkeys(pairs))


def headline(t: Told) -> str:
    """Return one line for a list or a map: "denied: air-drone-strike, Aleppo, 24 September 2017"."""
    c, g = t.claim, t.ground
    put = [] if c.polarity.value == "positive" else ["denied"]
    put += ["expected"] if c.tense.value == "future" else []
    put += [] if c.certainty.value == "certain" else [c.certainty.value]
    where_ = (clean(g.name) or country_name(g.country) or "a place not named") if g else "no place found"
    line = f"{t.happening.kind.value}, {where_}, {t.day_words}"
    return f"{' '.join(put)}: {line}" if put else f"said: {line}"
