"""``sayso compare`` from the outside: two files, two articles of a ledger, one article and all who share words with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.pipeline.test_tracing import ALL, STORY

from sayso.cli import main
from sayso.ledger.sqlite import SqliteStore


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = tmp_path / "c.ledger"
    store = SqliteStore(path)
    store.add(list(ALL))
    store.close()
    return str(path)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["compare", *words])


def test_two_files_show_their_edits_and_need_no_ledger(tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(STORY)
    other.write_text(STORY.replace("12 villages", "13 villages").replace("last month ", ""))
    done = run(str(one), str(other), "--ledger", str(tmp_path / "none.ledger"))
    assert done.exit_code == 0, done.output
    assert "[-12-] {+13+}" in done.output
    assert "[-last month-]" in done.output
    assert "they count as one origin" in done.output
    turned = run(str(other), str(one))
    assert "[-13-] {+12+}" in turned.output
    assert "{+last month+}" in turned.output


def test_two_articles_of_a_ledger_give_spans_to_machines(ledger: str) -> None:
    a, b, c = (k.reading.article for k in ALL)
    record = json.loads(run(a.id, b.id, "--ledger", ledger, "--json").output)
    assert record["kind"] == "same-wire-copy"
    text = {x.id: x.text for x in (a, b)}
    changed = [e for p in record["passages"] for e in p["edits"] if e["kind"] == "figure"]
    said = {text[record[side]][e[side]["start"] : e[side]["end"]] for e in changed for side in ("one", "other")}
    assert said == {"12", "13"}
    assert run(a.id, c.id, "--ledger", ledger).exit_code == 1


def test_one_article_shows_who_carries_and_who_cites_it(ledger: str) -> None:
    wire = ALL[0].reading
    done = run(wire.article.id, "--ledger", ledger)
    assert done.exit_code == 0
    assert "same-wire-copy" in done.output
    assert "Al Alam" in done.output
    assert "is cited by" in done.output
    assert wire.claims[0].id in done.output
    record = json.loads(run(wire.article.id, "--ledger", ledger, "--json").output)
    assert {x["cited_article"] for x in record["citations"]} == {wire.article.id}


def test_what_is_no_article_is_said(ledger: str, tmp_path: Path) -> None:
    done = run("nothing-of-that-name", "--ledger", ledger)
    assert done.exit_code != 0
    assert "neither a file nor an article" in done.output
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    assert run(str(empty), str(empty)).exit_code != 0
