"""The words of saying as look-up tables: made once of the word lists, read by every rule of attribution."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.vocab.loader import load
from sayso.vocab.shapes.voices import Cues


@dataclass(frozen=True, slots=True)
class CueWords:
    """Verbs by where they keep what is said, and the other words of ``voices/cues``, as sets."""

    verbs: frozenset[str]
    trails: frozenset[str]
    clause: frozenset[str]
    object: frozenset[str]
    infinitive: frozenset[str]
    urges: frozenset[str]
    after: dict[str, frozenset[str]]
    described: frozenset[str]
    told: frozenset[str]
    weak: frozenset[str]
    cites: frozenset[str]
    citing: frozenset[str]
    carries: frozenset[str]
    unsaid: frozenset[str]
    tails: frozenset[str]
    resumes: frozenset[str]
    infer: frozenset[str]
    puts: frozenset[str]
    tolls: frozenset[str]
    talking: frozenset[str]
    claimable: frozenset[str]
    breaks: frozenset[str]
    modals: frozenset[str]
    makes: frozenset[str]
    carriers: frozenset[str]
    not_speakers: frozenset[str]
    pronouns: frozenset[str]
    clause_nouns: frozenset[str]
    of_nouns: frozenset[str]
    holderless: frozenset[str]
    never_alone: frozenset[str]
    evidence: frozenset[str]
    shows: frozenset[str]
    seems: frozenset[str]
    reportedly: frozenset[str]
    impersonal: frozenset[str]
    raised: frozenset[str]
    adjuncts: frozenset[str]
    openers: frozenset[str]
    documents: frozenset[str]
    leads: frozenset[str]
    accordings: dict[str, tuple[tuple[str, ...], ...]]


@cache
def cue_words() -> CueWords:
    """Return the words of saying."""
    cues = load("voices/cues", Cues)
    by = {
        key: frozenset(v for g in cues.groups if getattr(g, key) for v in g.verbs)
        for key in ("trails", "clause", "object", "infinitive", "urges")
    }
    after: dict[str, frozenset[str]] = {}
    for g in cues.groups:
        for v in g.verbs:
            after[v] = after.get(v, frozenset()) | frozenset(g.after)
    return CueWords(
        verbs=frozenset(after) | frozenset(cues.puts), **by, after=after,
        described=frozenset(v for g in cues.groups if "as" in g.after for v in g.verbs),
        told=frozenset(cues.told), weak=frozenset(cues.weak), cites=frozenset(cues.cites), citing=frozenset(cues.citing), carries=frozenset(cues.carries),
        unsaid=frozenset(cues.unsaid), tails=frozenset(cues.tails), resumes=frozenset(cues.resumes), breaks=frozenset(cues.breaks), puts=frozenset(cues.puts), tolls=frozenset(cues.tolls), talking=frozenset(cues.talking), infer=frozenset(cues.infer), claimable=frozenset(cues.claimable), carriers=frozenset(cues.carriers), modals=frozenset(cues.modals), makes=frozenset(cues.makes),
        not_speakers=frozenset(cues.not_speakers), pronouns=frozenset(cues.pronouns), clause_nouns=frozenset(cues.nouns.clause),
        of_nouns=frozenset(cues.nouns.of), holderless=frozenset(cues.nouns.holderless), never_alone=frozenset(cues.nouns.never_alone),
        evidence=frozenset(cues.evidence), shows=frozenset(cues.shows), seems=frozenset(cues.seems), reportedly=frozenset(cues.reportedly),
        impersonal=frozenset(cues.impersonal), raised=frozenset(cues.raised), adjuncts=frozenset(cues.adjuncts), openers=frozenset(cues.adjunct_openers),
        documents=frozenset(cues.documents), leads=frozenset(cues.leads), accordings=_by_first(cues.accordings),
    )  # fmt: skip


def _by_first(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    out: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in (tuple(p.split()) for p in phrases):
        out[words[0]] = (*out.get(words[0], ()), words)
    return out
