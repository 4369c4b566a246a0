"""Spans and grounded values: where words stand, and that no value comes without its rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import spans

from sayso.model.span import Grounded, Span


def test_a_span_covers_code_points_not_bytes(doc: str) -> None:
    """Дума 𝐃ouma — Douma"""
    assert Span(5, 10).of(doc) == "𝐃ouma"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_range_that_runs_backwards_is_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@given(spans, spans)
def test_ranges_overlap_when_they_share_a_code_point(a: Span, b: Span) -> None:
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    if a.start < a.end and b.start < b.end:
        assert a.overlaps(b) == bool(shared) == b.overlaps(a)
    if a.holds(b):
        assert set(range(b.start, b.end)) <= set(range(a.start, a.end))


@given(st.text(max_size=20), spans)
def test_the_words_of_a_span_are_in_the_text(text: str, span: Span) -> None:
    assert span.of(text) in text


def test_a_value_without_a_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="rule"):
        Grounded("past", "")
