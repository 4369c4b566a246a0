"""How words name somebody."""

from __future__ import annotations

import pytest

from sayso.resolve.cast import form_of


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("he", "person"), ("It", "thing"), ("they", "many"), ("the group", "short"), ("The ministry", "short"),
        ("the Britain-based watchdog", "short"), ("a monitor", "indefinite"), ("activists", "indefinite"),
        ("the Observatory", "name"), ("Abdel Rahman", "name"), ("the breakaway region's own defence ministry", "name"),
        ("residents of the town", "indefinite"), ("", "name"),
    ],
)  # fmt: skip
def test_forms(words: str, form: str) -> None:
    assert form_of(words) == form
