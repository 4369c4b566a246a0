"""The command ``sayso compare``; what it does is loaded when it runs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click


def made(ledger: Callable[[Any], Any]) -> click.Command:
    """Return ``compare``; ``ledger`` adds the option for the ledger."""

    @click.command("compare")
    @click.argument("one", metavar="A")
    @click.argument("other", metavar="[B]", default="")
    @ledger
    @click.option("--json", "as_json", is_flag=True, help="Print JSON, with the spans of every passage and edit.")
    def compare(one: str, other: str, ledger: str, as_json: bool) -> None:
        """Set two articles side by side: the passages they share, what was edited, who took from whom, one origin or two.

        A and B are files, or ids of articles or claims in the ledger. With A alone: every article of the ledger that shares words
        with it, and which claims cite another outlet's article. Exit status 1: they share nothing.
        """
        from sayso.show import compare as shown

        sys.exit(
            shown.two(ledger, one, other, as_json=as_json) if other else shown.carriers(ledger, one, as_json=as_json)
        )

    return compare
