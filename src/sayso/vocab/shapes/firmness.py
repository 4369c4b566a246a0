"""Shape of the word list that tells how firmly something is said."""

from __future__ import annotations

from msgspec import Struct


class FirmWords(Struct, frozen=True, forbid_unknown_fields=True):
    """``firmness/en``: words of denial, doubt and time. Verbs, nouns and adjectives by their lemma, the rest as written.

    ``undone`` govern a deed that did not happen; ``through`` govern one whose firmness is their own ("managed to").
    ``denying`` are words of saying that deny what they bring. ``possible`` and ``probable`` are modals, adverbs and adjectives beside the verb;
    ``possibly_said`` and ``probably_said`` are words of saying that commit the speaker to no more. ``holderless`` are words of saying that leave a claim with no holder
    only possible. ``ahead`` govern or say what is still to come, ``perfect`` and ``modals`` are helping verbs.
    """

    negations: list[str]
    none: list[str]
    undone: list[str]
    through: list[str]
    denying: list[str]
    possible: list[str]
    probable: list[str]
    possible_before: list[str]
    possibly_said: list[str]
    probably_said: list[str]
    holderless: list[str]
    conditions: list[str]
    future: list[str]
    ahead: list[str]
    ahead_said: list[str]
    perfect: list[str]
    modals: list[str]
