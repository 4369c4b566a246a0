from __future__ import annotations

import json

import pytest

from sayso.read.html_facts import Facts, joined, outlet_at, site
from sayso.read.html_text import read


def facts(source: str, url: str = "") -> Facts:
    return Facts(read(source), source, url)


def data(plain: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(plain)}</script>'


def said(source: str, url: str = "") -> dict[str, tuple[str, str]]:
    return {k: (v.value, v.rule) for k, v in facts(source, url).stated.items()}


def test_structured_data_wins_over_meta_and_meta_over_markup() -> None:
    meta = "<meta property=og:title content='Meta'><title>Title</title><meta property=og:site_name content=Site>"
    assert said(data({"@type": "NewsArticle", "headline": "Data", "publisher": "Pub"}) + meta + "<h1>Head</h1>")[
        "title"
    ] == ("Data", "json-ld.headline")
    assert said(meta + "<h1>Head</h1>")["title"] == ("Meta", "meta.og:title")
    assert said(meta)["outlet"] == ("Site", "meta.og:site_name")
    assert said("<title>Title</title><h1>Head</h1>")["title"] == ("Head", "html.h1")
    assert said("<title>Town retaken, army says | The Site</title>")["title"] == (
        "Town retaken, army says",
        "html.title",
    )


@pytest.mark.parametrize(
    ("source", "published", "modified"),
    [
        (
            data({"@type": "Article", "datePublished": "2017-09-25T23:00:00-05:00", "dateModified": "2017-09-27"}),
            "2017-09-25",
            "2017-09-27",
        ),
        (
            "<meta property='article:published_time' content='2017-09-25T10:00Z'><meta property='article:modified_time' content='2017-09-26'>",
            "2017-09-25",
            "2017-09-26",
        ),
        ("<meta itemprop=datePublished content='20170925'>", "2017-09-25", None),
        ("<meta name=DC.date.issued content='25 September 2017'>", "2017-09-25", None),
        ("<p><time datetime='2017-09-25T10:00'>Monday</time>", "2017-09-25", None),
        ("<p><time datetime=2017-09-25>a</time><time datetime=2017-09-26>b</time>", None, None),
    ],
)
def test_days(source: str, published: str | None, modified: str | None) -> None:
    found = said(source)
    assert found.get("published", (None,))[0] == published
    assert found.get("modified", (None,))[0] == modified


def test_a_date_that_is_none_is_told() -> None:
    found = facts("<meta property='article:published_time' content='yesterday'>")
    assert "published" not in found.stated
    assert [p.code for p in found.problems] == ["S019"]


@pytest.mark.parametrize(
    ("source", "authors"),
    [
        (data({"@type": "Article", "author": [{"name": "A. Writer"}, "B. Other"]}), ["A. Writer", "B. Other"]),
        (
            data(
                {
                    "@graph": [
                        {"@type": "Article", "author": {"@id": "#a"}},
                        {"@id": "#a", "@type": "Person", "name": "A. Writer"},
                    ]
                }
            ),
            ["A. Writer"],
        ),
        (
            "<meta name=author content='A. Writer'><meta name=author content='B. Other'><meta name=byl content='By C'>",
            ["A. Writer", "B. Other"],
        ),
        ("<meta property=article:author content='https://social.example/a'><p>x", []),
        (
            "<p class=byline>By <a class=author>A. Writer</a> and <a class=author>B. Other</a></p>",
            ["A. Writer", "B. Other"],
        ),
        (
            "<p class=byline>By A. Writer</p><p>Story.</p><div class=comment><b class=author>Angry Reader</b> no!</div>",
            ["A. Writer"],
        ),
        ("<p class=author-biography>A. Writer has covered the region for more than twenty years.</p>", []),
    ],
)
def test_authors(source: str, authors: list[str]) -> None:
    assert [a.value for a in facts(source).authors] == authors


def test_labels() -> None:
    assert facts(data({"@type": "Article", "articleSection": "World", "keywords": "Syria, war; Iraq,"})).labels == (
        ("section", ("World",)),
        ("tag", ("Syria", "war", "Iraq")),
    )
    assert facts(
        "<meta property=article:tag content='Aleppo, battle of'><meta property=article:tag content=Syria>"
    ).labels == (("tag", ("Aleppo, battle of", "Syria")),)


def test_upstream_named_in_data() -> None:
    source = data(
        {
            "@type": "Article",
            "isBasedOn": {"@type": "Article", "publisher": {"name": "First Wire"}, "datePublished": "2017-09-24"},
        }
    )
    assert said(source)["original_outlet"] == ("First Wire", "json-ld.isBasedOn")
    assert said(source)["original_published"] == ("2017-09-24", "json-ld.isBasedOn")


@pytest.mark.parametrize(
    ("url", "home"),
    [
        ("https://www.example.org/a", "example.org"),
        ("//m.news.example.co.uk/a", "example.co.uk"),
        ("https://a.b.example.com.au", "example.com.au"),
        ("/path", ""),
        ("http://localhost/", ""),
        ("http://[bad", ""),
        ("Example Wire", ""),
    ],
)
def test_site(url: str, home: str) -> None:
    assert site(url) == home


def test_addresses() -> None:
    assert joined("https://a.example/b/c", "../d") == "https://a.example/d"
    assert joined("https://a.example/b", "http://[bad") == "http://[bad"
    assert outlet_at("https://nobody.example/x") == "nobody.example"
