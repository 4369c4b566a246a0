"""The texts that speed is measured on: the shipped sample always, the shared corpora when they are there."""

from __future__ import annotations

import hashlib
from importlib.resources import as_file, files
from pathlib import Path

from sayso.model.article import Capture, Supplied
from sayso.read import captures


def sample() -> list[Capture]:
    """Return the shipped sample as captures."""
    with as_file(files("sayso.show") / "sample") as folder:
        sources = [str(folder / "seed-deir-ezzor.txt"), str(folder / "governments.jsonl")]
        return [c for c in captures(sources, supplied=Supplied(), stdin=None) if isinstance(c, Capture)]


def corpus(shared: Path, name: str, most: int) -> list[Capture]:
    """Return up to ``most`` captures of a shared corpus; none when it is not there."""
    path = shared / "corpora" / f"{name}.jsonl.gz"
    if not path.is_file():
        return []
    found: list[Capture] = []
    for c in captures([str(path)], supplied=Supplied(), stdin=None):
        if isinstance(c, Capture):
            found.append(c)
        if len(found) >= most:
            break
    return found


def again(capture: Capture, n: int) -> Capture:
    """Return the capture with bytes of its own: white space at the end, which changes the digest and nothing else."""
    data = capture.data.rstrip() + b" " * (n % 1000) + b"\t" * (n // 1000 % 1000) + b"\n"
    return Capture(
        data,
        hashlib.sha256(data).hexdigest(),
        f"{capture.ref}-{n}",
        capture.origin,
        capture.form,
        capture.offset,
        capture.supplied,
    )


def words(captured: list[Capture]) -> int:
    """Return how many words the captures hold, rows counted without their other columns."""
    from sayso.read import article

    return sum(len(article(c)[0].text.split()) for c in captured)
