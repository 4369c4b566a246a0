"""Lists of claims in another order than that of adding: by day or by the number killed, paged by key."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from sayso.ledger import search
from sayso.ledger.store import ClaimRow, Page, Query
from sayso.model.problem import SaysoError

ORDERS = {"newest": ("c.first", "DESC", "<"), "oldest": ("c.first", "ASC", ">"), "killed": ("c.killed", "DESC", "<")}


def claims(db: sqlite3.Connection, query: Query) -> Page[ClaimRow]:
    """Return the claims that the query finds by its ``sort``; those without a day, or a figure, are not in such a list."""
    column, way, beyond = ORDERS[query.sort]
    tables, clauses = search.claim_clauses(db, replace(query, after=0))
    clauses.append((f"{column} IS NOT NULL", ()))
    if query.cursor:
        clauses.append((f"({column}, c.id) {beyond} (?, ?)", cursor(query.cursor)))
    where, values = search.where_all(clauses)
    sql = f"SELECT {column}, c.id FROM {tables} WHERE {where} ORDER BY {column} {way}, c.id {way} LIMIT ?"  # noqa: S608 - clauses are ours, values are bound
    rows = db.execute(sql, (*values, query.limit + 1)).fetchall()
    shown = rows[: query.limit]
    found = {r.row: r for r in search.claim_rows(db, [n for _, n in shown])}
    following = f"{shown[-1][0]}.{shown[-1][1]}" if len(rows) > query.limit else ""
    return Page(tuple(found[n] for _, n in shown), None, following)


def cursor(words: str) -> tuple[int, int]:
    """Return where a page ended: the value it is sorted by, and the row.

    Raises:
        SaysoError: when the words are not what a page gave.
    """
    try:
        value, row = (int(part) for part in words.split("."))
    except ValueError as error:
        raise SaysoError(f"not where a page ended: {words!r}") from error
    return value, row
