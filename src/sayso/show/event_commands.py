"""The commands about happenings, made of the options that all commands share; nothing heavy is loaded before one is run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

Option = Callable[[Any], Any]
EVERYTHING = 1_000_000
"""Rows given where all are wanted."""


def made(ledger: Option, form: Option, filters: Sequence[click.Parameter], query: Option) -> list[click.Command]:
    """Return ``happenings``, ``origins`` and ``judge``.

    ``ledger`` and ``form`` add the options for the ledger and for machine-readable output, ``filters`` are those of ``claims``,
    and ``query`` turns words and options into what the ledger is asked.
    """
    return [_happenings(ledger, form, filters, query), _origins(ledger), _judge(ledger)]


def _happenings(ledger: Option, form: Option, filters: Sequence[click.Parameter], query: Option) -> click.Command:
    @click.command("happenings")
    @ledger
    @click.argument("text", nargs=-1)
    @click.option(
        "--articles-min", type=click.IntRange(1), default=2, show_default=True, help="Told by so many articles."
    )
    @click.option("--origins-min", type=click.IntRange(0), default=0, help="With so many known origins at least.")
    @click.option("--contested", is_flag=True, help="Only those whose tellings contradict each other.")
    @click.option("--again", is_flag=True, help="Weigh everything anew; what people judged holds.")
    @form
    def happenings(text: tuple[str, ...], ledger: str, as_json: bool, as_csv: bool, again: bool, **asked: Any) -> None:
        """List happenings as several articles tell them: who tells, from how many origins, where they contradict each other.

        What was added since is weighed first. Filters are those of `sayso claims`: a happening fits when one of its claims does.
        --after passes over so many happenings.
        """
        from sayso.show import happenings as shown

        found = _event_query(text, asked, query, everything=as_json or as_csv)
        sys.exit(shown.listing(ledger, found, as_json=as_json, as_csv=as_csv, again=again))

    happenings.params[2:2] = list(filters)
    return happenings


def _event_query(text: tuple[str, ...], asked: dict[str, Any], query: Any, *, everything: bool) -> Any:
    """Return what to ask for; filters of claims only where one was given."""
    from sayso.ledger.happenings import EventQuery

    of_events = {name: asked.pop(name) for name in ("after", "articles_min", "origins_min", "contested")}
    limit = asked.pop("limit") or (EVERYTHING if everything else 50)
    claims = query(text, limit=None, **asked) if text or any(asked.values()) else None
    return EventQuery(
        claims, of_events["articles_min"], of_events["origins_min"], of_events["contested"], of_events["after"], limit
    )


def _origins(ledger: Option) -> click.Command:
    @click.command("origins")
    @click.argument("key", metavar="ID")
    @ledger
    @click.option("--json", "as_json", is_flag=True, help="Print JSON.")
    def origins(key: str, ledger: str, as_json: bool) -> None:
        """Draw where one happening's tellings come from: articles, wire families, origins; why they are one, what is contested.

        ID is that of a happening or of a claim of it; a beginning of it that no other id has will do.
        """
        from sayso.show import origins as drawn

        sys.exit(drawn.draw(ledger, key, as_json=as_json))

    return origins


def _judge(ledger: Option) -> click.Command:
    @click.command("judge")
    @click.argument("verdict", type=click.Choice(["merge", "split"]))
    @click.argument("one", metavar="ID")
    @click.argument("other", nargs=-1, required=True, metavar="ID…")
    @ledger
    @click.option("--who", required=True, metavar="NAME", help="Who judges.")
    @click.option("--why", default="", metavar="WORDS", help="Why.")
    def judge(verdict: Any, one: str, other: tuple[str, ...], ledger: str, who: str, why: str) -> None:
        """Keep a person's word on what is one happening: it wins over every feature and holds when all is weighed again.

        merge lays happenings together (ids of happenings or claims); split takes claims out of the happening named first, each
        with all that its article tells of it. The last word on a pair of claims holds; nothing is rubbed out.
        """
        from sayso.show import judge as judging

        sys.exit(judging.judge(ledger, verdict, one, other, who=who, why=why))

    return judge
