from __future__ import annotations

import pytest

from sayso.read.html_data import article, text, texts, things


@pytest.mark.parametrize(
    "script",
    [
        '{"@type":"Article"}',
        ' <!-- {"@type":"Article"} --> ',
        '//<![CDATA[\n{"@type":"Article"}\n//]]>',
        '{"@type":"Article"};',
        '{"@type":"Article","a":"line\nend"}',
        '[[{"@graph":[{"@type":"Article"}]}]]',
    ],
)
def test_wrappings_are_seen_through(script: str) -> None:
    found, problems = things([script])
    assert not problems
    assert any(t.get("@type") == "Article" for t in found)


@pytest.mark.parametrize("script", ["{", "{'a': 1}", "[" * 100_000, '{"a": 1' + "0" * 5000 + "}", "<p>"])
def test_broken_data_is_left_aside_and_told(script: str) -> None:
    found, problems = things([script, '{"@type":"Article"}'])
    assert [p.code for p in problems] == ["S025"]
    assert len(found) == 1


def test_the_article_of_this_page_among_others() -> None:
    related = {"@type": "NewsArticle", "headline": "Other", "url": "https://x.example/other"}
    own = {
        "@type": ["Thing", "https://schema.org/NewsArticle"],
        "headline": "This  one",
        "mainEntityOfPage": {"@id": "https://x.example/this"},
    }
    page = {"@type": "WebPage", "name": "x"}
    assert article([page, related, own], "https://x.example/this", []) is own
    assert article([page, related, own], "", ["this one"]) is own
    assert article([page, related, own], "", []) is related
    assert article([page], "", []) is page
    assert article([{"@type": "Organization"}], "", []) == {}


def test_values_in_words() -> None:
    assert text({"name": " A \n b "}) == "A b"
    assert text([None, {"@id": "x"}, "y"]) == "x"
    assert text(5) == ""
    assert texts(["a", {"name": "b"}, ["c"], 4, ""]) == ["a", "b"]
