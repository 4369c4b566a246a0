"""The commands about happenings: lists, the drawing of origins, and judgements, from the outside."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.pipeline.test_weighing import ALL

from sayso.cli import main
from sayso.ledger.sqlite import SqliteStore


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = tmp_path / "h.ledger"
    store = SqliteStore(path)
    store.add(ALL)
    store.close()
    return str(path)


def run(*words: str) -> str:
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_list_names_tellers_origins_and_both_sides_of_a_contradiction(ledger: str) -> None:
    out = run("happenings", "--ledger", ledger)
    assert "3 articles: Ahram, Manar, Trt" in out
    assert "contested on killed" in out
    assert "“31” (the Observatory in Ahram" in out
    assert "“43” (the Observatory in Manar" in out
    assert "Sana" not in out


def test_machines_get_records(ledger: str) -> None:
    (line,) = run("happenings", "--ledger", ledger, "--json").splitlines()[-1:]
    assert {a["outlet"] for a in json.loads(line)["accounts"]} == {"Ahram", "Manar", "Trt"}
    rows = list(csv.DictReader(io.StringIO(run("happenings", "--ledger", ledger, "--articles-min", "1", "--csv"))))
    assert [r["origins"] for r in rows] == ["1", "2"]


def test_origins_are_drawn_with_their_reasons(ledger: str) -> None:
    key = ALL[0].reading.claims[0].id
    out = run("origins", key, "--ledger", ledger)
    assert "3 articles → 3 wire families → 2 origins" in out
    assert "2 articles carry what the Observatory says" in out
    assert "why together" in out
    assert "contradicts" in out
    assert json.loads(run("origins", key, "--ledger", ledger, "--json"))["origins"]


def test_a_judgement_is_kept_and_told(ledger: str) -> None:
    key = ALL[0].reading.claims[0].id
    assert "two happenings" in run(
        "judge", "split", key, ALL[2].reading.claims[0].id, "--who", "me", "--ledger", ledger
    )
    assert "one happening" in run("judge", "merge", key, ALL[3].reading.claims[0].id, "--who", "me", "--ledger", ledger)


def test_nothing_that_fits_is_said(ledger: str) -> None:
    result = CliRunner().invoke(main, ["happenings", "--ledger", ledger, "--kind", "protest"])
    assert (result.exit_code, "no happenings fit" in result.output) == (1, True)
