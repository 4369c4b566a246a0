"""Bad input of where and when, as a user gives it: dates that are none, anchors that contradict, thousands of names."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.cli import main
from sayso.model.article import Article, Zone
from sayso.model.span import Span
from sayso.model.where import Place
from sayso.resolve.places import located

NAMES = (
    "Aleppo",
    "Homs",
    "Raqqa",
    "Idlib",
    "Hama",
    "Palmyra",
    "Manbij",
    "Azaz",
    "Nosuchtown",
    "Paris",
    "Mosul",
    "Kirkuk",
)


def codes(path: Path, command: str) -> set[str]:
    done = CliRunner().invoke(main, [command, str(path), "--json"], prog_name="sayso", catch_exceptions=False)
    assert done.exit_code == 0
    return {p["code"] for line in done.stdout.splitlines() for p in json.loads(line)["problems"]}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It fell on 31 February 2017.", "S203"),
        ("DAMASCUS, Sept 31 (Reuters) - It fell.", "S203"),
        ("In the year 0 it was built.", "S203"),
        ("By the year 99999 it will stand.", "S203"),
        ("On 99/99/9999 it fell.", "S203"),
    ],
)
def test_dates_that_are_none_are_problems(text: str, wanted: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert wanted in codes(tmp_path / "a.txt", "dates")


@pytest.mark.parametrize(
    ("published", "wanted"),
    [("2017-09-26", "S032"), ("2017-02-31", "S019"), ("0000-00-00", "S019"), ("99999-01-01", "S019")],
)
def test_anchors_that_contradict_or_are_none_are_problems(published: str, wanted: str, tmp_path: Path) -> None:
    row = {"id": "a", "text": "BEIRUT, March 3, 2015 (AFP) - Jets struck Aleppo on Sunday.", "published": published}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert wanted in codes(tmp_path / "a.jsonl", "dates")


def test_figures_without_end_are_read_to_the_end(tmp_path: Path) -> None:
    text = f"On {'1' * 50_000} January {'9' * 50_000}, {'the day after ' * 3_000}Sunday, it fell."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    codes(tmp_path / "a.txt", "dates")


def test_ten_thousand_names_are_placed_in_bounded_time() -> None:
    names = [NAMES[n % len(NAMES)] + ("" if n % 3 else f"x{n}") for n in range(10_000)]
    text = f"Fighting in Syria near {', '.join(names)}."
    wordings, start = [], text.index(names[0])
    for name in names:
        wordings.append(Place(name, Span(start, start + len(name)), "test", name))
        start += len(name) + 2
    article = Article("a", "a", "", text, (Zone("body", Span(0, len(text)), "test"),))
    begun = time.process_time()
    found, problems = located(article, wordings)
    assert time.process_time() - begun < 60
    assert len(found) == 10_000
    assert "S210" in {p.code for p in problems}
