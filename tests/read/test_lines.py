"""Plain text as a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.lines import page

BOM = b"\xef\xbb\xbf"


@pytest.mark.parametrize("mark", [b"", BOM])
def test_bytes_lie_where_the_words_lie(mark: bytes) -> None:
    text = "\n  Дніпро – müde 😀  \r\n\r\n\u3000second\tline\n"
    data = mark + text.encode()
    made = page(text, data)
    assert [b.span.of(text) for b in made.blocks] == ["Дніпро – müde 😀", "second\tline"]
    assert [data[slice(*b.raw)].decode() for b in made.blocks if b.raw] == ["Дніпро – müde 😀", "second\tline"]


def test_bytes_of_another_encoding_are_not_guessed() -> None:
    text = "müde"
    assert page(text, text.encode("latin-1")).blocks[0].raw is None


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_every_block_maps_back(text: str) -> None:
    data = text.encode()
    for block in page(text, data).blocks:
        assert block.raw is not None
        assert data[slice(*block.raw)].decode() == block.span.of(text)
        assert block.span.of(text).strip()


def test_lines_broken_by_a_typist_make_one_paragraph() -> None:
    text = (
        "Headline of the story\n\n"
        "    The army shelled the town in the night, and the governor of the\n"
        "province said that four people had been killed while they were on their\n"
        "way to the market in the old part of the town near the bridge of the\n"
        "Karim family.\n"
        "    The army denied it in a statement that was sent out on Monday, and the\n"
        "minister said nothing.\n"
    )
    made = page(text, text.encode())
    assert [b.span.of(text).split()[0] for b in made.blocks] == ["Headline", "The", "The"]
    assert made.blocks[1].span.of(text).endswith("Karim family.")


def test_lines_of_a_list_stay_apart() -> None:
    text = "\n".join(["Share", "Tweet", "tags and more", "The army shelled the town. " * 6])
    assert len(page(text).blocks) == 4
