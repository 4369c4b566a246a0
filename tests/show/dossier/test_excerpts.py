from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.builders import article, claim

from sayso.model.span import Span
from sayso.show.dossier.excerpts import Excerpts
from sayso.vocab.shapes.exports import Excerpt


def bound(most: int, share: float = 1.0, least: int = 0) -> Excerpts:
    return Excerpts(Excerpt(most, share, least))


def test_of_a_short_article_a_share_is_given(doc: str) -> None:
    """Jets hit a depot near the river. Trucks burned for hours after it."""
    a = article(doc)
    assert bound(100, 0.25).of(a, claim(a, "Jets hit a depot near the river")) == ("Jets hit a …", True)
    assert bound(100, 0.25, 5).of(a, claim(a, "Jets hit a depot near the river")) == ("Jets hit a depot near …", True)


def test_a_claim_is_given_the_same_words_every_time(doc: str) -> None:
    """Jets hit a depot near the river. Trucks burned for hours after it."""
    a = article(doc)
    excerpts = bound(4)
    first = excerpts.of(a, claim(a, "Trucks burned for hours after it"))
    assert first == ("Trucks burned for hours …", True)
    assert excerpts.of(a, claim(a, "Jets hit")) == ("", True)
    assert excerpts.of(a, claim(a, "Trucks burned for hours after it")) == first


def test_claims_of_one_article_share_the_bound(doc: str) -> None:
    """Jets hit a depot near the river. Trucks burned for hours after it."""
    a = article(doc)
    excerpts = bound(9)
    assert excerpts.of(a, claim(a, "Jets hit a depot near the river")) == ("Jets hit a depot near the river", False)
    assert excerpts.of(a, claim(a, "Trucks burned for hours after it")) == ("Trucks burned …", True)
    assert excerpts.of(a, claim(a, "hours after it")) == ("", True)
    assert excerpts.of(a, claim(a, "a depot")) == ("a depot", False)


def test_zero_is_no_bound(doc: str) -> None:
    """Jets hit a depot near the river."""
    a = article(doc)
    assert bound(0).of(a, claim(a, doc)) == (doc, False)


@given(st.integers(1, 30), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=8))
def test_no_article_ever_gives_more_words_than_the_bound(most: int, asked: list[tuple[int, int]]) -> None:
    text = " ".join(f"w{n:03}" for n in range(60))
    a = article(text)
    excerpts = bound(most)
    given_words: set[str] = set()
    for first, long in asked:
        c = claim(a, "", at=Span(first * 5, (first + long) * 5 - 1))
        given_words |= set(excerpts.of(a, c)[0].replace("…", "").split())
    assert len(given_words) <= most
