"""Words of a text as the encoder sees them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.find.encoder.pieces import NEW_LINE, QUOTED, TITLE, UPPER, windows, words
from sayso.model.span import Span


def looks(text: str) -> list[tuple[str, int]]:
    read = words(text, [Span(0, len(text))])
    return list(zip(read.text, read.looks, strict=True))


def test_a_word_shows_its_case_and_whether_it_begins_a_line(doc: str) -> None:
    """The army shelled Douma, SANA said.
    it denied that.
    """
    found = looks(doc)
    assert found[:4] == [("The", TITLE + NEW_LINE), ("army", 0), ("shelled", 0), ("Douma", TITLE)]
    assert ("SANA", UPPER) in found
    assert ("it", NEW_LINE) in found


def test_words_between_marks_are_quoted_and_a_line_ends_what_is_not_closed(doc: str) -> None:
    """He said "we held the town and left.
    They fled.
    """
    quoted = [w for w, look in looks(doc) if look & QUOTED]
    assert quoted == ["we", "held", "the", "town", "and", "left", "."]


def test_curly_marks_close_before_the_word_after_them(doc: str) -> None:
    """“We left,” he said."""
    assert [w for w, look in looks(doc) if look & QUOTED] == ["We", "left", ","]


def test_capitals_say_nothing_in_a_loud_text(doc: str) -> None:
    """THE ARMY SHELLED DOUMA ON SUNDAY."""
    assert {look & ~NEW_LINE for _, look in looks(doc)} == {0}


def test_only_the_given_stretches_are_read_and_offsets_are_the_texts(doc: str) -> None:
    """Title here. The army shelled Douma."""
    read = words(doc, [Span(12, len(doc))])
    assert [doc[a:b] for a, b in zip(read.start, read.end, strict=True)] == ["The", "army", "shelled", "Douma", "."]
    assert read.start[0] == 12


def test_a_window_ends_where_a_sentence_ends_and_sees_what_comes_before() -> None:
    found = windows([1] * 100, frozenset({0, 40, 80}), longest=50, before=20)
    assert found == [(0, 0, 40), (40, 40, 80), (80, 80, 100)]
    assert windows([1] * 30, frozenset({0, 10, 20}), longest=20, before=10) == [(0, 0, 20), (10, 20, 30)]


@given(st.lists(st.integers(1, 9), max_size=200), st.sets(st.integers(0, 200)), st.integers(10, 60), st.integers(0, 30))
def test_every_word_is_read_once_and_no_window_is_too_long(
    sizes: list[int], breaks: set[int], longest: int, before: int
) -> None:
    found = windows(sizes, frozenset(breaks), longest, min(before, longest // 2))
    assert [w for _, own, end in found for w in range(own, end)] == list(range(len(sizes)))
    assert all(seen <= own < end and sum(sizes[seen:end]) <= longest for seen, own, end in found)


@given(st.text(max_size=300))
def test_any_text_has_words_in_their_places(text: str) -> None:
    read = words(text, [Span(0, len(text))])
    assert all(text[a:b][:40] == w for w, a, b in zip(read.text, read.start, read.end, strict=True))
    assert "".join(text.split()) == "".join(text[a:b] for a, b in zip(read.start, read.end, strict=True))
