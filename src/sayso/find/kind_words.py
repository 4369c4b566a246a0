"""Source words as look-up tables: which words, names and outlets are of which kind of voice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.model.who import VoiceKind
from sayso.vocab.loader import load, load_all
from sayso.vocab.shapes.actors import ActorFile
from sayso.vocab.shapes.reading import Outlet
from sayso.vocab.shapes.voices import Kinds


@dataclass(frozen=True, slots=True)
class KindTables:
    """What tells a source's kind. ``bodies`` and ``names`` are keyed by the phrase in lower case."""

    heads: dict[str, VoiceKind]
    bodies: dict[str, VoiceKind]
    names: dict[str, tuple[VoiceKind, bool | None]]
    modifiers: dict[str, VoiceKind]
    roles: dict[str, VoiceKind]
    outlets: frozenset[str]
    states: frozenset[str]
    blank: frozenset[str]
    collective: frozenset[str]
    anonymous: frozenset[str]
    single: frozenset[str]
    owned: frozenset[str]
    titles: frozenset[str]
    nouns: frozenset[str]
    longest: int


@cache
def kind_tables() -> KindTables:
    """Return the tables, made of ``voices/kinds``, ``actors`` and ``outlets``."""
    kinds = load("voices/kinds", Kinds)
    by: dict[str, dict[str, VoiceKind]] = {"heads": {}, "bodies": {}, "modifiers": {}, "roles": {}}
    for group in kinds.kinds:
        for part, table in by.items():
            for word in getattr(group, part):
                table.setdefault(word, group.kind)
    names = dict(_names())
    states = frozenset(_states()) | frozenset(kinds.capitals)
    singles = [w for t in (by["heads"], by["roles"]) for w in t if " " not in w]
    return KindTables(
        **by, names=names, states=states, outlets=frozenset(_outlets()), blank=frozenset(kinds.blank), collective=frozenset(kinds.collective),
        anonymous=frozenset(kinds.anonymous), single=frozenset(kinds.single), owned=frozenset(kinds.owned), titles=frozenset(kinds.titles),
        nouns=frozenset(singles) | frozenset(kinds.blank), longest=6,
    )  # fmt: skip


def _names() -> Iterator[tuple[str, tuple[VoiceKind, bool | None]]]:
    """Yield the names of single actors and of states' organs."""
    for file in load_all("actors", ActorFile):
        for a in file.actors:
            for name in (a.name, *a.aliases):
                yield name.lower(), (a.kind, a.party)


def _states() -> Iterator[str]:
    for file in load_all("actors", ActorFile):
        for s in file.states:
            yield from (n.lower() for n in (s.name, *s.aliases))


def _outlets() -> Iterator[str]:
    for outlet in (o for o in load_all("outlets", Outlet) if o.kind not in ("party", "government")):
        yield from (n.lower() for n in (outlet.name, *outlet.aliases, *outlet.credit))
