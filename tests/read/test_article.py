"""Whole articles: what is known of them, and which part of the page is what."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.article import Article, Capture, Stated, Supplied
from sayso.model.problem import Problem
from sayso.model.span import Span
from sayso.read.article import build
from sayso.read.lines import page
from sayso.read.page import Block, Page


def read(text: str, supplied: Supplied | None = None) -> tuple[Article, tuple[Problem, ...]]:
    data = text.encode()
    capture = Capture(data, hashlib.sha256(data).hexdigest(), "t", "-", "text", supplied=supplied or Supplied())
    return build(capture, page(text, data))


def zoned(article: Article, kind: str) -> list[str]:
    return [z.span.of(article.text) for z in article.zones if z.kind == kind]


def value(stated: Stated | None) -> str | None:
    return None if stated is None else stated.value


def test_repost_with_all_its_furniture(doc: str) -> None:
    """
    # Shelling Reported in Old Town

    By [North Line](#)

    Global Research, March 03, 2019

    [North Line](#) 2 March 2019

    Region: [Middle East](#), [Asia](#)

    Theme: [War](#)

    In-depth Report: [YEMEN](#)

    Featured image: *A street in the town* (Source: [Flickr](#))

    The army shelled the town on Friday, residents said, and donors sent aid through copyright lawyers.

    Our work depends on our readers. PayPal: friend@example.org

    The original source of this article is [North Line](#)
    Copyright © [North Line](#), 2019

    [Become a Member of Global Research](#)

    Disclaimer: The contents of this article are of sole responsibility of the author.

    For media inquiries: press@example.org
    """
    article, problems = read(doc)
    assert value(article.title) == "Shelling Reported in Old Town"
    assert (value(article.outlet), value(article.published)) == ("Global Research", "2019-03-03")
    assert (value(article.original_outlet), value(article.original_published)) == ("North Line", "2019-03-02")
    assert [a.value for a in article.authors] == ["North Line"]
    assert dict(article.labels) == {"region": ("Middle East", "Asia"), "theme": ("War",), "dossier": ("YEMEN",)}
    assert [(m.caption, m.credit) for m in article.media] == [("A street in the town", "Flickr")]
    assert zoned(article, "body") == [
        "The army shelled the town on Friday, residents said, and donors sent aid through copyright lawyers."
    ]
    assert len(zoned(article, "donation")) == len(zoned(article, "contact")) == len(zoned(article, "navigation")) == 1
    assert sorted(r.kind for r in article.rights) == ["copyright", "disclaimer", "terms"]
    assert not problems


def test_date_and_headline_run_into_the_report(doc: str) -> None:
    """
    Rebels take hill near town: monitor
    Reuters, 2015-07-19

    July 19 2015 Rebels take hill near town: monitor. Rebel fighters took a hill on Saturday, a monitor said. Reporting by Ann Poe; Editing by Jo Roe Our Standards:The Thomson Reuters Trust Principles.
    """
    article, problems = read(doc)
    assert zoned(article, "body") == ["Rebel fighters took a hill on Saturday, a monitor said."]
    assert zoned(article, "byline") == [
        "Reuters, 2015-07-19",
        "July 19 2015",
        "Reporting by Ann Poe; Editing by Jo Roe",
    ]
    assert zoned(article, "navigation") == ["Our Standards:The Thomson Reuters Trust Principles."]
    assert value(article.dateline) == "2015-07-19"
    assert not problems


def test_header_and_dateline_disagree(doc: str) -> None:
    """
    Market hit in raid
    Ahram Online, 2016-06-01

    Market hit in raid AFP Monday 6 Jun 2016 seventeen people were killed in a raid on Monday, a monitor said.
    """
    article, problems = read(doc)
    assert (value(article.published), value(article.dateline)) == ("2016-06-01", "2016-06-06")
    assert value(article.original_outlet) == "AFP"
    assert zoned(article, "body") == ["seventeen people were killed in a raid on Monday, a monitor said."]
    assert [p.code for p in problems] == ["S032"]


def test_a_page_changed_before_it_was_published_was_published_earlier() -> None:
    text = "Last updated at Jul 012016 BEIRUT At least 70 fighters were killed on Thursday, a monitor said. Shells fell all night."
    article, problems = read(text, Supplied(title="Seventy killed", published="2016-07-06"))
    assert (value(article.dateline), article.dateline and article.dateline.rule) == (
        "2016-07-01",
        "dateline.changed-before",
    )
    assert [p.code for p in problems] == ["S032"]
    later, problems = read(text, Supplied(title="Seventy killed", published="2016-06-30"))
    assert later.dateline is None
    assert not problems


def test_a_page_s_own_day_outweighs_that_of_a_corpus_row() -> None:
    text = "Last updated at Oct 262016 BEIRUT Air strikes in Syria killed up to 22 people on Wednesday, activists said."
    data, row = text.encode(), {"published": Stated("2016-10-07", "row.published")}
    capture = Capture(data, hashlib.sha256(data).hexdigest(), "t", "-", "text", supplied=Supplied())
    article, _ = build(capture, replace(page(text, data), stated=row))
    assert (value(article.published), value(article.dateline)) == ("2016-10-07", "2016-10-26")


@pytest.mark.parametrize(
    "opening", ["Posted on July 20 2016 by Asharq Al-Awsat ", "Thu Jul 20 2016 title: Dozens killed. ", "20 Jul 2016 "]
)
def test_a_day_that_opens_the_report_is_its_dateline(opening: str) -> None:
    article, _ = read(
        opening + "At least 56 people were killed near Manbij on Tuesday, residents said.", Supplied(title="Strikes")
    )
    assert value(article.dateline) == "2016-07-20"


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("BEIRUT (Reuters) - ", None),
        ("KYIV, Ukraine (AP) — ", None),
        ("MOSCOW, February 9. /TASS/. ", "2017-02-09"),
        ("(CNN)", None),
        ("GAZA, 8 Feb (Xinhua) -- ", "2017-02-08"),
        ("Islamabad, Pakistan - ", None),
    ],
)
def test_datelines_are_not_report(dateline: str, day: str | None) -> None:
    report = "The army shelled two villages and the port, officials said on Thursday evening."
    article, _ = read(dateline + report, Supplied(title="Villages shelled", published="2017-02-10"))
    assert zoned(article, "body") == [report]
    assert value(article.dateline) == day


@pytest.mark.parametrize(
    "report",
    [
        "July 19 2014 was the day on which the town fell to the rebels, residents said.",
        "UNICEF said that donations had paid for the copyright of the maps, and a spokesman wrote it in an e-mail.",
        "ISIS fighters shared pictures on Twitter and Facebook that showed the captured base, analysts said.",
        "Readers of the newspaper Reuters quoted had commented on the related news before the strike hit the hall.",
        "The official said his views and opinions had not changed since the attack on the convoy near the border.",
        "Print works in the city were shelled, the mayor told AFP, and the tweets of the governor were deleted later.",
    ],
)
def test_reporting_about_furniture_stays_report(report: str) -> None:
    article, _ = read(report, Supplied(title="Something else altogether", published="2016-01-01"))
    assert zoned(article, "body") == [report]


def test_what_the_caller_says_wins_over_markup_and_text() -> None:
    text = "Paper Times, 4 May 2020\n\nThe bridge was hit in the night, the governor of the province said.\n"
    data = text.encode()
    capture = Capture(data, "0" * 64, "t", "-", "text", supplied=Supplied(outlet="Caller's Paper"))
    made = page(text, data)
    stated = replace(
        made, stated={"outlet": Stated("Row Paper", "row.outlet"), "published": Stated("2020-05-03T10:00Z", "row.date")}
    )
    article, _ = build(capture, stated)
    assert (value(article.outlet), article.outlet and article.outlet.rule) == ("Caller's Paper", "caller")
    assert (value(article.published), article.published and article.published.rule) == ("2020-05-03", "row.date")


def test_source_line_without_a_link(doc: str) -> None:
    """
    A headline about the raid

    The raid killed four men near the river, the army said in a statement on Tuesday.

    This article was first published by Middle East Eye on 12 March 2018.
    """
    article, _ = read(doc)
    assert (value(article.original_outlet), value(article.original_published)) == ("Middle East Eye", "2018-03-12")
    assert zoned(article, "body") == [
        "The raid killed four men near the river, the army said in a statement on Tuesday."
    ]


def test_markup_tells_menus_and_captions_from_report() -> None:
    parts = [("nav", "Home News Sport", None), ("h1", "Bridge hit by drone", None), ("p", "A drone hit the bridge, police said.", True),
             ("figcaption", "The bridge on Monday. Photo: Ann Poe", None), ("p", "Nobody was hurt.", True), ("p", "Six facts about cats", False)]  # fmt: skip
    text, blocks = "", []
    for tag, words, body in parts:
        blocks.append(
            Block(
                Span(len(text), len(text) + len(words)),
                None,
                "p" if tag == "nav" else tag,
                (tag,) if tag == "nav" else (),
                body,
            )
        )
        text += words + "\n"
    capture = Capture(text.encode(), "0" * 64, "t", "-", "html")
    article, _ = build(capture, Page(text, tuple(blocks)))
    assert [z.kind for z in article.zones] == ["navigation", "title", "body", "caption", "body", "navigation"]
    assert article.media[0].credit == "Ann Poe"


def test_an_article_without_a_report_is_a_problem(doc: str) -> None:
    """
    Copyright © Some Paper 2020

    Subscribe to our newsletter
    """
    article, problems = read(doc)
    assert not zoned(article, "body")
    assert [p.code for p in problems] == ["S030"]


PIECES = st.sampled_from(
    ["By Ann Poe", "Share", "(AFP Photo)", "Tags Syria", "a@b.org", "July 19 2014", "The army shelled it.", "\u200b", "é", "\n", "\n\n",
     " ", "[x](#)", "©", "Region: [A](#)", "Read Also", "BEIRUT (Reuters) -", "Source: AFP", "\ufeff", "\u202e", "...", "x"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=200))
def test_zones_hold_every_visible_code_point_once(text: str) -> None:
    if any("\ud800" <= c <= "\udfff" for c in text):
        return
    article, _ = read(text)
    ends = [0, *(z.span.end for z in article.zones)]
    starts = [*(z.span.start for z in article.zones), len(text)]
    assert all(e <= s for e, s in zip(ends, starts, strict=True))
    assert (
        not "".join(text[e:s] for e, s in zip(ends, starts, strict=True))
        .strip(" \t\r\n\f\v\x1c\x1d\x1e\x1f\x85\xa0\ufeff\u2028\u2029\u3000")
        .strip()
    )
    data = text.encode()
    assert all(z.raw is None or data[z.raw[0] : z.raw[1]].decode() == z.span.of(text) for z in article.zones)
