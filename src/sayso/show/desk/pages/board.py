"""The board: what is new, contradicted, changed and withdrawn since a time; and who is at the desk."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request
from fastapi import Query as Param
from fastapi.responses import Response

from sayso.ledger import board
from sayso.show.desk import claim_lines, happening_lines
from sayso.show.desk.answers import answer, desk, gives
from sayso.show.desk.desk import Desk, waiting
from sayso.show.desk.gate import person
from sayso.show.desk.pages.articles import change
from sayso.show.desk.shapes import Board, Session

router = APIRouter()
MOST = 50
KEPT_SECONDS = 10.0
TIME = r"^(\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|\+00:00)?)?)?$"


@router.get("/board.json", **gives(Board))
def shown(
    request: Request, since: Annotated[str, Param(pattern=TIME, description="UTC; a day or a time")] = ""
) -> Response:
    """What came in since a time: articles, happenings whose tellings contradict each other, changes. "" is the last day of adding."""
    d = desk(request)
    return answer(d.kept(("board", since), KEPT_SECONDS, lambda: _board(d, since)))


def _board(d: Desk, since: str) -> Board:
    hands = d.hands()
    start = since or board.last_day(hands.store.db)
    rows, more = board.articles(hands.store.db, start, MOST)
    quarrels = board.contested(hands.store.db, start, MOST)
    changes = [change(c) for c in hands.changing.all(start)][-MOST:]
    listed = claim_lines.articles(hands, hands.store.articles_by_id(rows))
    return Board(start, listed[::-1], more, happening_lines.lines(hands, quarrels), changes[::-1])


@router.get("/session.json", **gives(Session))
def session(request: Request) -> Response:
    """Who is at the desk, what they may do, and how much the ledger holds."""
    d, who = desk(request), person(request)
    articles, claims, happenings = d.kept("sizes", KEPT_SECONDS, lambda: board.sizes(d.hands().store.db))
    shut = who.accounts and not who.role
    numbers = (0, 0, 0, 0) if shut else (articles, claims, happenings, waiting(d.hands()))
    return answer(Session(who.name, who.role, who.accounts, who.csrf, "" if shut else d.ledger.name, *numbers))
