"""Writes the references that are read off the code: problem codes, kinds, the command line, the JSON Schemas.

    python -m bench.reference [--check]

The same code gives the same bytes. With ``--check`` nothing is written: the exit status is 1 when a file is out of date.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from sayso import cli
from sayso.model import wire
from sayso.model.happening import HAPPENING_KINDS
from sayso.model.problem import CODES
from sayso.vocab.loader import EXTRA, load_all
from sayso.vocab.shapes.happenings import Kind

ROOT = Path(__file__).parent.parent
REFERENCE = Path("docs/reference")
SCHEMAS = Path("src/sayso/vocab/schema")
DRAFT = "https://json-schema.org/draft/2020-12/schema"
WIRE = "One line of Sayso's wire form, version 1"
WIDTH = 100
"""Columns of the command line's help as it is printed here, whatever terminal it is made on."""
NOTE = "*Written by `make schema` from the code; change the code, not this page.*"

LISTS: tuple[tuple[str, str, str], ...] = (
    ("actors", "actors.ActorFile", "actors/*.yaml"),
    ("circumstances-when", "circumstances.When", "circumstances/when.yaml"),
    ("circumstances-where", "circumstances.Where", "circumstances/where.yaml"),
    ("codebooks-acled", "codebooks.AcledNames", "codebooks/acled.yaml"),
    ("codebooks-cameo", "codebooks.Cameo", "codebooks/cameo.yaml"),
    ("codebooks-countries", "codebooks.Countries", "codebooks/countries.yaml"),
    ("codebooks-plover", "codebooks.Plover", "codebooks/plover.yaml"),
    ("exports-dossier", "exports.Publishing", "exports/dossier.yaml"),
    ("exports-ours", "exports.Ours", "exports/ours.yaml"),
    ("exports-people", "exports.People", "exports/people.yaml"),
    ("exports-profiles", "exports.Profiles", "exports/profiles.yaml"),
    ("exports-reasons", "exports.Reasons", "exports/reasons.yaml"),
    *((f"exports-{form}", "exports.Sheet", f"exports/{form}.yaml") for form in ("acled", "map", "plover", "ucdp")),
    ("figures-harm", "figures.Harm", "figures/harm/*.yaml"),
    ("figures-numbers", "figures.Numbers", "figures/numbers.yaml"),
    ("figures-people", "figures.Counted", "figures/people.yaml"),
    ("firmness", "firmness.FirmWords", "firmness/*.yaml"),
    ("formats-ucdp-ged", "formats.Coded", "formats/ucdp-ged.yaml"),
    ("formats-columns", "formats.Columns", "formats/columns.yaml"),
    ("formats-forms", "formats.Forms", "formats/forms.yaml"),
    ("formats-html", "formats.Markup", "formats/html.yaml"),
    ("formats-metadata", "formats.Metadata", "formats/metadata.yaml"),
    ("ground-taking", "ground.Taking", "ground/taking.yaml"),
    ("happenings", "happenings.Kind", "happenings/*.yaml"),
    ("kit", "kit.KitFile", "kit/*.yaml"),
    ("mentions", "actors.MentionWords", "mentions/*.yaml"),
    ("outlets", "reading.Outlet", "outlets/*.yaml"),
    ("places-countries", "places.Countries", "places/countries.yaml"),
    ("places-dumps", "dumps.Dumps", "places/dumps.yaml"),
    ("places-middles", "places.Middles", "places/middles.yaml"),
    ("places-overlay", "places.Overlay", "places/overlay.yaml"),
    ("places-provinces", "places.Provinces", "places/provinces.yaml"),
    ("places-words", "places.PlaceWords", "places/words.yaml"),
    ("read-dates", "reading.Dates", "read/dates.yaml"),
    ("read-furniture", "reading.Furniture", "read/furniture.yaml"),
    ("read-headers", "reading.Headers", "read/headers.yaml"),
    ("read-suspicion", "reading.Suspicion", "read/suspicion.yaml"),
    ("roles-dealings", "roles.Dealings", "roles/dealings.yaml"),
    ("roles-deeds", "roles.Deeds", "roles/deeds.yaml"),
    ("roles-doers", "roles.Doers", "roles/doers.yaml"),
    ("roles-kinds", "roles.Kinds", "roles/kinds.yaml"),
    ("roles-verbs", "roles.Verbs", "roles/verbs.yaml"),
    ("time", "time.TimeWords", "time/*.yaml"),
    ("trace-addresses", "versions.Addresses", "trace/addresses.yaml"),
    ("trace-citing", "trace.Citing", "trace/citing.yaml"),
    ("trace-copies", "trace.Copies", "trace/copies.yaml"),
    ("trace-notices", "versions.Notices", "trace/notices.yaml"),
    ("units-classes", "happenings.Classes", "units/classes.yaml"),
    ("units-conflict", "happenings.Classes", "units/conflict.yaml"),
    ("units-cutting", "happenings.Cutting", "units/cutting.yaml"),
    ("units-weighing", "happenings.Weighing", "units/weighing.yaml"),
    ("voices-cues", "voices.Cues", "voices/cues.yaml"),
    ("voices-kinds", "voices.Kinds", "voices/kinds.yaml"),
    ("voices-responsibility", "voices.Responsibility", "voices/responsibility.yaml"),
    ("weigh-common", "weigh.Common", "weigh/common.yaml"),
    ("weigh-grades", "weigh.Grades", "weigh/grades.yaml"),
    ("weigh-kin", "weigh.Kin", "weigh/kin.yaml"),
    ("weigh-kinds", "weigh.Kinds", "weigh/kinds.yaml"),
    ("weigh-weights", "weigh.Weights", "weigh/weights.yaml"),
)
"""Schema file, shape (module and class under ``sayso.vocab.shapes``) and the word lists (under ``vocab``) it describes."""


def main() -> int:
    """Write the references, or with ``--check`` say which are out of date."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file is out of date")
    check = parser.parse_args().check
    os.environ.pop(EXTRA, None)  # a user's own word lists are no part of the reference
    now = written()
    stale = out_of_date(now)
    for path in stale:
        print(f"{'out of date' if check else 'brought up to date'}: {path}")
        if not check:
            write(path, now.get(path))
    return int(check and bool(stale))


def written() -> dict[Path, str]:
    """Return every generated file's content by its path from the repository's root."""
    pages = {
        REFERENCE / "problems.md": problems_page(),
        REFERENCE / "kinds.md": kinds_page(),
        REFERENCE / "cli.md": cli_page(),
        REFERENCE / "wire.schema.json": pretty({"$schema": DRAFT, "title": WIRE} | wire.json_schema()),
    }
    return pages | {SCHEMAS / f"{name}.json": pretty(schema(named, lists)) for name, named, lists in LISTS}


def out_of_date(now: dict[Path, str]) -> list[Path]:
    """Return the files whose content on disk is not what the code gives ``now``, and those that nothing gives any more."""
    stale = [p for p, content in now.items() if not (ROOT / p).is_file() or (ROOT / p).read_text("utf-8") != content]
    kept = [p.relative_to(ROOT) for p in sorted((ROOT / SCHEMAS).glob("*.json"))]
    return stale + [p for p in kept if p not in now]


def write(path: Path, content: str | None) -> None:
    """Write one generated file; None takes it away."""
    if content is None:
        (ROOT / path).unlink()
        return
    (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
    (ROOT / path).write_text(content, encoding="utf-8")


def pretty(value: Any) -> str:
    """Return JSON as it is kept: two spaces, keys in the order the code gives."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def shape(named: str) -> Any:
    """Return the class that describes a word list, by module and name."""
    module, name = named.split(".")
    return getattr(importlib.import_module(f"sayso.vocab.shapes.{module}"), name)


def schema(named: str, lists: str) -> dict[str, Any]:
    """Return the JSON Schema of one shape of word list."""
    head = {"$schema": DRAFT, "title": f"vocab/{lists}"}
    return head | msgspec.json.schema(shape(named))


def problems_page() -> str:
    """Return the page of problem codes."""
    rows = [f"| {code} | {CODES[code]} |" for code in sorted(CODES)]
    return "\n".join([
        "# Problem codes", "",
        "Trouble in the data is a value, never an exception: a code, a message that names the case, and the words it",
        "concerns where there are any. `sayso read` prints problems last; the wire form carries them under `problems`.", "",
        "S0xx come from reading, S1xx from finding, S2xx from resolving, S3xx from tracing and weighing, S5xx from the",
        "ledger.", "", NOTE, "", "| code | what it says |", "|---|---|", *rows, "",
    ])  # fmt: skip


def kinds_page() -> str:
    """Return the page of happening kinds, in the order of the contract."""
    order = {kind: n for n, kind in enumerate(HAPPENING_KINDS)}
    kinds = sorted(load_all("happenings", Kind), key=lambda k: order[k.id])
    return "\n".join([
        "# Kinds of happenings", "",
        f"{len(kinds)} kinds, one YAML file each in `src/sayso/vocab/happenings/`. A claim that states no happening has none.",
        'The codes are crosswalks of ours to other codebooks; "ACLED-like" names a sub-type in the manner of ACLED, not',
        "data from it.", "", NOTE, "",
        *(line for k in kinds for line in kind_lines(k)),
    ])  # fmt: skip


def kind_lines(kind: Kind) -> Iterator[str]:
    """Yield the section of one kind."""
    yield from (f"## {kind.id}", "", f"**{kind.label}.** {kind.definition}", "")
    yield f"- It is not: {kind.excludes}"
    yield f"- Actor: {kind.actor}. Target: {kind.target}."
    codes = {
        "PLOVER": " ".join([kind.plover, *(f"+{c}" for c in kind.context)]),
        "CAMEO": kind.cameo,
        "ACLED-like": kind.acled_like,
    }
    yield f"- Codes: {', '.join(f'{book} {code}' for book, code in codes.items() if code) or 'none fits the whole kind'}."
    yield ""


def cli_page() -> str:
    """Return the page of the command line: the help of the command and of every subcommand."""
    lines = ["# The command line", "", "What each command says of itself with `--help`.", "", NOTE, ""]
    wide: dict[str, Any] = {"terminal_width": WIDTH, "max_content_width": WIDTH}
    with click.Context(cli.main, info_name="sayso", **wide, **cli.main.context_settings) as top:
        lines += ["## sayso", "", "```text", cli.main.get_help(top), "```", ""]
        for name in sorted(cli.main.commands):
            command = cli.main.commands[name]
            with click.Context(command, info_name=name, parent=top, **wide) as inner:
                lines += [f"## sayso {name}", "", "```text", command.get_help(inner), "```", ""]
                for last, below in sorted(command.commands.items()) if isinstance(command, click.Group) else ():
                    with click.Context(below, info_name=last, parent=inner, **wide) as innermost:
                        lines += [f"### sayso {name} {last}", "", "```text", below.get_help(innermost), "```", ""]
    return "\n".join([*lines, *EXITS])


EXITS = (
    "## Exit status", "",
    "| status | meaning |", "|---|---|",
    "| 0 | done |",
    "| 1 | nothing was read, no row fits, the ledger is not whole, or a message says what to do |",
    "| 2 | the command line was not understood |",
    "| 3 | some sources or rows could not be read; the rest were |",
    "| 130 | stopped with Ctrl-C; what was kept stays kept |",
    "",
)  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
