"""Shapes of ``vocab/exports/*.yaml``: what each format's columns hold, what is left out and why, what is held back."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Column(Struct, frozen=True, forbid_unknown_fields=True):
    """One column: its meaning, and either the ``source`` of its cells with the ``rule`` that makes them, or why it is ``empty``.

    ``source`` is the name of a value that ``show.exports`` works out of a claim.
    """

    name: str
    meaning: str
    source: str = ""
    rule: str = ""
    empty: str = ""


class Sheet(Struct, frozen=True, forbid_unknown_fields=True):
    """One format: its title, what its rows are, the reasons for which a claim does not go into it, and its columns in order."""

    title: str
    rows: str
    leaves_out: list[str]
    notes: list[str]
    columns: list[Column]


class Reason(Struct, frozen=True, forbid_unknown_fields=True):
    """Why a claim is left out, and the option that lets it in."""

    lifted_by: Literal["profile", "unasserted", "incomplete"]
    meaning: str


class Reasons(Struct, frozen=True, forbid_unknown_fields=True):
    """Reasons for which claims are left out, in the order they are looked at."""

    reasons: dict[str, Reason]


class Profile(Struct, frozen=True, forbid_unknown_fields=True):
    """What is held back: hours a happening must lie back, least radius in km and grid in degrees of positions, names of persons."""

    delay_hours: int
    coarse_km: float
    grid_degrees: float
    persons: Literal["withheld", "named"]


class Profiles(Struct, frozen=True, forbid_unknown_fields=True):
    """The profiles by name, and the kinds of happenings that tell positions."""

    profiles: dict[str, Profile]
    positions: list[str]


class People(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell civilians, fighters, bodies and office-holders from private persons; ``mark`` stands for a name withheld."""

    civilians: list[str]
    protesters: list[str]
    fighters: list[str]
    people: list[str]
    bodies: list[str]
    things: list[str]
    offices: list[str]
    pronouns: list[str]
    small: list[str]
    irregular: dict[str, str]
    stops: list[str]
    withheld: str
    mark: str


class Ours(Struct, frozen=True, forbid_unknown_fields=True):
    """Columns that every table carries after the format's own."""

    columns: list[Column]


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    """One part of the page on method: its heading and its paragraphs."""

    title: str
    text: list[str]


class Excerpt(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one article at most (0: no bound), and its share (0 to 1), but ``least`` at least."""

    words: int
    share: float
    least: int


class Publishing(Struct, frozen=True, forbid_unknown_fields=True):
    """A published dossier, by profile: how much of one article, the mark on every page; and what the page on method says.

    ``held`` are sentences with names of counts in braces.
    """

    excerpts: dict[str, Excerpt]
    marks: dict[str, str]
    unverified: str
    held: list[str]
    method: list[Section]
