"""Reads dumps of gazetteers line by line, packed or plain, and says plainly when one is cut off or is no dump at all."""

from __future__ import annotations

import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sayso.model.problem import SaysoError

ZIP, GZIP, ZSTD = b"PK\x03\x04", b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
AT_ONCE = 1 << 18
LONGEST_LINE = 1_000_000
MOST_BAD = 0.01
"""Share of rows that may be broken before a dump counts as garbled."""
FEW = 20
"""So many broken rows are let pass in the smallest dump; at its start none are."""
ASIDE = ("readme", "iso-languagecodes")
"""Beginnings of the names of files that stand beside the data in a zip archive."""
BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError, RuntimeError)


@dataclass
class Tally:
    """Rows of one dump: read, and broken with the first one's line number and what is wrong; ``cut`` when the last one is broken."""

    path: Path
    read: int = 0
    broken: int = 0
    first: str = ""
    cut: bool = False

    def good(self) -> None:
        """Note a row that was read."""
        self.read += 1
        self.cut = False

    def bad(self, line: int, why: str) -> None:
        """Note a broken row."""
        self.broken += 1
        self.first = self.first or f"line {line}: {why}"
        self.cut = True

    def check(self) -> None:
        """Raise when too many rows are broken for the dump to be trusted.

        Raises:
            SaysoError: naming the file and its first broken row.
        """
        total = self.read + self.broken
        if self.cut and self.read:
            raise SaysoError(f"{self.path}: not a whole dump: it is cut off in its last row ({total})")
        if not self.read or (self.broken > FEW and self.broken > MOST_BAD * total):
            why = f"{self.broken} of {total} rows are broken, {self.first}" if self.broken else "it holds no rows"
            raise SaysoError(f"{self.path}: not a whole dump: {why}")


def lines(path: Path, longest: int = LONGEST_LINE) -> Iterator[str]:
    """Yield the lines of a dump without their ends; only a line feed ends one, for names may hold other line ends.

    Raises:
        SaysoError: when it can't be opened or unpacked, is cut off, or isn't UTF-8.
    """
    try:
        with _bytes(path) as raw, io.TextIOWrapper(raw, encoding="utf-8-sig", newline="\n") as text:
            while line := text.readline(longest):
                if len(line) == longest:
                    raise SaysoError(f"{path}: not a dump: a line of {longest:,} characters")
                yield line.removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError as error:
        raise SaysoError(f"{path}: not UTF-8 text: {error.reason}") from error
    except BROKEN as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SaysoError(f"{path}: can't be read to its end: {reason or type(error).__name__}") from error


@contextmanager
def _bytes(path: Path) -> Iterator[BinaryIO]:
    """Open what a dump holds, unpacked."""
    with path.open("rb") as raw:
        start = raw.read(4)
        raw.seek(0)
        if start.startswith(ZIP):
            with zipfile.ZipFile(raw) as archive, archive.open(_member(path, archive)) as found:
                yield io.BufferedReader(found)  # type: ignore[type-var]  # a raw stream in all but its base class
        elif start.startswith(GZIP):
            with gzip.open(raw) as found:
                yield found  # type: ignore[misc]  # reads as one
        elif start.startswith(ZSTD):
            yield io.BufferedReader(_Unpacked(path, raw), AT_ONCE)
        else:
            yield raw


def _member(path: Path, archive: zipfile.ZipFile) -> str:
    """Return the name of the one file of data in an archive."""
    found = [n for n in archive.namelist() if not n.endswith("/") and not n.casefold().startswith(ASIDE)]
    if len(found) != 1:
        raise SaysoError(f"{path}: holds {len(found)} files that may be the dump: unpack the one that is meant")
    return found[0]


class _Unpacked(io.RawIOBase):
    """A Zstandard file as bytes; unlike the library's own reader it notices when the file is cut off."""

    def __init__(self, path: Path, raw: BinaryIO) -> None:
        try:
            import zstandard
        except ImportError as error:
            raise SaysoError(
                f"{path}: to read .zst, install the package zstandard (or unpack the file first)"
            ) from error
        self._new = zstandard.ZstdDecompressor().decompressobj
        self._error = zstandard.ZstdError
        self._raw, self._unpack, self._left = raw, self._new(), b""
        self._begun = False

    def readable(self) -> bool:
        return True

    def readinto(self, into: object) -> int:
        view = memoryview(into).cast("B")  # type: ignore[arg-type]
        while not self._left:
            packed = self._unpack.unused_data if self._unpack.eof else b""
            packed = packed or self._raw.read(AT_ONCE)
            if not packed:
                if self._begun and not self._unpack.eof:
                    raise EOFError("the file is cut off")
                return 0
            if self._unpack.eof:
                self._unpack = self._new()
            try:
                self._left, self._begun = self._unpack.decompress(packed), True
            except self._error as error:
                raise EOFError(f"damaged: {error}") from error
        size = min(len(view), len(self._left))
        view[:size], self._left = self._left[:size], self._left[size:]
        return size
