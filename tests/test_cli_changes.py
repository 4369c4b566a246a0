"""``sayso changes`` and ``sayso withdraw`` from the outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.pipeline.test_versions import ELSEWHERE, FAR, FIRST, NOTICE, ONE, SECOND, TWO

from sayso.cli import main
from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import Kept


def ledger(folder: Path, *found: Kept) -> str:
    path = folder / "c.ledger"
    store = SqliteStore(path)
    for one in found:
        store.add([one])
    store.close()
    return str(path)


@pytest.fixture
def edited(tmp_path: Path) -> str:
    path = ledger(tmp_path, ONE, ELSEWHERE)
    run("happenings", path)
    ledger(tmp_path, TWO)
    return path


def run(command: str, path: str, *words: str, status: int = 0) -> Result:
    result = CliRunner().invoke(main, [command, *words, "--ledger", path])
    assert result.exit_code == status, result.output
    return result


def test_a_list_shows_figures_words_and_what_was_built_on_them(edited: str) -> None:
    out = run("changes", edited).output
    assert "killed       31 → 43" in out
    assert "[-31-] {+43+}" in out
    assert f"{ONE.reading.claims[0].id} → {TWO.reading.claims[0].id}" in out
    assert "built on" in out
    assert "unchanged  “" not in out
    assert "1 changed, 1 unchanged" in out
    whole = run("changes", edited, SECOND).output
    assert "unchanged  “Medics were among the dead”" in whole


def test_machines_get_spans_and_values(edited: str) -> None:
    (line,) = run("changes", edited, "--json").output.splitlines()
    record = json.loads(line)
    change = record["change"]
    assert (change["old"], change["new"], change["kind"]) == (FIRST, SECOND, "edited")
    (edit,) = change["edits"]
    text = ONE.reading.article.text, TWO.reading.article.text
    said = tuple(t[edit[side]["start"] : edit[side]["end"]] for t, side in zip(text, ("one", "other"), strict=True))
    assert said == ("31", "43")
    assert change["claims"][0]["fields"][0] == {"field": "killed", "before": "31", "after": "43"}
    assert record["built"][0]["happenings"][0]["articles"] == 2


def test_an_edited_article_is_listed_and_counted_once(edited: str) -> None:
    run("changes", edited)
    assert FIRST not in run("articles", edited).output
    assert FIRST in run("articles", edited, "--all-versions").output
    assert FIRST not in run("claims", edited, "--json").output
    assert FIRST in run("claims", edited, "--json", "--all-versions").output
    assert "2 articles: Example News, Other News" in run("happenings", edited).output
    own = ("--profile", "own", "--incomplete")
    assert FIRST not in run("export", edited, "ucdp", *own).output
    assert FIRST in run("export", edited, "ucdp", *own, "--all-versions").output
    shown = run("show", edited, FIRST)
    assert "Shelling killed 31" in shown.stdout
    assert shown.stderr.strip() == f"{FIRST} is superseded (by {SECOND}): sayso changes {FIRST}"
    assert run("show", edited, SECOND).stderr == ""


def test_the_outlet_s_notice_is_shown(tmp_path: Path) -> None:
    path = ledger(tmp_path, ONE, NOTICE)
    out = run("changes", path).output
    assert "withdrawn by the outlet" in out
    assert "removal    “This article has been removed from our website.”" in out
    assert "withdrawn  “Medics were among the dead”" in out
    assert FIRST not in run("articles", path, status=1).output


def test_a_person_s_word_is_kept_and_told(edited: str) -> None:
    assert "is withdrawn" in run("withdraw", edited, FAR, "--who", "A. Reader", "--why", "gone from the site").output
    out = run("changes", edited, FAR).output
    assert "withdrawn, as A. Reader says: gone from the site" in out
    assert "told with" in out
    assert FAR not in run("articles", edited).output
    assert "stands again" in run("withdraw", edited, FAR, "--who", "A. Reader", "--lift").output
    assert FAR in run("articles", edited).output
    assert "whole" in run("verify", edited).output
    assert "not withdrawn" in run("withdraw", edited, FAR, "--who", "A. Reader", "--lift", status=1).output


def test_nothing_changed_is_said(tmp_path: Path) -> None:
    path = ledger(tmp_path, ONE)
    assert "no article has changed" in run("changes", path, status=1).output
    assert "no article of the ledger" in run("changes", path, "affffffff", status=1).output
    assert run("changes", path, "--since", "soon", status=2)


def test_a_page_captured_again_with_the_same_report_is_only_counted(tmp_path: Path) -> None:
    from dataclasses import replace

    from tests.builders import article, kept

    from sayso.model.span import Span

    a = ONE.reading.article
    text = a.text + "\nHome | Sport"
    zones = tuple(replace(z, span=Span(0, len(a.text))) for z in a.zones)
    again = kept(article(text, zones=zones, url="https://example.org/jayrud", title="Jayrud shelled"))
    path = ledger(tmp_path, ONE, again)
    assert run("changes", path).output.strip() == "1 captured again with the same report"
    assert "captured again, the report unchanged" in run("changes", path, FIRST).output


def test_since_and_again(edited: str) -> None:
    run("changes", edited)
    assert "no article has changed" in run("changes", edited, "--since", "2999-01-01", status=1).output
    assert "31 → 43" in run("changes", edited, "--again").output
