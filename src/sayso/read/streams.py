"""Bytes of a source piece by piece, gunzipped on the way, whole or by line, never more of them in memory than one capture may have."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

CHUNK = 1 << 16
GZIP = b"\x1f\x8b"


class Broken(Exception):  # noqa: N818 - it is caught in this room and turned into a Refusal
    """A compressed source ended early or is damaged; the message says which."""


class Line(NamedTuple):
    """One line: its number from 1, the offset where it begins, its bytes with the line end; None when it is too long."""

    number: int
    offset: int
    data: bytes | None


class Stream:
    """A source read once, front to back. ``head`` is its first bytes, for looking at without reading on."""

    def __init__(self, handle: BinaryIO) -> None:
        self._chunks = _unpacked(_chunks(handle))
        self._broken: Broken | None = None
        self.head = b""
        self._fill_head()

    def _fill_head(self) -> None:
        # A pipe may give few bytes at a time, and a break so early shall not hide what came before it.
        try:
            while len(self.head) < CHUNK and (chunk := next(self._chunks, b"")):
                self.head += chunk
        except Broken as broken:
            self._broken = broken

    def chunks(self) -> Iterator[bytes]:
        """Yield the unpacked bytes; once only.

        Raises:
            Broken: where the compressed source breaks off.
        """
        yield self.head
        if self._broken:
            raise self._broken
        yield from self._chunks

    def whole(self, limit: int) -> bytes | None:
        """Return everything, or None when it is more than ``limit`` bytes (the rest is then left unread).

        Raises:
            Broken: where the compressed source breaks off.
        """
        parts, size = [], 0
        for chunk in self.chunks():
            parts.append(chunk)
            size += len(chunk)
            if size > limit:
                return None
        return b"".join(parts)

    def lines(self, limit: int) -> Iterator[Line]:
        """Yield the lines; a line over ``limit`` bytes comes without its data, and never stands in memory whole.

        Raises:
            Broken: where the compressed source breaks off; the line it breaks in is not given.
        """
        number, offset, rest, dropped = 1, 0, b"", 0
        for chunk in self.chunks():
            pieces = (rest + chunk).split(b"\n")
            rest = pieces.pop()
            for piece in pieces:
                size = dropped + len(piece) + 1
                yield Line(number, offset, None if size > limit else piece + b"\n")
                number, offset, dropped = number + 1, offset + size, 0
            if dropped + len(rest) > limit:
                dropped, rest = dropped + len(rest), b""
        if rest or dropped:
            yield Line(number, offset, None if dropped else rest)


def _chunks(handle: BinaryIO) -> Iterator[bytes]:
    while chunk := handle.read(CHUNK):
        yield chunk


def _unpacked(chunks: Iterator[bytes]) -> Iterator[bytes]:
    first = next(chunks, b"")
    if len(first) == 1:
        first += next(chunks, b"")
    if first.startswith(GZIP):
        yield from _gunzipped(first, chunks)
    else:
        yield first
        yield from chunks


def _gunzipped(first: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the unpacked bytes in pieces of at most ``CHUNK``, so that a small file can't unpack into all memory."""
    unpacker, packed = zlib.decompressobj(wbits=31), first
    try:
        while True:
            if piece := unpacker.decompress(packed, CHUNK):
                yield piece
            packed = unpacker.unconsumed_tail
            if unpacker.eof:
                packed = unpacker.unused_data
                packed += next(chunks, b"") if len(packed) < len(GZIP) else b""
                if not packed.startswith(GZIP):
                    return
                unpacker = zlib.decompressobj(wbits=31)
            elif not packed and not piece and not (packed := next(chunks, b"")):
                raise Broken("the gzip file is cut: it ends before its end mark")
    except zlib.error as error:
        raise Broken(f"the gzip file is damaged ({error})") from error
