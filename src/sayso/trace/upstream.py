"""Which of two articles that share words is nearer their source: explicit words first, then days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.model.copying import Upstream

if TYPE_CHECKING:
    from sayso.trace.comparing import Worded

SHORT = 3
"""Letters of outlet names that count only as they are written: "AFP", never "afp" in another word."""
DAYS = 1
"""Days apart from which the earlier is taken for the source; within them clocks and headers say nothing."""


def upstream(one: Worded, other: Worded) -> tuple[Upstream, tuple[str, ...]]:
    """Return which of two articles is nearer the source, and why; unknown stays unknown."""
    a, b = _credits(one, other), _credits(other, one)
    if a != b:
        outlet = (other if a else one).article.outlet
        return ("other" if a else "one"), (f"one credits {outlet.value if outlet else 'the other'}",)
    if one.day and other.day and abs(one.day - other.day) > DAYS:
        return ("one" if one.day < other.day else "other"), (f"{abs(one.day - other.day)} days earlier",)
    return "unknown", ()


def _credits(taker: Worded, giver: Worded) -> bool:
    """Tell whether an article's own words name the other's outlet as where it comes from."""
    outlet, original, mine = giver.article.outlet, taker.article.original_outlet, taker.article.outlet
    if outlet is None or not outlet.value or (mine and mine.value.casefold() == outlet.value.casefold()):
        return False
    if original is not None and outlet.value.casefold() == original.value.casefold():
        return True
    short = len(outlet.value) <= SHORT
    return re.search(rf"\b{re.escape(outlet.value)}\b", taker.article.text, 0 if short else re.IGNORECASE) is not None
