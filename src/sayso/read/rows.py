"""Rows of tables and JSON Lines to pages: the text column is the text, the other columns are facts about it."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import msgspec

from sayso.model.article import Capture, Stated
from sayso.model.problem import Problem
from sayso.read import coded
from sayso.read.decode import decode
from sayso.read.lines import page as text_page
from sayso.read.page import Page
from sayso.read.stated import day_of, language_of
from sayso.vocab.loader import load
from sayso.vocab.shapes.formats import Columns

Row = Mapping[str, Any]
"""A row by column name in lower case."""
SEPARATORS = "\t;,|"
FACTS: dict[str, Callable[[str], str]] = {
    "title": str, "outlet": str, "published": day_of, "modified": day_of, "url": str, "language": language_of,
}  # fmt: skip
"""The columns that state facts, and how each value is brought to the form that articles keep."""

_json = msgspec.json.Decoder()


def row_of(capture: Capture) -> Row | Problem:
    """Return the row of a capture by column, or what is wrong with it (S016 broken, S017 no text)."""
    row = _csv_row(capture) if capture.form == "csv-row" else _json_row(capture.data)
    if isinstance(row, Problem):
        return row
    if not value(row, "text") and not coded.is_coded(row):
        return Problem("S017", f"no column with a text (looked for {', '.join(columns().text)})")
    return row


def page(capture: Capture) -> tuple[Page, tuple[Problem, ...]]:
    """Return the page of a row; a row that can't be read gives an empty page and the Problem."""
    row = row_of(capture)
    if isinstance(row, Problem):
        return Page(text="", blocks=()), (row,)
    if not value(row, "text"):
        return coded.page(row), ()
    text, problems = without_lone_surrogates(value(row, "text"))
    found = text_page(text)
    # The bytes of a row hold escapes and quoted quotes: a place in the text is no place in them.
    blocks = tuple(replace(b, raw=None) for b in found.blocks)
    stated, doubts = _stated(row)
    authors = tuple(Stated(a, f"row.{name}") for name, a in _authors(row))
    return replace(found, blocks=blocks, stated={**found.stated, **stated}, authors=authors or found.authors), (
        *problems,
        *doubts,
    )


def _stated(row: Row) -> tuple[dict[str, Stated], list[Problem]]:
    """Return the facts of the row in the form articles keep, and a Problem for each date that is none."""
    stated, doubts = {}, []
    for fact, form in FACTS.items():
        name, said = named(row, fact)
        if formed := form(said):
            stated[fact] = Stated(formed, f"row.{name}")
        elif said and form is day_of:
            doubts.append(Problem("S019", f"{name}: {said[:60]!r} is no date"))
    return stated, doubts


def without_lone_surrogates(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the text with half surrogate pairs (a fault of some JSON writers) as U+FFFD, and a Problem if there were any."""
    clean = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") if _has_surrogate(text) else text
    return clean, (Problem("S021", "the row holds halves of surrogate pairs"),) if clean is not text else ()


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


@cache
def columns() -> Columns:
    """Return the names columns go by."""
    found: Columns = load("formats/columns", Columns)
    return found


def named(row: Row, fact: str) -> tuple[str, str]:
    """Return the column that carries a fact and its value as a stripped string; two empty strings when none does."""
    for name in getattr(columns(), fact):
        held = row.get(name)
        if isinstance(held, Mapping):
            held = held.get("name")
        if isinstance(held, int) and not isinstance(held, bool):
            held = str(held) if held.bit_length() < 256 else ""
        if isinstance(held, str) and held.strip():
            return name, without_lone_surrogates(held.strip())[0]
    return "", ""


def value(row: Row, fact: str) -> str:
    """Return a fact of the row; the text exactly as it stands, anything else stripped; "" when there is none."""
    name, stripped = named(row, fact)
    return str(row[name]) if fact == "text" and name else stripped


def _authors(row: Row) -> list[tuple[str, str]]:
    for name in columns().authors:
        held = row.get(name)
        names = held if isinstance(held, list) else str(held).split(";") if isinstance(held, str) else []
        plain = [n.get("name") if isinstance(n, Mapping) else n for n in names]
        if found := [(name, without_lone_surrogates(n.strip())[0]) for n in plain if isinstance(n, str) and n.strip()]:
            return found
    return []


def _json_row(data: bytes) -> Row | Problem:
    try:
        plain = _json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        plain = _lenient(data)
    if isinstance(plain, Problem):
        return plain
    if not isinstance(plain, dict):
        return Problem("S016", "not a JSON object")
    return _lowered(plain)


def _lenient(data: bytes) -> Any:
    """Return what the stdlib makes of the bytes: it also takes NaN, line ends in strings, other encodings and byte order marks."""
    text, _, _ = decode(data)
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        return Problem("S016", f"not JSON: {error.msg} at character {error.pos + 1}")
    except (ValueError, RecursionError):
        return Problem("S016", "not JSON that can be read: nested too deep, or a number too long")


def _csv_row(capture: Capture) -> Row | Problem:
    names = csv_fields(capture.header)
    fields = csv_fields(capture.data, delimiter=separator(capture.header))
    if isinstance(names, Problem) or isinstance(fields, Problem):
        return names if isinstance(names, Problem) else fields  # type: ignore[return-value]
    return _lowered(dict(zip(names, fields, strict=False)))


def _lowered(plain: Mapping[str, Any]) -> Row:
    return {k.strip().lower().replace(" ", "_"): v for k, v in plain.items()}


def csv_fields(record: bytes, *, delimiter: str | None = None) -> list[str] | Problem:
    """Return the fields of one CSV record; its own commonest separator counts when none is given."""
    text, _, _ = decode(record)
    # One field may be as long as a capture; the limit of the csv module is one for the whole process.
    csv.field_size_limit(sys.maxsize)
    try:
        return next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or separator(record)), [])
    except csv.Error as error:
        return Problem("S016", f"not a CSV record: {error}")


def separator(header: bytes) -> str:
    """Return the separator of a CSV header: the commonest of tab, semicolon, comma and bar."""
    return max(SEPARATORS, key=lambda c: (header.count(c.encode()), c == ","))
