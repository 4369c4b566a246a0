"""Shape of the lists of weapons and equipment."""

from __future__ import annotations

from msgspec import Struct, field


class Kit(Struct, frozen=True):
    """One class of weapon or equipment: ``words`` and phrases (singular; plurals are formed), and ``designations`` as patterns.

    A designation is a regular expression that must fit a whole token, letter case counting. ``modifiers`` are words before
    a word of the class that belong to its name ("ground-to-ground missile"). ``kinds``, when given, are the happening
    kinds outside which the words are not means.
    """

    id: str
    words: list[str] = field(default_factory=list)
    designations: list[str] = field(default_factory=list)
    modifiers: list[str] = field(default_factory=list)
    act: bool = False


class KitFile(Struct, frozen=True):
    """A file of classes; ``source`` says where its designations were taken from."""

    source: str
    classes: list[Kit]
