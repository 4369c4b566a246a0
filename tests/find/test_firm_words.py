"""Base forms that a word of saying may have."""

from __future__ import annotations

from sayso.find.firm_words import lemmas


def test_endings() -> None:
    assert {"deny", "dismiss", "suspect", "urge"} <= lemmas("denied dismisses suspected urging")
