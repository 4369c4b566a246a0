"""CSV parses back, one row each, and is safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests import strategies

from sayso.ledger.store import ArticleRow, ClaimRow
from sayso.model.claim import Claim
from sayso.show import tables
from sayso.show.plain import FORMULA


def parsed(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_claim_is_one_row_with_every_field(rows: list[ClaimRow]) -> None:
    out = io.StringIO()
    tables.claims(out, rows)
    full, own = parsed(out.getvalue())
    expected = {
        "words": "Islamic State fighters retook Maadan", "chain": "CNN | a US official", "origin": "a US official",
        "origin_kind": "government", "origin_named": "False", "manner": "indirect", "certainty": "probable",
        "kind": "nonstate-overtakes-territory", "plover": "ASSAULT", "cameo": "190", "acled_like": "",
        "actors": "Islamic State", "targets": "soldiers", "place_name": "Maadan", "lat": "35.75", "radius_km": "12",
        "start": "2017-09-24", "when_text": "on Sunday", "killed_low": "15", "killed_high": "", "injured_low": "",
        "means": "mortars", "control_place": "Maadan", "control_from": "", "control_to": "Islamic State",
        "title": "Maadan falls", "outlet": "Global Research", "original_outlet": "South Front", "published": "2017-09-26",
        "ref": "news/story.txt",
    }  # fmt: skip
    assert full == full | expected
    assert (own["chain"], own["origin"], own["origin_kind"], own["origin_named"]) == (
        "",
        "South Front",
        "media",
        "True",
    )
    assert own["kind"] == own["lat"] == ""
    assert tuple(full) == tables.CLAIM_COLUMNS


def test_an_article_is_one_row(rows: list[ClaimRow]) -> None:
    out = io.StringIO()
    tables.articles(out, [rows[0].article])
    (row,) = parsed(out.getvalue())
    assert tuple(row) == tables.ARTICLE_COLUMNS
    assert (row["title"], row["claims"]) == ("Maadan falls", "2")


def test_the_header_is_left_out_when_a_file_goes_on(rows: list[ClaimRow]) -> None:
    out = io.StringIO()
    tables.claims(out, rows, header=False)
    assert out.getvalue().startswith(rows[0].claim.id)


@settings(deadline=None, max_examples=50)
@given(strategies.claims, st.text(max_size=20))
def test_whatever_was_read_comes_back_and_runs_nothing(claim: Claim, words: str) -> None:
    out = io.StringIO()
    home = ArticleRow(1, "a1", words, words, words, words, words, 1, 0)
    tables.claims(out, [replace(ClaimRow(1, claim, words, home), words=words)])
    ((header, row)) = list(csv.reader(io.StringIO(out.getvalue(), newline="")))
    assert len(header) == len(row)
    found = dict(zip(header, row, strict=True))
    unix = words.replace("\r\n", "\n").replace("\r", "\n")
    assert found["words"].removeprefix("'") == unix.removeprefix("'")
    for value in row:
        if value.startswith(FORMULA):
            float(value)
