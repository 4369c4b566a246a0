"""Ids are digests of content, the same on every machine."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.ids import ID_LENGTH, digest


def test_an_id_is_pinned() -> None:
    assert digest("a", "x", "y") == "ace3890a816f5237a"


def test_parts_are_kept_apart() -> None:
    assert digest("c", "ab", "c") != digest("c", "a", "bc")


@given(st.lists(st.text(st.characters()), max_size=3))
def test_any_text_has_an_id(parts: list[str]) -> None:
    found = digest("c", *parts, "\ud800")
    assert found.startswith("c")
    assert len(found) == 1 + ID_LENGTH
