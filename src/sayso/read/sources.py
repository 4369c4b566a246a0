"""Files, folders and standard input to captures: the bytes of each text exactly as received, one capture a text or row.

Bounded: one text or row may have at most ``LONGEST`` bytes (10 MB), a ``.json`` file ``LONGEST_JSON`` (100 MB) since it has
no rows to read one by one; JSON Lines and CSV files may be of any length. What can't be read comes as a Refusal.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple

from sayso.model.article import Capture, Form, Refusal, Supplied
from sayso.model.problem import Problem
from sayso.read.forms import Kind, kind_of, not_text, suffixes
from sayso.read.records import records
from sayso.read.rows import named, row_of
from sayso.read.streams import Broken, Stream

LONGEST = 10_000_000
LONGEST_JSON = 100_000_000

WHOLE: dict[Kind, Form] = {"text": "text", "markdown": "markdown", "html": "html"}


class Source(NamedTuple):
    """What is being read: how the user calls it, where it is, and what the user said of it."""

    ref: str
    origin: str
    supplied: Supplied

    def refuse(self, code: str, message: str, *, row: int = 0) -> Refusal:
        """Return the refusal of this source, or of one row of it."""
        return Refusal(self._name(row), whole(self.origin), Problem(code, message))

    def capture(self, data: bytes, form: Form, *, row: int = 0, offset: int = 0, header: bytes = b"") -> Capture:
        """Return the capture of the whole source, or of one row of it."""
        digest = sha256(data).hexdigest()
        return Capture(data, digest, self._name(row), whole(self.origin), form, offset, self.supplied, header)

    def _name(self, row: int) -> str:
        return whole(f"{self.ref}#{row}" if row else self.ref)


def whole(name: str) -> str:
    """Return a file's name with U+FFFD for bytes that are no UTF-8: nothing that is kept or printed can hold them."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def captures(
    sources: Sequence[str | Path], *, supplied: Supplied | None = None, stdin: BinaryIO | None = None
) -> Iterator[Capture | Refusal]:
    """Yield what the sources hold, in their order: files, folders (all files of a known form in them), "-" for ``stdin``.

    A row with an id has it as ``ref``; others have the path as given, rows with "#" and their number (lines of JSON Lines,
    records of CSV, elements of a JSON array; all from 1).
    """
    said = supplied or Supplied()
    for named_source in sources:
        ref = os.fspath(named_source)
        if ref == "-":
            yield from _from_stdin(Source(ref, ref, said), stdin)
        else:
            yield from _from_path(Source(ref, os.path.abspath(ref), said))  # noqa: PTH100 - resolve() would follow links


def _from_stdin(source: Source, stdin: BinaryIO | None) -> Iterator[Capture | Refusal]:
    if stdin is None:
        yield source.refuse("S011", "standard input is not open")
        return
    try:
        yield from _from_stream(source, Stream(stdin))
    except OSError as error:
        yield source.refuse("S011", f"can't be read: {error.strerror or error}")


def _from_path(source: Source) -> Iterator[Capture | Refusal]:
    try:
        mode = os.stat(source.origin).st_mode  # noqa: PTH116 - a name with a NUL byte is no Path error to us
        if stat.S_ISDIR(mode):
            yield from _from_folder(source)
            return
        with open(source.origin, "rb") as handle:  # noqa: PTH123 - same
            yield from _from_stream(source, Stream(handle))
    except FileNotFoundError:
        yield source.refuse("S010", "no such file or folder")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not a file name"
        yield source.refuse("S011", f"can't be read: {reason or error}")


def _from_folder(folder: Source) -> Iterator[Capture | Refusal]:
    found = False
    for inside in _walk(folder):
        found = True
        if isinstance(inside, Refusal):
            yield inside
        else:
            yield from _from_path(inside)
    if not found:
        yield folder.refuse("S012", f"no file with an ending read here ({', '.join(suffixes())})")


def _walk(folder: Source) -> Iterator[Source | Refusal]:
    """Yield the files of known form, sorted by path; a folder met before (a loop of links) is not entered again."""
    seen: set[tuple[int, int]] = set()
    waiting = [folder.ref]
    while waiting:
        path = waiting.pop()
        inside = Source(path, os.path.abspath(path), folder.supplied)  # noqa: PTH100 - as above
        known = path.lower().endswith(suffixes())
        try:
            state = os.stat(path)  # noqa: PTH116 - strings throughout, so that the path stays as the user wrote it
            if stat.S_ISDIR(state.st_mode) and (state.st_dev, state.st_ino) not in seen:
                seen.add((state.st_dev, state.st_ino))
                waiting.extend(_names_in(path))
            elif stat.S_ISREG(state.st_mode) and known:
                yield inside
        except FileNotFoundError:
            # A link that leads nowhere matters when its ending says that it should have been read.
            if known:
                yield inside
        except OSError as error:
            yield inside.refuse("S011", f"can't be read: {error.strerror or error}")


def _names_in(folder: str) -> list[str]:
    """Return what is in a folder, hidden names left out, the last first: the caller takes them from the end."""
    names = sorted(os.listdir(folder), reverse=True)  # noqa: PTH208 - as above
    return [os.path.join(folder, n) for n in names if not n.startswith(".")]  # noqa: PTH118 - as above


def _from_stream(source: Source, stream: Stream) -> Iterator[Capture | Refusal]:
    kind = kind_of(source.ref, stream.head)
    if why := not_text(stream.head, kind):
        yield source.refuse("S013", why)
        return
    try:
        if kind in WHOLE:
            yield _whole(source, stream, WHOLE[kind])
        elif kind == "json":
            yield from _json_file(source, stream)
        else:
            yield from _rows(source, stream, kind)
    except Broken as broken:
        yield source.refuse("S015", str(broken))


def _whole(source: Source, stream: Stream, form: Form) -> Capture | Refusal:
    data = stream.whole(LONGEST)
    if data is None:
        return source.refuse("S014", f"more than {LONGEST:,} bytes in one text")
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        return source.refuse("S001", "the file is empty")
    if why := not_text(data, form):
        return source.refuse("S013", why)
    return source.capture(data, form)


def _json_file(source: Source, stream: Stream) -> Iterator[Capture | Refusal]:
    from sayso.read.json_file import elements

    data = stream.whole(LONGEST_JSON)
    if data is None:
        yield source.refuse(
            "S014", f"a .json file of more than {LONGEST_JSON:,} bytes: make it JSON Lines, an object a line"
        )
        return
    if not data.strip():
        yield source.refuse("S001", "the file is empty")
        return
    found = elements(data)
    if isinstance(found, Problem):
        yield Refusal(source.ref, source.origin, found)
        return
    for row, start, end in found:
        yield _row(source, source.capture(data[start:end], "json-row", row=row, offset=start), row)
    if not found:
        yield source.refuse("S018", "the JSON array is empty")


def _rows(source: Source, stream: Stream, kind: Kind) -> Iterator[Capture | Refusal]:
    any_row = False
    for row, offset, header, data in records(stream, kind, LONGEST):
        any_row = True
        if isinstance(data, Problem):
            yield source.refuse(data.code, data.message, row=row)
            continue
        form: Form = "csv-row" if kind == "csv" else "json-row"
        yield _row(source, source.capture(data, form, row=row, offset=offset, header=header), row)
    if not any_row:
        empty = not stream.head.strip()
        yield source.refuse("S001" if empty else "S018", "the file is empty" if empty else "a header but no rows")


def _row(source: Source, capture: Capture, row: int) -> Capture | Refusal:
    """Return the capture under the row's own id if it has one, or a refusal of a row that can't be read."""
    if len(capture.data) > LONGEST:
        return source.refuse("S014", f"row {row}: more than {LONGEST:,} bytes", row=row)
    fields = row_of(capture)
    if isinstance(fields, Problem):
        return source.refuse(fields.code, f"row {row}: {fields.message}", row=row)
    _, given = named(fields, "id")
    return replace(capture, ref=given) if given else capture
