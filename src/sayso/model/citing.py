"""Citations across articles: a claim that is laid to an outlet, linked to what that outlet's own article says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """The claim ``claim`` of ``article`` is laid to an outlet by its voice number ``link``; ``cited_claim`` of that outlet's article says so.

    ``score`` is the part (0 to 1) of the claim's words that the cited claim has, names and numbers counting double; ``shared`` are those
    names and numbers. ``days`` is how many days the cited article is older.
    """

    claim: str
    article: str
    link: int
    outlet: str
    cited_article: str
    cited_claim: str
    score: float
    days: int
    shared: tuple[str, ...]
