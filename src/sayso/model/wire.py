"""Records to the wire form and back: the only place that knows the codec."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

import msgspec

from sayso.model import wire_shapes as w
from sayso.model.article import Article, Media, Rights, Stated, Zone
from sayso.model.claim import Attribution, Claim
from sayso.model.happening import Codes, Control, Figure, Happening, Means, Share
from sayso.model.lineage import Lineage
from sayso.model.problem import Problem
from sayso.model.reading import Reading
from sayso.model.span import Grounded, Span
from sayso.model.when import Moment
from sayso.model.where import Place, PlaceCandidate
from sayso.model.who import Actor, Voice

STATED_ONE = (
    "title", "outlet", "published", "modified", "dateline", "original_outlet", "original_published", "url",
)  # fmt: skip
GROUNDED = ("manner", "polarity", "certainty", "tense")

NotWire = msgspec.DecodeError
"""Raised where something is not wire version 1."""
UNSTATED = "wire.unstated"
"""The rule of values whose line does not say how they were read: their grounds are an added key, not part of the contract."""

_encoder = msgspec.json.Encoder()
_reading = msgspec.json.Decoder(w.WireReading)
_claim = msgspec.json.Decoder(w.WireClaim)


def encode(reading: Reading) -> bytes:
    """Return the reading as one line of UTF-8 JSON, wire version 1, without a line end."""
    return _encoder.encode(reading_out(reading))


def decode(line: bytes | str) -> Reading:
    """Return the reading of one wire line.

    Raises:
        msgspec.ValidationError: when the line is not wire version 1.
    """
    return reading_in(_reading.decode(line))


def encode_claim(claim: Claim) -> bytes:
    """Return one claim in wire form, as the ledger keeps it."""
    return _encoder.encode(claim_out(claim))


def decode_claim(data: bytes | str) -> Claim:
    """Return the claim of one wire object; the reverse of ``encode_claim``."""
    return claim_in(_claim.decode(data))


def encode_article(article: Article) -> bytes:
    """Return one article in wire form, as the ledger keeps it."""
    return _encoder.encode(article_out(article))


def decode_article(data: bytes | str, ref: str) -> Article:
    """Return the article of one wire object; ``ref`` stands beside it on the wire."""
    return article_in(msgspec.json.decode(data, type=w.WireArticle), ref)


def reading_of(article: Article, claims: Iterable[Claim], rest: bytes | str) -> Reading:
    """Return the reading put together again from its parts as the ledger keeps them."""
    others = msgspec.json.decode(rest, type=w.WireRest)
    return Reading(
        article, tuple(claims), _lineage_in(others.lineage), _problems_in(others.problems),
        _attributions_in(others.attributions),
    )  # fmt: skip


def to_json(value: object) -> bytes:
    """Encode any wire shape, or plain containers of them."""
    return _encoder.encode(value)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of one wire line."""
    return msgspec.json.schema(w.WireReading)


# --- out: records to wire shapes


def _range(span: Span) -> w.Range:
    return (span.start, span.end)


def _maybe(span: Span | None) -> w.Range | None:
    return None if span is None else (span.start, span.end)


def _ranges(spans: Iterable[Span]) -> list[w.Range]:
    return [(s.start, s.end) for s in spans]


def reading_out(r: Reading) -> w.WireReading:
    """Return the wire shape of a reading."""
    return w.WireReading(
        sayso=w.WIRE_VERSION,
        ref=r.article.ref,
        article=article_out(r.article),
        claims=[claim_out(c) for c in r.claims],
        problems=[w.WireProblem(p.code, p.message, _maybe(p.span)) for p in r.problems],
        lineage=[w.WireLineage(x.article, x.kind, x.upstream, _ranges(x.spans), x.rule) for x in r.lineage],
        attributions=[attribution_out(a) for a in r.attributions],
    )


def rest_out(r: Reading) -> w.WireRest:
    """Return what a reading holds beside its article and claims."""
    line = reading_out(r)
    return w.WireRest(line.problems, line.lineage, line.attributions)


def article_out(a: Article) -> w.WireArticle:
    """Return the wire shape of an article."""
    return w.WireArticle(
        id=a.id, sha256=a.sha256, text=a.text,
        title=_value(a.title), outlet=_value(a.outlet), published=_value(a.published),
        original_outlet=_value(a.original_outlet), original_published=_value(a.original_published),
        authors=[s.value for s in a.authors], language=a.language,
        labels={k: list(v) for k, v in a.labels},
        rights=[w.WireRights(x.kind, _range(x.span)) for x in a.rights],
        media=[w.WireMedia(x.kind, x.caption, x.credit, _range(x.span)) for x in a.media],
        zones=[w.WireZone(z.kind, _range(z.span), z.rule, z.raw) for z in a.zones],
        url=_value(a.url), modified=_value(a.modified), dateline=_value(a.dateline),
        stated=_stated_out(a),
    )  # fmt: skip


def _value(stated: Stated | None) -> str | None:
    return None if stated is None else stated.value


def _stated_out(a: Article) -> dict[str, list[w.WireStated]]:
    facts: dict[str, list[Stated]] = {"authors": list(a.authors)}
    facts |= {key: [s] for key in STATED_ONE if (s := getattr(a, key)) is not None}
    return {k: [w.WireStated(s.value, s.rule, _maybe(s.span)) for s in v] for k, v in facts.items() if v}


def voice_out(v: Voice) -> w.WireVoice:
    """Return the wire shape of one link of a chain."""
    return w.WireVoice(v.name, v.kind, v.named, _maybe(v.source), _maybe(v.cue), v.party, v.rule, v.id)


def attribution_out(a: Attribution) -> w.WireAttribution:
    """Return the wire shape of an attribution."""
    return w.WireAttribution([voice_out(v) for v in a.voices], _ranges(a.content), a.manner, a.rule, a.sure)


def claim_out(c: Claim) -> w.WireClaim:
    """Return the wire shape of a claim."""
    grounds = {name: _ground_out(getattr(c, name)) for name in GROUNDED}
    if c.happening is not None:
        grounds["kind"] = _ground_out(c.happening.kind)
    return w.WireClaim(
        id=c.id, content=_ranges(c.content), voices=[voice_out(v) for v in c.voices],
        manner=c.manner.value, polarity=c.polarity.value, certainty=c.certainty.value, tense=c.tense.value,
        happening=None if c.happening is None else _happening_out(c.happening),
        rule=c.rule, grounds=grounds, repeats=_ranges(c.repeats),
    )  # fmt: skip


def _ground_out(g: Grounded[Any]) -> w.WireGround:
    return w.WireGround(g.rule, _ranges(g.spans), [str(a) for a in g.alternatives])


def _happening_out(h: Happening) -> w.WireHappening:
    return w.WireHappening(
        kind=h.kind.value, codes=w.WireCodes(h.codes.plover, h.codes.cameo, h.codes.acled_like),
        actors=[_actor_out(a) for a in h.actors], targets=[_actor_out(a) for a in h.targets],
        place=_place_out(h.place), when=_moment_out(h.when),
        killed=_figure_out(h.killed), injured=_figure_out(h.injured),
        captured=_figure_out(h.captured), displaced=_figure_out(h.displaced),
        means=[w.WireMeans(m.name, m.class_, _range(m.span), m.rule) for m in h.means],
        control=_control_out(h.control),
    )  # fmt: skip


def _actor_out(a: Actor) -> w.WireActor:
    return w.WireActor(a.name, a.id, _range(a.span), a.rule, list(a.alternatives))


def _place_out(p: Place | None) -> w.WirePlace | None:
    if p is None:
        return None
    others = [w.WirePlaceCandidate(c.id, c.name, c.lat, c.lon, c.score) for c in p.alternatives]
    return w.WirePlace(
        p.text, p.name, p.id, p.lat, p.lon, p.radius_km, p.precision, p.relation, _range(p.span), others, p.rule
    )


def _moment_out(m: Moment | None) -> w.WireMoment | None:
    if m is None or m.start is None or m.end is None:
        return None
    return w.WireMoment(m.text, m.start, m.end, m.precision, m.anchor, _maybe(m.span), m.rule)


def _figure_out(f: Figure | None) -> w.WireFigure | None:
    if f is None:
        return None
    shares = [w.WireShare(s.low, s.high, s.side, _range(s.span), s.within) for s in f.shares]
    return w.WireFigure(f.low, f.best, f.high, _range(f.span), f.rule, shares)


def _control_out(c: Control | None) -> w.WireControl | None:
    return None if c is None else w.WireControl(c.place, c.from_, c.to, _range(c.span), c.rule)


# --- in: wire shapes to records


def _span(r: w.Range) -> Span:
    return Span(r[0], r[1])


def _maybe_in(r: w.Range | None) -> Span | None:
    return None if r is None else Span(r[0], r[1])


def _spans(ranges: Iterable[w.Range]) -> tuple[Span, ...]:
    return tuple(Span(a, b) for a, b in ranges)


def reading_in(r: w.WireReading) -> Reading:
    """Return the reading of a wire shape; moments that were never resolved are not on the wire and stay away."""
    return Reading(
        article=article_in(r.article, r.ref),
        claims=tuple(claim_in(c) for c in r.claims),
        lineage=_lineage_in(r.lineage),
        problems=_problems_in(r.problems),
        attributions=_attributions_in(r.attributions),
    )


def _lineage_in(found: Iterable[w.WireLineage]) -> tuple[Lineage, ...]:
    return tuple(Lineage(x.article, x.kind, x.upstream, _spans(x.spans), x.rule) for x in found)


def _problems_in(found: Iterable[w.WireProblem]) -> tuple[Problem, ...]:
    return tuple(Problem(p.code, p.message, _maybe_in(p.span)) for p in found)


def _attributions_in(found: Iterable[w.WireAttribution]) -> tuple[Attribution, ...]:
    return tuple(
        Attribution(tuple(voice_in(v) for v in a.voices), _spans(a.content), a.manner, a.rule, a.sure) for a in found
    )


def article_in(a: w.WireArticle, ref: str) -> Article:
    """Return the article of a wire shape."""
    stated = {k: tuple(Stated(s.value, s.rule, _maybe_in(s.span)) for s in v) for k, v in a.stated.items()}
    bare = {key: (Stated(v, UNSTATED),) for key in STATED_ONE if (v := getattr(a, key)) is not None}
    ones = {key: found[0] for key, found in (bare | stated).items() if key in STATED_ONE and found}
    return Article(
        id=a.id, ref=ref, sha256=a.sha256, text=a.text,
        zones=tuple(Zone(z.kind, _span(z.span), z.rule, z.raw) for z in a.zones),
        authors=stated.get("authors", tuple(Stated(v, UNSTATED) for v in a.authors)), language=a.language,
        labels=tuple((k, tuple(v)) for k, v in a.labels.items()),
        rights=tuple(Rights(cast("Any", x.kind), _span(x.span)) for x in a.rights),
        media=tuple(Media(cast("Any", x.kind), x.caption, x.credit, _span(x.span)) for x in a.media),
        **ones,
    )  # fmt: skip


def voice_in(v: w.WireVoice) -> Voice:
    """Return the voice of a wire shape."""
    return Voice(v.name, v.kind, v.named, _maybe_in(v.source), _maybe_in(v.cue), v.rule, v.party, v.id)


def claim_in(c: w.WireClaim) -> Claim:
    """Return the claim of a wire shape."""
    return Claim(
        id=c.id, content=_spans(c.content), voices=tuple(voice_in(v) for v in c.voices),
        manner=_grounded(c, "manner", c.manner), polarity=_grounded(c, "polarity", c.polarity),
        certainty=_grounded(c, "certainty", c.certainty), tense=_grounded(c, "tense", c.tense),
        happening=None if c.happening is None else _happening_in(c.happening, _grounded(c, "kind", c.happening.kind)),
        rule=c.rule, repeats=_spans(c.repeats),
    )  # fmt: skip


def _grounded(c: w.WireClaim, name: str, value: Any) -> Grounded[Any]:
    ground = c.grounds.get(name)
    if ground is None:
        return Grounded(value, UNSTATED)
    return Grounded(value, ground.rule, _spans(ground.spans), tuple(ground.alternatives))


def _happening_in(h: w.WireHappening, kind: Grounded[Any]) -> Happening:
    return Happening(
        kind=kind, codes=Codes(h.codes.plover, h.codes.cameo, h.codes.acled_like),
        actors=tuple(_actor_in(a) for a in h.actors), targets=tuple(_actor_in(a) for a in h.targets),
        place=_place_in(h.place), when=_moment_in(h.when),
        killed=_figure_in(h.killed), injured=_figure_in(h.injured),
        captured=_figure_in(h.captured), displaced=_figure_in(h.displaced),
        means=tuple(Means(m.name, m.class_, _span(m.span), m.rule) for m in h.means),
        control=_control_in(h.control),
    )  # fmt: skip


def _actor_in(a: w.WireActor) -> Actor:
    return Actor(a.name, _span(a.span), a.rule, a.id, tuple(a.alternatives))


def _place_in(p: w.WirePlace | None) -> Place | None:
    if p is None:
        return None
    others = tuple(PlaceCandidate(c.id, c.name, c.lat, c.lon, c.score) for c in p.alternatives)
    return Place(
        p.text, _span(p.span), p.rule, p.name, p.id, p.lat, p.lon, p.radius_km, p.precision, p.relation, others
    )


def _moment_in(m: w.WireMoment | None) -> Moment | None:
    if m is None:
        return None
    return Moment(m.text, _maybe_in(m.span), m.rule, m.start, m.end, m.precision, m.anchor)


def _figure_in(f: w.WireFigure | None) -> Figure | None:
    if f is None:
        return None
    shares = tuple(Share(s.low, s.high, s.side, _span(s.span), s.within) for s in f.shares)
    return Figure(f.low, f.best, f.high, _span(f.span), f.rule, shares)


def _control_in(c: w.WireControl | None) -> Control | None:
    return None if c is None else Control(c.place, c.from_, c.to, _span(c.span), c.rule)
