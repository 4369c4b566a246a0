"""Which of an article's happenings it is about, and how many that one killed.

Of the claims that tell a happening as having happened, the main one is the first whose toll the headline gives; else the first
that tells a toll of one act in a number; else in a vague word; else the first that tells of the use of force; else the first.
Tolls of a whole war or season are no act's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model.claim import Claim
from sayso.model.happening import Figure, HappeningKind

VAGUE = frozenset(
    {"dozens", "scores", "several", "hundreds", "thousands", "tens", "a-number", "or-else", "up-to", "none"}
)
"""Rules of figures that give no number: "dozens" tells less of an act than another telling's "31"."""
FORCE: frozenset[HappeningKind] = frozenset({
    "armed-clash", "air-drone-strike", "shelling-artillery-missile", "ied-mine", "suicide-bomb", "grenade", "chemical-weapon",
    "attack-on-civilians", "execution-or-torture", "government-regains-territory", "nonstate-overtakes-territory",
    "advance-or-hold", "abduction-forced-disappearance", "sexual-violence", "riot-mob",
})  # fmt: skip
SEASON = 62
"""Days from which on a toll is that of a season and not of an act."""
WAR = 5000
"""People killed from which on a toll is that of a war and not of an act."""


@dataclass(frozen=True, slots=True)
class Main:
    """What an article is about: the claim, how many were killed, and the rule that chose; figures of a headline stand in no claim."""

    claim: Claim | None
    killed: Figure | None
    rule: str


def main_happening(claims: Sequence[Claim], headline: Figure | None = None) -> Main:
    """Return what the claims of one article, in reading order, are about; ``headline`` is how many its headline says were killed."""
    told = [c for c in claims if c.happening and c.polarity.value == "positive" and c.tense.value != "future"]
    tolls = [(c, f) for c in told if (f := _toll(c)) is not None]
    acts = [(c, f) for c, f in tolls if not of_a_war(c, f)]
    exact = [(c, f) for c, f in acts if not vague(f)]
    if headline is not None and headline.low and not vague(headline):
        same = next((c for c, f in tolls if f.low == headline.low), None)
        return Main(same or _first(told), headline, "main.headline")
    for found, rule in ((exact, "main.first-number"), (acts, "main.first-toll"), (tolls, "main.first-of-war")):
        if found:
            return Main(*found[0], rule)
    return Main(_first(told), None, "main.first-force")


def _toll(c: Claim) -> Figure | None:
    f = c.happening.killed if c.happening else None
    return f if f is not None and (f.low or f.high) else None


def _first(told: Sequence[Claim]) -> Claim | None:
    """Return the first claim that tells of the use of force, else the first."""
    return next(_forceful(told), told[0] if told else None)


def _forceful(told: Sequence[Claim]) -> Iterator[Claim]:
    return (c for c in told if c.happening and c.happening.kind.value in FORCE)


def vague(f: Figure) -> bool:
    """Tell whether a figure was read from a word and no number."""
    return f.rule.removeprefix("figure.") in VAGUE


def of_a_war(c: Claim, f: Figure) -> bool:
    """Tell whether a toll is that of a season or a war, by its size or its days."""
    w = c.happening.when if c.happening else None
    long = (
        w is not None and w.start and w.end and (date.fromisoformat(w.end) - date.fromisoformat(w.start)).days > SEASON
    )
    return f.low >= WAR or bool(long)
