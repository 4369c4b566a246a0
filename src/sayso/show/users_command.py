"""The commands `sayso users add`, `role`, `password`, `remove` and `list`; what they need is loaded when they run."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

if TYPE_CHECKING:
    from sayso.show.desk.accounts import Accounts, Role, User

F = TypeVar("F", bound=Callable[..., Any])
ROLES = ("reader", "coder", "reviewer", "custodian")
LONGEST_LINE = 8_192


def _file(command: F) -> F:
    """Add the option that names the file of accounts."""
    return click.option("--users", required=True, metavar="FILE", help="The file of accounts.")(command)


def _stdin(command: F) -> F:
    """Add the option by which other programs give a password."""
    return click.option(
        "--password-stdin", is_flag=True, help="Take the password from the first line of standard input; else it is asked for twice."
    )(command)  # fmt: skip


@click.group()
def users() -> None:
    """Keep the accounts of a desk that several people work at (sayso serve --users FILE).

    Roles: a reader reads; a coder also decides of claims and keeps dossiers; a reviewer also says what is one happening; a
    custodian may do everything. Passwords are kept as Argon2id hashes. A running desk heeds changes at once.
    """


@users.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), default="reader", show_default=True, help="What they may do.")
@click.option("--again", is_flag=True, help="It is the person who was removed under this name.")
@_stdin
@_file
def users_add(name: str, role: str, again: bool, password_stdin: bool, users: str) -> None:
    """Make an account; the first one makes the file, for you alone to read."""
    from sayso.show.desk.accounts import Accounts
    from sayso.show.desk.credentials import fit_name, fit_password

    fit_name(name)
    password = _password(stdin=password_stdin)
    fit_password(password)  # a file that nobody is in is not left behind
    Accounts(Path(users), create=True).add(name, password, cast("Role", role), again=again)
    click.echo(f"{name} may come in as {role}")


@users.command("role")
@click.argument("name")
@click.argument("role", type=click.Choice(ROLES))
@_file
def users_role(name: str, role: str, users: str) -> None:
    """Give an account another role; whoever is signed in with it has to sign in again."""
    _open(users).give_role(name, cast("Role", role))
    click.echo(f"{name} is {role} now")


@users.command("password")
@click.argument("name")
@_stdin
@_file
def users_password(name: str, password_stdin: bool, users: str) -> None:
    """Give an account another password; whoever is signed in with the old one has to sign in again."""
    accounts = _open(users)
    accounts.give_password(name, _password(stdin=password_stdin))
    click.echo(f"{name} has another password now")


@users.command("remove")
@click.argument("name")
@_file
def users_remove(name: str, users: str) -> None:
    """Shut an account at once. What its owner decided stays, and so nobody else gets the name."""
    _open(users).remove(name)
    click.echo(f"{name} can't come in any more")


@users.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one account a line.")
@_file
def users_list(as_json: bool, users: str) -> None:
    """List the accounts with role, day of making and how many browsers are signed in. Exit status 1: there are none."""
    found = _open(users).users()
    for user in found:
        click.echo(json.dumps(_told(user), ensure_ascii=False) if as_json else _line(user))
    sys.exit(0 if found else 1)


def _open(users: str) -> Accounts:
    from sayso.show.desk.accounts import Accounts

    return Accounts(Path(users))


def _password(*, stdin: bool) -> str:
    if stdin:
        return sys.stdin.readline(LONGEST_LINE).rstrip("\r\n")
    asked: str = click.prompt("Password (12 characters or more)", hide_input=True, confirmation_prompt="The same again")
    return asked


def _told(user: User) -> dict[str, object]:
    removed = None if user.removed is None else _time(user.removed)
    return {
        "name": user.name, "role": user.role, "created": _time(user.created), "removed": removed, "sessions": user.sessions,
    }  # fmt: skip


def _line(user: User) -> str:
    state = f"removed {_time(user.removed)[:10]}" if user.removed is not None else f"{user.sessions} signed in"
    return f"{user.name:<24}  {user.role:<9}  since {_time(user.created)[:10]}  {state}"


def _time(seconds: int) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
