"""Who stands at the desk and what they may do: hosts, sessions, roles, and a token on every write."""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Literal
from urllib.parse import urlsplit

import msgspec
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.model.problem import SaysoError
from sayso.show.desk.accounts import IDLE, Accounts, Role, Signed
from sayso.show.desk.shapes import LoginAsk, Trouble

ROLES: tuple[Role, ...] = ("reader", "coder", "reviewer", "custodian")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
COOKIE = "sayso_session"
TOKEN = "x-sayso-csrf"  # noqa: S105 - the name of a header, no secret
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST = 1 << 20
"""Bytes of a request's body."""
OPEN = ("/static/", "/basemap/", "/session.json", "/login.json")
"""What may be asked for before signing in: besides these the shell of each page, which holds no data."""
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
router = APIRouter()


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks. ``role`` is "" for nobody signed in; ``accounts`` tells whether the desk has any."""

    name: str
    role: Role | Literal[""]
    csrf: str
    accounts: bool
    token: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """What decides who comes in: accounts, or None for one person on this machine, and the names the desk answers to."""

    accounts: Accounts | None
    name: str
    hosts: frozenset[str]
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    def person(self, headers: Headers) -> Person:
        """Return who sends a request with these headers."""
        if self.accounts is None:
            return Person(self.name, "custodian", self.csrf, accounts=False)
        token = _cookie(headers.get("cookie", ""))
        signed: Signed | None = self.accounts.signed(token) if token else None
        if signed is None:
            return Person("", "", "", accounts=True)
        return Person(signed.name, signed.role, signed.csrf, accounts=True, token=token)

    def refusal(self, scope: Scope, headers: Headers, who: Person) -> tuple[int, str] | None:
        """Return why a request is refused before anything looks at it; None when it may go on."""
        if _host(headers.get("host", "")) not in self.hosts:
            return 421, "this desk does not answer under that host name"
        if scope["method"] not in SAFE:
            return self._unsafe(scope, headers, who)
        path = scope["path"]
        data = path.endswith((".json", ".csv", ".zip", ".graphml", ".html"))
        if data and not who.role and not path.startswith(OPEN):
            return 401, "sign in first"
        return None

    def _unsafe(self, scope: Scope, headers: Headers, who: Person) -> tuple[int, str] | None:
        if not _same_origin(headers):
            return 403, "a write has to come from the desk's own pages"
        if scope["path"] == "/login.json":
            return None
        if not who.role:
            return 401, "sign in first"
        if not hmac.compare_digest(headers.get(TOKEN, "").encode(), who.csrf.encode()):
            return 403, "a write needs the header X-Sayso-CSRF with the token of /session.json"
        length = headers.get("content-length", "")
        if length.isdecimal() and int(length) > LARGEST:
            return 413, f"more than {LARGEST} bytes"
        return None


class Gated:
    """Middleware that asks the gate about every request, and puts the headers that keep browsers safe on every answer."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self.app = app
        self.gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    found.setdefault(name, value)
                found.setdefault("cache-control", "no-store")
            await send(message)

        headers = Headers(scope=scope)
        who = await run_in_threadpool(self.gate.person, headers) if self.gate.accounts else self.gate.person(headers)
        refusal = self.gate.refusal(scope, headers, who)
        if refusal is not None:
            await _trouble(*refusal)(scope, receive, guarded)
            return
        scope.setdefault("state", {}).update(person=who, gate=self.gate)
        await self.app(scope, _measured(receive), guarded)


def _measured(receive: Receive) -> Receive:
    """Return ``receive`` that ends a body which is larger than it may be, whatever its length was said to be."""
    seen = 0

    async def measured() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > LARGEST:
            raise HTTPException(413, f"more than {LARGEST} bytes")
        return message

    return measured


def _trouble(code: int, words: str) -> Response:
    return Response(msgspec.json.encode(Trouble(words, code)), code, media_type="application/json")


def _cookie(header: str) -> str:
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _host(header: str) -> str:
    """Return the name in a Host header, without its port."""
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0].lower()


def _same_origin(headers: Headers) -> bool:
    """Tell whether what a browser says of where a request comes from is the desk itself; other programs say nothing."""
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin", "")
    return not origin or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def person(request: Request) -> Person:
    """Return who sent a request."""
    found: Person = request.state.person
    return found


def need(role: Role) -> Callable[[Request], Person]:
    """Return the dependency that lets in whoever has at least a role.

    Raises:
        HTTPException: 401 for nobody, 403 for a lower role.
    """

    def needed(request: Request) -> Person:
        who = person(request)
        if not who.role:
            raise HTTPException(401, "sign in first")
        if ROLES.index(who.role) < ROLES.index(role):
            raise HTTPException(403, f"this needs the role {role}; {who.name} is {who.role}")
        return who

    return needed


def refuse_beyond_loopback(host: str, accounts: Accounts | None) -> None:
    """Refuse to listen beyond this machine without accounts.

    Raises:
        SaysoError: when the host is none of this machine's own, and there are no accounts.
    """
    if accounts is None and not _loopback(host):
        raise SaysoError(
            f"{host} can be reached from other machines: turn on accounts with --users, or listen at 127.0.0.1"
        )


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@router.post("/login.json", include_in_schema=False)
async def login(request: Request) -> Response:
    """Sign in."""
    gate: Gate = request.state.gate
    if gate.accounts is None:
        return Response(b'{"ok":true}', media_type="application/json")
    try:
        asked = msgspec.json.decode(await request.body(), type=LoginAsk)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise HTTPException(422, "a name and a password are asked for") from error
    address = request.client.host if request.client else ""
    token = await run_in_threadpool(gate.accounts.sign_in, asked.name, asked.password, address)
    if isinstance(token, int):
        raise HTTPException(429, f"too many attempts: try again in {token} seconds", {"retry-after": str(token)})
    if not token:
        raise HTTPException(401, "no account has this name and password")
    made = Response(b'{"ok":true}', media_type="application/json")
    secure = request.url.scheme == "https"
    made.set_cookie(COOKIE, token, max_age=IDLE, path="/", secure=secure, httponly=True, samesite="strict")
    return made


@router.post("/logout.json", include_in_schema=False)
async def logout(request: Request) -> Response:
    """Sign out: the session ends on the desk's side as well."""
    gate: Gate = request.state.gate
    if gate.accounts is not None:
        await run_in_threadpool(gate.accounts.sign_out, person(request).token)
    made = Response(b'{"ok":true}', media_type="application/json")
    made.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
    return made
