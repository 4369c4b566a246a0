"""Says which claims do not go into a format, and why."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache

from sayso.ledger.store import Query
from sayso.show.exports.crosswalk import kinds
from sayso.show.exports.sheets import sheet
from sayso.show.exports.told import Told
from sayso.vocab.loader import load
from sayso.vocab.shapes.exports import Reason, Reasons

CODES: dict[str, Callable[[str], str]] = {
    "acled": lambda kind: kinds()[kind].acled_like,
    "plover": lambda kind: kinds()[kind].plover,
}
"""Where a format that codes kinds of happenings has its code."""


def barring(form: str, query: Query, asked: Collection[str]) -> tuple[str, ...]:
    """Return the reasons that keep claims out of a format; ``asked`` are the options that lift some, and filters lift others."""
    if query.polarity == "negative":
        asked = (*asked, "negative")
    if "possible" in query.certainty:
        asked = (*asked, "possible")
    return tuple(r for r in sheet(form).leaves_out if r not in asked and reasons()[r].lifted_by not in asked)


def reason(t: Told, form: str, leaves_out: tuple[str, ...]) -> str:
    """Return the first reason for which a claim does not go into a format, "" when it does."""
    return next((r for r in reasons() if r in leaves_out and _HOLDS[r](t, form)), "")


@cache
def reasons() -> dict[str, Reason]:
    """Return all reasons with their meaning, in the order they are looked at."""
    kept: Reasons = load("exports/reasons", Reasons)
    return kept.reasons


def _deaths(t: Told) -> bool:
    f = t.happening.killed
    return f is not None and (f.low > 0 or f.high is None or f.high > 0)


_HOLDS: dict[str, Callable[[Told, str], bool]] = {
    "fresh": lambda t, _: t.held.fresh(t.claim, t.row.article.published),
    "negative": lambda t, _: t.claim.polarity.value == "negative",
    "future": lambda t, _: t.claim.tense.value == "future",
    "possible": lambda t, _: t.claim.certainty.value == "possible",
    "no-code": lambda t, form: not CODES[form](t.happening.kind.value),
    "no-deaths": lambda t, _: not _deaths(t),
    "no-day": lambda t, _: t.days is None,
    "wide-day": lambda t, _: t.days is not None and t.days.acled is None,
    "no-place": lambda t, _: t.ground is None,
    "wide-place": lambda t, _: t.ground is not None and t.ground.acled is None,
    "no-actor": lambda t, _: not any(p.side for p in t.actors),
}
