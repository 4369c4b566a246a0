"""Shapes of the word lists about file forms, table columns, HTML elements and page metadata."""

from __future__ import annotations

from msgspec import Struct


class Forms(Struct, frozen=True):
    """File endings of each form, the marks of a page, and how files that are no text begin (hexadecimal)."""

    suffixes: dict[str, list[str]]
    packed: list[str]
    page_marks: list[str]
    signatures: dict[str, str]


class Columns(Struct, frozen=True):
    """Names under which a row carries each fact, best first, in lower case."""

    title: list[str]
    text: list[str]
    outlet: list[str]
    published: list[str]
    url: list[str]
    authors: list[str]
    id: list[str]
    language: list[str]
    modified: list[str]


class Coded(Struct, frozen=True, forbid_unknown_fields=True):
    """A table of events coded by people. ``needs`` are the columns that tell it, ``shown`` those that make its text, in their order.

    ``kinds``, ``radius_km``, ``precision`` and ``days`` say what its codes mean here; a place code without a radius has no point. Kinds in
    ``one_sided`` are done by the first side to the second; in others both sides act.
    """

    outlet: str
    needs: list[str]
    title: str
    shown: list[str]
    kinds: dict[str, str]
    radius_km: dict[str, float]
    precision: dict[str, str]
    days: dict[str, str]
    one_sided: list[str]


class Markup(Struct, frozen=True):
    """What elements do to the visible text, and which words of class and id tell what a part of a page is."""

    block: frozenset[str]
    raw: frozenset[str]
    unseen: frozenset[str]
    void: frozenset[str]
    closed_by: dict[str, frozenset[str]]
    fences: frozenset[str]
    through: frozenset[str]
    telling_elements: frozenset[str]
    telling_words: frozenset[str]
    hidden_classes: frozenset[str]
    hidden_style: str
    credit_classes: frozenset[str]
    credit_patterns: list[str]


class Metadata(Struct, frozen=True):
    """Types of structured data that describe an article, and names under which pages state each fact, best first."""

    article_types: list[str]
    page_types: list[str]
    meta: dict[str, list[str]]
    labels: dict[str, list[str]]
