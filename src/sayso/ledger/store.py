"""What a ledger can do, whatever it is kept in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar

from sayso.model.article import Article, Capture, Refusal
from sayso.model.claim import Claim
from sayso.model.reading import Reading

T = TypeVar("T")
Sort = Literal["added", "newest", "oldest", "killed"]
"""The order of lists of claims: as added, by the first day of the happening, or by the least number killed, the most first."""


@dataclass(frozen=True, slots=True)
class Near:
    """A circle on the ground: WGS 84 degrees and kilometres."""

    lat: float
    lon: float
    km: float


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for; fields left empty ask nothing, fields given must all hold.

    ``said_by``, ``about``, ``place`` and ``outlet`` find names that contain the words, whatever their case and accents.
    ``about`` looks at actors, targets and places. ``since`` and ``until`` are ``YYYY-MM-DD``, both inside, and meet the days
    of the happening, or the day of publication where the claim gives none. Articles that a newer version took the place of, or that
    were withdrawn, are passed over unless ``all_versions`` asks for them or ``article`` names one. ``origin`` looks at the last link of
    the chain; ``happening`` names one, ``contested`` asks that tellings of the claim's happening contradict each other, ``state``
    what people decided ("none": nothing yet). ``after`` is the row a page follows; sorted otherwise than as added, pages go by ``cursor``.
    """

    text: str = ""
    said_by: str = ""
    about: str = ""
    place: str = ""
    outlet: str = ""
    kind: tuple[str, ...] = ()
    certainty: tuple[str, ...] = ()
    polarity: str = ""
    since: str = ""
    until: str = ""
    near: Near | None = None
    killed_min: int | None = None
    article: str = ""
    origin: str = ""
    happening: str = ""
    contested: bool = False
    state: tuple[str, ...] = ()
    sort: Sort = "added"
    all_versions: bool = False
    after: int = 0
    cursor: str = ""
    limit: int = 50


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article as lists show it. ``row`` is its place in the order of adding; ``published`` is ``YYYY-MM-DD``."""

    row: int
    id: str
    ref: str
    title: str
    outlet: str
    published: str
    original_outlet: str
    claims: int
    problems: int
    original_published: str = ""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim as lists show it, with the article it stands in; ``words`` is its content."""

    row: int
    claim: Claim
    words: str
    article: ArticleRow


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some rows, and where the next page begins (``next_after``; None when this was the last).

    ``cursor`` says the same for lists in any order; "" when this was the last page.
    """

    rows: tuple[T, ...]
    next_after: int | None
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A capture and what was read from it: what ``add`` puts away in one step."""

    capture: Capture
    reading: Reading


@dataclass(frozen=True, slots=True)
class Verdict:
    """What ``verify`` found. ``head`` is the hash of the last log row: note it, and later compare."""

    captures: int
    articles: int
    claims: int
    log: int
    head: str
    faults: tuple[str, ...]


class Store(Protocol):
    """A ledger. Adding the same bytes again adds nothing; what was added stays."""

    def has(self, sha256: str) -> bool:
        """Tell whether a capture of these bytes is kept."""
        ...

    def add(self, kept: Sequence[Kept], refused: Sequence[Refusal] = ()) -> int:
        """Keep all of it or, when anything fails, none; return how many captures were new."""
        ...

    def claims(self, query: Query) -> Page[ClaimRow]:
        """Return the claims that the query finds, in the order it asks for."""
        ...

    def articles(self, query: Query) -> Page[ArticleRow]:
        """Return the articles that the query finds, in the order they were added."""
        ...

    def claim(self, key: str) -> tuple[ClaimRow, Reading] | None:
        """Return a claim by its id, or by a beginning of it that no other id has, with its whole article."""
        ...

    def article(self, key: str) -> Article | None:
        """Return an article without its claims, by id or a beginning of it that no other id has."""
        ...

    def reading(self, key: str) -> Reading | None:
        """Return a whole article with its claims, by id or a beginning of it that no other id has."""
        ...

    def verify(self) -> Verdict:
        """Check every kept byte against its digest and the log against itself."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...
