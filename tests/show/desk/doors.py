"""A small desk behind the gate, alone and with accounts, for the tests of who gets in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import pytest
from argon2 import PasswordHasher
from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, StreamingResponse
from starlette.middleware.gzip import GZipMiddleware
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.show.desk import accounts as module
from sayso.show.desk import gate
from sayso.show.desk.accounts import Accounts
from sayso.show.desk.gate import Gate, Gated, Person, need, person
from sayso.show.desk.throttle import Throttle

PASSWORD, OTHER = "sand-and-harbour-7", "lantern over water"
HOME = "http://127.0.0.1:8765"
PEOPLE = {"rana": "reader", "omar": "coder", "lena": "reviewer", "kai": "custodian"}


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Accounts]:
    monkeypatch.setattr(module, "PasswordHasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    found = Accounts(tmp_path / "users", create=True, clock=clock)
    for name, role in PEOPLE.items():
        found.add(name, PASSWORD, role)  # type: ignore[arg-type]
    yield found
    found.close()


@dataclass
class Seen:
    """What got through the gate."""

    paths: list[str]


class Watched:
    """Middleware behind the gate that notes what comes through."""

    def __init__(self, app: ASGIApp, seen: Seen) -> None:
        self.app, self.seen = app, seen

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.seen.paths.append(scope.get("path", ""))
        await self.app(scope, receive, send)


Coder = Annotated[Person, Depends(need("coder"))]
Reviewer = Annotated[Person, Depends(need("reviewer"))]
Custodian = Annotated[Person, Depends(need("custodian"))]


def app(guard: Gate) -> tuple[FastAPI, Seen]:
    """Make a desk of few pages behind a gate; what it holds is the word "secret"."""
    made, seen = FastAPI(), Seen([])
    made.include_router(reading)
    made.include_router(writing)
    made.include_router(gate.router)

    @made.exception_handler(HTTPException)
    def told(_: Request, error: HTTPException) -> PlainTextResponse:
        return PlainTextResponse(str(error.detail), error.status_code, error.headers)

    made.add_middleware(Watched, seen=seen)
    made.add_middleware(GZipMiddleware)
    made.add_middleware(Gated, gate=guard)
    return made, seen


reading, writing = APIRouter(), APIRouter()


@reading.get("/session.json")
def session(request: Request) -> dict[str, Any]:
    who = person(request)
    return {"name": who.name, "role": who.role, "csrf": who.csrf, "accounts": who.accounts}


@reading.get("/claims.json")
@reading.get("/sources/{key:path}.json")
def claims() -> dict[str, str]:
    return {"is": "secret"}


@reading.get("/claims.csv")
@reading.get("/raw/secret")
def table() -> PlainTextResponse:
    return PlainTextResponse("secret")


@reading.get("/")
@reading.get("/claims")
@reading.get("/sources/{key:path}")
def shell() -> HTMLResponse:
    return HTMLResponse("<!doctype html>shell", headers={"cache-control": "no-cache"})


@reading.get("/static/desk.js")
def asset() -> PlainTextResponse:
    return PlainTextResponse("script", headers={"cache-control": "max-age=3600"})


@reading.get("/stream")
def stream() -> StreamingResponse:
    async def parts() -> AsyncIterator[bytes]:
        for n in range(3):
            yield b"secret %d\n" % n

    return StreamingResponse(parts(), media_type="text/plain")


@reading.get("/broken.json")
def broken() -> None:
    raise RuntimeError("a path of the disk")


@writing.api_route("/write.json", methods=["POST", "PUT", "DELETE", "PATCH"])
async def write(request: Request) -> dict[str, Any]:
    return {"got": len(await request.body()), "who": person(request).name}


@writing.post("/code.json")
def code(who: Coder) -> dict[str, str]:
    return {"who": who.name}


@writing.post("/review.json")
def review(who: Reviewer) -> dict[str, str]:
    return {"who": who.name}


@writing.post("/keep.json")
def keep(who: Custodian) -> dict[str, str]:
    return {"who": who.name}


@pytest.fixture
def alone() -> TestClient:
    """One person on this machine, no accounts."""
    return TestClient(app(Gate(None, "rana", gate.LOOPBACK))[0], base_url=HOME, raise_server_exceptions=False)


@pytest.fixture
def guard(kept: Accounts, clock: Clock) -> Gate:
    return Gate(kept, "", gate.LOOPBACK | {"desk.example", "203.0.113.5:8765", "2001:db8::7"}, throttle=Throttle(clock))


@pytest.fixture
def desk(guard: Gate) -> TestClient:
    """Many people, with accounts; nobody is signed in."""
    return TestClient(app(guard)[0], base_url=HOME, raise_server_exceptions=False)


def sign_in(client: TestClient, name: str, password: str = PASSWORD) -> str:
    """Sign in and return the token for writes."""
    done = client.post("/login.json", json={"name": name, "password": password})
    assert done.status_code == 200, done.text
    assert done.json() == {"ok": True}
    return str(client.get("/session.json").json()["csrf"])


def answered(
    client: TestClient, headers: list[tuple[bytes, bytes]], body: Sequence[bytes] = (b"",), method: str = "POST"
) -> int:
    """Return the status of a request that no client library would send."""
    sent: list[Message] = []
    parts = [{"type": "http.request", "body": b, "more_body": n < len(body) - 1} for n, b in enumerate(body)]

    async def ask() -> None:
        async def receive() -> Message:
            return parts.pop(0) if parts else {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            sent.append(message)

        scope: Scope = {
            "type": "http", "method": method, "path": "/write.json", "raw_path": b"/write.json", "query_string": b"",
            "headers": headers, "scheme": "http", "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8765), "http_version": "1.1",
        }  # fmt: skip
        await client.app(scope, receive, send)

    asyncio.run(ask())
    return int(sent[0]["status"])


def fail(client: TestClient, name: str, times: int) -> list[int]:
    return [client.post("/login.json", json={"name": name, "password": OTHER}).status_code for _ in range(times)]


def at(desk: TestClient, address: str) -> TestClient:
    return TestClient(desk.app, base_url=HOME, client=(address, 5))
