"""The texts of marked articles, which are not shipped: looked up by id in the corpora they were taken from."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path


def texts_of(folder: Path) -> Callable[[str], str]:
    """Return the function that gives an article's text by its id; ``folder`` holds ``*.jsonl.gz`` of ``id`` and ``text``."""

    @cache
    def table() -> dict[str, str]:
        found = {}
        for file in sorted(folder.glob("*.jsonl.gz")):
            if file.name != "throughput.jsonl.gz":
                with gzip.open(file, "rt", encoding="utf-8") as lines:
                    found.update({row["id"]: row["text"] for row in map(json.loads, lines)})
        return found

    return lambda name: table()[name]
