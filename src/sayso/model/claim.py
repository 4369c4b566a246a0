"""The claim: what is said to be so, by whom through whom, in what manner and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.model.happening import Happening
from sayso.model.span import Grounded, Span
from sayso.model.who import Mention, Voice

Manner = Literal["own", "indirect", "direct", "mixed"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]
Tense = Literal["past", "present", "future"]
MANNERS: tuple[Manner, ...] = get_args(Manner)
POLARITIES: tuple[Polarity, ...] = get_args(Polarity)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
TENSES: tuple[Tense, ...] = get_args(Tense)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words laid in somebody's mouth: the chain of voices (nearest the outlet first) and the content they carry.

    Attributions may nest; a stretch of text has as its chain the voices of all attributions that cover it,
    widest first. ``content`` leaves out the words of source and cue. ``sure`` is the probability that
    the encoder gives to what it alone heard, 0 for what only a rule states that the encoder could have heard, else 1.
    """

    voices: tuple[Voice, ...]
    content: tuple[Span, ...]
    manner: Manner
    rule: str
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Claim:
    """One happening or state of affairs under one chain of voices (gold guide, rule 1).

    ``content`` are the words that state what is claimed, cue and source left out; several spans when discontinuous.
    ``voices`` runs from the link nearest the outlet to the origin; empty is the outlet's own voice.
    ``rule`` names what made these words a claim of their own. ``repeats`` are other places in the article where the same
    voices tell the same with nothing new (gold guide, rule 1).
    """

    id: str
    content: tuple[Span, ...]
    voices: tuple[Voice, ...]
    manner: Grounded[Manner]
    polarity: Grounded[Polarity]
    certainty: Grounded[Certainty]
    tense: Grounded[Tense]
    happening: Happening | None
    rule: str
    repeats: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What ``find`` gives for one article: claims whose names are not yet resolved, and the names it saw."""

    claims: tuple[Claim, ...]
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
