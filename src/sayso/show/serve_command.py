"""The `sayso serve` command."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


def made(ledger_option: Callable[[Any], Any]) -> click.Command:
    """Return the command."""

    @click.command()
    @ledger_option
    @click.option("--host", default="127.0.0.1", show_default=True, metavar="HOST", help="Where to listen.")
    @click.option(
        "--port",
        default=8765,
        show_default=True,
        type=click.IntRange(0, 65535),
        metavar="N",
        help="0 takes one that is free.",
    )
    @click.option("--users", default="", metavar="FILE", help="Turn on accounts: the file that `sayso users` keeps.")
    @click.option(
        "--host-name",
        multiple=True,
        metavar="NAME",
        help="A name that this desk is reached under besides the host; may be given again.",
    )
    @click.option(
        "--name", default="", metavar="NAME", help="Who you are, without accounts; your login name if not given."
    )
    @click.option(
        "--map-style",
        default="",
        metavar="FILE",
        help="Draw maps by your own MapLibre style (JSON); browsers then take tiles from where it says.",
    )
    @click.option(
        "--no-weigh", is_flag=True, help="Do not look for happenings among articles that are added meanwhile."
    )
    def serve(**asked: Any) -> None:
        """Serve the desk: pages to read, check and decide in, in a browser on this machine.

        Listens beyond this machine only with accounts. Every page has a JSON twin: the same address with .json; /openapi.json
        describes them.
        """
        import sys

        from sayso.show.desk import serve as desk

        sys.exit(desk.serve(**asked))

    return serve
