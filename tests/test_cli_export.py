"""``sayso export`` from outside: its filters, its messages, what it prints where, and what it does not load."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.builders import one_of_many

from sayso.cli import EXPORTS, FILTERS, claims, export, main
from sayso.ledger.sqlite import SqliteStore
from sayso.show.exports.sheets import MAPS, TABLES

HEAVY = ("spacy", "thinc", "onnxruntime", "trafilatura", "torch")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("cli") / "test.ledger"
    store = SqliteStore(path)
    store.add([one_of_many(n) for n in range(4)])
    store.close()
    return str(path)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["export", *words], prog_name="sayso")


def test_the_formats_named_are_those_there_are() -> None:
    assert set(EXPORTS) == {*TABLES, *MAPS}


def test_filters_are_those_of_claims() -> None:
    mine, theirs = ({p.name: p for p in command.params} for command in (export, claims))
    assert all(mine[name] is theirs[name] for name in FILTERS)
    assert theirs.keys() - mine.keys() == {"limit", "after", "as_json", "as_csv"}


def test_rows_on_standard_output_and_the_rest_on_standard_error(ledger: str) -> None:
    done = run("acled", "--ledger", ledger, "--incomplete", "--killed-min", "2")
    assert done.exit_code == 0
    assert [r["fatalities"] for r in csv.DictReader(done.stdout.splitlines())] == ["2", "3"]
    assert "Nobody has verified them" in done.stderr


def test_to_a_file(ledger: str, tmp_path: Path) -> None:
    out = str(tmp_path / "a.kml")
    assert "4 of 8 claims written" in run("kml", "--ledger", ledger, "-o", out).stdout
    again = run("kml", "--ledger", ledger, "-o", out)
    assert (again.exit_code, again.stderr) == (
        1,
        f"sayso: {out} is there already: name another file, or say --force to write over it\n",
    )
    assert run("kml", "--ledger", ledger, "-o", out, "--force").exit_code == 0


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("shapefile",), 2, "is not one of"),
        (("acled", "--since", "yesterday"), 2, "not a day"),
        (("acled", "--near", "1,2"), 2, "not a circle"),
        (("acled", "--kind", "tea-party"), 2, "is not one of"),
        (("acled", "--profile", "press"), 2, "is not one of"),
        (("acled", "--ledger", "/nowhere/at.all"), 1, "no ledger at /nowhere/at.all"),
        (("acled", "--article", "zzzz"), 1, "0 of 0 claims written"),
    ],
)
def test_trouble_is_one_line(ledger: str, words: tuple[str, ...], status: int, says: str) -> None:
    done = run(*words[:1], *(() if "--ledger" in words else ("--ledger", ledger)), *words[1:])
    assert done.exit_code == status
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_no_language_model_is_loaded(ledger: str) -> None:
    program = (
        "import sys\nfrom sayso.cli import main\n"
        "try:\n main(prog_name='sayso')\nexcept SystemExit: pass\n"
        f"sys.stderr.write(','.join(m for m in {HEAVY!r} if m in sys.modules) + '|')"
    )
    words = [sys.executable, "-c", program, "export", "geojson", "--ledger", ledger]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stderr.endswith("\n|")
