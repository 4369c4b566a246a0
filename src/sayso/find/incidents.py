"""The incidents that a whole text tells, and who and what fills each: a reading across sentences, beside the claims read within them.

What the encoder's incident reader gives word by word is put together here. Whether words fill a slot is weighed by a small table,
``incident_weights.json``, that ``train.fillers`` makes (its card is ``train/MODEL_CARD.md``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path

import numpy as np
from msgspec import Struct, json

from sayso.find.encoder.decode import Run, Scores, tagged
from sayso.find.encoder.incidents import Sensed, sensed
from sayso.find.encoder.session import encoder
from sayso.model.article import Article
from sayso.model.span import Grounded, Span

RULE = "incident.sensed"
FILE = Path(__file__).with_name("incident_weights.json")
TOLD = 0.4
"""The least probability at which one more incident of a type is read: the best F1 takes what is likelier than about half of it."""
FILLS = 0.4
"""The least probability of a filler (both chosen on messages that the reader did not learn from: ``train.fillers``)."""
LEAN = 3.0
"""What is added to the log odds of a word being of a filler when candidates are looked for: doubtful ones are weighed."""
APART = 20
"""Words between those that tell two incidents of one type."""


class Weights(Struct, frozen=True):
    """The table: ``weights`` by sign; ``made_of`` tells how many candidates it was learnt from."""

    made_of: int
    weights: dict[str, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may fill a slot: their mentions as runs of words, the likeliest first, and the signs for and against, by name."""

    slot: str
    wording: str
    runs: tuple[Run, ...]
    signs: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Filler:
    """Words that fill a slot of an incident, every mention of them, the likeliest first, and how sure that is (0 to 1)."""

    words: Grounded[str]
    sure: float


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident: its type with the word that tells it most, how sure it is (0 to 1), and what fills each slot."""

    type: Grounded[str]
    sure: float
    fillers: Mapping[str, tuple[Filler, ...]]


@cache
def table() -> dict[str, float]:
    """Return the weights by sign, read once."""
    return json.decode(FILE.read_bytes(), type=Weights).weights


def incidents(article: Article) -> tuple[Incident, ...]:
    """Return the incidents that an article's claim zones tell, in reading order."""
    zones = [zone.span for zone in article.claim_zones()]
    return assembled(article.text, sensed(article.text, zones))


def assembled(text: str, found: Sensed, *, told: float = TOLD, fills: float = FILLS) -> tuple[Incident, ...]:
    """Return the incidents of what the reader senses in a text; a filler goes to the incident that is told nearest to it."""
    anchors = sorted(_told(found, told))
    filled: list[dict[str, list[Filler]]] = [{} for _ in anchors]
    for c in candidates(text, found) if anchors else ():
        sure = likely(c, table())
        if sure >= fills:
            nearest = min(range(len(anchors)), key=lambda n: abs(anchors[n][0] - c.runs[0][0]))
            spans = tuple(_span(found, run) for run in c.runs)
            filled[nearest].setdefault(c.slot, []).append(Filler(Grounded(c.wording, RULE, spans), sure))
    return tuple(
        Incident(Grounded(type_, RULE, (_span(found, (word, word)),)), sure, {s: tuple(f) for s, f in slots.items()})
        for (word, type_, sure), slots in zip(anchors, filled, strict=True)
    )


def likely(candidate: Candidate, weights: Mapping[str, float]) -> float:
    """Return the probability of a candidate's filling its slot."""
    return 1 / (1 + exp(-sum(weights.get(sign, 0.0) * value for sign, value in candidate.signs.items())))


def _told(found: Sensed, least: float) -> Iterator[tuple[int, str, float]]:
    """Yield the word that tells each incident, its type and its probability."""
    for k, chances in enumerate(found.chances().tolist()):
        enough = [c for c in chances if c >= least]
        words = _peaks(found.signs[:, k, -1], len(enough))
        for n, sure in enumerate(enough):
            yield words[min(n, len(words) - 1)], encoder().described.incidents[k], sure


def _peaks(counts: Scores, many: int) -> list[int]:
    """Return the words that count most, each some way from the others; fewer when the text is short."""
    out: list[int] = []
    for word in np.argsort(-counts, kind="stable").tolist() if many else ():
        if all(abs(word - other) > APART for other in out):
            out.append(word)
        if len(out) == many:
            break
    return out


def candidates(text: str, found: Sensed) -> Iterator[Candidate]:
    """Yield what may fill a slot, one wording once, in the order of slots and of first mentions."""
    shared = dict(_of_text(found.chances()[:, 0].tolist()))
    for k, slot in enumerate(encoder().described.fillers):
        named: dict[str, list[tuple[float, Run]]] = {}
        for run in filter(None, (_trimmed(found, run) for run in tagged(found.tags[:, k], LEAN))):
            wording = " ".join(_span(found, run).of(text).split())
            named.setdefault(wording.casefold(), []).append((_odds(found.tags[run[0] : run[1] + 1, k, 0]), run))
        for mentions in named.values():
            mentions.sort(key=lambda m: (-m[0], m[1]))
            runs = tuple(run for _, run in mentions)
            wording = " ".join(_span(found, runs[0]).of(text).split())
            signs = {f"slot={slot}": 1.0, "odds": mentions[0][0], "mentions": log(len(runs)), **shared}
            yield Candidate(slot, wording, runs, signs)


def _trimmed(found: Sensed, run: Run) -> Run | None:
    """Return a run without marks at its ends; None when it holds nothing else."""
    worded = [w for w in range(run[0], run[1] + 1) if found.words.text[w][0].isalnum()]
    return (worded[0], worded[-1]) if worded else None


def _of_text(once: Sequence[float]) -> Iterator[tuple[str, float]]:
    """Yield the signs that all candidates of a text share, for the probability of each type's being told."""
    top = min(max(once), 1 - 1e-6)
    yield "text", log(top / (1 - top))
    for type_, sure in zip(encoder().described.incidents, once, strict=True):
        yield f"type={type_}", sure


def _odds(outside: Scores) -> float:
    """Return the mean log odds of words being of a filler, for the log probabilities of their being of none."""
    return float(np.mean(np.log(-np.expm1(np.minimum(outside, -1e-6))) - outside))


def _span(found: Sensed, run: Run) -> Span:
    return Span(found.words.start[run[0]], found.words.end[run[1]])
