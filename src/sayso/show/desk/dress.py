"""What every answer carries so that browsers keep it safe, and how large a request may be."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from fastapi import HTTPException
from fastapi.responses import Response
from starlette.datastructures import MutableHeaders
from starlette.types import Message, Receive

from sayso.show.desk.shapes import Trouble

LARGEST = 1 << 20
"""Bytes of a request's body."""
TOO_LARGE = f"more than {LARGEST} bytes are not taken"
ASSETS = ("/static/", "/basemap/")
"""What ships with Sayso and is the same for everybody; browsers may keep it."""
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": (
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "magnetometer=(), microphone=(), payment=(), usb=()"
    ),
}


def dress(path: str, message: Message, elsewhere: Sequence[str] = ()) -> None:
    """Put the headers on the start of an answer. No cache keeps answers, but for what ships with Sayso.

    ``elsewhere`` are origins that the user's own map style takes tiles from.
    """
    headers = MutableHeaders(scope=message)
    for name, value in HEADERS.items():
        headers[name] = value
    if elsewhere:
        headers["content-security-policy"] = opened(elsewhere)
    data = headers.get("content-type", "").startswith("application/json")
    if not path.startswith(ASSETS) or message["status"] >= 400:
        headers["cache-control"] = "no-store" if data else headers.get("cache-control", "no-store")


def opened(elsewhere: Sequence[str]) -> str:
    """Return the policy that also lets maps take tiles and pictures from some origins."""
    more, policy = " ".join(elsewhere), HEADERS["content-security-policy"]
    return policy.replace("connect-src 'self'", f"connect-src 'self' {more}").replace(
        "img-src 'self'", f"img-src 'self' {more}"
    )


def measured(receive: Receive) -> Receive:
    """Return ``receive`` that refuses a body which is larger than it may be, whatever its length was said to be."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > LARGEST:
            raise HTTPException(413, TOO_LARGE)
        return message

    return counted


def trouble(code: int, words: str) -> Response:
    """Return a refusal in words."""
    return Response(msgspec.json.encode(Trouble(words, code)), code, media_type="application/json")
