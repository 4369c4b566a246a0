from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from click.testing import CliRunner, Result

from sayso.model.problem import SaysoError
from sayso.show import users_command
from sayso.show.desk import accounts as module
from sayso.show.desk.accounts import ROLES, Accounts

PASSWORD, OTHER = "sand-and-harbour-7", "lantern over water"
CHEAP: dict[str, Any] = {"time_cost": 1, "memory_cost": 8, "parallelism": 1}


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash with as little work as there is: what is tested is who gets in, not how long it takes."""
    monkeypatch.setattr(module, "PasswordHasher", lambda: PasswordHasher(**CHEAP))


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Accounts]:
    found = Accounts(tmp_path / "users", create=True)
    found.add("Rana Haddad", PASSWORD, "coder")
    yield found
    found.close()


def run(path: Path, *words: str, given: str = "") -> Result:
    return CliRunner().invoke(users_command.users, [*words, "--users", str(path)], input=given)


def test_the_command_knows_the_roles() -> None:
    assert users_command.ROLES == ROLES


def test_add_asks_twice_and_shows_nothing(tmp_path: Path) -> None:
    path = tmp_path / "users"
    done = run(path, "add", "Rana", "--role", "reviewer", given=f"{PASSWORD}\n{PASSWORD}\n")
    assert done.exit_code == 0, done.output
    assert PASSWORD not in done.output
    found = Accounts(path)
    assert found.sign_in("Rana", PASSWORD)
    assert [(u.name, u.role) for u in found.users()] == [("Rana", "reviewer")]


def test_add_asks_again_when_the_two_differ(tmp_path: Path) -> None:
    done = run(tmp_path / "users", "add", "Rana", given=f"{PASSWORD}\n{OTHER}\n{OTHER}\n{OTHER}\n")
    assert done.exit_code == 0, done.output
    assert Accounts(tmp_path / "users").sign_in("Rana", OTHER)


def test_add_takes_the_password_from_a_pipe(tmp_path: Path) -> None:
    done = run(tmp_path / "users", "add", "Rana", "--password-stdin", given=f"{PASSWORD}\nmore\n")
    assert done.exit_code == 0, done.output
    assert Accounts(tmp_path / "users").sign_in("Rana", PASSWORD)
    assert Accounts(tmp_path / "users").users()[0].role == "reader"


def test_a_refused_password_leaves_no_file(tmp_path: Path) -> None:
    done = run(tmp_path / "users", "add", "Rana", "--password-stdin", given="short\n")
    assert isinstance(done.exception, SaysoError)
    assert list(tmp_path.iterdir()) == []


def test_role_password_and_remove(kept: Accounts) -> None:
    token = kept.sign_in("Rana Haddad", PASSWORD)
    assert run(kept.path, "role", "Rana Haddad", "custodian").exit_code == 0
    assert kept.signed(token) is None
    assert run(kept.path, "password", "Rana Haddad", "--password-stdin", given=f"{OTHER}\n").exit_code == 0
    assert kept.sign_in("Rana Haddad", OTHER)
    assert run(kept.path, "remove", "Rana Haddad").exit_code == 0
    assert not kept.sign_in("Rana Haddad", OTHER)
    assert run(kept.path, "role", "Rana Haddad", "king").exit_code == 2


def test_list_tells_who_there_is(tmp_path: Path) -> None:
    kept = Accounts(tmp_path / "users", create=True)
    assert run(kept.path, "list").exit_code == 1
    kept.add("Rana", PASSWORD, "coder")
    kept.add("Omar", PASSWORD, "reader")
    kept.sign_in("Rana", PASSWORD)
    kept.remove("Omar")
    omar, rana = run(kept.path, "list").output.splitlines()
    assert "removed" in omar
    assert "1 signed in" in rana
    told = run(kept.path, "list", "--json").output
    assert '"sessions": 1' in told
    assert "argon2" not in told
