"""Lists as JSON, one object a line."""

from __future__ import annotations

from typing import Any

from sayso.ledger.store import ArticleRow, ClaimRow, Verdict
from sayso.model import wire


def article(row: ArticleRow) -> str:
    """Return one article of a list."""
    return _line(_plain(row))


def claim(row: ClaimRow) -> str:
    """Return one claim of a list: the claim in wire form, its words, and the article it stands in."""
    return _line(
        {"row": row.row, "words": row.words, "claim": wire.claim_out(row.claim), "article": _plain(row.article)}
    )


def verdict(found: Verdict) -> str:
    """Return what ``verify`` found."""
    return _line(_plain(found))


def _plain(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__slots__}


def _line(value: object) -> str:
    return wire.to_json(value).decode()
