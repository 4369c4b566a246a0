"""Figures of headlines."""

from __future__ import annotations

import pytest

from sayso.find.figures import Figures
from sayso.find.headline import headline
from sayso.find.parse import parser


@pytest.mark.parametrize(
    ("title", "killed"),
    [
        ("Strike on Marib market kills 23", (23, 23)),
        ("At least 40 civilians killed in Kharkiv", (40, None)),
        ("Dozens killed in car bomb attack", (24, 99)),
        ("Ceasefire talks to resume in Juba", None),
    ],
)
def test_a_headline_counts(title: str, killed: tuple[int, int | None] | None) -> None:
    found = headline(title, parser()).killed
    assert (None if found is None else (found.low, found.high)) == killed


def test_no_headline_counts_nothing() -> None:
    assert headline("  ", parser()) == Figures()
