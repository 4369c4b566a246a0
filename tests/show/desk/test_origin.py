# ruff: noqa: F401, F811 - fixtures come from doors.py, and tests name them as arguments
from __future__ import annotations

import pytest
from starlette.testclient import TestClient
from tests.show.desk.doors import HOME, PASSWORD, alone, answered, app, clock, desk, guard, kept

from sayso.model.problem import SaysoError
from sayso.show.desk import gate, origin
from sayso.show.desk.accounts import Accounts
from sayso.show.desk.gate import Gate


@pytest.mark.parametrize(
    "foreign",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:3000"},
        {"Origin": "http://127.0.0.1"},
        {"Origin": "http://localhost:8765"},
        {"Origin": "http://127.0.0.1:8765.evil.example"},
        {"Origin": "http://[::1"},
        {"Origin": ""},
        {"Origin": "file://127.0.0.1:8765"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Origin": HOME},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["/write.json", "/login.json"])
def test_a_write_from_another_page_is_refused_even_with_the_token(
    alone: TestClient, desk: TestClient, path: str, foreign: dict[str, str]
) -> None:
    csrf = alone.get("/session.json").json()["csrf"]
    body = {"name": "rana", "password": PASSWORD}
    assert alone.post(path, json=body, headers=foreign | {"X-Sayso-CSRF": csrf}).status_code == 403
    assert desk.post("/login.json", json=body, headers=foreign).status_code == 403


def test_a_write_from_the_desks_own_page_is_taken(alone: TestClient) -> None:
    csrf = alone.get("/session.json").json()["csrf"]
    headers = {"X-Sayso-CSRF": csrf, "Origin": HOME, "Sec-Fetch-Site": "same-origin"}
    assert alone.post("/write.json", headers=headers).status_code == 200


def test_behind_a_proxy_that_takes_the_encryption_off_the_page_may_be_encrypted(guard: Gate) -> None:
    body = {"name": "rana", "password": PASSWORD}
    made = app(guard)[0]
    for scheme, page, code in (("http", "https", 200), ("https", "https", 200), ("https", "http", 403)):
        client = TestClient(made, base_url=f"{scheme}://desk.example")
        done = client.post("/login.json", json=body, headers={"Origin": f"{page}://desk.example"})
        assert done.status_code == code, (scheme, page)


@pytest.mark.parametrize(
    ("mode", "dest", "code"),
    [("navigate", "document", 200), ("no-cors", "image", 403), ("cors", "empty", 403), ("navigate", "iframe", 403)],
)
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_other_sites_may_link_here_but_build_nothing_in(
    alone: TestClient, site: str, mode: str, dest: str, code: int
) -> None:
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": dest}
    assert alone.get("/claims.csv", headers=headers).status_code == code
    own = headers | {"Sec-Fetch-Site": "same-origin"}
    assert alone.get("/claims.csv", headers=own).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1:8765", "127.0.0.1", "localhost", "LOCALHOST:1", "[::1]:8765", "[::1]", "desk.example", "Desk.Example:443",
        "203.0.113.5", "[2001:db8::7]:8765",
    ],
)  # fmt: skip
def test_the_desk_answers_under_its_names(desk: TestClient, host: str) -> None:
    assert desk.get("/session.json", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "evil.example:8765", "127.0.0.1.evil.example", "localhost.", "", "desk.example.evil.example", "0.0.0.0",
        "127.0.0.1@evil.example", "evil.example@127.0.0.1", "[::2]", "[::1", "desk.example/", "localhost,evil.example",
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/session.json", "/claims.json", "/claims", "/static/desk.js"])
def test_under_a_foreign_name_it_gives_nothing(alone: TestClient, host: str, path: str) -> None:
    done = alone.get(path, headers={"Host": host})
    assert done.status_code == 421
    assert "--host-name" in done.json()["error"]


def test_no_host_and_two_hosts_are_refused(alone: TestClient) -> None:
    assert answered(alone, [], method="GET") == 421
    assert answered(alone, [(b"host", b"127.0.0.1"), (b"host", b"evil.example")], method="GET") == 421


def test_names_of_hosts_are_taken_as_people_write_them() -> None:
    given = frozenset({"Desk.Example:8443", "[::1]", "2001:DB8::7", "bücher.example"})
    assert origin.named(given) == {"desk.example", "::1", "2001:db8::7", "xn--bcher-kva.example"}


@pytest.mark.parametrize("name", ["", "http://desk.example", "desk.example/", "*", "a b"])
def test_what_is_no_host_is_refused(name: str) -> None:
    with pytest.raises(SaysoError, match="not a host"):
        origin.named(frozenset({name}))


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_one_machine_needs_no_accounts(host: str) -> None:
    gate.refuse_beyond_loopback(host, None)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "", "192.168.1.2", "desk.example", "localhost.example"])
def test_beyond_one_machine_accounts_are_needed(host: str, kept: Accounts) -> None:
    with pytest.raises(SaysoError, match="--users"):
        gate.refuse_beyond_loopback(host, None)
    gate.refuse_beyond_loopback(host, kept)
