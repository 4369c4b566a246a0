"""The house holds together: its rooms, its modules' first sentences, its problem codes, and the pages that describe them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from sayso import hooks
from sayso.cli import main
from sayso.model.article import ZONE_KINDS
from sayso.model.happening import HAPPENING_KINDS
from sayso.model.problem import CODES
from sayso.model.who import VOICE_KINDS

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "src" / "sayso"
REFERENCE = ROOT / "docs" / "reference"
ROOMS = {"model", "vocab", "read", "find", "resolve", "trace", "weigh", "ledger", "show"}
MODULES = sorted(p for p in HOUSE.rglob("*.py"))
CODE = re.compile(r"\bS\d{3}\b")
FORBIDDEN = {"utils", "util", "helpers", "common", "core", "misc"}


def name(path: Path) -> str:
    return str(path.relative_to(HOUSE))


def test_there_are_nine_rooms_and_the_pipeline_and_no_other() -> None:
    found = {p.parent.relative_to(HOUSE).parts[0] for p in HOUSE.rglob("*.py") if p.parent != HOUSE}
    assert found == ROOMS | {"pipeline"}
    assert {p.name for p in HOUSE.glob("*.py")} == {"__init__.py", "cli.py", "hooks.py"}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_opens_with_a_plain_sentence(path: Path) -> None:
    first = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n\n")[0]
    assert first, f"{name(path)} has no docstring"
    assert first.rstrip()[-1] in ".?!", first


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_is_small_and_named_for_what_it_does(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    assert path.stem not in FORBIDDEN


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_rooms_hold_no_bare_except(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        if re.search(r"except Exception|except:", line):
            assert re.search(r"# (noqa: BLE001 - )?\w", line), f"no reason given: {line}"


def codes_used() -> dict[str, set[str]]:
    """Return the code literals in the house outside the list of codes, with the modules that use them."""
    found: dict[str, set[str]] = {}
    for path in MODULES:
        if path.name == "problem.py" and path.parent.name == "model":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                found.setdefault(node.value, set()).add(name(path))
    return found


def test_every_code_used_is_known_and_every_code_known_is_used() -> None:
    used = codes_used()
    assert {c: used[c] for c in sorted(set(used) - set(CODES))} == {}
    assert sorted(set(CODES) - set(used)) == []


def test_codes_belong_to_the_room_that_gives_them() -> None:
    ranges = {"0": {"read", "pipeline"}, "1": {"find"}, "2": {"resolve"}, "3": {"trace", "weigh"}, "5": {"ledger"}}
    for code, modules in codes_used().items():
        assert {m.split("/")[0] for m in modules} <= ranges[code[1]], (code, modules)


def test_the_public_names_are_there() -> None:
    import sayso

    assert all(hasattr(sayso, public) for public in sayso.__all__)
    assert callable(sayso.read)


def page(file: str) -> str:
    path = REFERENCE / file
    if not path.is_file():
        pytest.skip(f"docs/reference/{file} is not written yet")
    return path.read_text(encoding="utf-8")


def missing(words: list[str], text: str) -> list[str]:
    return [w for w in words if not re.search(rf"(?<![\w-]){re.escape(w)}(?![\w-])", text)]


def test_every_problem_code_is_in_the_reference_with_its_meaning() -> None:
    text = page("problems.md")
    assert missing(sorted(CODES), text) == []
    flat = " ".join(text.replace("\\", "").split())
    assert [c for c, meaning in CODES.items() if meaning.rstrip(".") not in flat] == []


def test_the_reference_has_no_code_that_is_gone() -> None:
    assert set(CODE.findall(page("problems.md"))) - set(CODES) == set()


def commands(group: click.Group) -> Iterator[click.Command]:
    for c in group.commands.values():
        yield c
        if isinstance(c, click.Group):
            yield from commands(c)


def test_every_subcommand_and_option_is_in_the_reference() -> None:
    text = page("cli.md")
    assert missing([f"sayso {command}" for command in main.commands], text) == []
    options = {
        o for c in commands(main) for p in c.params if isinstance(p, click.Option) for o in p.opts if o[:2] == "--"
    }  # fmt: skip
    assert missing(sorted(options), text) == []


def test_the_reference_has_no_option_that_is_gone() -> None:
    options = {o for c in commands(main) for p in c.params for o in p.opts} | {"--help", "--version"}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", page("cli.md"))) - options == set()


def test_every_hook_is_in_the_reference_and_on_its_own_page_of_code() -> None:
    named = {v for k, v in vars(hooks).items() if k.isupper() and isinstance(v, str)}
    assert missing(sorted(named), page("hooks.md")) == []
    assert missing(sorted(named), hooks.__doc__ or "") == []
    read = set()
    for path in MODULES:
        read |= set(re.findall(r"\bSAYSO_[A-Z]+\b", path.read_text(encoding="utf-8")))
    assert read == named


def test_every_kind_is_in_the_reference() -> None:
    assert missing(list(HAPPENING_KINDS), page("kinds.md")) == []
    assert missing([*VOICE_KINDS, *ZONE_KINDS], page("wire.md")) == []


def test_every_key_of_the_wire_is_in_the_reference() -> None:
    from sayso.model import wire

    keys = {k for shape in wire.json_schema()["$defs"].values() for k in shape["properties"]}
    assert missing(sorted(keys), page("wire.md")) == []


def test_every_test_file_has_a_module_it_tests() -> None:
    """DESIGN §5: tests mirror src file for file."""
    rooms = {"model", "vocab", "ledger", "pipeline", "weigh", "trace", "show"}
    strays = [
        f"{room}/{p.name}"
        for room in sorted(rooms)
        for p in (ROOT / "tests" / room).glob("test_*.py")
        if not (HOUSE / room / p.name.removeprefix("test_")).is_file()
    ]
    assert strays == []
