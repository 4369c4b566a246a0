"""Who is asking and what they may do: every request passes here before anything looks at it."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field

import anyio
import anyio.to_thread
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.model.problem import SaysoError
from sayso.show.desk import origin
from sayso.show.desk.accounts import Accounts
from sayso.show.desk.dress import ASSETS, LARGEST, TOO_LARGE, dress, measured, trouble
from sayso.show.desk.origin import LOOPBACK
from sayso.show.desk.person import NOBODY, Person, need, person
from sayso.show.desk.signing import COOKIE, router
from sayso.show.desk.throttle import Throttle

__all__ = ["LOOPBACK", "Gate", "Gated", "Person", "need", "person", "refuse_beyond_loopback", "router"]
CSRF = "x-sayso-csrf"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
HASHING = 2
"""Passwords verified at once: each takes 64 MiB and a core for a moment, and anybody may ask for it."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What decides who comes in: accounts, or None for one person, called ``name``; and the hosts that the desk answers as.

    ``elsewhere`` are origins that maps may take tiles from.
    """

    accounts: Accounts | None
    name: str
    hosts: frozenset[str]
    elsewhere: tuple[str, ...] = ()
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    throttle: Throttle = field(default_factory=Throttle, repr=False)
    hashing: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(HASHING), repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "hosts", origin.named(self.hosts))

    async def person(self, token: str) -> Person:
        """Return whose session a token is of.

        Raises:
            SaysoError: when the file of accounts can't be used.
        """
        if self.accounts is None:
            return Person(self.name, "custodian", self.csrf)
        signed = self.accounts.signed(token) if token else None  # some microseconds: a thread would cost more
        if signed is None:
            return NOBODY
        if signed.stale:
            await anyio.to_thread.run_sync(self.accounts.note, token)
        return Person(signed.name, signed.role, signed.csrf, accounts=True)

    def foreign(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        """Return why a request is refused whoever sends it: sent to another host, from another site's page, too large."""
        if not origin.known(headers, self.hosts):
            return 421, "the desk does not answer under that host name; 'sayso serve --host-name NAME' makes it"
        if scope["method"] in SAFE:
            return (403, "another site's page may link here, not read from here") if origin.embedded(headers) else None
        if not origin.own(headers, scope["scheme"]):
            return 403, "a write has to come from the desk's own pages"
        length = headers.get("content-length", "0")
        return (413, TOO_LARGE) if not length.isdecimal() or int(length[:20]) > LARGEST else None

    def barred(self, scope: Scope, headers: Headers, who: Person) -> tuple[int, str] | None:
        """Return why a request is refused to this person: not signed in, or a write without the session's token."""
        if _open(scope):
            return None
        if not who.role:
            return 401, "sign in first"
        token = headers.get(CSRF, "").encode("utf-8", "surrogatepass")
        if scope["method"] not in SAFE and not hmac.compare_digest(token, who.csrf.encode()):
            return 403, "a write needs the header X-Sayso-CSRF with the token that /session.json gives"
        return None


def _open(scope: Scope) -> bool:
    """Tell whether anybody may ask for it."""
    path: str = scope["path"]
    if scope["method"] in SAFE:
        return path == "/session.json" or path.startswith(ASSETS)
    return bool(scope["method"] == "POST" and path == "/login.json")


def _wants_page(scope: Scope, headers: Headers) -> bool:
    """Tell whether a browser asks for a page to show: every page has the same shell, which asks for its data afterwards."""
    path: str = scope["path"]
    looked = "." not in path.rpartition("/")[2] or "text/html" in headers.get("accept", "")
    return looked and scope["method"] in SAFE and not path.endswith(".json")


class Gated:
    """Middleware that asks the gate about every request, and puts on every answer the headers that keep browsers safe."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self.app = app
        self.gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it. There are no web sockets."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def dressed(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                dress(scope["path"], message, self.gate.elsewhere)
            await send(message)

        try:
            await self._let_in(scope, receive, dressed)
        except HTTPException as error:
            if begun:
                raise
            await trouble(error.status_code, str(error.detail))(scope, receive, dressed)
        except Exception:  # a fault of the desk's own is told in words, then goes on to the log
            if not begun:
                await trouble(500, "the desk failed at this; the terminal it runs in says why")(scope, receive, dressed)
            raise

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        who, refusal = NOBODY, self.gate.foreign(scope, headers)
        if refusal is None:
            try:
                who = await self.gate.person(HTTPConnection(scope).cookies.get(COOKIE, ""))
                refusal = self.gate.barred(scope, headers, who)
            except SaysoError as error:
                refusal = 503, str(error)
        if refusal and refusal[0] == 401 and _wants_page(scope, headers):
            refusal = None
            scope = {**scope, "path": "/", "raw_path": b"/"}  # the shell and nothing else, whatever was asked for
        if refusal:
            await trouble(*refusal)(scope, receive, send)
            return
        known = {**scope.get("state", {}), "person": who, "gate": self.gate}
        await self.app({**scope, "state": known}, measured(receive), send)


def refuse_beyond_loopback(host: str, accounts: Accounts | None) -> None:
    """Refuse to listen beyond this machine without accounts.

    Raises:
        SaysoError: when others could reach the host, and there are no accounts.
    """
    origin.refuse_beyond_loopback(host, accounts=accounts is not None)
