"""Signing in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anyio.to_thread
import msgspec
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from sayso.show.desk.accounts import Accounts
from sayso.show.desk.credentials import plain
from sayso.show.desk.shapes import LoginAsk

if TYPE_CHECKING:
    from sayso.show.desk.gate import Gate

COOKIE = "sayso_session"
router = APIRouter()
_REFUSED = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Trouble"}}}}
_TOLD: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Done.",
        "content": {
            "application/json": {
                "schema": {"type": "object", "properties": {"ok": {"const": True}}, "required": ["ok"]}
            }
        },
    },
    **{code: {"description": "Refused, in words.", **_REFUSED} for code in (401, 403, 404, 413, 421, 422, 429, 503)},
}
_BODY = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/LoginAsk"}}}, "required": True}


@router.post("/login.json", response_class=Response, responses=_TOLD, openapi_extra={"requestBody": _BODY})
async def login(request: Request) -> Response:
    """Sign in: the answer sets the session's cookie. After too many failures 429 with ``Retry-After``."""
    gate: Gate = request.state.gate
    accounts, asked = _accounts(gate), await _asked(request)
    name, address = plain(asked.name), request.client.host if request.client else ""
    if wait := gate.throttle.begin(name, address):
        raise HTTPException(429, f"too many tries: wait {-(-wait // 60)} minutes", {"retry-after": str(wait)})
    old = request.cookies.get(COOKIE, "")
    token = await anyio.to_thread.run_sync(accounts.sign_in, name, asked.password, old, limiter=gate.hashing)
    if not token:
        raise HTTPException(401, "no account has this name and password")
    gate.throttle.succeeded(name, address)
    made = _done()
    made.set_cookie(COOKIE, token, **_flags(request))
    return made


@router.post("/logout.json", response_class=Response, responses=_TOLD)
async def logout(request: Request) -> Response:
    """Sign out: the session ends here, whatever becomes of the cookie."""
    accounts = _accounts(request.state.gate)
    await anyio.to_thread.run_sync(accounts.sign_out, request.cookies.get(COOKIE, ""))
    made = _done()
    made.delete_cookie(COOKIE, **_flags(request))
    return made


def _accounts(gate: Gate) -> Accounts:
    if gate.accounts is None:
        raise HTTPException(404, "this desk has no accounts: it serves one person")
    return gate.accounts


async def _asked(request: Request) -> LoginAsk:
    try:
        return msgspec.json.decode(await request.body(), type=LoginAsk)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise HTTPException(422, f"a name and a password are asked for: {error}") from error


def _done() -> Response:
    return Response(b'{"ok":true}', media_type="application/json")


def _flags(request: Request) -> dict[str, Any]:
    """Return how the cookie is kept: for this site alone, out of scripts' sight, gone with the browser's session."""
    return {"path": "/", "httponly": True, "samesite": "strict", "secure": request.url.scheme == "https"}
