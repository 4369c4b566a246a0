"""Queries: from what the user asks to SQL, and from rows back to records."""

from __future__ import annotations

import json
import math
import re
import sqlite3
from collections.abc import Sequence

from sayso.ledger.rows import KM_A_DEGREE, day_number, fold
from sayso.ledger.store import ArticleRow, ClaimRow, Near, Page, Query
from sayso.model import wire
from sayso.model.article import Article
from sayso.model.problem import SaysoError
from sayso.model.reading import Reading

TERM = re.compile(r'"[^"]*"|\S+')
SHORTEST = 4
"""Characters of an id that a user must give at least."""

COMMON = 20_000
"""Claims from which on a name counts as common."""
VOICE, ABOUT, PLACE, ORIGIN = ("voice",), ("actor", "target", "place"), ("place",), ("origin",)

Clause = tuple[str, tuple[object, ...]]


def claims(db: sqlite3.Connection, query: Query) -> Page[ClaimRow]:
    """Return the claims that the query finds, in the order they were added."""
    tables, clauses = claim_clauses(db, query)
    where, values = where_all(clauses)
    row = "t.rowid" if tables.startswith("claim_text") else "c.id"
    sql = f"SELECT {row} FROM {tables} WHERE {where} ORDER BY {row} LIMIT ?"  # noqa: S608 - clauses are ours, values are bound
    numbers = [int(r[0]) for r in db.execute(sql, (*values, query.limit + 1))]
    page = tuple(claim_rows(db, numbers[: query.limit]))
    return Page(page, last := numbers[query.limit - 1] if len(numbers) > query.limit else None, str(last or ""))


def holding(db: sqlite3.Connection, query: Query) -> tuple[str, list[object]]:
    """Return a query in SQL for the ids of the claims that a query finds, whatever its limit, and the values it binds."""
    tables, clauses = claim_clauses(db, query)
    where, values = where_all(clauses)
    return f"SELECT c.key FROM {tables} WHERE {where}", values  # noqa: S608 - clauses are ours, values are bound


def articles(db: sqlite3.Connection, query: Query) -> Page[ArticleRow]:
    """Return the articles that the query finds, in the order they were added."""
    where, values = where_all(_article_clauses(query))
    sql = f"SELECT a.id FROM article a WHERE {where} ORDER BY a.id LIMIT ?"  # noqa: S608 - clauses are ours, values are bound
    numbers = [int(r[0]) for r in db.execute(sql, (*values, query.limit + 1))]
    found = article_rows(db, numbers[: query.limit])
    page = tuple(found[n] for n in numbers[: query.limit])
    return Page(page, last := numbers[query.limit - 1] if len(numbers) > query.limit else None, str(last or ""))


def claim(db: sqlite3.Connection, key: str) -> tuple[ClaimRow, Reading] | None:
    """Return a claim by its id or a beginning of it, with its whole article.

    Raises:
        SaysoError: when several ids begin so.
    """
    if (number := _by_key(db, "claim", key)) is None:
        return None
    row = claim_rows(db, [number])[0]
    return row, _reading(db, row.article.row)


def article(db: sqlite3.Connection, key: str) -> Article | None:
    """Return an article without its claims, by id or a beginning of it.

    Raises:
        SaysoError: when several ids begin so.
    """
    number = _by_key(db, "article", key)
    return None if number is None else wire.decode_article(*_article_wire(db, number)[:2])


def reading(db: sqlite3.Connection, key: str) -> Reading | None:
    """Return a whole article with its claims, by id or a beginning of it.

    Raises:
        SaysoError: when several ids begin so.
    """
    number = _by_key(db, "article", key)
    return None if number is None else _reading(db, number)


def match(text: str) -> str:
    """Return a full-text query that asks for every word, and for quoted words side by side, whatever else was typed.

    Raises:
        SaysoError: when nothing is left to look for.
    """
    terms = [t.strip('"') for t in TERM.findall(text.replace("\0", " "))]
    kept = [t for t in terms if any(ch.isalnum() for ch in t)]
    if not kept:
        raise SaysoError(f"nothing to look for in {text!r}")
    return " ".join('"' + t.replace('"', " ") + '"' for t in kept)


def _by_key(db: sqlite3.Connection, table: str, key: str) -> int | None:
    if len(key) < SHORTEST or not key.isalnum():
        return None
    rows = db.execute(
        f"SELECT id, key FROM {table} WHERE key >= ? AND key < ? LIMIT 2",  # noqa: S608 - the table is ours
        (key, key + "~"),
    ).fetchall()
    if len(rows) > 1:
        raise SaysoError(f"several ids begin with {key}: give more of it")
    return int(rows[0][0]) if rows else None


def where_all(clauses: Sequence[Clause]) -> tuple[str, list[object]]:
    """Return clauses as one condition, and the values they bind."""
    return " AND ".join(c for c, _ in clauses), [v for _, values in clauses for v in values]


def _number(db: sqlite3.Connection, word: str) -> int:
    row = db.execute("SELECT id FROM name WHERE word = ?", (word,)).fetchone()
    return int(row[0]) if row else -1


ALIKE = "(SELECT id FROM name WHERE folded LIKE ? ESCAPE '\\')"
"""The names that contain some words; takes ``_pattern`` of them."""


def _pattern(words: str) -> str:
    return "%" + re.sub(r"([%_\\])", r"\\\1", fold(words)) + "%"


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def claim_clauses(db: sqlite3.Connection, q: Query) -> tuple[str, list[Clause]]:
    """Return the tables to ask, in the order to ask them, and the conditions.

    Common words and names are looked up row by row in the order of adding, so that a page is found without reading on;
    rare ones are gathered first. Which a name is, a bounded count tells.
    """
    asked = ((q.said_by, VOICE), (q.about, ABOUT), (q.place, PLACE), (q.origin, ORIGIN))
    names = [_named(db, words, roles) for words, roles in asked if words]
    found: list[Clause] = [("c.id > ?", (q.after,)), *(clause for clause, _ in names)]
    tables = "claim c"
    if q.text and any(rare for _, rare in names):
        found.append(("c.id IN (SELECT rowid FROM claim_text WHERE claim_text MATCH ?)", (match(q.text),)))
    elif q.text:
        tables = "claim_text t CROSS JOIN claim c ON c.id = t.rowid"
        found.append(("t.claim_text MATCH ? AND t.rowid > ?", (match(q.text), q.after)))
    found += [_one_of(db, f"c.{c}", words) for c, words in (("kind", q.kind), ("certainty", q.certainty)) if words]
    if q.polarity:
        found.append(("c.polarity = ?", (_number(db, q.polarity),)))
    if q.killed_min is not None:
        found.append(("c.killed >= ?", (q.killed_min,)))
    if q.near:
        found.append(_near(q.near))
    found += _weighed_clauses(q)
    if q.article:
        found.append(("c.article = ?", (_by_key(db, "article", q.article) or -1,)))
    elif not q.all_versions:
        found.append((STANDS.format("c.article"), ()))
    return tables, found + _shared_clauses(q, "c", ("c.last", "c.first"))


def _weighed_clauses(q: Query) -> list[Clause]:
    """Return the clauses on what was made of claims: the happening they are laid to, and what people decided."""
    found: list[Clause] = []
    if q.happening:
        found.append((f"c.key IN ({_LAID} WHERE e.key = ?)", (q.happening,)))
    if q.contested:
        found.append((f"EXISTS ({_LAID} WHERE e.contested <> '' AND ac.claim = c.key)", ()))
    if q.state:
        parts = [f"c.key IN (SELECT claim FROM reviewed WHERE state IN ({_marks(q.state)}))"]  # noqa: S608 - marks only
        parts += ["NOT EXISTS (SELECT 1 FROM reviewed r WHERE r.claim = c.key)"] if "none" in q.state else []
        found.append((f"({' OR '.join(parts)})", q.state))
    return found


_LAID = """SELECT ac.claim FROM account_claim ac JOIN account a ON a.id = ac.account
           JOIN event_account ea ON ea.account = a.key JOIN event e ON e.id = ea.event"""

STANDS = "NOT EXISTS (SELECT 1 FROM outdated o WHERE o.article = {})"
"""The clause for articles that stand: no newer version took their place and nobody withdrew them."""


def _article_clauses(q: Query) -> list[Clause]:
    found: list[Clause] = [("a.id > ?", (q.after,))]
    if not q.all_versions:
        found.append((STANDS.format("a.id"), ()))
    if q.text:
        found.append(
            (
                "a.id IN (SELECT rowid FROM article_text WHERE article_text MATCH ? AND rowid > ?)",
                (match(q.text), q.after),
            )
        )
    return found + _shared_clauses(q, "a", ("a.published", "a.published"))


def _shared_clauses(q: Query, table: str, days: tuple[str, str]) -> list[Clause]:
    found: list[Clause] = []
    if q.outlet:
        found.append((f"{table}.outlet IN {ALIKE}", (_pattern(q.outlet),)))
    if q.since:
        found.append((f"{days[0]} >= ?", (_day(q.since),)))
    if q.until:
        found.append((f"{days[1]} <= ?", (_day(q.until),)))
    return found


def _named(db: sqlite3.Connection, words: str, roles: tuple[str, ...]) -> tuple[Clause, bool]:
    """Return the clause for claims in which a name like the words plays one of the roles, and whether few do."""
    values = (_pattern(words), *roles)
    wanted = f"name IN {ALIKE} AND role IN ({_marks(roles)})"
    counted = f"SELECT count(*) FROM (SELECT 1 FROM claim_name WHERE {wanted} LIMIT ?)"  # noqa: S608 - marks only
    if int(db.execute(counted, (*values, COMMON)).fetchone()[0]) < COMMON:
        return (f"c.id IN (SELECT claim FROM claim_name WHERE {wanted})", values), True  # noqa: S608 - marks only
    return (f"EXISTS (SELECT 1 FROM claim_name n WHERE n.claim = c.id AND n.{wanted})", values), False  # noqa: S608 - marks only


def _one_of(db: sqlite3.Connection, column: str, words: Sequence[str]) -> Clause:
    """Return the clause for a column that holds one of the words; ``none`` asks for an empty column."""
    numbers = tuple(_number(db, w) for w in words if w != "none")
    parts = [f"{column} IN ({_marks(numbers)})"] if numbers else []
    if "none" in words:
        parts.append(f"{column} IS NULL")
    return f"({' OR '.join(parts)})", numbers


def _near(near: Near) -> Clause:
    """Return the clause for places whose circle of doubt meets the circle asked for.

    The index finds the boxes that meet; of these the corners are cut off, with distances as on a plane, which holds up to
    ``FLAT`` kilometres. A larger circle is taken for its box.
    """
    tall = near.km / KM_A_DEGREE
    flat = max(0.01, math.cos(math.radians(near.lat)))
    box = (near.lat - tall, near.lat + tall, near.lon - tall / flat, near.lon + tall / flat)
    where = "north >= ? AND south <= ? AND east >= ? AND west <= ?"
    if near.km > FLAT:
        return f"c.id IN (SELECT id FROM claim_place WHERE {where})", box  # noqa: S608 - values are bound
    sql = f"c.id IN (SELECT id FROM claim_place WHERE {where} AND {_CORNERS})"  # noqa: S608 - values are bound
    return sql, (*box, near.lat, near.lat, near.lon, near.lon, flat * flat, tall, tall)


FLAT = 500
_UP, _ALONG, _REACH = "((south + north) / 2 - ?)", "((west + east) / 2 - ?)", "((north - south) / 2 + ?)"
_CORNERS = f"{_UP} * {_UP} + {_ALONG} * {_ALONG} * ? <= {_REACH} * {_REACH}"


def _day(day: str) -> int:
    if (number := day_number(day)) is None:
        raise SaysoError(f"not a day: {day!r} (write YYYY-MM-DD)")
    return number


def claim_rows(db: sqlite3.Connection, numbers: Sequence[int]) -> list[ClaimRow]:
    """Return claims by row, in the order they were added."""
    query = """SELECT c.id, c.article, w.words, w.wire FROM claim c JOIN claim_wire w ON w.id = c.id
               WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY c.id"""
    rows = db.execute(query, (json.dumps(numbers),)).fetchall()
    homes = article_rows(db, sorted({int(r[1]) for r in rows}))
    return [ClaimRow(int(n), wire.decode_claim(data), words, homes[int(home)]) for n, home, words, data in rows]


def article_rows(db: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, ArticleRow]:
    """Return articles by row."""
    query = """SELECT a.id, a.key, a.ref, a.claims,
                       json_extract(w.wire, '$.title'), json_extract(w.wire, '$.outlet'),
                       json_extract(w.wire, '$.published'), json_extract(w.wire, '$.original_outlet'),
                       json_array_length(w.rest, '$.problems'), json_extract(w.wire, '$.original_published')
                FROM article a JOIN article_wire w ON w.id = a.id WHERE a.id IN (SELECT value FROM json_each(?))"""
    return {
        int(n): ArticleRow(
            int(n), key, ref, title or "", outlet or "", published or "", original or "", claims, problems, day or ""
        )
        for n, key, ref, claims, title, outlet, published, original, problems, day in db.execute(
            query, (json.dumps(numbers),)
        )
    }


def _article_wire(db: sqlite3.Connection, article: int) -> tuple[str, str, str]:
    """Return an article in wire form, its ref, and the rest of its reading."""
    row: tuple[str, str, str] = db.execute(
        "SELECT w.wire, a.ref, w.rest FROM article a JOIN article_wire w ON w.id = a.id WHERE a.id = ?", (article,)
    ).fetchone()
    return row


def _reading(db: sqlite3.Connection, article: int) -> Reading:
    data, ref, rest = _article_wire(db, article)
    query = "SELECT w.wire FROM claim c JOIN claim_wire w ON w.id = c.id WHERE c.article = ? ORDER BY c.id"
    kept = [wire.decode_claim(r[0]) for r in db.execute(query, (article,))]
    return wire.reading_of(wire.decode_article(data, ref), kept, rest)
