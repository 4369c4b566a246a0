"""The desk as a web application: pages, their JSON twins, static files, refusals in words."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import anyio.to_thread
from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException as Refusal
from starlette.middleware.gzip import GZipMiddleware

from sayso.model.problem import SaysoError
from sayso.show.desk import gate, openapi
from sayso.show.desk.answers import answer
from sayso.show.desk.desk import Desk
from sayso.show.desk.mapstyle import MapStyle
from sayso.show.desk.pages import articles, board, claims, compare, dossiers, happenings, review, sources
from sayso.show.desk.shapes import Trouble

PAGES = (
    "/", "/articles", "/articles/{key}", "/claims", "/claims/{key}", "/happenings", "/happenings/{key}", "/sources",
    "/sources/{key:path}", "/review", "/dossiers", "/dossiers/{key}", "/compare",
)  # fmt: skip
"""Addresses of pages: each gives the shell, and the front end asks for the twin."""
KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json", ".html": "text/html", ".png": "image/png", ".woff2": "font/woff2", ".map": "application/json", ".mjs": "text/javascript"}  # fmt: skip
HANDS = 8
"""Threads that read the ledger at once, each with a connection of its own."""
HOME = files("sayso.show.desk")


def create(desk: Desk, guard: gate.Gate, style: MapStyle | None = None) -> FastAPI:
    """Return the application over a desk; ``guard`` knows who may do what, ``style`` draws maps in place of the shipped ones."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = HANDS
        await anyio.to_thread.run_sync(desk.upkeep.start)
        yield
        await anyio.to_thread.run_sync(desk.upkeep.stop)

    app = FastAPI(title="Sayso desk", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url="/openapi.json")
    app.state.desk = desk
    for part in (claims, happenings, articles, sources, review, dossiers, compare, board, gate):
        app.include_router(part.router)
    _files(app, style)
    _refusals(app)
    app.openapi = lambda: openapi.described(app)  # type: ignore[method-assign]
    app.add_middleware(GZipMiddleware, minimum_size=2_000, compresslevel=1)
    app.add_middleware(gate.Gated, gate=guard)
    return app


def _files(app: FastAPI, style: MapStyle | None) -> None:
    """Add the shell at every page's address, the built front end and the base map."""
    shell = (HOME / "static" / "index.html").read_bytes()

    def page() -> Response:
        return Response(shell, media_type="text/html; charset=utf-8", headers={"cache-control": "no-cache"})

    for path in PAGES:
        app.add_api_route(path, page, include_in_schema=False, response_class=Response)
    if style is not None:

        def own() -> Response:
            return Response(style.data, media_type="application/json")

        for scheme in ("light", "dark"):
            app.add_api_route(f"/basemap/style-{scheme}.json", own, include_in_schema=False, response_class=Response)
    app.add_api_route("/static/{name:path}", lambda name: _file("static", name), include_in_schema=False)
    app.add_api_route("/basemap/{name:path}", lambda name: _file("basemap", name), include_in_schema=False)


def _file(folder: str, name: str) -> Response:
    """Return a shipped file, or one that lies there packed; never one outside the folder.

    Raises:
        HTTPException: 404 when there is none.
    """
    home = Path(str(HOME / folder)).resolve()
    asked = (home / name).resolve()
    if not asked.is_relative_to(home):
        raise HTTPException(404, "no such file")
    headers = {"cache-control": "max-age=3600"}
    kind = KINDS.get(asked.suffix, "application/octet-stream")
    if asked.is_file():
        return Response(asked.read_bytes(), media_type=kind, headers=headers)
    packed = asked.with_name(asked.name + ".gz")
    if packed.is_file():
        return Response(gzip.decompress(packed.read_bytes()), media_type=kind, headers=headers)
    raise HTTPException(404, "no such file")


def _refusals(app: FastAPI) -> None:
    """Have every refusal told in words, in one shape."""

    @app.exception_handler(Refusal)
    def refused(_: Request, error: Refusal) -> Response:
        return _trouble(error.status_code, str(error.detail), error.headers)

    @app.exception_handler(SaysoError)
    def ledger(_: Request, error: SaysoError) -> Response:
        return _trouble(400, str(error))

    @app.exception_handler(RequestValidationError)
    def asked_wrong(_: Request, error: RequestValidationError) -> Response:
        return _trouble(422, "; ".join(_fault(e) for e in error.errors()))


def _fault(e: Any) -> str:
    """Return what is wrong with a parameter: "limit: Input should be less than or equal to 500"."""
    return f"{'.'.join(str(p) for p in e['loc'][1:])}: {e['msg']}"


def _trouble(code: int, words: str, headers: Any = None) -> Response:
    made = answer(Trouble(words, code), headers)
    made.status_code = code
    return made
