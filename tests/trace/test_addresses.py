"""One page has many addresses; two pages never have one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.trace.addresses import address

PLAIN = "example.org/news/2017/jayrud"


@pytest.mark.parametrize(
    "said",
    [
        "https://example.org/news/2017/jayrud",
        "http://www.example.org/news/2017/jayrud/",
        "HTTPS://WWW.Example.org:443/news/2017/jayrud#comments",
        "https://m.example.org/news/2017/jayrud?utm_source=rss&utm_medium=feed",
        "https://www.example.org//news/2017/jayrud/index.html?fbclid=abc",
        "https://amp.example.org/news/2017/jayrud/amp/",
        "https://example.org/news/2017/%6Aayrud",
        "https://web.archive.org/web/20170926120000/https://www.example.org/news/2017/jayrud",
        "http://web.archive.org/web/20170926id_/http://example.org:80/news/2017/jayrud",
        "https://archive.is/20170926120000/https://example.org/news/2017/jayrud",
    ],
)
def test_variants_of_an_address_are_one(said: str) -> None:
    found = address(said)
    assert found is not None
    assert found.plain == PLAIN


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/news/2017/jayrud-2",
        "https://example.org/news/2017/Jayrud",
        "https://example.com/news/2017/jayrud",
        "https://news.example.org/news/2017/jayrud",
        "https://example.org/news/2017/jayrud?page=2",
        "https://example.org:8080/news/2017/jayrud",
    ],
)
def test_another_page_has_another_address(other: str) -> None:
    found = address(other)
    assert found is not None
    assert found.plain != PLAIN


@pytest.mark.parametrize(
    "said",
    ["", "article.txt", "rows.jsonl#3", "https://example.org", "https://www.example.org/?utm_source=x", "https://localhost/a", "ftp://example.org/a", "https://exa mple.org/a", "https://[::1/a", "https://example.org:port/a", "https://example.org/" + "a" * 5000],
)  # fmt: skip
def test_what_is_no_address_of_one_article_is_none(said: str) -> None:
    assert address(said) is None


def test_parameters_that_tell_pages_apart_stay_in_any_order() -> None:
    one, other = address("https://example.org/?p=12&lang=en"), address("https://example.org/?lang=en&gclid=1&p=12")
    assert one is not None
    assert one == other
    assert one.plain == "example.org?lang=en&p=12"


def test_an_archive_says_when_it_saw_the_page() -> None:
    found = address("https://web.archive.org/web/20170926120500/https://example.org/a")
    assert found is not None
    assert found.seen == "2017-09-26T12:05:00+00:00"
    early = address("https://web.archive.org/web/20170926/https://example.org/a")
    assert early is not None
    assert early.seen == "2017-09-26T00:00:00+00:00"


@given(st.text(max_size=60), st.sampled_from(["", "https://", "https://example.org/", "https://example.org/a?", "http://web.archive.org/web/2017/"]))  # fmt: skip
def test_any_words_give_an_address_that_stays_itself(said: str, start: str) -> None:
    found = address(start + said)
    if found is not None:
        again = address(f"https://{found.plain}")
        assert again is not None
        assert again.plain == found.plain
