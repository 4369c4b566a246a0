"""Holds the tables that find records again against the records themselves; full-text indexes keep no words to compare."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sayso.ledger.rows import columns, day_number, named
from sayso.model import wire
from sayso.model.article import Article

ARTICLES = """SELECT a.id, a.key, a.ref, a.published, o.word, a.claims, c.ref, w.wire FROM article a
              JOIN capture c ON c.id = a.capture JOIN article_wire w ON w.id = a.id LEFT JOIN name o ON o.id = a.outlet"""
CLAIMS = """SELECT c.id, c.key, w.wire, k.word, s.word, p.word, t.word, c.first, c.last, c.dated, c.killed FROM claim c
            JOIN claim_wire w ON w.id = c.id LEFT JOIN name k ON k.id = c.kind LEFT JOIN name s ON s.id = c.certainty
            LEFT JOIN name p ON p.id = c.polarity LEFT JOIN name t ON t.id = c.tense WHERE c.article = ?"""
NAMES = "SELECT n.role, k.word FROM claim_name n JOIN name k ON k.id = n.name WHERE n.claim = ?"


def faults(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a sentence for each article and claim that the filters would find wrongly."""
    for row, key, ref, published, outlet, claims, captured, data in db.execute(ARTICLES):
        try:
            article = wire.decode_article(data, ref)
        except ValueError:
            continue  # the reading is damaged, which its digest tells already
        day = day_number(article.published.value if article.published else None)
        stated = article.outlet.value if article.outlet else None
        number = db.execute("SELECT count(*) FROM claim WHERE article = ?", (row,)).fetchone()[0]
        if (ref, published, outlet, claims) != (captured, day, stated, number):
            yield f"article {key}: the table that finds it says other than the article"
        yield from _claims(db, row, article, day)


def _claims(db: sqlite3.Connection, row: int, article: Article, day: int | None) -> Iterator[str]:
    for number, key, data, *found in db.execute(CLAIMS, (row,)):
        try:
            claim = wire.decode_claim(data)
        except ValueError:
            continue
        names = {(role, word) for role, word in db.execute(NAMES, (number,))}
        if tuple(found) != columns(claim, day) or names != set(named(article.text, claim)):
            yield f"claim {key}: the tables that find it say other than the claim"
