"""What a person decided of a record: appended, never rubbed out, replaced only by a later one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Verdict = Literal["merge", "split"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on whether claims tell of one happening.

    ``merge`` says that every claim of ``one`` and of ``other`` does; ``split`` that no claim of ``one`` tells of what any claim of
    ``other`` tells. ``number`` is its place in the order of judging: of two on the same pair the later one holds.
    ``at`` is UTC, ISO 8601.
    """

    id: str
    number: int
    verdict: Verdict
    one: tuple[str, ...]
    other: tuple[str, ...]
    who: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A person's word that an outlet took back an article, or with ``lifted`` that it stands after all; the last word holds.

    It speaks of the version ``article`` and of those before it; a version captured later stands. ``at`` is UTC, ISO 8601.
    """

    id: str
    number: int
    article: str
    lifted: bool
    who: str
    at: str
    why: str
