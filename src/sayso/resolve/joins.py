"""How one place name stands to the one before it: in it, beside it, holding it, on a level with it, or the same place."""

from __future__ import annotations

from typing import Literal

from sayso.resolve.place_words import Gap, any_of, word_set

Join = Literal["first", "and", "within", "beside", "held", "same"]
"""How a name stands to the one before it: ``within``: it holds that one; ``held``: that one holds it."""


def joined(before: list[str], gap: Gap, *, border: bool, owner: bool, country: bool) -> Join:
    """Return the join that the words between two names state.

    Of the first name: ``border`` when its border is spoken of, ``owner`` when it's a demonym or possessive, ``country`` a country's.
    """
    if border and any_of(before, "joins"):
        return "and"
    if owner or all(w == "the" for w in before):
        return "held" if owner or country else "and"
    return "same" if "/" in before or "(" in before else _stated(before, gap)


def _stated(before: list[str], gap: Gap) -> Join:
    """Return how a preposition, a comma or an "and" between two names sets the second to the first."""
    if any_of(before, "beside") or (gap.bearing is not None and not gap.inside):
        return "beside"
    if any(w in word_set("within") for w in before if w != "of"):
        return "within"
    level = any_of(before, "joins") or not ("," in before or "of" in before)
    return "and" if level else "within"
