"""Sayso as a library: read a text or a file, get records."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sayso.model.article import Capture, Refusal, Supplied
from sayso.model.claim import Attribution
from sayso.model.problem import SaysoError
from sayso.model.reading import Reading
from sayso.model.when import Timex
from sayso.model.where import Place
from sayso.pipeline.run import outcomes

if TYPE_CHECKING:
    from sayso.pipeline.alone import StageResult

T = TypeVar("T")


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
    return _one(source, outcomes(_captures(source, Supplied(title, outlet, published, url))))[1]


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


def voices(
    source: str | Path, *, title: str = "", outlet: str = "", published: str = "", url: str = ""
) -> StageResult[Attribution]:
    """Return every attribution of one article, checkable claim or not: ``found`` in reading order, spans into ``article.text``.

    Arguments and errors as of ``read``. Of a text handed over, and of a plain file, ``article.text`` is that text unchanged.
    """
    from sayso.pipeline import alone

    found = alone.run(alone.voices, _captures(source, Supplied(title, outlet, published, url)))
    return _one(source, found)


def dates(
    source: str | Path, *, title: str = "", outlet: str = "", published: str = "", url: str = ""
) -> StageResult[Timex]:
    """Return the time expressions of one article: TIMEX3 values with first and last day.

    Relative ones ("on Sunday") count from the day of the dateline if the text has one, else from ``published``, and have no days
    without either. Arguments and errors as of ``read``.
    """
    from sayso.pipeline import alone

    found = alone.run(alone.dates, _captures(source, Supplied(title, outlet, published, url)))
    return _one(source, found)


def places(
    source: str | Path, *, title: str = "", outlet: str = "", published: str = "", url: str = ""
) -> StageResult[Place]:
    """Return the place names of one article with the places they mean; those that nobody found have no point.

    Arguments and errors as of ``read``.
    """
    from sayso.pipeline import alone

    found = alone.run(alone.places, _captures(source, Supplied(title, outlet, published, url)))
    return _one(source, found)


def _captures(source: str | Path, supplied: Supplied) -> Iterator[Capture | Refusal]:
    if isinstance(source, Path) or _names_file(source):
        from sayso.read import captures

        return captures([source], supplied=supplied, stdin=None)
    return iter([text_capture(source, supplied)])


def _one(source: str | Path, found: Iterable[T | Refusal]) -> T:
    """Return what was made of the only article of a source.

    Raises:
        SaysoError: when there is none or there are several, or it was refused.
    """
    each = list(found)
    if len(each) != 1:
        raise SaysoError(f"{source} holds {len(each)} articles: use sayso.read_all")
    if isinstance(each[0], Refusal):
        raise SaysoError(f"{each[0].ref}: {each[0].problem.message}")
    return each[0]


def _names_file(source: str) -> bool:
    """Tell whether a string is the name of a file that is there, rather than a text."""
    if len(source) > 4096 or "\n" in source:
        return False
    try:
        return Path(source).is_file()
    except (OSError, ValueError):
        return False
