"""The ``sayso`` command: one subcommand a task. Nothing heavy is loaded before a subcommand needs it."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sayso.model.claim import CERTAINTIES, POLARITIES
from sayso.model.happening import HAPPENING_KINDS
from sayso.model.problem import SaysoError
from sayso.show import changes_command, compare_command, dossier_command, event_commands, serve_command, users_command
from sayso.show.gazetteer_command import gazetteer

if TYPE_CHECKING:
    from sayso.ledger.store import Near, Query
    from sayso.model.article import Supplied

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

STOPPED = 130
EXPORTS = ("acled", "ucdp", "plover", "geojson", "kml")
FILTERS = (
    "said_by", "about", "kind", "place", "near", "since", "until", "certainty", "polarity", "killed_min", "outlet", "article",
)  # fmt: skip
"""Options of ``claims`` that ask for some of them; ``export`` has the same."""


class Commands(click.Group):
    """The command group: trouble that a user can act on is one line and an exit status, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a subcommand; a reader that went away (``| head``) is no trouble at all."""
        _write_all_letters()
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()  # here, where a reader gone is caught, not while Python ends
        except SaysoError as error:
            click.echo(f"sayso: {error}", err=True)
            ctx.exit(1)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except KeyboardInterrupt:
            click.echo("\nsayso: stopped; what was kept stays kept: run the same command again to go on", err=True)
            ctx.exit(STOPPED)


def _write_all_letters() -> None:
    """Let any letter be written: UTF-8 to pipes and files, a mark in its place on a terminal that has no such letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sayso")
def main() -> None:
    """On whose say-so? Reads war reporting and keeps a ledger of attributed claims.

    It says who said that what happened, where, when, how surely, and through whose hands the words came. It never says what
    is true.
    """


def supplied_options(command: F) -> F:
    """Add the options that say of a bare text what it does not say itself."""
    published = click.option(
        "--published", default="", metavar="DAY", callback=_day, help="The day it was published, YYYY-MM-DD."
    )
    command = published(command)
    for name, text in (
        ("--url", "Its address, when the text does not give it."),
        ("--outlet", "Who published it."),
        ("--title", "Its headline."),
    ):
        command = click.option(name, default="", metavar="WORDS", help=text)(command)
    return command


def _day(_ctx: click.Context, _param: click.Parameter, words: str) -> str:
    from sayso.show.arguments import day

    return _asked(day, words)


def _circle(_ctx: click.Context, _param: click.Parameter, words: str) -> Near | None:
    from sayso.show.arguments import circle

    return _asked(circle, words) if words else None


def _asked(turn: Callable[[str], T], words: str) -> T:
    """Return what an option's words mean; words that mean nothing are misuse of the command (exit status 2)."""
    try:
        return turn(words)
    except SaysoError as error:
        raise click.BadParameter(str(error)) from error


def ledger_option(command: F) -> F:
    """Add the option that names the ledger."""
    return click.option(
        "--ledger", default="sayso.ledger", show_default=True, envvar="SAYSO_LEDGER", metavar="FILE",
        help="The ledger file (or the environment variable SAYSO_LEDGER).",
    )(command)  # fmt: skip


def form_options(command: F) -> F:
    """Add the options for machine-readable output and paging."""
    command = click.option(
        "--after", type=click.IntRange(min=0), default=0, metavar="ROW", help="Go on after this row."
    )(command)
    command = click.option(
        "--limit",
        type=click.IntRange(1, 1_000_000),
        default=None,
        help="Rows at most; 50 for reading, all with --json or --csv.",
    )(command)
    command = click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")(command)
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")(command)


main.add_command(gazetteer)


@main.command()
@click.argument("sources", nargs=-1, required=True, metavar="FILE…|-")
@supplied_options
@click.option("--json", "as_json", is_flag=True, help="Print wire version 1, one article a line.")
@click.option(
    "--workers", type=click.IntRange(0, 256), default=0, help="Processes; 0 chooses by the amount of reading."
)
def read(sources: tuple[str, ...], as_json: bool, workers: int, **told: str) -> None:
    """Read articles and print their claims, keeping nothing.

    FILE is text, Markdown, HTML, JSON Lines, JSON or CSV (rows with title, text, outlet, date), also gzip'ed; a folder
    stands for all in it; - is standard input.
    """
    from sayso.show import commands

    sys.exit(commands.read(sources, _supplied(told), workers=workers, as_json=as_json))


def stage_options(command: F) -> F:
    """Add what the commands that run one stage alone have in common."""
    command = click.option("--json", "as_json", is_flag=True, help="Print JSON, one article a line.")(command)
    published = click.option(
        "--published", default="", metavar="DAY", callback=_day, help="The day it was published, YYYY-MM-DD."
    )
    return click.argument("sources", nargs=-1, required=True, metavar="FILE…|-")(published(command))


@main.command()
@stage_options
@click.option("--nested", is_flag=True, help="With --json: those inside others too, and each voice of a chain.")
def voices(sources: tuple[str, ...], as_json: bool, published: str, nested: bool) -> None:
    """Print who says what: every attribution of an article, checkable claim or not.

    FILE is what `sayso read` takes; JSON Lines have id, text, published. With --json a line an article: {"ref",
    "attributions": [{"source", "cue", "content"}]}, each a list of [start, end] in code points from 0, end excluded, into the
    text of the file as it stands or the row's text. These are flat: of attributions inside one another the outermost, of a
    chain its origin; --nested gives every level. Nothing is kept.
    """
    from sayso.model.article import Supplied
    from sayso.show import alone

    sys.exit(alone.voices(sources, Supplied(published=published), nested=nested, as_json=as_json))


@main.command()
@stage_options
def dates(sources: tuple[str, ...], as_json: bool, published: str) -> None:
    """Print the time expressions of an article, with TIMEX3 type and value and their first and last day.

    FILE is what `sayso read` takes; JSON Lines have id, text, published. Words such as "on Sunday" count from the day of the
    dateline if the text has one, else from the day of publication. With --json a line an article: {"ref", "timexes":
    [{"start", "end", "type", "value", "first", "last"}]}, start and end in code points from 0, end excluded, into the text of
    the file as it stands or the row's text. Nothing is kept.
    """
    from sayso.model.article import Supplied
    from sayso.show import alone

    sys.exit(alone.dates(sources, Supplied(published=published), as_json=as_json))


@main.command()
@stage_options
def places(sources: tuple[str, ...], as_json: bool, published: str) -> None:
    """Print the place names of an article, with the place each is taken for, its size, and what else it may be.

    FILE is what `sayso read` takes; JSON Lines have id, text, published. With --json a line an article: {"ref", "toponyms":
    [{"start", "end", "name", "id", "geonameid", "lat", "lon", "radius_km", "precision", "alternatives"}]}, start and end in
    code points from 0, end excluded, into the text of the file as it stands or the row's text. A name that no place was
    found for has no lat and lon. Nothing is kept.
    """
    from sayso.model.article import Supplied
    from sayso.show import alone

    sys.exit(alone.places(sources, Supplied(published=published), as_json=as_json))


@main.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@ledger_option
@supplied_options
@click.option(
    "--workers", type=click.IntRange(0, 256), default=0, help="Processes; 0 chooses by the amount of reading."
)
@click.option("--quiet", is_flag=True, help="No progress bar.")
def add(sources: tuple[str, ...], ledger: str, workers: int, quiet: bool, **told: str) -> None:
    """Read articles and keep them: captured bytes, claims, problems, and how they came.

    The same bytes add nothing, so a run that was stopped is simply run again.
    """
    from sayso.show import commands

    sys.exit(commands.add(sources, ledger, _supplied(told), workers=workers, quiet=quiet))


@main.command()
@ledger_option
@click.argument("text", nargs=-1)
@click.option(
    "--said-by", default="", metavar="WORDS", help="A voice of the chain: a name, part of one, or a kind (armed-group)."
)
@click.option("--about", default="", metavar="WORDS", help="An actor, target or place.")
@click.option(
    "--kind",
    multiple=True,
    type=click.Choice([*HAPPENING_KINDS, "none"]),
    metavar="KIND",
    help="What happened; may be given again; none: no happening.",
)
@click.option("--place", default="", metavar="WORDS", help="The place of the happening, by name.")
@click.option(
    "--near",
    default="",
    metavar="LAT,LON,KM",
    callback=_circle,
    help="Places whose area of doubt meets this circle.",
)
@click.option(
    "--since",
    default="",
    metavar="DAY",
    callback=_day,
    help="From this day on (YYYY-MM-DD): of the happening, or of publication where the claim gives none.",
)
@click.option("--until", default="", metavar="DAY", callback=_day, help="Up to this day.")
@click.option(
    "--certainty", multiple=True, type=click.Choice(CERTAINTIES), help="How surely it is put; may be given again."
)
@click.option(
    "--polarity",
    default="",
    type=click.Choice(["", *POLARITIES]),
    metavar="|".join(POLARITIES),
    help="negative: said not to be so.",
)
@click.option(
    "--killed-min",
    type=click.IntRange(min=0),
    default=None,
    metavar="N",
    help="At least so many killed, by the claim's lower figure.",
)
@click.option("--outlet", default="", metavar="WORDS", help="The outlet that published it.")
@click.option("--article", default="", metavar="ID", help="Of this article only.")
@changes_command.all_versions
@form_options
def claims(text: tuple[str, ...], ledger: str, as_json: bool, as_csv: bool, **asked: Any) -> None:
    """List claims, all or those that fit; TEXT looks for words in them ("quoted words" stand side by side)."""
    from sayso.show import commands

    everything = asked["limit"] is None and (as_json or as_csv)
    sys.exit(commands.claims(ledger, _query(text, **asked), as_json=as_json, as_csv=as_csv, everything=everything))


@main.command()
@click.argument("form", type=click.Choice(EXPORTS), metavar="|".join(EXPORTS))
@ledger_option
@click.argument("text", nargs=-1)
@click.option("-o", "--output", default="-", show_default=True, metavar="FILE", help="Where to; - is standard output.")
@click.option("--manifest", default="", metavar="FILE", help="Where the manifest goes, if not to FILE.manifest.json.")
@click.option(
    "--profile",
    type=click.Choice(["public", "own"]),
    default="public",
    show_default=True,
    help="public: nothing of the last 72 hours, positions coarse, no names of private persons; own: all of it.",
)
@click.option(
    "--incomplete", is_flag=True, help="Also claims without a day, place, code or what else the format needs."
)
@click.option("--unasserted", is_flag=True, help="Also what is denied, to come, or put as merely possible.")
@changes_command.all_versions
@click.option("--force", is_flag=True, help="Write over files that are there.")
def export(form: str, text: tuple[str, ...], ledger: str, **asked: Any) -> None:
    """Write claims that tell a happening as ACLED-compatible, UCDP or PLOVER columns (CSV), or as a map (GeoJSON, KML).

    A row is one claim, read by a machine and verified by nobody: it is no event and no source of its own. Filters are those
    of `sayso claims`. The manifest says what each column holds, by which rule, what was left out and why.
    """
    from sayso.show.exports import run

    lifted = [name for name in ("incomplete", "unasserted") if asked.pop(name)]
    how = {name: asked.pop(name) for name in ("output", "profile", "force")}
    paper = asked.pop("manifest")
    sys.exit(run.export(form, ledger, _query(text, limit=None, **asked), paper=paper, asked=lifted, **how))


export.params[3:3] = [p for p in claims.params if p.name in FILTERS]


@main.command()
@ledger_option
@click.argument("text", nargs=-1)
@click.option("--outlet", default="", metavar="WORDS", help="The outlet that published it.")
@click.option("--since", default="", metavar="DAY", callback=_day, help="Published on this day (YYYY-MM-DD) or later.")
@click.option("--until", default="", metavar="DAY", callback=_day, help="Published on this day or earlier.")
@changes_command.all_versions
@form_options
def articles(text: tuple[str, ...], ledger: str, as_json: bool, as_csv: bool, **asked: Any) -> None:
    """List articles, all or those that fit; TEXT looks for words in their title and reporting."""
    from sayso.show import commands

    everything = asked["limit"] is None and (as_json or as_csv)
    sys.exit(commands.articles(ledger, _query(text, **asked), as_json=as_json, as_csv=as_csv, everything=everything))


@main.command()
@click.argument("key", metavar="ID")
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="Print wire version 1.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
def show(key: str, ledger: str, as_json: bool, as_csv: bool) -> None:
    """Show a claim in its paragraph, every field's words marked, with the rule that read each; or a whole article.

    ID is what lists print; a beginning of it that no other id has will do.
    """
    from sayso.show import commands

    sys.exit(commands.show(ledger, key, as_json=as_json, as_csv=as_csv))


@main.command()
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def verify(ledger: str, as_json: bool) -> None:
    """Check every captured byte, every reading and the log against their digests, and what filters use against the readings.

    Note the head of the log that is printed: rows cut off the end of a log show only by another head.
    """
    from sayso.show import commands

    sys.exit(commands.verify(ledger, as_json=as_json))


@main.command()
@click.option(
    "--ledger", default="demo/demo.ledger", show_default=True, metavar="FILE", help="Where to keep what is read."
)
def demo(ledger: str) -> None:
    """Read the sample that comes with Sayso into a ledger and show what it says; a second time adds nothing."""
    from sayso.show import demo as first_minutes

    sys.exit(first_minutes.main(ledger))


def _supplied(told: dict[str, str]) -> Supplied:
    from sayso.model.article import Supplied

    return Supplied(told["title"], told["outlet"], told["published"], told["url"])


def _query(text: tuple[str, ...], **asked: Any) -> Query:
    from sayso.show.arguments import query

    if asked["limit"] is None:
        del asked["limit"]
    return query(text, asked)


for _command in event_commands.made(
    ledger_option, form_options, [p for p in claims.params if p.name in FILTERS], _query
) + changes_command.made(ledger_option, _day):
    main.add_command(_command)
for _part in (compare_command, serve_command, dossier_command):
    main.add_command(_part.made(ledger_option))
main.add_command(users_command.users)
