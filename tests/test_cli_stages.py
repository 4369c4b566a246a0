"""`sayso voices`, `dates` and `places` from outside: one line an article, offsets into what was given, bad input in words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import sayso
from sayso.cli import main
from sayso.model.problem import SaysoError

LISTS = {"voices": "attributions", "dates": "timexes", "places": "toponyms"}
TEXT = "\u200f“Обстрел”\r\n\r\n😀 Beirut is calm.\r\nThe army shelled Aleppo, Syria, on Sunday, activists said.\r\n"
ROW = {"id": "row-1", "text": TEXT, "published": "2017-09-26"}


def run(*words: str, given: bytes = b"") -> Result:
    done = CliRunner().invoke(main, list(words), input=given, prog_name="sayso")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def lines(done: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def marked(line: dict[str, Any]) -> list[str]:
    """Return the words that a line's offsets cover in the text."""
    spans = [(t["start"], t["end"]) for key in ("timexes", "toponyms") for t in line.get(key, [])]
    spans += [pair for a in line.get("attributions", []) for role in ("source", "cue", "content") for pair in a[role]]
    return [TEXT[a:b] for a, b in spans]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plain.txt").write_bytes(TEXT.encode())
    (tmp_path / "rows.jsonl").write_text(json.dumps(ROW) + "\n")
    return tmp_path


@pytest.mark.parametrize("command", LISTS)
def test_files_rows_and_standard_input_give_the_same_words(command: str, folder: Path) -> None:
    plain = lines(run(command, str(folder / "plain.txt"), "--json", "--published", "2017-09-26"))
    rows = lines(run(command, str(folder / "rows.jsonl"), "--json"))
    piped = lines(run(command, "-", "--json", "--published", "2017-09-26", given=TEXT.encode()))
    assert [f[0]["ref"] for f in (plain, rows, piped)] == [str(folder / "plain.txt"), "row-1", "-"]
    found = [f[0][LISTS[command]] for f in (plain, rows, piped)]
    assert found[0] == found[1] == found[2]
    assert found[0]


def test_offsets_are_code_points_of_the_text_as_given(folder: Path) -> None:
    seen = [marked(lines(run(c, str(folder / "rows.jsonl"), "--json"))[0]) for c in LISTS]
    assert {"activists", "said"} <= set(seen[0])
    assert seen[1] == ["Sunday"]
    assert {"Aleppo", "Syria", "Beirut"} <= set(seen[2])


def test_the_row_s_day_and_the_option_s_are_what_words_count_from(folder: Path) -> None:
    rows = str(folder / "rows.jsonl")
    assert lines(run("dates", rows, "--json"))[0]["timexes"][0]["first"] == "2017-09-24"
    (told,) = lines(run("dates", rows, "--json", "--published", "2015-08-17"))
    assert told["timexes"][0] == {
        "start": TEXT.index("Sunday"), "end": TEXT.index("Sunday") + 6, "type": "DATE",
        "value": "2015-08-16", "first": "2015-08-16", "last": "2015-08-16",
    }  # fmt: skip


@pytest.mark.parametrize("command", LISTS)
def test_one_bad_file_costs_its_own_line_only(command: str, folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "bin.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "some.jsonl").write_text(f'{{"id": "no-text"}}\n{{broken\n{json.dumps(ROW)}\n')
    names = [str(folder / n) for n in ("empty.txt", "bin.txt", "missing.txt", "some.jsonl", "plain.txt")]
    done = run(command, *names, "--json")
    assert done.exit_code == 3
    assert [f["ref"] for f in lines(done)] == ["row-1", str(folder / "plain.txt")]
    for code, name in (("S001", "empty"), ("S013", "bin"), ("S010", "missing"), ("S017", "some"), ("S016", "some")):
        assert any(code in line and name in line for line in done.stderr.splitlines()), (code, done.stderr)
    assert run(command, names[0]).exit_code == 1


@pytest.mark.parametrize("command", LISTS)
def test_a_day_that_is_none_is_misuse(command: str, folder: Path) -> None:
    done = run(command, str(folder / "plain.txt"), "--published", "31 February")
    assert done.exit_code == 2
    assert "not a day: '31 February' (write YYYY-MM-DD)" in done.stderr
    assert run(command).exit_code == 2


def test_people_get_words(folder: Path) -> None:
    plain = str(folder / "plain.txt")
    assert "activists" in run("voices", plain).stdout
    assert "Sunday  DATE 2017-09-24" in run("dates", plain, "--published", "2017-09-26").stdout
    assert "± " in run("places", plain).stdout


def test_a_name_that_is_no_utf8_is_printed_all_the_same(folder: Path) -> None:
    path = (folder / "odd").as_posix().encode() + b"\xff.txt"
    try:
        Path(path.decode("utf-8", "surrogateescape")).write_bytes(b"He left in May 2017.")
    except OSError:
        pytest.skip("this disk takes UTF-8 names only")
    done = run("dates", path.decode("utf-8", "surrogateescape"), "--json")
    assert lines(done)[0]["ref"].endswith("odd\ufffd.txt")


def test_levels_inside_one_another_are_given_when_asked_for() -> None:
    text = b"The army shelled Douma, CNN announced citing a US official.\n"
    every = lines(run("voices", "-", "--json", "--nested", given=text))[0]["attributions"]
    fewer = lines(run("voices", "-", "--json", given=text))[0]["attributions"]
    assert len(every) == 2 > len(fewer) == 1
    assert fewer[0]["source"] == every[-1]["source"]


def test_the_library_gives_what_the_commands_print() -> None:
    assert [t.value for t in sayso.dates(TEXT, published="2017-09-26").found] == ["2017-09-24"]
    assert {p.span.of(TEXT) for p in sayso.places(TEXT).found} >= {"Aleppo", "Beirut"}
    assert sayso.voices(TEXT).found[0].voices
    with pytest.raises(SaysoError, match=r"missing\.txt"):
        sayso.dates(Path("missing.txt"))


@pytest.mark.parametrize(
    "text",
    [
        "Aleppo, Hama and Homs. " * 3_300,
        "said Aleppo on Sunday " * 9_000,
        "“He left” on 31 February 0000, 99999, " * 2_000,
        "\u200b\u202e" * 50_000,
        "x" * 200_000,
    ],
    ids=["place-names", "one-sentence", "impossible-dates", "zero-width", "one-word"],
)
@pytest.mark.parametrize("command", LISTS)
def test_hostile_texts_are_read_in_bounded_time(command: str, text: str) -> None:
    done = run(command, "-", "--json", given=text[:30_000].encode())
    assert done.exit_code == 0
    assert len(lines(done)) == 1
