"""Where words stand: half-open ranges of code points in an article's text, and values that carry the words they were read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of Unicode code points in ``Article.text``.

    Raises:
        ValueError: when the range is negative or runs backwards.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """Return the words of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Grounded(Generic[T]):
    """A value with the words it was read from and the rule or model that read it.

    ``spans`` may be empty only because a named rule inferred the value without words of its own
    (a default, such as "asserted unless something says otherwise"); the rule is never empty.

    Raises:
        ValueError: when no rule is named.
    """

    value: T
    rule: str
    spans: tuple[Span, ...] = ()
    alternatives: tuple[T, ...] = ()

    def __post_init__(self) -> None:
        if not self.rule:
            raise ValueError("a value without a rule can't be grounded")
