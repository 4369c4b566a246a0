"""Outlets, voices and who takes from whom, as pages show them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sayso.show.desk.shapes.articles import ArticleLine, Count


class SourceLine(Struct, frozen=True):
    """One outlet: what the ledger holds of it. Shares are 0 to 1.

    ``own`` of its claims are in its own voice, ``named`` go back to somebody named; ``single`` of those laid to a happening stand on
    one origin alone; ``copied`` of its articles share a wire story with an earlier one.
    """

    key: str
    name: str
    articles: int
    claims: int
    own: float
    named: float
    single: float
    copied: float
    kinds: list[Count]
    ties: list[str]


class Edge(Struct, frozen=True):
    """Who takes from whom: ``upstream`` is cited, reposted or copied by ``downstream`` so many times.

    ``lag_days`` is the median number of days between the two, None where days are not known.
    """

    downstream: str
    upstream: str
    kind: Literal["reposts", "copies", "cites"]
    count: int
    lag_days: float | None


class SourcePage(Struct, frozen=True):
    """``/sources.json``: outlets, origin voices, and the edges between them, the strongest first. ``counted`` is when (UTC)."""

    outlets: list[SourceLine]
    voices: list[Count]
    edges: list[Edge]
    counted: str


class SourceDetail(Struct, frozen=True):
    """``/sources/KEY.json``: one outlet with its edges, labels as it puts them, rights as it states them, voices it carries."""

    line: SourceLine
    edges: list[Edge]
    voices: list[Count]
    labels: dict[str, list[Count]]
    rights: list[str]
    articles: list[ArticleLine]
