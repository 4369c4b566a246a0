from __future__ import annotations

import zipfile
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from tests.show.dossier.made import NOW

from sayso.ledger.reviews import Reviews
from sayso.ledger.sqlite import SqliteStore
from sayso.model.problem import SaysoError
from sayso.model.review import Dossier
from sayso.show.dossier import run
from sayso.show.dossier.site import zipped
from sayso.show.dossier_command import made


@pytest.fixture
def ledger(dossier: Dossier, tmp_path: Path) -> str:
    assert dossier.id == "jayrud"
    return str(tmp_path / "d.ledger")


def publish(ledger: str, key: str = "jayrud", *, out: str = "", document: str = "", force: bool = False) -> int:
    return run.publish(ledger, key, out=out, document=document, profile="public", force=force, now=NOW)


def test_a_folder_a_zip_and_a_document(
    ledger: str, tmp_path: Path, store: SqliteStore, dossier: Dossier, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(ledger, out=str(tmp_path / "site"), document=str(tmp_path / "site.html")) == 0
    assert publish(ledger, out=str(tmp_path / "site.zip")) == 0
    with zipfile.ZipFile(tmp_path / "site.zip") as packed:
        assert {n: packed.read(n) for n in packed.namelist()} == {
            p.name: p.read_bytes() for p in (tmp_path / "site").iterdir()
        }
    assert (tmp_path / "site.zip").read_bytes() == zipped(store, dossier, profile="public", now=NOW)
    assert (tmp_path / "site.html").read_text("utf-8").startswith("<!doctype html>")
    told = capsys.readouterr().out
    assert "Jayrud in July: " in told
    assert "Held back: 1 claim too fresh" in told
    assert "not shown: claim c000000000000dead" in told


def test_nothing_is_written_over(ledger: str, tmp_path: Path) -> None:
    there = tmp_path / "site.html"
    there.write_text("mine")
    with pytest.raises(SaysoError, match="there already"):
        publish(ledger, out=str(tmp_path / "site"), document=str(there))
    assert there.read_text() == "mine"
    assert not (tmp_path / "site").exists()
    assert publish(ledger, document=str(there), force=True) == 0
    assert there.read_text() != "mine"


def test_misuse_is_said(ledger: str, tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match="say where to"):
        publish(ledger)
    with pytest.raises(SaysoError, match="no dossier is called 'other'"):
        publish(ledger, "other", out=str(tmp_path / "x"))
    with pytest.raises(SaysoError, match="name a file"):
        publish(ledger, document=str(tmp_path), force=True)
    with pytest.raises(SaysoError, match="can't be written"):
        publish(ledger, out=f"{ledger}/inside")
    with pytest.raises(SaysoError, match="same place"):
        publish(ledger, out=str(tmp_path / "x"), document=str(tmp_path / "x" / "index.html"))


def test_the_command_lists_and_publishes(ledger: str, tmp_path: Path) -> None:
    option = click.option("--ledger", default=ledger)
    command = made(option)
    listed = CliRunner().invoke(command, [])
    assert listed.output.startswith("jayrud\tversion 1\tJayrud in July\tMona, ")
    done = CliRunner().invoke(command, ["jayrud", "--out", str(tmp_path / "s.zip"), "--profile", "own"])
    assert done.exit_code == 0
    assert "Not for publication" in done.output


def test_a_ledger_without_dossiers_says_so(store: SqliteStore, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.listing(Reviews(store.db).dossiers()) == 1
    assert "no dossiers" in capsys.readouterr().err
