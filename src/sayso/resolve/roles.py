"""Actors and targets of claims, named: identities for names, antecedents for pronouns, and who held and who took a place."""

from __future__ import annotations

from sayso.model.claim import Claim
from sayso.model.happening import Control, Happening
from sayso.model.who import Actor
from sayso.resolve.actors import look_up
from sayso.resolve.cast import Cast, form_of


def roles(claim: Claim, text: str, cast: Cast) -> Claim:
    """Return the claim with its actors, targets and change of control named; a moment that has no days is left out."""
    h = claim.happening
    if h is None:
        return claim
    actors = tuple(actor(a, text, cast) for a in h.actors)
    targets = tuple(actor(a, text, cast) for a in h.targets)
    when = h.when if h.when is not None and h.when.start is not None and h.when.end is not None else None
    held = control(h.control, cast.country) if h.control is not None else None
    resolved = Happening(
        h.kind, h.codes, actors, targets, h.place, when,
        h.killed, h.injured, h.captured, h.displaced, h.means, held,
    )  # fmt: skip
    return Claim(
        claim.id,
        claim.content,
        claim.voices,
        claim.manner,
        claim.polarity,
        claim.certainty,
        claim.tense,
        resolved,
        claim.rule,
    )


def actor(a: Actor, text: str, cast: Cast) -> Actor:
    """Return one actor under its name; its span stays where it stands."""
    words = a.span.of(text)
    form = form_of(words)
    if form in {"person", "thing", "many"}:
        meant = cast.nearest(a.span, form)
        if meant is None:
            return a
        return Actor(meant.name, a.span, f"{a.rule} actor.pronoun", meant.id, (words,))
    found = look_up(words, cast.country)
    if found is None and form == "short" and (meant := cast.short(a.span)) is not None and meant.identity is not None:
        return Actor(meant.name, a.span, f"{a.rule} actor.short-form", meant.id, (words,))
    if found is None or found.member:
        return a
    return Actor(found.known.name, a.span, f"{a.rule} {found.rule}", found.known.id, found.alternatives)


def control(c: Control, country: str) -> Control:
    """Return the change of control with the names of both sides."""
    return Control(c.place, side(c.from_, country), side(c.to, country), c.span, c.rule)


def side(name: str | None, country: str) -> str | None:
    """Return the canonical name of a side; an unknown one stays as it stands."""
    if not name:
        return name
    found = look_up(name, country)
    return name if found is None or found.member else found.known.name
