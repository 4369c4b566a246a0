"""Rows of events that people coded (UCDP GED): shown column by column, each value where a claim can point at it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.model.article import Article, Capture, Stated, Zone
from sayso.model.ids import digest
from sayso.model.span import Span
from sayso.read.dates import pattern, value
from sayso.read.page import Block, Page
from sayso.vocab.coded import BOOK, LABEL, book


def is_coded(row: Mapping[str, Any]) -> bool:
    """Tell whether a row has the columns of the table, and says what happened and when."""
    return all(name in row for name in book().needs) and bool(row["date_start"]) and bool(row["type_of_violence"])


def page(row: Mapping[str, Any]) -> Page:
    """Return the row as a page: a line for each column shown that holds anything."""
    held = [(name, " ".join(str(row[name]).split())) for name in book().shown if str(row.get(name) or "").strip()]
    text, blocks = "", []
    for name, said in held:
        line = f"{name}: {said}"
        blocks.append(Block(Span(len(text), len(text) + len(line))))
        text += line + "\n"
    stated = {"outlet": Stated(book().outlet, "coded.table"), "title": Stated(_title(row), "coded.title")}
    if day := reported(str(row.get("source_article") or "")):
        stated["published"] = Stated(day, "coded.source-article")
    return Page(text, tuple(blocks), stated, labels=((LABEL, (BOOK,)),))


def _title(row: Mapping[str, Any]) -> str:
    return f"{row.get(book().title) or ''}, {row.get('where_coordinates') or ''}, {row['date_start'][:10]}".strip(", ")


def reported(sources: str) -> str:
    """Return the last day that the reports a row rests on give, ``YYYY-MM-DD``; "" when they give none."""
    days = [value(m) for m in pattern().finditer(sources)]
    return max((d for d in days if d), default="")


def article(capture: Capture, found: Page) -> Article:
    """Return the article of a row: all of it is report, and nothing of it is judged."""
    zones = tuple(Zone("body", b.span, "coded.column") for b in found.blocks)
    return Article(
        id=digest("a", capture.sha256), ref=capture.ref, sha256=capture.sha256, text=found.text, zones=zones,
        title=found.stated["title"], outlet=found.stated["outlet"], published=found.stated.get("published"), labels=found.labels,
    )  # fmt: skip
