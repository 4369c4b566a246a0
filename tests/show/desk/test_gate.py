# ruff: noqa: F401, F811 - fixtures come from doors.py, and tests name them as arguments
from __future__ import annotations

import asyncio

import pytest
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocketDisconnect
from tests.show.desk.doors import HOME, alone, answered, app, clock, desk, guard, kept, sign_in

from sayso.show.desk import gate
from sayso.show.desk.dress import LARGEST
from sayso.show.desk.gate import Gate, Gated


def test_alone_one_is_the_custodian_under_the_given_name(alone: TestClient) -> None:
    found = alone.get("/session.json").json()
    assert (found["name"], found["role"], found["accounts"]) == ("rana", "custodian", False)
    assert alone.get("/claims.json").json() == {"is": "secret"}
    assert alone.post("/keep.json", headers={"X-Sayso-CSRF": found["csrf"]}).json() == {"who": "rana"}


def test_alone_there_is_no_signing_in(alone: TestClient) -> None:
    assert alone.post("/login.json", json={"name": "rana", "password": ""}).status_code == 404
    csrf = alone.get("/session.json").json()["csrf"]
    assert alone.post("/logout.json", headers={"X-Sayso-CSRF": csrf}).status_code == 404


def test_each_desk_has_a_token_of_its_own() -> None:
    one, other = (Gate(None, "rana", gate.LOOPBACK).csrf for _ in range(2))
    assert one != other
    assert len(one) >= 43  # 32 bytes


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_write_needs_the_token(alone: TestClient, method: str) -> None:
    csrf = alone.get("/session.json").json()["csrf"]
    assert alone.request(method, "/write.json", headers={"X-Sayso-CSRF": csrf}).status_code == 200
    for wrong in ({}, {"X-Sayso-CSRF": ""}, {"X-Sayso-CSRF": csrf[:-1]}, {"X-Sayso-CSRF": "é".encode("latin-1")}):
        done = alone.request(method, "/write.json", headers=wrong)
        assert done.status_code == 403
        assert done.json()["code"] == 403
        assert "X-Sayso-CSRF" in done.json()["error"]


def test_a_token_is_that_of_ones_own_session(desk: TestClient, guard: Gate) -> None:
    his = sign_in(TestClient(app(guard)[0], base_url=HOME), "kai")
    mine = sign_in(desk, "omar")
    assert desk.post("/write.json", headers={"X-Sayso-CSRF": his}).status_code == 403
    assert desk.post("/write.json", headers={"X-Sayso-CSRF": guard.csrf}).status_code == 403
    assert desk.post("/write.json", headers={"X-Sayso-CSRF": mine}).json()["who"] == "omar"


def test_a_large_body_is_refused(alone: TestClient) -> None:
    headers = {"X-Sayso-CSRF": alone.get("/session.json").json()["csrf"]}
    assert alone.post("/write.json", content=b"x" * LARGEST, headers=headers).json()["got"] == LARGEST
    done = alone.post("/write.json", content=b"x" * (LARGEST + 1), headers=headers)
    assert (done.status_code, done.json()["code"]) == (413, 413)


def test_a_body_whose_length_was_not_said_is_refused_when_it_gets_too_large(alone: TestClient) -> None:
    csrf = alone.get("/session.json").json()["csrf"].encode()
    headers = [(b"host", b"127.0.0.1"), (b"x-sayso-csrf", csrf)]
    assert answered(alone, headers, [b"x" * (LARGEST // 2)] * 2) == 200
    assert answered(alone, headers, [b"x" * (LARGEST // 2)] * 3) == 413
    assert answered(alone, [*headers, (b"content-length", b"3")], [b"x" * (LARGEST // 2)] * 3) == 413
    assert answered(alone, [*headers, (b"content-length", b"9" * 5000)]) == 413


@pytest.mark.parametrize("path", ["/claims.json", "/sources/a/b.json", "/openapi.json", "/nothing.json", "/claims.csv"])
def test_data_is_for_those_signed_in(desk: TestClient, path: str) -> None:
    done = desk.get(path)
    assert done.status_code == 401
    assert done.json() == {"error": "sign in first", "code": 401}


@pytest.mark.parametrize("accept", ["*/*", "text/html", "application/json"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
@pytest.mark.parametrize(
    "path", ["/claims.json", "/claims.csv", "/raw/secret", "/stream", "//claims.json", "/static/../claims.json", "/claims.json/"]
)  # fmt: skip
def test_nothing_the_desk_holds_gets_out(guard: Gate, path: str, method: str, accept: str) -> None:
    made, seen = app(guard)
    done = TestClient(made, base_url=HOME).request(method, path, headers={"accept": accept})
    assert "secret" not in done.text
    assert set(seen.paths) <= {"/"} or path.startswith("/static/")


@pytest.mark.parametrize("path", ["/", "/claims", "/sources/rt.com", "/login"])
def test_pages_give_the_shell_which_asks_to_sign_in(desk: TestClient, path: str) -> None:
    done = desk.get(path, headers={"accept": "text/html,*/*;q=0.8"})
    assert (done.status_code, done.text) == (200, "<!doctype html>shell")


def test_a_twin_is_never_the_shell_even_for_one_who_would_look_at_it(desk: TestClient) -> None:
    assert desk.get("/claims.json", headers={"accept": "text/html"}).status_code == 401


def test_what_ships_with_sayso_is_for_everybody(desk: TestClient) -> None:
    assert desk.get("/static/desk.js").text == "script"
    assert desk.get("/session.json").json() == {"name": "", "role": "", "csrf": "", "accounts": True}


@pytest.mark.parametrize("path", ["/write.json", "/code.json", "/logout.json", "/session.json", "/static/desk.js"])
def test_nobody_writes(desk: TestClient, path: str) -> None:
    assert desk.post(path).status_code == 401
    assert desk.post(path, headers={"X-Sayso-CSRF": ""}).status_code == 401


def test_a_fault_is_told_without_its_words_and_goes_on_to_the_log(alone: TestClient) -> None:
    done = alone.get("/broken.json")
    assert (done.status_code, done.json()["code"]) == (500, 500)
    assert "disk" not in done.text
    loud = TestClient(alone.app, base_url=HOME)
    with pytest.raises(RuntimeError, match="disk"):
        loud.get("/broken.json")


def test_a_stream_passes_part_by_part() -> None:
    """The gate hands on each part when it comes, instead of collecting them."""
    got: list[str] = []

    async def parts(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for n in range(3):
            got.append(f"made {n}")
            await send({"type": "http.response.body", "body": b"x", "more_body": n < 2})

    async def sent(message: Message) -> None:
        got.append(message["type"])

    async def nothing() -> Message:
        return {"type": "http.disconnect"}

    scope = {"type": "http", "method": "GET", "path": "/", "scheme": "http", "headers": [(b"host", b"localhost")]}
    asyncio.run(Gated(parts, Gate(None, "", gate.LOOPBACK))(scope, nothing, sent))
    body = "http.response.body"
    assert got == ["http.response.start", "made 0", body, "made 1", body, "made 2", body]


def test_there_are_no_web_sockets(alone: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect) as refused, alone.websocket_connect("/claims.json"):
        pass
    assert refused.value.code == 1008
