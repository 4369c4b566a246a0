"""Stand-in reading for worker processes: takes its time, and dies at the number of the beast."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from tests.builders import refusal

from sayso.model.article import Capture, Refusal


def captures(number: int) -> Iterator[Capture]:
    for n in range(number):
        yield Capture(b"die" if number == 666 and n == 100 else b"x", "00", f"{n}", "/", "text")


def read_chunk(chunk: list[Capture | Refusal]) -> list[Refusal]:
    time.sleep(0.01)
    if any(isinstance(c, Capture) and c.data == b"die" for c in chunk):
        os._exit(9)
    return [refusal(f"done-{c.ref}") for c in chunk]
