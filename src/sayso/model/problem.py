"""Trouble in the data is a value, not an exception: a code, a message, and the words it concerns."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.span import Span

# Ranges: S0xx read, S1xx find, S2xx resolve, S3xx trace and weigh, S5xx ledger.
CODES: dict[str, str] = {
    "S001": "The file is empty.",
    "S002": "The bytes are not text in any known encoding.",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about the data. ``code`` is a key of ``CODES``.

    Raises:
        ValueError: when the code is unknown.
    """

    code: str
    message: str
    span: Span | None = None

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"unknown problem code {self.code!r}")


class SaysoError(Exception):
    """Misuse of Sayso, or a broken disk: the caller must act. The message names what and where."""
