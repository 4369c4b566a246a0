"""How the desk answers: records of the contract as JSON, and refusals in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec
from fastapi import HTTPException, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from sayso.model.problem import SaysoError
from sayso.show.desk.desk import Desk
from sayso.show.desk.shapes import Trouble

S = TypeVar("S", bound=msgspec.Struct)
T = TypeVar("T")
_encoder = msgspec.json.Encoder()
REFUSALS = (400, 401, 403, 404, 409, 413, 422, 429)


def answer(found: msgspec.Struct, headers: Mapping[str, str] | None = None) -> Response:
    """Return a record as JSON."""
    return Response(_encoder.encode(found), media_type="application/json", headers=dict(headers or {}))


def gives(shape: type[msgspec.Struct], asks: type[msgspec.Struct] | None = None) -> dict[str, Any]:
    """Return what FastAPI is told of a path that answers in a shape, and asks for one as its body."""
    told = {200: {"description": _first(shape), "content": _json(shape)}}
    found: dict[str, Any] = {"responses": told | _refusals(), "response_class": Response}
    if asks is not None:
        found["openapi_extra"] = {"requestBody": {"required": True, "content": _json(asks)}}
    return found


def gives_file(media: str) -> dict[str, Any]:
    """Return what FastAPI is told of a path that answers with a file of a media type."""
    told = {200: {"description": "The file.", "content": {media: {"schema": {"type": "string"}}}}}
    return {"responses": told | _refusals(), "response_class": Response}


def _refusals() -> dict[int, dict[str, Any]]:
    return {code: {"description": "Refused, in words.", "content": _json(Trouble)} for code in REFUSALS}


def _json(shape: type[msgspec.Struct]) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{shape.__name__}"}}}


def _first(shape: type[msgspec.Struct]) -> str:
    return (shape.__doc__ or shape.__name__).strip().splitlines()[0]


async def body(request: Request, shape: type[S]) -> S:
    """Return the body of a request as a record.

    Raises:
        HTTPException: 422 with the fault in words, when it is none.
    """
    try:
        return msgspec.json.decode(await request.body(), type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise HTTPException(422, f"not what is asked for here: {error}") from error


async def in_thread(work: Callable[[], T]) -> T:
    """Do something that waits for the disk, away from the loop that serves everybody."""
    return await run_in_threadpool(work)


def refused(work: Callable[[], T], code: int) -> T:
    """Do something, and turn the ledger's refusal into the desk's.

    Raises:
        HTTPException: with the given status and the ledger's words.
    """
    try:
        return work()
    except SaysoError as error:
        raise HTTPException(code, str(error)) from error


def desk(request: Request) -> Desk:
    """Return the desk that a request came to."""
    found: Desk = request.app.state.desk
    return found


def missing(what: str) -> HTTPException:
    """Return the refusal for an id that names nothing."""
    return HTTPException(404, f"the ledger holds no {what}")
