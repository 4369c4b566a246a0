"""The words that bear happenings, laid out for look-up by lemma, and the classes of words they ask for beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sayso.model.happening import Codes, HappeningKind
from sayso.vocab.loader import load, load_all
from sayso.vocab.shapes.happenings import Classes, Cutting, Kind, Weighing, Word


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of one kind: the run of lemmas it is, and what must or must not stand beside it."""

    run: tuple[str, ...]
    kind: HappeningKind
    verb: bool
    weight: float
    sure: bool
    generic: bool
    object: frozenset[str]
    subject: frozenset[str]
    near: frozenset[str]
    never: frozenset[str]
    particle: frozenset[str]
    unless: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries by their first lemma, and the codes of each kind."""

    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]
    codes: dict[HappeningKind, Codes]


@dataclass(frozen=True, slots=True)
class Cuts:
    """The words by which sentences are cut into claims, as sets."""

    leads: frozenset[str]
    staying: frozenset[str]
    unasserted: frozenset[str]
    harm: frozenset[str]
    empty: frozenset[str]
    deeds: frozenset[str]
    rhetoric: frozenset[str]
    checking: frozenset[str]
    attacks: frozenset[str]
    lying: frozenset[str]
    places: frozenset[str]
    alongside: frozenset[str]
    transitive: frozenset[str]


@dataclass(frozen=True, slots=True)
class Weights:
    """The words by which kinds are weighed against each other, as sets."""

    light: frozenset[str]
    losing: frozenset[str]
    casualty: frozenset[str]
    deadly: frozenset[HappeningKind]
    pointed: frozenset[str]
    definite: frozenset[str]
    new: frozenset[str]
    close: frozenset[HappeningKind]
    unstated: frozenset[str]
    stated: frozenset[str]
    within: frozenset[str]
    far: frozenset[str]
    spoken: frozenset[HappeningKind]
    aside: frozenset[str]
    trying: frozenset[str]
    unmade: frozenset[str]
    attacks: frozenset[str]
    static: frozenset[str]
    sequence: frozenset[str]


@cache
def weights() -> Weights:
    """Return the words by which kinds are weighed."""
    w = load("units/weighing", Weighing)
    return Weights(
        frozenset(w.light), frozenset(w.losing), frozenset(w.casualty), frozenset(w.deadly),
        frozenset(w.pointed), frozenset(w.definite), frozenset(w.new), frozenset(w.close), frozenset(w.unstated), frozenset(w.stated),
        frozenset(w.within), frozenset(w.far), frozenset(w.spoken), frozenset(w.aside), frozenset(w.trying), frozenset(w.unmade), frozenset(w.attacks), frozenset(w.static), frozenset(w.sequence),
    )  # fmt: skip


@cache
def classes() -> dict[str, frozenset[str]]:
    """Return the classes of words by name."""
    return {k: frozenset(v) for k, v in load("units/classes", Classes).classes.items()}


@cache
def signs() -> frozenset[str]:
    """Return the words that show an article to be about an armed conflict."""
    return frozenset(load("units/conflict", Classes).classes["signs"])


@cache
def cuts() -> Cuts:
    """Return the words by which sentences are cut into claims."""
    c = load("units/cutting", Cutting)
    return Cuts(
        *(frozenset(x) for x in (c.leads, c.staying, c.unasserted, c.harm, c.empty)),
        *(
            frozenset(x)
            for x in (c.deeds, c.rhetoric, c.checking, c.attacks, c.lying, c.places, c.alongside, c.transitive)
        ),
    )


@cache
def lexicon() -> Lexicon:
    """Return the words of all kinds, read once.

    Raises:
        SaysoError: when a file does not fit its shape.
    """
    kinds = load_all("happenings", Kind)
    verbs = _index(e for k in kinds for w in k.verbs for e in _entries(k, w, verb=True))
    nouns = _index(e for k in kinds for w in k.nouns for e in _entries(k, w, verb=False))
    codes = {k.id: Codes(k.plover, k.cameo, k.acled_like) for k in kinds}
    return Lexicon(verbs, nouns, codes)


def _index(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for e in entries:
        found.setdefault(e.run[0], []).append(e)
    return {k: tuple(v) for k, v in found.items()}


def _entries(kind: Kind, word: Word, *, verb: bool) -> Iterable[Entry]:
    for lemma in word.lemmas:
        yield Entry(
            tuple(lemma.split()), kind.id, verb, word.weight, word.sure, word.generic,
            _wide(word.object), _wide(word.subject), _wide(word.near), _wide(word.never), frozenset(word.particle), _wide(word.unless),
        )  # fmt: skip


def _wide(words: list[str]) -> frozenset[str]:
    """Return the words with every "@class" replaced by its words."""
    out: set[str] = set()
    for w in words:
        out |= classes()[w[1:]] if w.startswith("@") else {w}
    return frozenset(out)
