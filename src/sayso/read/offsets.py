"""From places in decoded text back to places in the bytes it was decoded from."""

from __future__ import annotations

from sayso.read.decode import BOMS, with_stray_bytes

PIECEWISE = {"utf-8": "utf-8", "utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
"""Encodings in which any piece of the text can be encoded by itself, and how."""


class Offsets:
    """Byte offsets of ``text``, which ``decode`` made of ``data`` in ``encoding``; asked for in ascending order.

    ``known`` is False where the encoding gives no way back (a guessed one in which the text does not encode again).
    """

    def __init__(self, data: bytes, encoding: str, text: str) -> None:
        self._bom = next((len(bom) for bom, name in BOMS if name == encoding and data.startswith(bom)), 0)
        self._bytewise = len(text) + self._bom == len(data)
        self._codec = PIECEWISE.get(encoding, encoding)
        self._text = text
        if not self._bytewise and self._codec == "utf-8" and "\ufffd" in text:
            self._text = with_stray_bytes(data[self._bom :], "utf-8")
        self.known = self._bytewise or self._returns(len(data))
        self._at, self._byte = 0, self._bom

    def _returns(self, size: int) -> bool:
        if self._codec not in PIECEWISE.values() and "\ufffd" in self._text:
            return False
        return self._bom + self._size(0, len(self._text)) == size

    def _size(self, start: int, end: int) -> int:
        errors = "surrogateescape" if self._codec == "utf-8" else "replace"
        try:
            return len(self._text[start:end].encode(self._codec, errors))
        except (LookupError, UnicodeError):
            return -1

    def byte(self, at: int) -> int:
        """Return the byte where the character at ``at`` begins; ``at`` may not be less than at the last call."""
        if self._bytewise:
            return at + self._bom
        self._byte += self._size(self._at, at)
        self._at = at
        return self._byte
