"""Whom and what a text names: organisations, people, places, weapons … in words of any kind ("the group", "the Iraqi population").

Three readings are joined. The encoder's head hears names and what stands for one, but learnt from few documents; the parser's tags of
proper names lean it one way or the other; weapons and platforms are read from the equipment lists alone, since the head had seen fifteen.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

import numpy as np

from sayso.find.encoder.decode import Scores, log_probabilities, tagged
from sayso.find.encoder.heard import span_of
from sayso.find.encoder.pieces import WORD, Words
from sayso.find.encoder.session import encoder
from sayso.find.means import means
from sayso.find.mentions import mentions
from sayso.find.parse import parser
from sayso.find.tree import Tree
from sayso.find.unit import Unit
from sayso.model.article import Article
from sayso.model.span import Span
from sayso.model.who import Mention
from sayso.vocab.loader import load_all
from sayso.vocab.shapes.actors import ActorFile

Label = Literal["person", "organisation", "place", "group", "other", "none"]
Lean = Mapping[Label, float]
"""What is added to the log odds of a word being of a name, by what the parser tags the word as; 0 where nothing is given."""

HEARD, MEANS = "named.heard", "named.means"
HEARD_TYPES = ("Organisation", "Person", "Location", "Nationality", "Temporal", "Quantity")
"""Types taken from the head. Its vehicles are left out: all 36 marks it learnt them from are slips ("again[st ISIL]")."""
LEAN: Mapping[str, Lean] = MappingProxyType({
    "Organisation": {"organisation": 1.5, "person": -1.5, "none": -1.0},
    "Person": {"person": 1.5, "organisation": -1.5, "place": -1.5, "none": 2.0},
    "Location": {"place": 1.5, "person": -1.5, "group": -1.5, "none": 0.0},
})  # fmt: skip
"""By type: towards the tag that is its own, away from one that is another's (a place or a people may well act). What untagged words get is
chosen by ``bench.re3d --scores`` on documents read by networks that had not seen them."""
BODIES = frozenset(
    {"armed-group", "military", "government", "international-org", "ngo-monitor", "medical-rescue", "media"}
)
"""Kinds of listed actors that are organisations, whatever the parser takes their names for."""
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
"""Parts of speech of which a name has one; without any, the head has heard a scrap ("the", "Syrian")."""
PLATFORMS = frozenset({"aircraft", "drone", "armour", "air-defence", "ship"})
"""Classes of equipment that carry weapons; a deed with them ("air strike") counts as a weapon."""
LISTED = 0.6
"""Share of the equipment read in re3d that its annotators mark as well."""


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name something: its type as re3d has it (Organisation, Person, Location, Weapon …), and how sure that is (0 to 1)."""

    type: str
    span: Span
    sure: float
    rule: str


@dataclass(frozen=True, slots=True)
class Scored:
    """Log probabilities of tags [words, types, 3] in the window that begins at word ``seen``; words from ``own`` (within it) on are read."""

    words: Words
    seen: int
    own: int
    scores: Scores


def names(article: Article, sentences: Sequence[Tree] | None = None) -> tuple[Named, ...]:
    """Return what the claim zones of an article name, in reading order; a span may be of several types, spans may nest.

    ``sentences`` are those of the article, parsed with names; without them it is parsed here.
    """
    if sentences is None:
        (sentences,) = parser().parse([article])
    types = encoder().described.named
    windows = (
        Scored(w.words, w.seen, w.own, log_probabilities(w.logits["named"].reshape(-1, len(types), 3)))
        for w in encoder().read(article.text, [z.span for z in article.claim_zones()])
    )
    found = [*equipment(article, sentences), *heard(windows, types, sentences)]
    return tuple(sorted(found, key=lambda n: (n.span.start, n.span.end, n.type)))


def heard(
    windows: Iterable[Scored], types: Sequence[str], sentences: Sequence[Tree], leans: Mapping[str, Lean] = LEAN
) -> Iterator[Named]:
    """Yield what the head hears named in the windows of one text; ``types`` are the head's, ``sentences`` those of the text."""
    nouns = sorted(t.start[i] for t in sentences for i in range(len(t)) if t.pos[i] in NOUNS)
    labels: list[Label] = []
    for window in windows:
        labels = labels or labelled(window.words, mentions(sentences))
        for n in _of(window, types, labels, leans):
            if n.type not in LEAN or bisect_left(nouns, n.span.start) < bisect_left(nouns, n.span.end):
                yield n


def _of(window: Scored, types: Sequence[str], labels: Sequence[Label], leans: Mapping[str, Lean]) -> Iterator[Named]:
    near = labels[window.seen : window.seen + len(window.scores)]
    for k, type_ in enumerate(types):
        if type_ in HEARD_TYPES:
            for first, last, sure in leaning(window.scores[:, k], near, leans.get(type_, {})):
                if first >= window.own:
                    yield Named(type_, span_of(window.words, window.seen, (first, last)), sure, HEARD)


def labelled(words: Words, proper: Iterable[Mention]) -> list[Label]:
    """Return for each word what the parser tags it as; names listed in ``vocab/actors`` are organisations."""
    labels: list[Label] = ["none"] * len(words)
    for m in proper:
        for w in range(bisect_right(words.end, m.span.start), bisect_left(words.start, m.span.end)):
            labels[w] = m.label
    for w, word in enumerate(words.text):
        for phrase in bodies().get(word, ()):
            if words.text[w : w + len(phrase)] == phrase:
                labels[w : w + len(phrase)] = ["organisation"] * len(phrase)
                break
    return labels


@cache
def bodies() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the words of the listed names of groups and bodies, by their first word, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for actor in (a for f in load_all("actors", ActorFile) for a in f.actors if a.kind in BODIES):
        for name in (actor.name, *actor.aliases):
            phrase = tuple(WORD.findall(name))
            if phrase[0][0].isupper():
                found.setdefault(phrase[0], set()).add(phrase)
    return {first: tuple(sorted(phrases, key=lambda p: (-len(p), p))) for first, phrases in found.items()}


def leaning(scores: Scores, labels: Sequence[Label], lean: Lean) -> Iterator[tuple[int, int, float]]:
    """Yield first and last word of each name of one type, with its probability; ``scores`` are log probabilities [words, 3] of tags."""
    leant = scores.copy()
    leant[:, 0] -= np.array([lean.get(label, 0.0) for label in labels], np.float32)
    leant = log_probabilities(leant)
    for first, last in tagged(leant):
        yield first, last, 1.0 - float(np.exp(leant[first, 0]))


def equipment(article: Article, sentences: Iterable[Tree]) -> Iterator[Named]:
    """Yield the weapons, platforms and vehicles that the sentences name, by the equipment lists."""
    for tree in sentences:
        for m in means(Unit(tree, tuple(range(len(tree))), tree.root, (), "own", MEANS), article):
            yield Named(_type(m.class_, m.rule), m.span, LISTED, MEANS)


def _type(class_: str, rule: str) -> str:
    if class_ == "vehicle":
        return "Vehicle"
    return "MilitaryPlatform" if class_ in PLATFORMS and rule != "means.act" else "Weapon"
