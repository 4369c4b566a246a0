"""The command from outside: what it prints where, with which exit status, and what it does not load."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.builders import one_of_many, refusal

from sayso.cli import main
from sayso.ledger.migrate import steps
from sayso.ledger.sqlite import SqliteStore

ROOT = Path(__file__).parents[1]
SAYSO = (sys.executable, "-c", "from sayso.cli import main; main(prog_name='sayso')")
HEAVY = ("spacy", "thinc", "numpy", "lxml", "trafilatura", "torch")
Result = subprocess.CompletedProcess[str]


def sayso(*words: str, **env: str) -> Result:
    """Run the command in this process."""
    done = CliRunner().invoke(main, list(words), env=env, prog_name="sayso")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return subprocess.CompletedProcess(words, done.exit_code, done.stdout, done.stderr)


def outside(*words: str, **env: str) -> Result:
    """Run the command in a process of its own, as a user does."""
    command = [*SAYSO, *words]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False, env=environment(**env))
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


def environment(**more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SAYSO_", "NO_COLOR", "FORCE_COLOR"))}
    return kept | {"PYTHONPATH": f"{ROOT}/src:{ROOT}"} | more


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("cli") / "test.ledger"
    store = SqliteStore(path)
    store.add([one_of_many(n, outlet="=cmd()") for n in range(70)], [refusal("bad.bin", "S013")])
    store.close()
    return str(path)


def test_help_of_every_subcommand() -> None:
    assert outside("--help").returncode == 0
    assert sayso("--version").stdout.strip().endswith("0.1.0")
    for name, command in main.commands.items():
        done = CliRunner().invoke(main, [name, "--help"])
        assert done.exit_code == 0, done.output
        for option in command.params:
            assert all(o in done.output for o in option.opts if o.startswith("--")), (name, option.opts)
            assert option.param_type_name == "argument" or getattr(option, "help", None), (name, option.name)


@pytest.mark.parametrize(
    "words", [["--help"], *([name, "--help"] for name in sorted(main.commands)), ["claims"], ["articles"], ["verify"]]
)
def test_light_commands_load_nothing_heavy(words: list[str], ledger: str) -> None:
    code = (
        "import sys\nfrom sayso.cli import main\n"
        "try: main(sys.argv[1:])\n"
        f"finally: sys.stderr.write('HEAVY:' + ','.join(m for m in {HEAVY!r} if m in sys.modules))"
    )
    env = environment(SAYSO_LEDGER=ledger)
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True, env=env)
    assert done.stderr.rpartition("HEAVY:")[2] == ""


def test_claims_as_people_read_them(ledger: str) -> None:
    done = sayso("claims", "--ledger", ledger, "--limit", "2")
    assert done.returncode == 0
    assert "said by" in done.stdout
    assert "=cmd(), in its own voice" in done.stdout
    assert "\x1b" not in done.stdout
    assert "go on with --after 2" in done.stderr


def test_claims_as_json_lines(ledger: str) -> None:
    done = sayso("claims", "--ledger", ledger, "--json", "--limit", "140")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) == 140
    assert done.stderr == ""
    assert {f["claim"]["polarity"] for f in found} == {"positive"}


def test_claims_as_csv_are_safe_to_open(ledger: str) -> None:
    done = sayso("claims", "--ledger", ledger, "--csv", "--limit", "140")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == 140
    assert {r["outlet"] for r in rows} == {"'=cmd()"}


def test_pages_follow_each_other(ledger: str) -> None:
    seen: list[str] = []
    after = "0"
    for _ in range(10):
        done = sayso("claims", "--ledger", ledger, "--json", "--limit", "50", "--after", after)
        seen += [json.loads(line)["claim"]["id"] for line in done.stdout.splitlines()]
        if "--after" not in done.stderr:
            break
        after = done.stderr.split("--after ")[1].split(",")[0]
    assert len(seen) == len(set(seen)) == 140


def test_filters_reach_the_ledger(ledger: str) -> None:
    def count(*words: str) -> int:
        return len(sayso("claims", "--ledger", ledger, "--json", "--limit", "1000", *words).stdout.splitlines())

    assert count("--said-by", "activists") == 70
    assert count("--kind", "shelling-artillery-missile", "--kind", "none") == 140
    assert count("--killed-min", "60") == 10
    assert (
        count("--certainty", "certain", "--polarity", "positive", "--since", "2017-09-26", "--until", "2017-09-26")
        == 140
    )
    assert count("report", "12") == 1
    assert count("Report 12") == 1


def test_nothing_that_fits_is_status_1(ledger: str) -> None:
    for command in ("claims", "articles"):
        done = sayso(command, "--ledger", ledger, "nowheretobefound")
        assert (done.returncode, done.stdout, done.stderr) == (1, "", f"no {command} fit\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["claims", "--near", "1,2"], "not a circle: '1,2'"),
        (["claims", "--near", "95,2,1"], "not a circle on this Earth"),
        (["claims", "--since", "lately"], "not a day: 'lately'"),
        (["articles", "--until", "2017-13-01"], "not a day"),
        (["claims", "--kind", "war"], "'war' is not one of"),
        (["claims", "--certainty", "sure"], "'sure' is not one of"),
        (["claims", "--limit", "0"], "0 is not in the range"),
        (["claims", "--after", "-1"], "-1 is not in the range"),
        (["claims", "--killed-min", "many"], "not a valid integer"),
        (["read"], "Missing argument"),
        (["read", "x", "--published", "someday"], "not a day"),
        (["read", "x", "--workers", "-1"], "not in the range"),
        (["forget"], "No such command"),
        (["claims", "--nonsense"], "No such option"),
    ],
)
def test_misuse_is_status_2_and_says_how(words: list[str], told: str, ledger: str) -> None:
    done = sayso(*words, SAYSO_LEDGER=ledger)
    assert done.returncode == 2
    assert done.stdout == ""
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [["claims"], ["articles"], ["verify"], ["show", "c0000000"]])
def test_an_unknown_ledger_is_named(command: list[str], tmp_path: Path) -> None:
    done = sayso(*command, "--ledger", str(tmp_path / "nope.ledger"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "nope.ledger" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_ledger_is_named(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("The army shelled Douma.")
    for words in (["claims"], ["verify"], ["add", str(path)]):
        done = sayso(*words, "--ledger", str(path))
        assert done.returncode == 1
        assert "article.txt" in done.stderr
        assert "Traceback" not in done.stderr
    assert path.read_text() == "The army shelled Douma."


def test_show_takes_the_beginning_of_an_id(ledger: str) -> None:
    item = one_of_many(3, outlet="=cmd()").reading
    done = sayso("show", item.claims[1].id[:12], "--ledger", ledger)
    assert done.returncode == 0
    assert "«The army shelled Douma»" in done.stdout
    assert "test.by-hand" in done.stdout
    whole = sayso("show", item.article.id, "--ledger", ledger, "--json")
    assert json.loads(whole.stdout)["article"]["text"] == item.article.text
    table = sayso("show", item.article.id, "--ledger", ledger, "--csv")
    assert len(table.stdout.splitlines()) == 3


@pytest.mark.parametrize("key", ["c000000000000000", "zzzz", "a", "%", "c;--"])
def test_show_says_when_there_is_no_such_id(key: str, ledger: str) -> None:
    done = sayso("show", "--ledger", ledger, "--", key)
    assert done.returncode == 1
    assert "nothing in" in done.stderr


def test_verify_says_whole_or_what_is_wrong(ledger: str, tmp_path: Path) -> None:
    done = sayso("verify", "--ledger", ledger)
    assert done.returncode == 0
    assert f"whole; 70 captures, 70 articles, 140 claims, {71 + len(steps())} log rows" in done.stdout
    broken = tmp_path / "broken.ledger"
    store = SqliteStore(broken)
    store.add([one_of_many(1)])
    store.db.execute("UPDATE claim_wire SET words = 'x'")
    store.close()
    done = sayso("verify", "--ledger", str(broken), "--json")
    assert done.returncode == 1
    assert "changed since" in json.loads(done.stdout)["faults"][0]


def test_the_ledger_may_be_named_by_the_environment(ledger: str) -> None:
    assert sayso("articles", "--json", "--limit", "3", SAYSO_LEDGER=ledger).stdout.count("\n") == 3


@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"]])
@pytest.mark.parametrize("limit", ["1", "1000"])
def test_a_reader_that_goes_away_is_no_trouble(form: list[str], limit: str, ledger: str) -> None:
    command = [*SAYSO, "claims", "--ledger", ledger, "--limit", limit, *form]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), cwd=ROOT, text=True
    ) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.close()
        assert [w for w in run.stderr.read().splitlines() if "--after" not in w] == []
        assert run.wait() == 0


def test_a_terminal_gets_its_width_and_colour_and_no_color_takes_it_away(ledger: str) -> None:
    wide = on_terminal(ledger, COLUMNS="60")
    assert "\x1b[" in wide
    assert "\x1b[36m" not in on_terminal(ledger, COLUMNS="60", NO_COLOR="1")


def on_terminal(ledger: str, **env: str) -> str:
    """Return what ``sayso claims`` prints on a terminal."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    command = [*SAYSO, "claims", "--ledger", ledger, "--limit", "1"]
    env = environment(TERM="xterm-256color", **env)
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, stdin=theirs, env=env, cwd=ROOT) as run:
        os.close(theirs)
        found = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            found += part
        run.wait()
    os.close(ours)
    return found.decode()


def test_words_that_a_terminal_can_t_write_do_not_stop_it(ledger: str) -> None:
    done = outside("claims", "--ledger", ledger, "--limit", "3", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


# --- reading; what needs no language model


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b""), ("noise.txt", bytes(range(256)) * 40), ("rows.jsonl", b""), ("cut.txt.gz", b"\x1f\x8b\x08")],
)
def test_a_file_that_can_t_be_read_is_named_with_status_1(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = sayso("read", str(path))
    assert (done.returncode, done.stdout) == (1, "")
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    done = sayso("add", str(path), "--ledger", str(tmp_path / "x.ledger"))
    assert done.returncode == 1
    assert name in done.stderr
    assert "0 articles added with 0 claims; 1 refused" in done.stdout


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = sayso("read", str(tmp_path / "missing.txt"))
    assert done.returncode == 1
    assert "missing.txt" in done.stderr
    assert "S010" in done.stderr


def test_programs_get_all_rows_unless_they_ask_for_fewer(ledger: str) -> None:
    everything = sayso("claims", "--ledger", ledger, "--json").stdout.splitlines()
    assert len(sayso("claims", "--ledger", ledger, "--json", "--limit", "1").stdout.splitlines()) == 1 < len(everything)
    rows = sayso("claims", "--ledger", ledger, "--csv").stdout.splitlines()
    assert sum(line.startswith("id,") for line in rows) == 1


def test_an_empty_file_is_no_ledger(tmp_path: Path) -> None:
    empty = tmp_path / "empty.ledger"
    empty.touch()
    done = sayso("verify", "--ledger", str(empty))
    assert (done.returncode, empty.stat().st_size) == (1, 0)
    assert "is empty, not a ledger" in done.stderr
