"""Which form a source has, by its ending and by how it begins, and whether it is text at all."""

from __future__ import annotations

import codecs
from functools import cache
from typing import Literal, cast

from sayso.read.rows import columns, csv_fields
from sayso.vocab.loader import load
from sayso.vocab.shapes.formats import Forms

Kind = Literal["text", "markdown", "html", "json-lines", "json", "csv"]

LOOKED_AT = 2_000
"""Bytes of the beginning that are searched for the marks of a page."""
CONTROL_SHARE = 0.05
"""Text has fewer control characters than this; what has more is no text."""

_TEXT_CONTROLS = bytes([*range(0x20, 0x7F), *range(0x80, 0x100), 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B])


@cache
def forms() -> Forms:
    """Return the endings and signatures of the known forms."""
    found: Forms = load("formats/forms", Forms)
    return found


@cache
def suffixes() -> tuple[str, ...]:
    """Return all endings read here, plain and packed."""
    plain = [s for found in forms().suffixes.values() for s in found]
    return (*plain, *(s + p for s in plain for p in forms().packed))


def kind_of(name: str, head: bytes) -> Kind:
    """Return the form of a source named ``name`` that begins with ``head``; the content wins where it is plain to see."""
    lower = name.lower()
    for packed in forms().packed:
        lower = lower.removesuffix(packed)
    named = next((k for k, found in forms().suffixes.items() if lower.endswith(tuple(found))), "")
    if named in {"", "text"}:
        return _by_content(head, sure=named == "text")
    if named == "json" and _is_json_lines(head):
        return "json-lines"
    return cast("Kind", named)


def _by_content(head: bytes, *, sure: bool) -> Kind:
    """Return what the beginning looks like; of a file named as text only a whole page is taken for something else."""
    start = head[:LOOKED_AT].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if start.startswith(b"<") and any(mark.encode() in start for mark in forms().page_marks):
        return "html"
    if sure:
        return "text"
    if _is_json_lines(head):
        return "json-lines"
    if start.startswith(b"{") or (start.startswith(b"[") and start[1:].lstrip().startswith((b"{", b"]"))):
        return "json"
    return "csv" if _is_table(head) else "text"


def _is_json_lines(head: bytes) -> bool:
    """Tell whether the first line is an object by itself and no lone object of a file."""
    first, _, rest = head.removeprefix(codecs.BOM_UTF8).lstrip().partition(b"\n")
    return first.startswith(b"{") and first.rstrip().endswith(b"}") and rest.lstrip()[:1] in {b"{", b""}


def _is_table(head: bytes) -> bool:
    """Tell whether the first line names a text column and another one, and nothing but short names."""
    first = head.split(b"\n", 1)[0]
    names = csv_fields(first) if len(first) < LOOKED_AT else []
    if not isinstance(names, list) or len(names) < 2 or any(len(n) > 40 for n in names):
        return False
    return bool({n.strip().lower() for n in names} & set(columns().text))


def not_text(data: bytes, kind: str) -> str:
    """Return why the bytes are no text, in words, or "" when they are."""
    for signature, meaning in forms().signatures.items():
        if data.startswith(bytes.fromhex(signature)):
            return f"not text: it begins like {meaning}"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        return (
            ""
            if kind in {"text", "markdown", "html"}
            else "JSON and tables in UTF-16 are not read: save the file as UTF-8"
        )
    if b"\0" in data:
        return "not text: it holds NUL bytes"
    controls = len(data[:100_000].translate(None, _TEXT_CONTROLS))
    return "not text: too many control characters" if controls > CONTROL_SHARE * len(data[:100_000]) else ""
