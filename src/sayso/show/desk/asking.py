"""From the address to a query: the parameters that lists share, and what each means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Query as Param

from sayso.ledger.eventlines import Box, LineQuery, Sort
from sayso.ledger.store import Query
from sayso.ledger.store import Sort as ClaimSort
from sayso.model.problem import SaysoError
from sayso.show.arguments import circle, day

Words = Annotated[str, Param(max_length=200)]
Day = Annotated[str, Param(description="YYYY-MM-DD", pattern=r"^(\d{4}-\d{2}-\d{2})?$")]
Some = Annotated[list[str], Param(max_length=40)]
Yes = Literal["", "yes"]
YesNo = Literal["", "yes", "no"]
Limit = Annotated[int, Param(ge=1, le=500)]
Least = Annotated[int | None, Param(ge=0, le=10_000_000)]
MOST_ROWS = 2**62


@dataclass(frozen=True, slots=True)
class ClaimsAsked:
    """Parameters of lists of claims."""

    text: Words = ""
    said_by: Words = ""
    origin: Words = ""
    about: Words = ""
    place: Words = ""
    outlet: Words = ""
    kind: Some = ()  # type: ignore[assignment]
    certainty: Some = ()  # type: ignore[assignment]
    polarity: Literal["", "positive", "negative"] = ""
    since: Day = ""
    until: Day = ""
    article: Words = ""
    near: Words = ""
    killed_min: Least = None
    contested: Yes = ""
    state: Some = ()  # type: ignore[assignment]
    happening: Words = ""
    sort: ClaimSort = "added"
    after: Words = ""
    limit: Limit = 50

    def query(self) -> Query:
        """Return the query of the ledger.

        Raises:
            SaysoError: when a day, a circle or a page is none.
        """
        return Query(
            text=phrase(self.text), said_by=self.said_by, origin=self.origin, about=self.about, place=self.place,
            outlet=self.outlet, kind=tuple(self.kind), certainty=tuple(self.certainty), polarity=self.polarity,
            since=day(self.since), until=day(self.until), near=circle(self.near) if self.near else None,
            killed_min=self.killed_min, article=self.article, contested=self.contested == "yes",
            state=tuple(self.state), happening=self.happening, sort=self.sort,
            after=row(self.after) if self.sort == "added" else 0,
            cursor=self.after if self.sort != "added" else "", limit=self.limit,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class HappeningsAsked:
    """Parameters of lists, maps and timelines of happenings."""

    text: Words = ""
    kind: Some = ()  # type: ignore[assignment]
    since: Day = ""
    until: Day = ""
    outlet: Words = ""
    said_by: Words = ""
    place: Words = ""
    killed_min: Least = None
    contested: Yes = ""
    articles_min: Least = None
    origins_min: Least = None
    placed: YesNo = ""
    dated: YesNo = ""
    box: Annotated[str, Param(description="west,south,east,north in degrees", max_length=120)] = ""
    sort: Sort = "newest"
    after: Words = ""
    limit: Limit = 50

    def query(self) -> LineQuery:
        """Return the query of the ledger.

        Raises:
            SaysoError: when a day, a box or a page is none.
        """
        asked = Query(
            text=phrase(self.text),
            outlet=self.outlet,
            said_by=self.said_by,
            place=self.place,
            killed_min=self.killed_min,
        )
        return LineQuery(
            claims=None if asked == Query() else asked, kinds=tuple(self.kind), since=day(self.since), until=day(self.until),
            articles=self.articles_min or 0, origins=self.origins_min or 0, contested=self.contested == "yes",
            placed=truth(self.placed), dated=truth(self.dated), box=corners(self.box) if self.box else None,
            sort=self.sort, after=self.after, limit=self.limit,
        )  # fmt: skip


def phrase(words: str) -> str:
    """Return words to look for without characters that no text has."""
    return "".join(ch for ch in words if ch.isprintable()).strip()


def truth(word: YesNo) -> bool | None:
    """Return "yes" and "no" as a truth value, None for neither."""
    return {"yes": True, "no": False}.get(word)


def row(words: str) -> int:
    """Return where a page of rows ended.

    Raises:
        SaysoError: when it is not what a page gave.
    """
    if not words:
        return 0
    if not words.isascii() or not words.isdecimal() or int(words) > MOST_ROWS:
        raise SaysoError(f"not where a page ended: {words!r}")
    return int(words)


def corners(words: str) -> Box:
    """Return "west,south,east,north" as a box.

    Raises:
        SaysoError: when it is not four numbers that make one.
    """
    try:
        west, south, east, north = (float(part) for part in words.split(","))
    except ValueError as error:
        raise SaysoError(f"not a box: {words!r} (write WEST,SOUTH,EAST,NORTH)") from error
    if not (-540 <= west <= east <= 540 and -90 <= south <= north <= 90):
        raise SaysoError(f"not a box on this Earth: {words!r}")
    return west, south, east, north
