"""The table of events coded by people that Sayso reads row by row: what is known of it, and the label its articles carry."""

from __future__ import annotations

from functools import cache

from sayso.vocab.loader import load
from sayso.vocab.shapes.formats import Coded

BOOK = "ucdp-ged"
LABEL = "coded"
"""The label that tells that an article is a row of a coded table, and of which."""


@cache
def book() -> Coded:
    """Return what is known of the table."""
    found: Coded = load(f"formats/{BOOK}", Coded)
    return found
