"""Every known actor under every folded name: the word lists of ``vocab/actors`` and ``vocab/outlets``, made into one look-up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from sayso.model.who import VoiceKind
from sayso.vocab.loader import load, load_all
from sayso.vocab.shapes.actors import ActorFile, MentionWords, Organ, Side, State
from sayso.vocab.shapes.reading import Outlet

DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
WORD = re.compile(r"\w+")
ROLES = ("rebels", "coalition")
"""Bare words whose bearer differs from war to war; each state names its own."""
OUTLET_KINDS: dict[str, VoiceKind] = {"party": "politician", "government": "government"}
ARABIC_ARTICLES = frozenset({"al", "el", "Al", "El"})


@dataclass(frozen=True, slots=True)
class Known:
    """One actor as the resolvers need it.

    ``bare`` marks a state's plain name, which no filler may stand beside; ``person`` a leader, who is himself and not the body unless "forces" or the like stand beside.
    """

    id: str
    name: str
    kind: VoiceKind
    side: Side
    country: str
    party: bool | None
    bare: bool = False
    person: bool = False


@dataclass(frozen=True, slots=True)
class Index:
    """``names`` maps a folded name to its bearers, likeliest first; ``generic`` a bare word to the organ it means.

    ``organs`` finds an organ by (country, organ id); ``countries`` a folded demonym or state name; ``theatres`` are
    countries in which bare words are tied to the country;
    ``longest`` tells how many words the longest name has that begins with a word;
    ``lower`` are names that may stand without a capital.
    """

    names: dict[str, tuple[Known, ...]]
    generic: dict[str, str]
    organs: dict[tuple[str, str], Known]
    countries: dict[str, str]
    theatres: frozenset[str]
    longest: dict[str, int]
    lower: frozenset[str]


@cache
def mention_words(language: str = "en") -> MentionWords:
    """Return how a language mentions again who was named before."""
    words: MentionWords = load(f"mentions/{language}", MentionWords)
    return words


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one list of the mention words as a set."""
    return frozenset(getattr(mention_words(), name))


def fold(name: str) -> list[str]:
    """Return the words of a name as keys are made of them: case, articles, possessive and plural s folded away.

    Capitals of up to three letters keep their case, so that "IS" isn't "is" and "US" isn't "us".
    """
    flat = DOTTED.sub(lambda m: m[0].replace(".", "") + " ", name).replace("'", " ").replace("’", " ")
    articles = word_set("articles")
    return [
        w for raw in WORD.findall(flat) if (w := fold_word(raw)) and w not in articles and raw not in ARABIC_ARTICLES
    ]


def fold_word(raw: str) -> str:
    """Return one word folded; "" for the s that a possessive left behind."""
    if raw.isupper() and len(raw) <= 3:
        return raw
    word = raw.lower()
    if word == "s":
        return ""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@cache
def index() -> Index:
    """Return the look-up over all shipped and user's lists."""
    files = load_all("actors", ActorFile)
    states, kinds = [s for f in files for s in f.states], [o for f in files for o in f.organs]
    names: dict[str, list[Known]] = {}
    lower: set[str] = set()
    organs: dict[tuple[str, str], Known] = {}
    for known, aliases in (*listed(files), *of_states(states, kinds, organs), *outlets()):
        for alias in aliases:
            _add(names, alias, known, lower)
    _add_roles(organs, names, states)
    generic = {" ".join(fold(word)): organ.id for organ in kinds for word in organ.generic}
    generic |= {" ".join(fold(word)): role for role in ROLES for word in word_set(role)}
    countries = {" ".join(fold(w)): s.id for s in states for w in (s.name, *s.demonyms, *s.aliases)}
    theatres = frozenset(s.id for s in states if s.theatre)
    bearers = {k: tuple(v) for k, v in names.items()}
    return Index(bearers, generic, organs, countries, theatres, reach(names), frozenset(lower))


def reach(names: Iterable[str]) -> dict[str, int]:
    """Return, for each first word, how many words the longest name has that begins with it."""
    longest: dict[str, int] = {}
    for key in names:
        first = key.partition(" ")[0]
        longest[first] = max(longest.get(first, 0), key.count(" ") + 1)
    return longest


Aliases = tuple[Known, Iterable[str]]


def listed(files: Iterable[ActorFile]) -> Iterator[Aliases]:
    """Yield the actors that are listed one by one, with their names."""
    for entry in (e for f in files for e in f.actors):
        yield (
            Known(entry.id, entry.name, entry.kind, entry.side, entry.country.lower(), entry.party),
            (entry.name, *entry.aliases),
        )


def of_states(states: list[State], kinds: list[Organ], organs: dict[tuple[str, str], Known]) -> Iterator[Aliases]:
    """Yield the states' organs and leaders with their names, and note the organs."""
    for state in states:
        for organ in kinds:
            known = organs[state.id, organ.id] = organ_of(state, organ)
            yield known, aliases_of(state, organ)
            if organ.extra == "government":
                yield replace(known, person=True), state.leaders


def outlets() -> Iterator[Aliases]:
    """Yield the outlets, which speak as media, or as the party or government that runs them."""
    for outlet in load_all("outlets", Outlet):
        kind = OUTLET_KINDS.get(outlet.kind, "media")
        yield (
            Known(outlet.id, outlet.name, kind, "civilian", outlet.country.lower(), None),
            (outlet.name, *outlet.aliases),
        )


def _add_roles(organs: dict[tuple[str, str], Known], names: dict[str, list[Known]], states: list[State]) -> None:
    """Put whom "the rebels" and "the coalition" mean in each state among its organs."""
    by_id = {k.id: k for bearers in names.values() for k in bearers}
    for state in states:
        for role in ROLES:
            if (known := by_id.get(getattr(state, role))) is not None:
                organs[state.id, role] = known


def _add(names: dict[str, list[Known]], alias: str, known: Known, lower: set[str]) -> None:
    key = " ".join(fold(alias))
    if alias.islower():
        lower.add(key)
    bearers = names.setdefault(key, [])
    if known not in bearers:
        bearers.append(known)


def organ_of(state: State, organ: Organ) -> Known:
    """Return a state's organ as an actor of its own."""
    name = organ.name.format(d=state.demonyms[0], n=state.name)
    if organ.extra == "army" and state.army_name:
        name = state.army_name
    side: Side = {"opposition": "nonstate", "civilians": "civilian"}.get(organ.id, "state")  # type: ignore[assignment]
    slug = f"{state.id}-{organ.id}" if organ.id else state.id
    party = organ.party and (state.party is not False)
    return Known(slug, name, organ.kind, side, state.id, state.party if not organ.id else party, bare=not organ.id)


def aliases_of(state: State, organ: Organ) -> Iterator[str]:
    """Yield every name of a state's organ."""
    for pattern in organ.aliases:
        for demonym in state.demonyms if "{d}" in pattern else [""]:
            yield pattern.format(d=demonym, n=state.name)
    yield organ_of(state, organ).name
    if organ.extra:
        yield from getattr(state, organ.extra)
