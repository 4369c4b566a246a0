"""Rows of a source one by one: lines of JSON Lines, records of CSV with their quoted line ends, each as its raw bytes."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from typing import NamedTuple

from sayso.model.problem import Problem
from sayso.read.rows import separator
from sayso.read.streams import Line, Stream


class Record(NamedTuple):
    """A row: its number from 1, the offset where it begins, the header it needs, and its bytes without the last line end."""

    row: int
    offset: int
    header: bytes
    data: bytes | Problem


class _TooLongError(Exception):
    """A CSV record runs over the limit; ``Line`` numbers tell where it began."""


def records(stream: Stream, kind: str, limit: int) -> Iterator[Record]:
    """Yield the rows of a stream, blank lines left out.

    Raises:
        Broken: where a compressed source breaks off; the row it breaks in is not given.
    """
    return _csv_records(stream, limit) if kind == "csv" else _json_lines(stream, limit)


def _json_lines(stream: Stream, limit: int) -> Iterator[Record]:
    for line in stream.lines(limit):
        if line.data is None:
            yield Record(
                line.number, line.offset, b"", Problem("S014", f"line {line.number}: more than {limit:,} bytes")
            )
        elif data := line.data.strip(b" \t\r\n"):
            indent = len(line.data) - len(line.data.lstrip(b" \t\r\n"))
            yield Record(line.number, line.offset + indent, b"", data)


def _csv_records(stream: Stream, limit: int) -> Iterator[Record]:
    lines = stream.lines(limit)
    header = next((x for x in lines if x.data is None or x.data.strip()), None)
    if header is None:
        return
    if header.data is None:
        yield Record(1, 0, b"", Problem("S014", f"the header line: more than {limit:,} bytes"))
        return
    names = header.data.rstrip(b"\r\n")
    feed = _Feed(lines, limit)
    try:
        for number, (offset, data) in enumerate(feed.records(separator(names)), start=1):
            yield Record(number, offset, names, data)
    except _TooLongError:
        message = f"the record that begins on line {feed.first}: more than {limit:,} bytes, or a quotation mark never closed; the rest is left unread"
        yield Record(feed.first, feed.offset, names, Problem("S014", message))


class _Feed:
    """Hands lines to the csv module and keeps the bytes it took for the record at hand: it alone decides where one ends."""

    def __init__(self, lines: Iterator[Line], limit: int) -> None:
        self.lines = lines
        self.limit = limit
        self.first = self.offset = 0
        self.taken: list[bytes] = []
        self.size = 0

    def records(self, delimiter: str) -> Iterator[tuple[int, bytes | Problem]]:
        """Yield offset and bytes of each record, or what is wrong with it."""
        # One field may be as long as a capture; the limit of the csv module is one for the whole process.
        csv.field_size_limit(sys.maxsize)
        reader = csv.reader(self._texts(), delimiter=delimiter)
        while True:
            broken = ""
            try:
                if next(reader, None) is None:
                    return
            except csv.Error as error:
                broken = f"the record on line {self.first}: {error}"
            data = b"".join(self.taken).rstrip(b"\r\n")
            self.taken, self.size = [], 0
            if data.strip():
                yield self.offset, Problem("S016", broken) if broken else data

    def _texts(self) -> Iterator[str]:
        for line in self.lines:
            if not self.taken:
                self.first, self.offset = line.number, line.offset
            self.size += len(line.data or b"")
            if line.data is None or self.size > self.limit:
                raise _TooLongError
            self.taken.append(line.data)
            # Latin 1 gives every byte a character of its own, so that quotes are seen whatever the encoding.
            yield line.data.decode("latin-1")
