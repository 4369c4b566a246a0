"""Shapes of the word lists by which versions of an article are told: addresses that are one, and notes of change."""

from __future__ import annotations

from msgspec import Struct


class Addresses(Struct, frozen=True, forbid_unknown_fields=True):
    """``trace/addresses``: what parts of a web address tell no article from another.

    ``hosts`` are beginnings of host names, ``endings`` ends of paths, ``tracking`` names of parameters, ``tracking_beginnings`` how such
    names begin. ``archives`` are patterns whose groups ``address`` and ``stamp`` (YYYYMMDDhhmmss) give what an archive holds.
    """

    hosts: list[str]
    endings: list[str]
    tracking: list[str]
    tracking_beginnings: list[str]
    archives: list[str]


class NoteWords(Struct, frozen=True, forbid_unknown_fields=True):
    """How a note begins a line before a colon or dash (``heads``), begins a line (``begins``), or what it says anywhere (``says``)."""

    heads: list[str] = []
    begins: list[str] = []
    says: list[str] = []


class Notices(Struct, frozen=True, forbid_unknown_fields=True):
    """``trace/notices``: words of notes by kind; ``{slot}`` in a phrase stands for any of the words under ``slots``.

    ``short`` is the number of words of report up to which a text that says it was removed is nothing but that notice; ``alike`` the
    part (0 to 1) of the shorter text's runs of ``run`` words from which two texts at one address are versions of one article.
    """

    short: int
    run: int
    alike: float
    slots: dict[str, list[str]]
    notes: dict[str, NoteWords]
