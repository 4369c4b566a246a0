"""The voices of an article's claims, named: "he", "the group", "the statement" and surnames become the body or person meant."""

from __future__ import annotations

from sayso.model.article import Article
from sayso.model.claim import Claim, Found
from sayso.model.span import Span
from sayso.model.who import Voice
from sayso.resolve.actor_index import word_set
from sayso.resolve.actors import look_up
from sayso.resolve.cast import Cast, Named, form_of, noun_of

ADJACENT = 2
"""Code points that may stand between a pronoun and its verb of saying for both to be the cue."""


def voices(article: Article, found: Found, cast: Cast) -> tuple[Claim, ...]:
    """Return the claims with every voice named as far as the article names it."""
    known: dict[Voice, Voice] = {}
    claims = []
    for claim in found.claims:
        chain = tuple(
            known[v] if v in known else known.setdefault(v, named(v, article.text, cast)) for v in claim.voices
        )
        claims.append(with_voices(claim, chain))
    return tuple(claims)


def with_voices(c: Claim, chain: tuple[Voice, ...]) -> Claim:
    """Return the claim with another chain."""
    if chain == c.voices:
        return c
    return Claim(c.id, c.content, chain, c.manner, c.polarity, c.certainty, c.tense, c.happening, c.rule)


def with_party(v: Voice) -> Voice:
    """Return the voice with its kind's word on whether it is a party, when nothing nearer is known."""
    if v.party is not None:
        return v
    party = True if v.kind in word_set("parties") else False if v.kind in word_set("bystanders") else None
    return v if party is None else Voice(v.name, v.kind, v.named, v.source, v.cue, v.rule, party, v.id)


def named(voice: Voice, text: str, cast: Cast) -> Voice:
    """Return the voice with name, id, kind and party filled in."""
    if voice.source is None:
        return voice
    words = voice.source.of(text)
    form = form_of(words)
    own = cast.named(voice.source, voice.kind, voice.named, speaks=True)
    if (
        own is not None
        and form not in {"person", "thing", "many"}
        and not (form == "indefinite" and own.identity is None)
    ):
        return by_name(voice, own, cast)
    if form == "indefinite":
        return by_later_name(voice, words, cast)
    meant = cast.pronoun(voice.source.start, form) if form in {"person", "thing", "many"} else cast.short(voice.source)
    if meant is None:
        return by_country(voice, words, cast) if form == "short" else voice
    if form == "short" and noun_of(words) in meant.words:
        return filled(voice, cast.fuller(meant), voice.source, voice.cue, meant.named, f"{voice.rule} voice.same-noun")
    return by_mention(voice, meant, cast, "voice.short-form" if form == "short" else "voice.pronoun")


def by_name(voice: Voice, own: Named, cast: Cast) -> Voice:
    """Return the voice under the identity of its own words, or of a fuller naming of the same person."""
    fuller = cast.fuller(own)
    rule = own.identity.rule if own.identity else ("voice.fuller-name" if fuller is not own else "")
    if not rule:
        return voice
    return filled(voice, fuller, voice.source, voice.cue, voice.named, f"{voice.rule} {rule}")


def by_country(voice: Voice, words: str, cast: Cast) -> Voice:
    """Return "the army" under the army of the article's country, a stated guess."""
    found = look_up(words, cast.country)
    if found is None or found.member:
        return voice
    known = found.known
    return Voice(
        known.name,
        known.kind,
        voice.named,
        voice.source,
        voice.cue,
        f"{voice.rule} {found.rule}",
        known.party,
        known.id,
    )


def by_later_name(voice: Voice, words: str, cast: Cast) -> Voice:
    """Return "a monitor" under the name that follows or was told; it stays unnamed where it stands, and the link a guess."""
    del words
    assert voice.source is not None
    meant = cast.introduced(voice.source)
    if meant is None:
        return voice
    return filled(voice, meant, voice.source, voice.cue, voice.named, f"{voice.rule} voice.introduced")


def by_mention(voice: Voice, meant: Named, cast: Cast, rule: str) -> Voice:
    """Return the voice at the place where the one meant is named; the words that stood for it join the cue."""
    assert voice.source is not None
    cue = joined(voice.source, voice.cue)
    return filled(voice, cast.fuller(meant), meant.span, cue, meant.named, f"{voice.rule} {rule}")


def joined(source: Span, cue: Span | None) -> Span | None:
    """Return the cue with the pronoun beside it."""
    if cue is None:
        return source
    if cue.start - source.end in range(ADJACENT + 1) or source.start - cue.end in range(ADJACENT + 1):
        return Span(min(cue.start, source.start), max(cue.end, source.end))
    return cue


def filled(voice: Voice, meant: Named, source: Span | None, cue: Span | None, is_named: bool, rule: str) -> Voice:
    """Return the voice with what is known of the one meant."""
    party = meant.identity.known.party if meant.identity else voice.party
    kind = meant.kind if meant.kind != "unspecified" else voice.kind
    return Voice(meant.name, kind, is_named, source, cue, rule, party, meant.id)
