"""Shapes of the word lists that numbers of people are read by."""

from __future__ import annotations

from msgspec import Struct, field


class Vague(Struct, frozen=True):
    """A word or phrase that stands for a range of numbers, and the rule's id."""

    words: str
    low: int
    high: int | None
    rule: str


class Qualifier(Struct, frozen=True):
    """Words before a number that bend it: ``effect`` is ``floor`` (open above), ``ceiling`` (from nothing) or ``exact``."""

    words: list[str]
    effect: str
    rule: str


class Numbers(Struct, frozen=True):
    """How numbers are written in words, and what bends them."""

    words: dict[str, int]
    scales: dict[str, int]
    short: dict[str, int]
    vague: list[Vague]
    qualifiers: list[Qualifier]
    further: list[str]
    additional: list[str]
    intents: list[str]
    ranges: list[str]
    parts: list[str]
    none: list[str]
    denies: list[str]
    blurred: list[str]
    between: list[str]
    joins: list[str]
    reaches: list[str]


class Counted(Struct, frozen=True):
    """Nouns that are people (lemmas, lower case), and nouns and signs that show a number is not of people."""

    people: list[str]
    pronouns: list[str]
    lone: list[str]
    crowds: list[str]
    bodies: list[str]
    other: list[str]
    not_after: list[str]
    weekdays: list[str]
    combatants: list[str]
    civilians: list[str]
    denied: list[str]


class Harm(Struct, frozen=True):
    """The words that say what became of the people counted: one file for each of killed, injured, captured, displaced.

    ``verbs`` take the people as object, ``meets`` as subject, ``loses`` have them as object though the subject suffers.
    ``states`` follow or precede the people ("dead"); ``nouns`` are counted themselves ("40 deaths"); ``tolls`` announce
    a bare number. ``people`` are counted nouns that say by themselves what became of them ("evacuees").
    ``phrases`` follow the people and say it in several words ("forced from").
    ``moves`` are verbs that harm people when one of ``away`` follows these ("forced 300 people out").
    ``acts`` are nouns that have the people after "of" ("the killing of"); ``wary`` are those of the verbs that things suffer too, so
    that what is counted must surely be people.
    ``strict`` asks that what is counted be surely people ("captured 3 villages" is no prisoner).
    ``kinds`` are happening kinds whose first number without words of its own is of this sort.
    """

    figure: str
    verbs: list[str] = field(default_factory=list)
    meets: list[str] = field(default_factory=list)
    loses: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    moves: list[str] = field(default_factory=list)
    away: list[str] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)
    wary: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    tolls: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    strict: bool = False
    kinds: list[str] = field(default_factory=list)
