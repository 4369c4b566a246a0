"""The command ``sayso publish``; what it does is loaded when it runs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click


def made(ledger: Callable[[Any], Any]) -> click.Command:
    """Return ``publish``; ``ledger`` adds the option for the ledger."""

    @click.command("publish")
    @click.argument("dossier", metavar="[DOSSIER]", default="")
    @ledger
    @click.option("--out", default="", metavar="DIR|FILE.zip", help="Where the site goes: a new folder, or a zip.")
    @click.option("--document", default="", metavar="FILE.html", help="Also, or only, as one document for printing.")
    @click.option(
        "--profile",
        type=click.Choice(["public", "own"]),
        default="public",
        show_default=True,
        help="What is held back: by default what is fresh, precise or private; own: nothing, not for publication.",
    )
    @click.option("--force", is_flag=True, help="Write over files that are there.")
    def publish(dossier: str, ledger: str, out: str, document: str, profile: str, force: bool) -> None:
        """Publish a dossier as static pages that stand alone: map, timeline, chronology, sources, method and limits.

        DOSSIER is its id; without one, the dossiers of the ledger are listed. Articles are given as excerpts and links, never whole.
        """
        from sayso.show.dossier import run

        sys.exit(run.publish(ledger, dossier, out=out, document=document, profile=profile, force=force))

    return publish
