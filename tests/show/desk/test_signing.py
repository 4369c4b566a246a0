# ruff: noqa: F401, F811 - fixtures come from doors.py, and tests name them as arguments
from __future__ import annotations

import pytest
from starlette.testclient import TestClient
from tests.show.desk.doors import HOME, OTHER, PASSWORD, Clock, alone, app, at, clock, desk, fail, guard, kept, sign_in

from sayso.model.problem import SaysoError
from sayso.show.desk.accounts import IDLE, NOTED, Accounts
from sayso.show.desk.gate import Gate
from sayso.show.desk.throttle import ADDRESS, HERE, NAME, SECONDS


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(desk: TestClient, guard: Gate) -> None:
    body = {"name": "rana", "password": PASSWORD}
    cookie = desk.post("/login.json", json=body).headers["set-cookie"]
    value, *flags = (part.strip() for part in cookie.split(";"))
    assert value.startswith("sayso_session=")
    assert {f.lower() for f in flags} == {"httponly", "samesite=strict", "path=/"}
    safe = TestClient(app(guard)[0], base_url="https://desk.example")
    assert "; Secure" in safe.post("/login.json", json=body).headers["set-cookie"]


def test_a_session_reads_and_ends(desk: TestClient, kept: Accounts) -> None:
    csrf = sign_in(desk, "rana")
    token = desk.cookies["sayso_session"]
    assert desk.get("/claims.json").json() == {"is": "secret"}
    assert desk.post("/logout.json").status_code == 403  # not without the token: others can't sign one out
    done = desk.post("/logout.json", headers={"X-Sayso-CSRF": csrf})
    assert done.json() == {"ok": True}
    assert "sayso_session" not in desk.cookies
    assert kept.signed(token) is None
    assert desk.get("/claims.json", headers={"cookie": f"sayso_session={token}"}).status_code == 401


def test_a_token_that_somebody_planted_becomes_no_session(desk: TestClient, kept: Accounts) -> None:
    desk.cookies.set("sayso_session", "planted")
    desk.post("/login.json", json={"name": "rana", "password": PASSWORD})
    assert kept.signed("planted") is None
    attacker = TestClient(desk.app, base_url=HOME)
    sign_in(attacker, "omar")
    planted = attacker.cookies["sayso_session"]
    victim = TestClient(desk.app, base_url=HOME, cookies={"sayso_session": planted})
    done = victim.post("/login.json", json={"name": "kai", "password": PASSWORD})
    assert planted not in done.headers["set-cookie"]
    assert kept.signed(planted) is None


def test_signing_in_changes_the_token_for_writes(desk: TestClient) -> None:
    assert sign_in(desk, "rana") != sign_in(desk, "rana")


def test_a_session_ends_without_use_and_use_keeps_it(desk: TestClient, clock: Clock) -> None:
    sign_in(desk, "rana")
    clock.now += IDLE - 1
    assert desk.get("/claims.json").status_code == 200
    clock.now += IDLE - NOTED
    assert desk.get("/claims.json").status_code == 200
    clock.now += IDLE
    assert desk.get("/claims.json").status_code == 401


def test_taking_an_account_away_shuts_the_door_at_once(desk: TestClient, kept: Accounts) -> None:
    sign_in(desk, "rana")
    kept.remove("rana")
    assert desk.get("/claims.json").status_code == 401


def test_wrong_names_and_wrong_passwords_are_told_alike(desk: TestClient) -> None:
    told = [desk.post("/login.json", json={"name": n, "password": OTHER}) for n in ("rana", "nobody")]
    assert {t.status_code for t in told} == {401}
    assert len({t.text for t in told}) == 1
    assert all("set-cookie" not in t.headers for t in told)


@pytest.mark.parametrize(
    "body", [b"", b"[]", b'{"name": "rana"}', b'{"name": 1, "password": 2}', b"\xff", b'{"name": "\\ud800']
)
def test_what_is_no_name_and_password_is_refused(desk: TestClient, body: bytes) -> None:
    assert desk.post("/login.json", content=body).status_code == 422


def test_a_broken_file_of_accounts_shuts_the_desk(
    desk: TestClient, kept: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(desk, "rana")

    def broken(_: str) -> None:
        raise SaysoError("the disk is gone")

    monkeypatch.setattr(kept, "signed", broken)
    assert desk.get("/claims.json").status_code == 503


def test_after_five_failures_one_waits_even_with_the_right_password(desk: TestClient, clock: Clock) -> None:
    assert fail(desk, "rana", HERE) == [401] * HERE
    done = desk.post("/login.json", json={"name": "rana", "password": PASSWORD})
    assert done.status_code == 429
    assert 0 < int(done.headers["retry-after"]) <= SECONDS
    clock.now += int(done.headers["retry-after"])
    sign_in(desk, "rana")


def test_names_that_are_none_are_throttled_too(desk: TestClient) -> None:
    assert fail(desk, "nobody", HERE + 1)[-1] == 429
    assert fail(desk, " nobody ", 1) == [429]


def test_nobody_is_locked_out_from_elsewhere(desk: TestClient) -> None:
    assert fail(at(desk, "198.51.100.7"), "rana", HERE + 1)[-1] == 429
    sign_in(at(desk, "198.51.100.8"), "rana")


def test_one_address_tries_no_end_of_names(desk: TestClient) -> None:
    codes = [fail(desk, f"name{n}", 1)[0] for n in range(ADDRESS + 1)]
    assert codes == [401] * ADDRESS + [429]


def test_one_name_is_not_tried_from_no_end_of_addresses(desk: TestClient) -> None:
    codes = [fail(at(desk, f"198.51.100.{n}"), "rana", 1)[0] for n in range(NAME + 1)]
    assert codes == [401] * NAME + [429]


def test_an_account_of_ones_own_gives_no_more_tries_on_others(desk: TestClient) -> None:
    for n in range(ADDRESS):
        assert fail(desk, f"name{n}", 1) == [401]
        if n < ADDRESS - 1:
            sign_in(desk, "omar")
    assert fail(desk, "another", 1) == [429]


def test_signing_in_forgets_ones_own_slips(desk: TestClient) -> None:
    for _ in range(4):
        fail(desk, "rana", HERE - 1)
        sign_in(desk, "rana")
