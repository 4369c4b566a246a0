"""Writes the desk's contract for the front end: TypeScript types and a JSON Schema, from the shapes the back end answers in.

    python -m bench.contract

``frontend/src/contract.ts`` is what the front end is compiled against, ``frontend/tests/contract.schema.json`` what its tests hold the back
end's answers against. ``make schema`` runs this too.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from sayso.show.desk import openapi, shapes

FRONT = Path(__file__).parent.parent / "frontend"
HEAD = "// Written by `make schema` from src/sayso/show/desk/shapes.py: change the shapes, not this file.\n"
PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}


def components(template: str = "#/$defs/{name}") -> dict[str, Any]:
    """Return the JSON Schema of every shape by its name."""
    return msgspec.json.schema_components(openapi.structs(), ref_template=template)[1]


def typed(schema: dict[str, Any]) -> str:
    """Return the TypeScript type of one JSON Schema."""
    ways: dict[str, Callable[[], str]] = {
        "$ref": lambda: str(schema["$ref"].rsplit("/", 1)[1]),
        "enum": lambda: " | ".join(json.dumps(v) for v in schema["enum"]),
        "const": lambda: json.dumps(schema["const"]),
        "anyOf": lambda: " | ".join(dict.fromkeys(typed(s) for s in schema["anyOf"])),
        "items": lambda: f"({typed(schema['items'])})[]",
        "additionalProperties": lambda: f"Record<string, {typed(schema['additionalProperties'])}>",
    }
    if "prefixItems" in schema:
        return f"[{', '.join(typed(s) for s in schema['prefixItems'])}]"
    return next((way() for key, way in ways.items() if key in schema), PLAIN.get(str(schema.get("type")), "unknown"))


def interface(name: str, schema: dict[str, Any]) -> str:
    """Return one shape as a TypeScript interface, its docstring above it; every key is there in what the back end writes."""
    lines = [f"/** {' '.join(schema['description'].split())} */"] if "description" in schema else []
    lines.append(f"export interface {name} {{")
    for key, value in schema.get("properties", {}).items():
        missing = (
            "?"
            if value.get("default", ...) is ... and key not in schema.get("required", []) and _unset(name, key)
            else ""
        )
        lines.append(f"  {json.dumps(key) if not key.isidentifier() else key}{missing}: {typed(value)};")
    return "\n".join([*lines, "}"])


def _unset(name: str, key: str) -> bool:
    """Tell whether a field may be left out of what is written."""
    kind = getattr(shapes, name, None)
    return kind is not None and any(
        f.encode_name == key and f.default is msgspec.UNSET for f in msgspec.structs.fields(kind)
    )


def types() -> str:
    """Return the TypeScript types of all shapes."""
    return HEAD + "\n" + "\n\n".join(interface(name, schema) for name, schema in sorted(components().items())) + "\n"


def main() -> None:
    """Write both files."""
    (FRONT / "src" / "contract.ts").write_text(types(), encoding="utf-8")
    tests = FRONT / "tests"
    tests.mkdir(exist_ok=True)
    text = json.dumps({"$defs": components()}, indent=1, sort_keys=True)
    (tests / "contract.schema.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
