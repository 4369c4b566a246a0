"""Sayso as a library: read a text or a file, get records."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from sayso.model.article import Capture, Refusal, Supplied
from sayso.model.problem import SaysoError
from sayso.model.reading import Reading
from sayso.pipeline.run import outcomes


def read(source: str | Path, *, title: str = "", outlet: str = "", published: str = "", url: str = "") -> Reading:
    """Read one article: a text, or the one file that a ``Path`` (or the name of an existing file) points at.

    Args:
        source: the text itself, or a file holding one article.
        title: the headline, when the text does not carry it.
        outlet: who published it.
        published: the day, ``YYYY-MM-DD``.
        url: its address.

    Raises:
        SaysoError: when nothing could be read, or the file holds several articles (use ``read_all``).
    """
    supplied = Supplied(title, outlet, published, url)
    if isinstance(source, Path) or _names_file(source):
        found = list(read_all([source], supplied=supplied))
    else:
        found = [_only(text_capture(source, supplied))]
    if len(found) != 1:
        raise SaysoError(f"{source} holds {len(found)} articles: use sayso.read_all")
    if isinstance(found[0], Refusal):
        raise SaysoError(f"{found[0].ref}: {found[0].problem.message}")
    return found[0]


def read_all(
    sources: list[str | Path], *, supplied: Supplied | None = None, workers: int = 1
) -> Iterator[Reading | Refusal]:
    """Yield the reading, or the refusal, of each article in files and folders, in order."""
    from sayso.read import captures

    for outcome in outcomes(captures(sources, supplied=supplied or Supplied(), stdin=None), workers):
        yield outcome if isinstance(outcome, Refusal) else outcome[1]


def text_capture(text: str, supplied: Supplied) -> Capture:
    """Return a text handed over by a program as a capture of its own."""
    data = text.encode("utf-8", "replace")
    return Capture(data, hashlib.sha256(data).hexdigest(), "text", "-", "text", 0, supplied)


def _only(capture: Capture) -> Reading | Refusal:
    outcome = next(outcomes([capture]))
    return outcome if isinstance(outcome, Refusal) else outcome[1]


def _names_file(source: str) -> bool:
    """Tell whether a string is the name of a file that is there, rather than a text."""
    if len(source) > 4096 or "\n" in source:
        return False
    try:
        return Path(source).is_file()
    except (OSError, ValueError):
        return False
