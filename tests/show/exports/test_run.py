"""From a ledger to files: what is written, counted, refused, and the same again."""

from __future__ import annotations

import csv
import hashlib
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.builders import actor, article, captured, claim, day, figure, happening, one_of_many, place, voice

from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import Kept, Query
from sayso.model.problem import SaysoError
from sayso.model.reading import Reading
from sayso.show.exports import run
from sayso.show.exports.sheets import MAPS, TABLES, columns

NOW = datetime(2020, 1, 1, tzinfo=UTC)
FORMS = (*TABLES, *MAPS)
TEXT = "On Sunday the army shelled Douma, killing 12 people, =cmd() said. It will shell Homs. It did not shell Hama. All is quiet."


def story() -> Kept:
    a = article(TEXT, outlet="=Outlet", published="2017-09-26", title="-Title")
    where = place(TEXT, "Douma", 33.57, 36.4, km=3)
    on = day(TEXT, "On Sunday", "2017-09-24")
    shelled = happening(
        "shelling-artillery-missile",
        place=where,
        when=on,
        killed=figure(TEXT, "12", 12, 12),
        actors=(actor(TEXT, "the army"),),
    )
    return Kept(captured(a), Reading(a, (
        claim(a, "the army shelled Douma, killing 12 people", voice(TEXT, "=cmd()", cue="said"), happening=shelled),
        claim(a, "It will shell Homs", happening=happening("shelling-artillery-missile", when=on), tense="future"),
        claim(a, "It did not shell Hama", happening=happening("shelling-artillery-missile", when=on), polarity="negative"),
        claim(a, "All is quiet"),
    )))  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("exports") / "test.ledger"
    store = SqliteStore(path)
    store.add([story(), *(one_of_many(n) for n in range(3))])
    store.close()
    return str(path)


def export(form: str, ledger: str, output: Path | str, query: Query | None = None, **how: Any) -> int:
    told: dict[str, Any] = {"paper": "", "profile": "public", "asked": (), "force": False, "now": NOW}
    return run.export(form, ledger, query or Query(), output=str(output), **(told | how))


def manifest(output: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Path(f"{output}.manifest.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("form", TABLES)
def test_a_table_reads_back(form: str, ledger: str, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    export(form, ledger, out, asked=("incomplete", "unasserted"))
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [*rows[0]] == [c.name for c in columns(form)]
    assert len(rows) == manifest(out)["counts"]["rows_written"] == 6
    assert rows[0]["sayso_sentence"].startswith("On Sunday the army shelled Douma")
    assert rows[0]["sayso_chain"] == "'=Outlet › =cmd()"
    assert {r["sayso_status"] for r in rows} == {"machine reading, verified by nobody"}
    assert not any(cell.startswith(("=", "+", "@")) for r in rows for cell in r.values())


def test_the_conservative_row(ledger: str, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert export("acled", ledger, out) == 0
    (row,) = csv.DictReader(out.read_text("utf-8").splitlines())
    told = ("event_date", "time_precision", "event_type", "latitude", "geo_precision", "fatalities", "interaction")
    assert [row[n] for n in told] == ["2017-09-24", "1", "Explosions/Remote violence", "33.57", "1", "12", ""]
    assert (row["actor1"], row["inter1"], row["region"]) == ("the army", "", "")


def test_the_manifest_counts_everything_and_says_what_it_is(ledger: str, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    export("acled", ledger, out, Query(outlet="outlet"))
    found = manifest(out)
    counts = found["counts"]
    left = {why: told["claims"] for why, told in counts["left_out"].items()}
    assert left == {"negative": 1, "future": 1, "no-day": 3}
    assert counts["claims_found"] == counts["rows_written"] + counts["state_no_happening"] + sum(left.values()) == 10
    assert "Nobody has verified" in found["warning"]
    assert "not merged" in found["rows_are"]
    assert "ACLED-compatible" in found["title"]
    assert found["filters"] == {"outlet": "outlet"}
    assert found["profile"]["delay_hours"] == 72
    assert [c["name"] for c in found["columns"]] == out.read_text("utf-8").splitlines()[0].split(",")
    assert found["file"]["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    store = SqliteStore(ledger, create=False)
    assert found["ledger"]["log_head"] == store.verify().head
    store.close()


@pytest.mark.parametrize("form", FORMS)
def test_the_same_again_is_the_same_bytes(form: str, ledger: str, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    export(form, ledger, one)
    export(form, ledger, two, now=NOW + timedelta(days=9))
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("form", FORMS)
def test_what_is_there_is_not_written_over(form: str, ledger: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("mine")
    with pytest.raises(SaysoError, match="--force"):
        export(form, ledger, out)
    assert out.read_text() == "mine"
    assert export(form, ledger, out, force=True) == 0
    assert out.read_text("utf-8") != "mine"


def test_a_manifest_that_is_there_is_not_written_over(ledger: str, tmp_path: Path) -> None:
    (tmp_path / "out.manifest.json").write_text("mine")
    with pytest.raises(SaysoError, match=r"manifest\.json is there already"):
        export("acled", ledger, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_trouble_is_told(ledger: str, tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match="no ledger at"):
        export("acled", str(tmp_path / "none.ledger"), "-")
    with pytest.raises(SaysoError, match="can't be written"):
        export("acled", ledger, tmp_path / "no" / "such" / "folder.csv")
    with pytest.raises(SaysoError, match="is a folder"):
        export("acled", ledger, tmp_path)
    with pytest.raises(SaysoError, match="same place"):
        export("acled", ledger, "-", paper="-")
    assert [*tmp_path.iterdir()] == []


def test_standard_output_and_its_manifest(ledger: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = tmp_path / "paper.json"
    assert export("geojson", ledger, "-", paper=str(paper)) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["type"] == "FeatureCollection"
    assert json.loads(paper.read_text("utf-8"))["file"] == {"name": "-"}
    assert "Nobody has verified them" in err


def test_nothing_that_fits_is_status_1_and_an_empty_table(ledger: str, tmp_path: Path) -> None:
    assert export("ucdp", ledger, tmp_path / "out", Query(kind=("protest",))) == 1
    assert len((tmp_path / "out").read_text("utf-8").splitlines()) == 1


def test_what_is_fresh_stays_home(ledger: str, tmp_path: Path) -> None:
    soon = datetime(2017, 9, 26, tzinfo=UTC)
    assert export("kml", ledger, tmp_path / "out", now=soon) == 1
    assert manifest(tmp_path / "out")["counts"]["left_out"]["fresh"]["claims"] == 6
    assert export("kml", ledger, tmp_path / "own", now=soon, profile="own") == 0
