"""Claims: the list with facets, as JSON and CSV, and one claim in its paragraph."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import ClaimRow, Query
from sayso.model.problem import SaysoError
from sayso.show import tables
from sayso.show.desk import claim_lines, facets
from sayso.show.desk.answers import answer, desk, gives, gives_file, missing
from sayso.show.desk.asking import ClaimsAsked
from sayso.show.desk.shapes import ClaimDetail, ClaimPage

router = APIRouter()
Asked = Annotated[ClaimsAsked, Depends()]
MOST_CSV = 10_000
"""Rows of one CSV; `sayso claims --csv` gives any number."""


@router.get("/claims.json", **gives(ClaimPage))
def listed(request: Request, asked: Asked) -> Response:
    """Claims that fit, a page at a time, with facets."""
    hands, query = desk(request).hands(), asked.query()
    page = hands.store.claims(query)
    made = ClaimPage(claim_lines.claims(hands, page.rows), page.cursor, facets.of(desk(request), query))
    return answer(made)


@router.get("/claims.csv", **gives_file("text/csv"))
def as_csv(request: Request, asked: Asked) -> Response:
    """Claims that fit, as the command line writes them; the first 10,000."""
    out, query = io.StringIO(), replace(asked.query(), after=0, cursor="", limit=500)
    for number, rows in enumerate(_pages(desk(request).hands().store, query)):
        tables.claims(out, rows, header=number == 0)
    headers = {"content-disposition": 'attachment; filename="claims.csv"'}
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _pages(store: SqliteStore, query: Query) -> Iterator[Sequence[ClaimRow]]:
    """Yield pages of rows until there are none, or enough."""
    rows = 0
    while rows < MOST_CSV:
        page = store.claims(query)
        yield page.rows
        rows += len(page.rows)
        if not page.cursor:
            return
        query = replace(query, cursor=page.cursor, after=page.next_after or 0)


@router.get("/claims/{key}.json", **gives(ClaimDetail))
def one(request: Request, key: str) -> Response:
    """One claim in its paragraph: every field with its words, its rule, and what else was weighed."""
    hands = desk(request).hands()
    try:
        found = hands.store.claim(key)
    except SaysoError as error:
        raise missing("one claim that begins so") from error
    if found is None:
        raise missing(f"claim {key}")
    return answer(claim_lines.detail(hands, found[0], found[1].article))
