"""A map style of the user's own: read once, and the only thing that lets pages ask anybody else for anything."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.model.problem import SaysoError

VERSION = 8
"""Of the MapLibre style specification."""
LARGEST = 4 << 20
ORIGIN = re.compile(r"^(?:pmtiles://)?(https?://[\w.{}-]+(?::\d+)?)")
"""Where tiles, fonts and pictures of a style come from."""


@dataclass(frozen=True, slots=True)
class MapStyle:
    """A style as JSON, and the origins (scheme, host, port) that maps drawn by it ask for tiles, fonts and pictures."""

    data: bytes
    origins: tuple[str, ...]


def read(path: Path) -> MapStyle:
    """Return the style in a file.

    Raises:
        SaysoError: when it can't be read or is none.
    """
    try:
        data = path.read_bytes()
        style = json.loads(data)
    except (OSError, ValueError) as error:
        raise SaysoError(f"{path} is no map style: {error}") from error
    if (
        not isinstance(style, dict)
        or style.get("version") != VERSION
        or not isinstance(style.get("layers"), list)
        or len(data) > LARGEST
    ):
        raise SaysoError(f"{path} is no map style: a MapLibre style of version {VERSION} with layers is asked for")
    asked = {k: v for k, v in style.items() if k in {"sources", "glyphs", "sprite"}}
    found = sorted({re.sub(r"\{[^}]*\}", "*", o) for words in _words(asked) for o in ORIGIN.findall(words)})
    return MapStyle(data, tuple(found))


def _words(value: object) -> Iterator[str]:
    """Yield every text in a style but those that only credit somebody."""
    if isinstance(value, dict):
        for key, held in value.items():
            if key != "attribution":
                yield from _words(held)
    elif isinstance(value, list):
        for held in value:
            yield from _words(held)
    elif isinstance(value, str):
        yield value
