"""The documents are held to the code: what is generated is current, what is shown runs, what is linked is there."""

from __future__ import annotations

import inspect
import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import msgspec
import pytest
import yaml
from click.testing import CliRunner

from bench import reference
from sayso import cli, hooks
from sayso.ledger.happenings import EventQuery
from sayso.ledger.sqlite import SqliteStore
from sayso.ledger.store import Query
from sayso.model.problem import CODES
from sayso.pipeline.weighing import Weighing
from sayso.vocab import loader
from sayso.vocab.shapes.reading import Outlet

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    p for p in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "src").rglob("*.md")] if p.is_file()
)
FENCE = re.compile(r"^[ ]*```(\w*)\n(.*?)^[ ]*```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
COMMAND = re.compile(r"\$ (?:\.venv/bin/)?sayso (.*)")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def fenced(path: Path, language: str) -> list[str]:
    return [inspect.cleandoc("\n" + body) for kind, body in FENCE.findall(path.read_text("utf-8")) if kind == language]


def shown() -> Iterator[tuple[str, str]]:
    """Yield every command line that a document shows, each once, with the first document that shows it."""
    seen = set()
    for path in PAGES:
        for block in fenced(path, "console"):
            for line in block.splitlines():
                found = COMMAND.fullmatch(line)
                if found and found[1] not in seen:
                    seen.add(found[1])
                    yield name(path), found[1]


def test_generated_references_are_current() -> None:
    assert reference.out_of_date(reference.written()) == [], "run 'make schema'"


def test_every_word_list_has_a_schema() -> None:
    kept = set(loader.HERE.rglob("*.yaml"))
    described = {p for _, _, lists in reference.LISTS for p in loader.HERE.glob(lists)}
    assert {str(p) for p in kept - described} == set()


def test_every_word_list_opens_with_what_it_is() -> None:
    assert [str(p) for p in loader.HERE.rglob("*.yaml") if not p.read_text("utf-8").startswith("# ")] == []


@pytest.mark.parametrize(("page", "command"), [*shown()])
def test_a_command_shown_runs(page: str, command: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CLAIM, ARTICLE, EDITED, HAPPENING and OTHER stand for ids; "> FILE" is the shell's."""
    monkeypatch.chdir(desk)
    monkeypatch.delenv(hooks.LEDGER, raising=False)
    store = SqliteStore("sayso.ledger")
    row = store.claims(Query(limit=1)).rows[0]
    edited = store.articles(Query(text="Jayrud", all_versions=True)).rows[-1]
    weighing = Weighing(store)
    weighing.catch_up()
    found = [e.id for e in weighing.events(EventQuery())]
    store.close()
    ids = {
        "CLAIM": row.claim.id,
        "ARTICLE": row.article.id,
        "EDITED": edited.id,
        "HAPPENING": found[0],
        "OTHER": found[-1],
    }
    words = [ids.get(w, w) for w in shlex.split(command.partition(" > ")[0])]
    result = CliRunner().invoke(cli.main, words, catch_exceptions=False)
    assert result.exit_code == 0, f"{page}: {result.output}"
    assert result.stdout.strip()


def test_the_readme_shows_what_the_demo_prints(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines of the excerpt are those of the seed story; where one ends with an ellipsis the rest of it was left out."""
    monkeypatch.chdir(desk)
    printed = CliRunner().invoke(cli.main, ["read", "article.txt"]).stdout.splitlines()
    excerpt = fenced(ROOT / "README.md", "text")[1].splitlines()
    wanted = [unnumbered(line.removesuffix("…")) for line in excerpt if line.strip(" …")]
    assert len(wanted) > 10
    gone = [line for line in wanted if not any(unnumbered(p).startswith(line) for p in printed)]
    assert gone == [], "the excerpt in README.md is old: paste it anew from 'make demo'"


def unnumbered(line: str) -> str:
    """Leave out the claim's number, which changes whenever another claim is found before it."""
    return re.sub(r"^ *[0-9]+ ", "", line).strip()


def test_every_shape_of_a_word_list_is_right_for_it() -> None:
    for _, shape, lists in reference.LISTS:
        found = reference.shape(shape)
        assert all(loader.read(p, found) for p in loader.HERE.glob(lists))


def test_commands_are_shown_at_all() -> None:
    assert {c.split()[0] for _, c in shown()} >= set(cli.main.commands)


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "docs/reference/library.md"], ids=name)
def test_library_examples_run(page: Path) -> None:
    blocks = fenced(page, "python")
    assert blocks
    for block in blocks:
        out = io.StringIO()
        with redirect_stdout(out):
            exec(compile(block, name(page), "exec"), {})
        assert out.getvalue().strip(), block


def test_the_outlet_shown_fits_its_shape_and_its_mark_works(tmp_path: Path) -> None:
    block = fenced(ROOT / "docs/how-to/add-your-own-outlet.md", "yaml")[0]
    msgspec.convert(yaml.safe_load(block), Outlet)
    (tmp_path / "outlets").mkdir()
    (tmp_path / "outlets" / "example-news.yaml").write_text(block, encoding="utf-8")
    code = """
from sayso.model.article import Supplied
from sayso.pipeline.library import text_capture
from sayso.read import article
text = "A village fell\\n\\nThe army took the village on Sunday, it said.\\n\\nSign up for our morning briefing today\\n"
found, _ = article(text_capture(text, Supplied(outlet="EXN")))
print([z.rule for z in found.zones], [z.kind for z in found.zones])
"""
    run = [sys.executable, "-c", code]
    done = subprocess.run(
        run, capture_output=True, text=True, check=True, env=os.environ | {hooks.VOCAB: str(tmp_path)}
    )
    assert "example-news.signup" in done.stdout
    assert "navigation" in done.stdout


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text("utf-8"))
    for target in LINK.findall(text):
        if "://" in target or target.startswith("mailto:"):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), target
        if anchor:
            assert anchor in anchors(there), target


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", h.lower()).strip().replace(" ", "-") for h in heads}


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    inside = [p for p in (ROOT / "docs").rglob("*.md") if p != ROOT / "docs" / "README.md"]
    assert [name(p) for p in inside if str(p.relative_to(ROOT / "docs")) not in index] == []


def test_every_hook_is_documented() -> None:
    page = (ROOT / "docs/reference/hooks.md").read_text("utf-8")
    asked = {v for v in vars(hooks).values() if isinstance(v, str) and v.startswith("SAYSO_")}
    used = {w for p in (ROOT / "src").rglob("*.py") for w in re.findall(r"\bSAYSO_[A-Z]+\b", p.read_text("utf-8"))}
    assert asked | used <= set(re.findall(r"\bSAYSO_[A-Z]+\b", page))


def test_every_subcommand_and_option_is_documented() -> None:
    readme, page = ((ROOT / p).read_text("utf-8") for p in ("README.md", "docs/reference/cli.md"))
    for command, found in cli.main.commands.items():
        assert f"sayso {command}" in readme
        assert f"## sayso {command}" in page
        assert all(option in page for p in found.params for option in p.opts if option.startswith("--"))


def test_every_problem_code_is_documented_and_every_code_used_is_known() -> None:
    page = (ROOT / "docs/reference/problems.md").read_text("utf-8")
    used = {c for p in (ROOT / "src").rglob("*.py") for c in re.findall(r'"(S[0-9]{3})"', p.read_text("utf-8"))}
    assert used <= set(CODES)
    assert all(f"| {code} | {says} |" in page for code, says in CODES.items())


def test_every_file_ending_and_column_shown_is_read() -> None:
    page = (ROOT / "docs/how-to/read-a-folder-of-html.md").read_text("utf-8")
    columns = yaml.safe_load((loader.HERE / "formats/columns.yaml").read_text("utf-8"))
    known = {c for names in columns.values() for c in names}
    rows = re.findall(r"^\| (?:text|title|outlet|date|address|id) \| (.*) \|$", page, re.MULTILINE)
    assert {c for row in rows for c in row.split(", ")} - {"…"} <= known
