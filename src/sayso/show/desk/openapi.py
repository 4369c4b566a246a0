"""The description of the desk's paths for other programs (OpenAPI), with the shapes of every answer."""

from __future__ import annotations

import inspect
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from sayso import __version__
from sayso.show.desk import shapes

ABOUT = """Every page of the desk has a JSON twin: the same address with `.json`. What is written needs the header `X-Sayso-CSRF`
with the token that `/session.json` gives. Readings are a machine's; nothing here says what is true."""


def structs() -> list[type[msgspec.Struct]]:
    """Return every shape of the contract, in the order they are written."""
    found = [v for v in vars(shapes).values() if inspect.isclass(v) and issubclass(v, msgspec.Struct)]
    return [v for v in found if v is not msgspec.Struct]


def described(app: FastAPI) -> dict[str, Any]:
    """Return the description, made once."""
    if app.openapi_schema is None:
        made = get_openapi(title="Sayso desk", version=__version__, description=ABOUT, routes=app.routes)
        _, found = msgspec.json.schema_components(structs(), ref_template="#/components/schemas/{name}")
        made.setdefault("components", {}).setdefault("schemas", {}).update(found)
        app.openapi_schema = _only_words(made)
    return app.openapi_schema


def _only_words(made: dict[str, Any]) -> dict[str, Any]:
    """Say that a fault in parameters is told in words, as every refusal is."""
    for path in made["paths"].values():
        for operation in path.values():
            if isinstance(operation, dict) and "422" in operation.get("responses", {}):
                operation["responses"]["422"] = {
                    "description": "Refused, in words.",
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Trouble"}}},
                }
    return made
