"""The words of amounts, laid out for look-up: vague words, bending words, and nouns that are people or things."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.vocab.loader import load
from sayso.vocab.shapes.figures import Counted, Numbers


@dataclass(frozen=True, slots=True)
class Words:
    """The words of amounts, keyed by the first or the last word of a phrase, or as plain sets."""

    vague: dict[str, tuple[tuple[tuple[str, ...], int, int | None, str], ...]]
    bends: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]
    parts: frozenset[str]
    none: frozenset[str]
    denies: frozenset[str]
    ranges: frozenset[str]
    people: frozenset[str]
    pronouns: frozenset[str]
    lone: frozenset[str]
    additional: frozenset[str]
    crowds: frozenset[str]
    other: frozenset[str]
    stops: frozenset[str]
    weekdays: frozenset[str]
    further: tuple[tuple[str, ...], ...]
    combatants: frozenset[str]
    civilians: frozenset[str]
    denied: frozenset[str]


@cache
def words() -> Words:
    """Return the number words, read once."""
    n, c = load("figures/numbers", Numbers), load("figures/people", Counted)
    vague: dict[str, list[tuple[tuple[str, ...], int, int | None, str]]] = {}
    for v in n.vague:
        parts = tuple(v.words.split())
        vague.setdefault(parts[0], []).append((parts, v.low, v.high, v.rule))
    bends: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for q in n.qualifiers:
        for phrase in q.words:
            parts = tuple(phrase.split())
            bends.setdefault(parts[-1], []).append((parts, q.effect, q.rule))
    return Words(
        _longest_first(vague), _longest_first(bends), frozenset(n.parts), frozenset(n.none), frozenset(n.denies),
        frozenset(n.ranges), frozenset(c.people), frozenset(c.pronouns), frozenset(c.lone), frozenset(n.additional), frozenset(c.crowds), frozenset(c.other), frozenset(c.not_after),
        frozenset(c.weekdays), tuple(tuple(f.split()) for f in n.further), frozenset(c.combatants), frozenset(c.civilians), frozenset(c.denied),
    )  # fmt: skip


def _longest_first(lists: dict[str, list]) -> dict[str, tuple]:  # type: ignore[type-arg]
    return {k: tuple(sorted(v, key=lambda e: -len(e[0]))) for k, v in lists.items()}
