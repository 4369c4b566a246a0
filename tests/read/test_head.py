"""The lines between headline and report, in the layouts that outlets have."""

from __future__ import annotations

import pytest

from sayso.model.article import Article, Capture
from sayso.read.article import build
from sayso.read.lines import page

REPORT = "A drone attack on the town killed three people overnight, the governor of the region said."


def read(text: str) -> Article:
    return build(Capture(text.encode(), "0" * 64, "t", "-", "text"), page(text))[0]


@pytest.mark.parametrize(
    ("lines", "outlet", "author"),
    [
        (["Drone attack kills three", "by Ann Poe", "March 3, 2024 10:15 AM", "2 min read"], None, "Ann Poe"),
        (["BBC News", "Drone attack kills three", "Published", "3 March 2024", "Ann Poe", "BBC Middle East correspondent"], "BBC News", "Ann Poe"),
        (["UKRINFORM", "Drone attack kills three", "03.03.2024 08:40"], "UKRINFORM", None),
        (["Drone attack kills three", "Reuters", "March 3, 2024 4:15 PM GMT Updated 2 years ago"], "Reuters", None),
        (["# Drone attack kills three", "**Source:** SANA | 2024-03-03"], "SANA", None),
        (["Drone attack kills three", "The Daily Star, March 3, 2024", "By Ann Poe"], "The Daily Star", "Ann Poe"),
    ],
)  # fmt: skip
def test_layouts(lines: list[str], outlet: str | None, author: str | None) -> None:
    article = read("\n".join(lines) + f"\n\n{REPORT}\n")
    assert article.title is not None
    assert article.published is not None
    assert (article.title.value, article.published.value) == ("Drone attack kills three", "2024-03-03")
    assert (article.outlet.value if article.outlet else None) == outlet
    assert [a.value for a in article.authors] == ([author] if author else [])
    assert [z.span.of(article.text) for z in article.zones if z.kind == "body"] == [REPORT]


def test_facts_carry_the_words_they_were_read_from() -> None:
    article = read(f"Drone attack kills three\nBy Ann Poe\nThe Daily Star, 3 March 2024\n\n{REPORT}\n")
    for stated in (article.title, article.outlet, *article.authors):
        assert stated is not None
        assert stated.span is not None
        assert stated.span.of(article.text) == stated.value


def test_a_line_of_update_is_no_earlier_outlet() -> None:
    article = read(
        f"Drone attack kills three\nThe Daily Star, 3 March 2024\nUpdated 8:02 PM EST, March 4, 2024\n\n{REPORT}\n"
    )
    assert article.original_outlet is None
    assert article.modified is not None
    assert article.modified.value == "2024-03-04"


def test_closing_credits_name_the_reporters() -> None:
    article = read(
        f"Drone attack kills three\nReuters, 2024-03-03\n\n{REPORT}\n\nReporting by Ann Poe in Oslo and Jo Roe; Editing by Al Doe\n"
    )
    assert [a.value for a in article.authors] == ["Ann Poe", "Jo Roe"]
    assert [z.kind for z in article.zones][-1] == "byline"
