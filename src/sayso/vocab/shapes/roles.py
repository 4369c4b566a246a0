"""Shapes of the word lists that say who did it and to whom."""

from __future__ import annotations

from msgspec import Struct, field


class Frame(Struct, frozen=True):
    """Where a verb keeps who did it and to whom.

    Places are ``subject``, ``object``, ``thing`` (an object that is no place: "positions", "fighters"),
    ``party`` (an object that can act), ``patient`` (the subject of the verb in the passive) or a preposition.
    A passive verb's subject stands in its object's place, its by-phrase in its subject's. ``turns``: who did the deed
    named by the object ("repelled the attack") is the one to whom it was done.
    """

    id: str
    verbs: list[str] = field(default_factory=list)
    actor: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    turns: bool = False


class Verbs(Struct, frozen=True):
    """Frames of single verbs, and verbs that only carry a noun or another verb.

    ``asks`` are verbs of saying by which something is asked of somebody; ``owes`` verbs of what somebody is told to keep to.
    """

    frames: list[Frame]
    light: list[str]
    controls: list[str]
    supports: list[str]
    holds: list[str]
    blames: list[str]
    apart: list[str]
    asks: list[str] = field(default_factory=list)
    owes: list[str] = field(default_factory=list)


class Kinds(Struct, frozen=True):
    """The frame that a happening's kind gives to its own verb or noun where none is listed for the word."""

    kinds: dict[str, Frame]


class Deeds(Struct, frozen=True):
    """Nouns that name a deed, by what "of" after them brings: to whom, or who."""

    upon: list[str]
    by: list[str]
    mutual: list[str]
    with_target: list[str]
    under: list[str]
    suffers: list[str]
    always: list[str]
    owned: list[str]
    occurs: list[str]
    unmade: list[str]
    harm: list[str] = field(default_factory=list)
    sorts: list[str] = field(default_factory=list)


class Doers(Struct, frozen=True):
    """Words that can act: collective nouns, descriptive words before a deed's noun, states, pronouns, craft that stand for their crews."""

    nouns: list[str]
    modifiers: list[str]
    states: list[str]
    groups: list[str]
    pronouns: list[str]
    craft: list[str]
    never: list[str]
    places: list[str]


class Dealings(Struct, frozen=True):
    """Words for reading who deals with whom.

    ``tells`` are verbs whose clause tells the deed; ``mutual`` deeds make those they are done with act too; ``aside`` words bring
    times and causes; ``carriers`` bring another verb; ``retreating`` are words of yielding by what one does.
    """

    tells: list[str]
    mutual: list[str]
    aside: list[str]
    carriers: list[str]
    retreating: list[str]
