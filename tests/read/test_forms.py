from __future__ import annotations

import pytest

from sayso.read.forms import kind_of, not_text, suffixes


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.txt", b"{not json}", "text"),
        ("a.TXT.GZ", b"words", "text"),
        ("a.txt", b"<!DOCTYPE HTML><title>", "html"),
        ("a.txt", b"<said> the army", "text"),
        ("a.md", b"<html>", "markdown"),
        ("-", b"\xef\xbb\xbf <html lang=en>", "html"),
        ("-", b'{"a": 1}\n{"a": 2}', "json-lines"),
        ("-", b'{"a": 1}', "json-lines"),
        ("-", b'{\n "a": 1}', "json"),
        ("-", b'[ {"a": 1}]', "json"),
        ("-", b"[Video] The army said", "text"),
        ("-", b"id,title,text\n1,a,b", "csv"),
        ("-", b"The army said, in a text, that", "text"),
        ("a.tab", b"", "csv"),
        ("a.json", b'{"a": 1}\n{"a": 2}', "json-lines"),
        ("a.json", b'{"a": 1}', "json-lines"),
        ("a.json", b'{"a":\n1}', "json"),
    ],
)
def test_kind(name: str, head: bytes, kind: str) -> None:
    assert kind_of(name, head) == kind


def test_endings_plain_and_packed() -> None:
    assert {".txt", ".txt.gz", ".ndjson", ".csv.gz", ".xhtml"} <= set(suffixes())


@pytest.mark.parametrize(
    "data",
    [b"", b"plain\ttext\r\n\x0c", "عربى".encode(), "é".encode("utf-16"), b"\x1b[1mbold\x1b[0m words in a terminal"],
)
def test_text(data: bytes) -> None:
    assert not_text(data, "text") == ""


@pytest.mark.parametrize(
    ("data", "word"),
    [(b"%PDF-1.7", "PDF"), (b"a\0b", "NUL"), (b"\x01\x02\x03\x04words", "control"), (b"\x28\xb5\x2f\xfd", "zstd")],
)
def test_no_text(data: bytes, word: str) -> None:
    assert word in not_text(data, "text")
