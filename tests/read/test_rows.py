from __future__ import annotations

import json

import pytest

from sayso.model.article import Capture
from sayso.model.problem import Problem
from sayso.read import article
from sayso.read.rows import page, row_of, separator


def row(plain: object) -> Capture:
    data = plain if isinstance(plain, bytes) else json.dumps(plain).encode()
    return Capture(data, "", "r", "/r", "json-row")


def test_columns_become_facts_with_the_column_as_rule() -> None:
    found, problems = page(
        row({"Headline": " Town retaken ", "content": "The army said so.\n\nIt was Sunday.", "publisher": "Wire", "publication date": "2017-09-26T10:00:00Z",
             "link": "https://wire.example/a", "authors": ["A. Writer", {"name": "B. Other"}], "lang": "en_GB"})
    )  # fmt: skip
    assert not problems
    assert found.text == "The army said so.\n\nIt was Sunday."
    assert {k: (v.value, v.rule, v.span) for k, v in found.stated.items()} == {
        "title": ("Town retaken", "row.headline", None),
        "outlet": ("Wire", "row.publisher", None),
        "published": ("2017-09-26", "row.publication_date", None),
        "url": ("https://wire.example/a", "row.link", None),
        "language": ("en", "row.lang", None),
    }
    assert [(a.value, a.rule) for a in found.authors] == [("A. Writer", "row.authors"), ("B. Other", "row.authors")]
    assert [b.raw for b in found.blocks] == [None, None]


def test_the_better_name_wins_and_empty_columns_do_not_count() -> None:
    found, _ = page(
        row(
            {
                "body": "Second best.",
                "text": "The text.",
                "outlet": None,
                "source": {"name": "Wire"},
                "author": "A. Writer; B. Other",
                "title": "",
            }
        )
    )
    assert found.text == "The text."
    assert found.stated["outlet"].value == "Wire"
    assert "title" not in found.stated
    assert [a.value for a in found.authors] == ["A. Writer", "B. Other"]


def test_text_is_kept_exactly() -> None:
    text = "  two spaces,\ttab \u200b and\r\nline  \n"
    built, _ = article(row({"text": text}))
    assert built.text == text


@pytest.mark.parametrize(
    "data",
    [
        b'{"text": "so", "n": NaN}',
        b'{"text": "s\no"}',
        b'\xef\xbb\xbf{"text": "so"}',
        b'{"text": "caf\xe9 said the army on Sunday"}',
    ],
)
def test_faults_of_writers_are_forgiven(data: bytes) -> None:
    assert not isinstance(row_of(row(data)), Problem)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{", "S016"),
        (b"[]", "S016"),
        (b'"text"', "S016"),
        (b"{}", "S017"),
        (b'{"text": ["a"]}', "S017"),
        (b'{"text": " "}', "S017"),
        (b'{"text": 1' + b"0" * 5000 + b"}", "S016"),
    ],
)
def test_rows_that_cannot_be_read(data: bytes, code: str) -> None:
    found = row_of(row(data))
    assert isinstance(found, Problem)
    assert found.code == code


def test_half_surrogates_are_replaced_and_told() -> None:
    found, problems = page(row(b'{"text": "so \\ud83d it is", "title": "x\\udc00"}'))
    assert found.text == "so \ufffd it is"
    assert found.stated["title"].value == "x\ufffd"
    assert [p.code for p in problems] == ["S021"]


def test_a_date_nobody_understands_is_left_out_and_told() -> None:
    found, problems = page(row({"text": "so", "date": "the other day"}))
    assert "published" not in found.stated
    assert [p.code for p in problems] == ["S019"]


@pytest.mark.parametrize(
    ("header", "mark"), [(b"id,text", ","), (b"id;te,xt;b", ";"), (b"id\ttext", "\t"), (b"text", ","), (b"a|b", "|")]
)
def test_separator(header: bytes, mark: str) -> None:
    assert separator(header) == mark
