"""Runs the desk: opens the ledger, refuses what is not safe, serves until it is stopped."""

from __future__ import annotations

import getpass
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

import uvicorn

from sayso.ledger.sqlite import SqliteStore
from sayso.model.problem import SaysoError
from sayso.show.desk import gate, mapstyle
from sayso.show.desk.accounts import Accounts
from sayso.show.desk.app import create
from sayso.show.desk.desk import Desk

GOODBYE = 3
"""Seconds that open requests have when the desk is stopped."""


def serve(
    ledger: str,
    host: str,
    port: int,
    users: str,
    host_name: Sequence[str],
    name: str,
    map_style: str,
    *,
    no_weigh: bool,
) -> int:
    """Serve the desk until it is stopped; return 0.

    Raises:
        SaysoError: when the ledger can't be opened, the port is taken, or the desk would be open beyond this machine without accounts.
    """
    SqliteStore(ledger, create=False).close()
    accounts = Accounts(Path(users)) if users else None
    gate.refuse_beyond_loopback(host, accounts)
    style = mapstyle.read(Path(map_style)) if map_style else None
    listening = _listen(host, port)
    at = listening.getsockname()[1]
    desk = Desk(Path(ledger))
    desk.upkeep.weigh = not no_weigh
    guard = gate.Gate(
        accounts,
        name or getpass.getuser(),
        frozenset({host, *host_name, *gate.LOOPBACK}),
        style.origins if style else (),
    )
    shown = f"[{host}]" if ":" in host else host
    sys.stdout.write(f"{ledger} is open at http://{shown}:{at}/ (stop with Ctrl+C)\n")
    sys.stdout.flush()
    config = uvicorn.Config(
        create(desk, guard, style),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GOODBYE,
    )
    uvicorn.Server(config).run(sockets=[listening])
    return 0


def _listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Raises:
        SaysoError: when it can't, with the reason.
    """
    try:
        found = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))
        found.listen(128)
    except OSError as error:
        raise SaysoError(f"can't listen at {host} port {port}: {error.strerror or error}") from error
    return found
