from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from argon2 import PasswordHasher

from sayso.model.problem import SaysoError
from sayso.show.desk import accounts as module
from sayso.show.desk.accounts import IDLE, NOTED, WHOLE, Accounts

PASSWORD, OTHER = "sand-and-harbour-7", "lantern over water"
CHEAP: dict[str, Any] = {"time_cost": 1, "memory_cost": 8, "parallelism": 1}


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash with as little work as there is: what is tested is who gets in, not how long it takes."""
    monkeypatch.setattr(module, "PasswordHasher", lambda: PasswordHasher(**CHEAP))


@pytest.fixture
def kept(tmp_path: Path, clock: Clock) -> Iterator[Accounts]:
    found = Accounts(tmp_path / "users", create=True, clock=clock)
    found.add("Rana Haddad", PASSWORD, "coder")
    yield found
    found.close()


def rows(kept: Accounts, query: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(kept.path) as db:
        return db.execute(query).fetchall()


def test_the_file_is_for_its_owner_alone(kept: Accounts) -> None:
    assert kept.sign_in("Rana Haddad", PASSWORD)
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in kept.path.parent.iterdir()}
    assert "users" in modes
    assert set(modes.values()) == {0o600}


def test_a_file_that_others_may_read_is_refused(kept: Accounts) -> None:
    kept.path.chmod(0o640)
    with pytest.raises(SaysoError, match="chmod 600"):
        Accounts(kept.path)


def test_a_file_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match="sayso users add"):
        Accounts(tmp_path / "users")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"name,role\n", b"SQLite format 3\0" + b"x" * 200])
def test_a_file_of_another_kind_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "users"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(SaysoError):
        Accounts(path)
    assert path.read_bytes() == content


def test_another_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "war.ledger"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE article (id)")
    path.chmod(0o600)
    before = path.read_bytes()
    with pytest.raises(SaysoError, match="not a file of accounts"):
        Accounts(path, create=True)
    assert path.read_bytes() == before


def test_neither_passwords_nor_tokens_stand_in_the_file(kept: Accounts) -> None:
    token = kept.sign_in("Rana Haddad", PASSWORD)
    kept.close()
    for path in kept.path.parent.iterdir():
        assert PASSWORD.encode() not in path.read_bytes()
        assert token.encode() not in path.read_bytes()


def test_passwords_are_hashed_as_the_library_advises() -> None:
    advised = PasswordHasher()
    assert advised.type.name == "ID"
    assert advised.memory_cost >= 19 * 1024  # what OWASP asks for at the least with argon2id


def test_the_right_password_opens_a_session_and_others_do_not(kept: Accounts) -> None:
    token = kept.sign_in("Rana Haddad", PASSWORD)
    found = kept.signed(token)
    assert found is not None
    assert (found.name, found.role) == ("Rana Haddad", "coder")
    assert found.csrf not in {"", token}
    for name, password in (
        ("Rana Haddad", OTHER),
        ("Rana Haddad", ""),
        ("Nobody", PASSWORD),
        ("", ""),
        ("x" * 9000, "y"),
    ):
        assert not kept.sign_in(name, password)
    assert kept.signed("") is None
    assert kept.signed("no such token") is None


def test_letters_that_are_encoded_otherwise_are_the_same(kept: Accounts) -> None:
    kept.add("Zoë", "pässwörter-im-hafen", "reader")
    assert kept.sign_in(" Zoe\u0308 ", "pa\u0308ssw\u00f6rter-im-hafen")


def test_a_password_is_verified_for_names_that_are_none_too(kept: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Watched(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002 - the library's name
            asked.append(str(hash))
            return super().verify(hash, password)

    monkeypatch.setattr(kept, "hasher", Watched(**CHEAP))
    kept.add("Gone", PASSWORD, "reader")
    kept.remove("Gone")
    for name in ("Rana Haddad", "Nobody", "Gone"):
        assert not kept.sign_in(name, OTHER)
    assert not kept.sign_in("Gone", PASSWORD)
    assert len(asked) == 4
    (kind,) = {a.split("$")[3] for a in asked}  # the same work each time
    assert kind == "m=8,t=1,p=1"


def test_each_sign_in_has_a_token_of_its_own_and_ends_the_one_before_it_there(kept: Accounts) -> None:
    first = kept.sign_in("Rana Haddad", PASSWORD)
    second = kept.sign_in("Rana Haddad", PASSWORD, first)
    elsewhere = kept.sign_in("Rana Haddad", PASSWORD)
    assert len({first, second, elsewhere}) == 3
    assert kept.signed(first) is None
    assert kept.signed(second)
    assert kept.signed(elsewhere)


def test_a_session_ends_without_use(kept: Accounts, clock: Clock) -> None:
    token = kept.sign_in("Rana Haddad", PASSWORD)
    clock.now += IDLE - 1
    assert kept.signed(token)
    clock.now += 1
    assert kept.signed(token) is None


def test_use_keeps_a_session_but_not_for_ever(kept: Accounts, clock: Clock) -> None:
    begun = clock.now
    token = kept.sign_in("Rana Haddad", PASSWORD)
    while clock.now - begun < WHOLE:
        assert kept.signed(token)
        kept.note(token)
        clock.now += IDLE - 1
    assert kept.signed(token) is None


def test_use_is_noted_once_a_minute(kept: Accounts, clock: Clock) -> None:
    token = kept.sign_in("Rana Haddad", PASSWORD)

    def stale() -> bool:
        found = kept.signed(token)
        assert found is not None
        return found.stale

    assert not stale()
    clock.now += NOTED
    assert stale()
    kept.note(token)
    assert not stale()


def test_sessions_that_ended_are_cleared_away(kept: Accounts, clock: Clock) -> None:
    kept.sign_in("Rana Haddad", PASSWORD)
    clock.now += IDLE
    kept.sign_in("Rana Haddad", PASSWORD)
    assert rows(kept, "SELECT count(*) FROM session") == [(1,)]


def test_signing_out_ends_one_session(kept: Accounts) -> None:
    one, other = (kept.sign_in("Rana Haddad", PASSWORD) for _ in range(2))
    kept.sign_out(one)
    assert kept.signed(one) is None
    assert kept.signed(other)


def test_changes_end_the_sessions_of_that_account_also_those_of_a_running_desk(kept: Accounts) -> None:
    kept.add("Omar", PASSWORD, "reader")
    mine, his = kept.sign_in("Rana Haddad", PASSWORD), kept.sign_in("Omar", PASSWORD)
    elsewhere = Accounts(kept.path, clock=kept.clock)
    elsewhere.give_role("Rana Haddad", "reviewer")
    assert kept.signed(mine) is None
    again = kept.sign_in("Rana Haddad", PASSWORD)
    found = kept.signed(again)
    assert found
    assert found.role == "reviewer"
    elsewhere.give_password("Rana Haddad", OTHER)
    assert kept.signed(again) is None
    assert not kept.sign_in("Rana Haddad", PASSWORD)
    last = kept.sign_in("Rana Haddad", OTHER)
    elsewhere.remove("Rana Haddad")
    assert kept.signed(last) is None
    assert not kept.sign_in("Rana Haddad", OTHER)
    assert kept.signed(his)
    elsewhere.close()


def test_a_session_of_an_account_that_is_shut_is_none(kept: Accounts) -> None:
    token = kept.sign_in("Rana Haddad", PASSWORD)
    with sqlite3.connect(kept.path) as db:
        db.execute("UPDATE user SET disabled = 1")
    assert kept.signed(token) is None


def test_a_password_changed_while_the_old_one_is_verified_opens_nothing(
    kept: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified = kept._verified

    def slow(hashed: str, password: str) -> bool:
        found = verified(hashed, password)
        kept.give_password("Rana Haddad", OTHER)
        return found

    monkeypatch.setattr(kept, "_verified", slow)
    assert not kept.sign_in("Rana Haddad", PASSWORD)
    assert rows(kept, "SELECT count(*) FROM session") == [(0,)]


def test_a_hash_is_made_anew_when_more_work_is_asked_for(kept: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    before = rows(kept, "SELECT hash FROM user")
    monkeypatch.setattr(kept, "hasher", PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    assert not kept.sign_in("Rana Haddad", OTHER)
    assert rows(kept, "SELECT hash FROM user") == before
    assert kept.sign_in("Rana Haddad", PASSWORD)
    ((after,),) = rows(kept, "SELECT hash FROM user")
    assert "m=16,t=2,p=1" in after
    assert kept.sign_in("Rana Haddad", PASSWORD)
    assert rows(kept, "SELECT hash FROM user") == [(after,)]


@pytest.mark.parametrize("password", ["", "eleven char", "x" * 1025])
def test_passwords_have_a_length(kept: Accounts, password: str) -> None:
    with pytest.raises(SaysoError, match="12 to 1024"):
        kept.add("Omar", password, "reader")
    with pytest.raises(SaysoError, match="12 to 1024"):
        kept.give_password("Rana Haddad", password)
    assert kept.sign_in("Rana Haddad", PASSWORD)


def test_a_long_password_counts_to_its_end(kept: Accounts) -> None:
    kept.add("Omar", "x" * 1024, "reader")
    assert kept.sign_in("Omar", "x" * 1024)
    for wrong in ("x" * 1023, "x" * 1025, "x" * 100_000):
        assert not kept.sign_in("Omar", wrong)


@pytest.mark.parametrize("name", ["Rana", "رنا حداد", "o'neill", "a.b@example.org", "अनिता", "7"])
def test_names_of_any_script_are_taken(kept: Accounts, name: str) -> None:
    kept.add(name, PASSWORD, "reader")
    assert kept.sign_in(name, PASSWORD)


@pytest.mark.parametrize("name", ["", " ", "a" * 65, "a\nb", "a\u202eb", "a\u200bb", "<b>", "-rf", "a  b", "a\0"])
def test_names_that_mislead_are_refused(kept: Accounts, name: str) -> None:
    with pytest.raises(SaysoError, match="a name has"):
        kept.add(name, PASSWORD, "reader")


def test_a_name_is_one_persons_for_ever(kept: Accounts) -> None:
    with pytest.raises(SaysoError, match="already"):
        kept.add("rana haddad", PASSWORD, "reader")
    with pytest.raises(SaysoError, match="already"):
        kept.add("Rana Haddad", PASSWORD, "reader", again=True)
    kept.remove("Rana Haddad")
    with pytest.raises(SaysoError, match="was removed"):
        kept.add("Rana Haddad", OTHER, "reader")
    with pytest.raises(SaysoError, match="was removed"):
        kept.add("RANA HADDAD", OTHER, "reader", again=True)
    kept.add("Rana Haddad", OTHER, "reader", again=True)
    assert kept.sign_in("Rana Haddad", OTHER)
    assert not kept.sign_in("Rana Haddad", PASSWORD)


def test_accounts_that_are_none_cannot_be_changed(kept: Accounts) -> None:
    kept.remove("Rana Haddad")
    for name in ("Nobody", "Rana Haddad"):
        for change in (
            lambda n: kept.give_role(n, "custodian"),
            lambda n: kept.give_password(n, OTHER),
            kept.remove,
        ):
            with pytest.raises(SaysoError, match="no account"):
                change(name)
