"""The commands ``sayso changes`` and ``sayso withdraw``; what they do is loaded when they run."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

all_versions = click.option(
    "--all-versions", is_flag=True, help="Also articles that a newer version took the place of, or that were withdrawn."
)
"""Adds the option by which lists give what no longer stands."""


def made(ledger: Callable[[Any], Any], day: Callable[..., str]) -> list[click.Command]:
    """Return the commands; ``ledger`` adds the option for the ledger, ``day`` reads a day that the user typed."""
    return [_changes(ledger, day), _withdraw(ledger)]


def _changes(ledger: Callable[[Any], Any], day: Callable[..., str]) -> click.Command:
    @click.command("changes")
    @click.argument("article", metavar="[ID]", default="")
    @ledger
    @click.option(
        "--since", default="", metavar="DAY", callback=day, help="Changes seen on this day (YYYY-MM-DD) or later."
    )
    @click.option("--again", is_flag=True, help="Tell versions anew, after word lists changed; what people said holds.")
    @click.option(
        "--json", "as_json", is_flag=True, help="Print JSON, one change a line, with the spans of every edit."
    )
    def changes(article: str, ledger: str, since: str, again: bool, as_json: bool) -> None:
        """Show how articles changed: words put in and left out, claims changed, orphaned or withdrawn, and what was built on them.

        ID is that of an article, any version of it, or of a claim; without it every change is listed, the earliest first. Two
        captures are versions of one article when they have one address and words in common. Exit status 1: nothing changed.
        """
        from sayso.show import changes as shown

        sys.exit(shown.changes(ledger, article, since, as_json=as_json, again=again))

    return changes


def _withdraw(ledger: Callable[[Any], Any]) -> click.Command:
    @click.command("withdraw")
    @click.argument("article", metavar="ID")
    @ledger
    @click.option("--who", required=True, metavar="NAME", help="Who says so.")
    @click.option("--why", default="", metavar="WORDS", help="Why, or where the outlet says it.")
    @click.option("--lift", is_flag=True, help="It stands after all.")
    def withdraw(article: str, ledger: str, who: str, why: str, lift: bool) -> None:
        """Keep a person's word that an outlet took back an article: the version ID and those before it.

        Its claims leave lists, exports and happenings; nothing is rubbed out. A version captured later stands. The last word holds.
        """
        from sayso.show import withdraw as withdrawing

        sys.exit(withdrawing.withdraw(ledger, article, who=who, why=why, lifted=lift))

    return withdraw
