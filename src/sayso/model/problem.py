"""Trouble in the data is a value, not an exception: a code, a message, and the words it concerns."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.span import Span

# Ranges: S0xx read, S1xx find, S2xx resolve, S3xx trace and weigh, S5xx ledger.
CODES: dict[str, str] = {
    "S001": "The file is empty.",
    "S010": "There is no such file or folder.",
    "S011": "The source can't be opened or read.",
    "S012": "The folder holds no file of a form that can be read.",
    "S013": "The file is not text.",
    "S014": "One text is longer than a single capture may be.",
    "S015": "The compressed file is cut or damaged; what came whole before the break was read.",
    "S016": "The row is not well-formed.",
    "S017": "The row has no text.",
    "S018": "The source holds no rows.",
    "S019": "A date of the row or of the page's markup was not understood.",
    "S020": "The encoding had to be guessed.",
    "S021": "Some bytes could not be decoded; each stands as U+FFFD.",
    "S022": "The page was read in part.",
    "S023": "The page shows no article; its text was taken from the structured data in it.",
    "S024": "The page shows no text.",
    "S025": "Structured data in the page is broken and was left aside.",
    "S026": "No article extractor was asked; zones rest on the markup alone.",
    "S030": "The article has no report in it.",
    "S031": "The text isn't English.",
    "S032": "The header's date and the dateline disagree.",
    "S033": "The text holds characters that can't be seen.",
    "S034": "Words mix letters of scripts that look alike.",
    "S035": "The text holds control characters, or marks that turn the direction of writing.",
    "S036": "The text addresses machines; nothing in it is followed.",
    "S201": "The article has no date to count from.",
    "S202": "A stated date of the article is no day.",
    "S203": "The text gives a date that no calendar has.",
    "S210": "A claim's place was not found.",
    "S211": "A claim's place may be another of the same name.",
    "S099": "A stage failed on this text: a defect of Sayso's own.",
    "S101": "A quotation is not closed; it was read to the end of its paragraph.",
    "S102": "A sentence is too long to be read as one; it was read in pieces.",
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
