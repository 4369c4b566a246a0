"""``sayso gazetteer`` from outside: a pack is built, listed and read with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.resolve.building.by_hand import GEONAMES, dump

from sayso.cli import main
from sayso.resolve import packs


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["gazetteer", *words], prog_name="sayso")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path


def test_a_pack_goes_to_the_user_s_folder_and_is_listed(home: Path) -> None:
    done = run("build", str(dump(home, *GEONAMES)), "--country", "xk")
    path = home / "data" / "sayso" / "packs" / "xk.pack"
    assert done.exit_code == 0
    assert f"export SAYSO_GAZETTEER={path}" in done.stdout
    told = [json.loads(line) for line in run("list", "--json", "--check").stdout.splitlines()]
    assert [(t["name"], t["used"], t["whole"]) for t in told] == [("shipped", True, None), ("xk", False, True)]
    assert told[0]["places"] > 400_000
    assert "4 places of XK" in run("list").stdout


def test_a_pack_that_is_there_is_not_written_over(home: Path) -> None:
    path = dump(home, *GEONAMES)
    assert run("build", str(path)).exit_code == 0
    again = run("build", str(path))
    assert (again.exit_code, "--force" in again.stderr) == (1, True)
    assert run("build", str(path), "--force").exit_code == 0


@pytest.mark.parametrize(
    "words", [["nope.txt"], ["XK.txt", "--country", "Kosovo"], ["XK.txt", "-o", "."], ["XK.txt", "--names", "nope"]]
)
def test_misuse_is_one_line(words: list[str], home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    dump(home, *GEONAMES)
    done = run("build", *words)
    assert done.exit_code == 1
    assert done.stderr.startswith("sayso: ")
    assert done.stderr.count("\n") == 1


def test_a_list_with_a_damaged_pack_says_so(home: Path) -> None:
    folder = home / "data" / "sayso" / "packs"
    folder.mkdir(parents=True)
    (folder / "x.pack").write_text("no", encoding="utf-8")
    done = run("list")
    assert (done.exit_code, "x.pack" in done.stderr) == (1, True)


def test_reading_finds_the_villages_of_a_pack(home: Path) -> None:
    run("build", str(dump(home, *GEONAMES)), "-o", str(home / "xk.pack"))
    (home / "a.txt").write_text(
        "Gunmen attacked the village of Gornje Churlishte near Pristina in Kosovo on Sunday, police said.",
        encoding="utf-8",
    )

    def found(**more: str) -> list[str | None]:
        command = [sys.executable, "-m", "sayso.cli", "places", str(home / "a.txt"), "--json"]
        code = "import sys; from sayso.cli import main; main()"
        done = subprocess.run(
            [command[0], "-c", code, *command[3:]], capture_output=True, text=True, check=True, env=os.environ | more
        )
        return [t["id"] for t in json.loads(done.stdout)["toponyms"]]

    assert "geonames:990000002" not in found()
    assert "geonames:990000002" in found(**{packs.NAMED_IN: str(home / "xk.pack")})
