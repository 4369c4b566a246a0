from __future__ import annotations

import re
import time
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest

from sayso.model.article import Article, Capture, Supplied
from sayso.model.problem import Problem
from sayso.read import article, page_of
from sayso.read.html import credit_in
from sayso.read.page import Page

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(p.stem for p in PAGES.glob("*.html"))


def capture(source: bytes | str, url: str = "") -> Capture:
    data = source if isinstance(source, bytes) else source.encode()
    return Capture(data, sha256(data).hexdigest(), "page", "/page", "html", 0, Supplied(url=url))


def page(source: bytes | str, url: str = "") -> Page:
    return page_of(capture(source, url))[0]


def read(name: str) -> tuple[Article, tuple[Problem, ...]]:
    return article(capture((PAGES / f"{name}.html").read_bytes()))


def stripped(raw: str) -> str:
    """Take the markup out of a stretch of source, in another way than the reader does."""
    raw = re.sub(r"(?is)<!--.*?-->|<(script|style)\b.*?</\1>|<[^>]*>", lambda m: "" if m[0][1] != "t" else " ", raw)
    return "".join(unescape(raw).split())


@pytest.mark.parametrize("name", NAMES)
def test_every_line_leads_back_to_its_bytes(name: str) -> None:
    data = (PAGES / f"{name}.html").read_bytes()
    found = page(data)
    encoding = "cp1252" if name.endswith("1252") else "utf-8"
    with_raw = [b for b in found.blocks if b.raw]
    assert len(with_raw) == len([b for b in found.blocks if b.within[:1] != ("articlebody",)])
    for block in with_raw:
        assert block.raw
        raw = re.sub(r'<span class="govuk-visually-hidden">.*?</span>', "", data[slice(*block.raw)].decode(encoding))
        assert stripped(raw) == "".join(block.span.of(found.text).split())
        assert not raw[0].isspace()
        assert not raw[-1].isspace()


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_shown_is_left_out(name: str) -> None:
    text = page((PAGES / f"{name}.html").read_bytes()).text
    for hidden in (
        "not shown",
        "not for reading",
        "invisible",
        "margin: 0",
        "Share on ",
        "Canada",
        "enable JavaScript",
        "with <p>",
        "show frames",
        "var ",
    ):
        assert hidden not in text.replace("Share on Facebook", "")


def zoned(read_: Article, kind: str) -> list[str]:
    return [z.span.of(read_.text) for z in read_.zones if z.kind == kind]


def test_repost() -> None:
    found, problems = read("repost-wordpress")
    assert not problems
    assert found.title is not None
    assert found.title.span is not None
    assert found.title.span.of(found.text) == "Video: US-Russian Tensions Grow in Deir Ezzor Province"
    facts = {
        k: getattr(found, k).value
        for k in ("outlet", "published", "modified", "original_outlet", "original_published", "language")
        if k != "language"
    }
    assert facts == {
        "outlet": "Global Research", "published": "2017-09-26", "modified": "2017-09-27", "original_outlet": "South Front", "original_published": "2017-09-25",
    }  # fmt: skip
    assert [a.value for a in found.authors] == ["South Front"]
    labels = dict(found.labels)
    assert labels["region"] == ("Middle East & North Africa", "Russia and FSU", "USA")
    assert labels["theme"] == ("Terrorism", "US NATO War Agenda")
    assert labels["dossier"] == ("SYRIA",)
    assert [(m.kind, m.credit) for m in found.media] == [("image", "Wikimedia Commons")]
    body = zoned(found, "body")
    assert len(body) == 10
    assert body[0].startswith("An ISIS shelling")
    assert body[-1].endswith("al-Suwar town.")
    claimed = "\n".join(z.span.of(found.text) for z in found.claim_zones())
    for furniture in (
        "PayPal",
        "@",
        "Copyright",
        "Disclaimer",
        "Become a Member",
        "Most popular",
        "Crosses the Euphrates",
        "Privacy",
        "Home",
    ):
        assert furniture not in claimed


def test_government_release() -> None:
    found, _ = read("government-release")
    assert found.published is not None
    assert found.modified is not None
    assert (found.published.value, found.modified.value) == ("2015-12-18", "2015-12-19")
    assert found.outlet is not None
    assert found.outlet.value == "GOV.UK"
    assert not found.media
    body = "\n".join(zoned(found, "body"))
    assert "Mr Hammond said:" in body
    assert "way forward" in body
    for furniture in ("cookies", "Share this page", "Licence", "Skip to"):
        assert furniture not in body


def test_wire_page() -> None:
    found, problems = read("wire-json-ld")
    assert [p.code for p in problems] == ["S025"]
    assert found.title is not None
    assert found.title.rule == "json-ld.headline"
    assert found.title.value == "Lt. Gen. Townsend statement on SDF advance to isolate Raqqah"
    assert found.outlet is not None
    assert found.outlet.value == "Example Wire"
    assert [a.value for a in found.authors] == ["Dana Field", "Omar Reyes"]
    assert dict(found.labels)["section"] == ("World", "Middle East")
    assert [(m.kind, m.credit) for m in found.media] == [("image", "Example Wire / J. Doe")]
    body = "\n".join(zoned(found, "body"))
    assert "oil trucks" not in body
    assert "A storm is coming" not in body
    assert "lasting defeat" in body


def test_live_report_keeps_all_its_posts() -> None:
    found, _ = read("live-blog")
    body = "\n".join(zoned(found, "body"))
    assert "A cool, hazy morning" in body
    assert "Abu Jandal al-Kuwaiti, an ISIL gang leader" in body
    assert "same thing last week" not in body
    assert dict(found.labels)["section"] == ("Live",)


def test_old_page_in_tables() -> None:
    found, problems = read("table-layout-1252")
    assert not problems
    assert "Al-Qa’im\t1,200" in found.text.split("\n")
    assert "José Núñez" in found.text
    assert found.published is not None
    assert found.published.value == "2013-03-04"
    assert found.title is not None
    assert found.title.value.startswith("Rewards for Justice - Reward Offers")


def test_article_that_stands_only_in_structured_data() -> None:
    found, problems = read("script-only-app")
    assert [p.code for p in problems] == ["S023"]
    assert found.text.startswith("Loading…\n")
    assert zoned(found, "body")[0].startswith("The Members of the Security Council")


def test_canonical_on_another_site_is_the_original() -> None:
    source = "<link rel=canonical href='https://www.first.example/a'><meta property=og:url content='https://second.example/b'><p>Words."
    stated = page(source).stated
    assert stated["original_outlet"].value == "first.example"
    same = source.replace("second.example", "m.first.example")
    assert "original_outlet" not in page(same).stated
    assert (
        page("<link rel=canonical href='https://first.example/a'><p>Words.", "https://second.example/")
        .stated["original_outlet"]
        .value
        == "first.example"
    )
    assert (
        page("<meta name=syndication-source content='https://www.third.example/x'><p>Words.")
        .stated["original_outlet"]
        .value
        == "third.example"
    )


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("A tank near the river (Source: Wikimedia Commons)", "Wikimedia Commons"),
        ("A tank. Photo: A. Name/AFP", "A. Name/AFP"),
        ("A tank. Photograph by A. Name", "A. Name"),
        ("A tank [Reuters]", "Reuters"),
        ("Fighters gather. © A. Name", "A. Name"),
        ("A source of water in the desert", ""),
        ("", ""),
    ],
)
def test_credit_at_the_end_of_a_caption(caption: str, credit: str) -> None:
    assert credit_in(caption) == credit


WORDS = "<p>The army said on Sunday that it had retaken the town from the militants there.</p>"
HOSTILE = {
    "nested": "<div>" * 100_000 + WORDS + "</div>" * 100_000,
    "nested inline": "<b>" * 100_000 + WORDS + "</i>" * 100_000,
    "nested cells": "<table><tr><td class='related nav'>" * 30_000 + WORDS,
    "attributes": "<p " + "a='x' " * 300_000 + ">x</p>" + WORDS,
    "class names": "<p class='" + "related " * 120_000 + "'>x</p>" + WORDS,
    "tags never closed": "<a " * 300_000,
    "quotes never closed": "<a x='\">" * 150_000 + WORDS,
    "angles": "<" * 500_000 + WORDS,
    "comments": "<!-- x -->" * 100_000 + WORDS,
    "comments never closed": "<!--" * 200_000 + WORDS,
    "scripts never closed": "<script>" * 100_000 + WORDS,
    "end of a script never closed": "<script>" + "</script " * 100_000 + ">" + WORDS,
    "end tags": "</p></td></b>" * 80_000 + WORDS,
    "references": "&" * 500_000 + "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" * 15_000 + WORDS,
    "long number": "&#" + "9" * 500_000 + ";" + WORDS,
    "structured data": "<script type=application/ld+json>" + "[" * 300_000 + "</script>" + WORDS,
    "references in data": "<script type=application/ld+json>[" + '{"@type":"Article","author":{"@id":"x"}},' * 20_000 + "{}]</script>" + WORDS,
    "captions": "<figure><figcaption><span class=credit>x</span>" * 15_000,
    "times": "<p>" + "<time datetime=x>t</time>" * 30_000,
    "blanks": "<p" + " " * 500_000 + ">" + WORDS + " " * 500_000,
    "zero width": "\u200b" * 200_000 + WORDS,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_take_bounded_time(name: str) -> None:
    page(WORDS)  # what is loaded once is not counted
    found = capture(HOSTILE[name])
    began = time.process_time()
    read_, _ = page_of(found)
    assert time.process_time() - began < 2 * max(1, len(found.data) / 1e6)
    if "never closed" not in name:
        assert "retaken the town" in read_.text or name in {"captions", "times"}


def test_what_is_lost_is_told() -> None:
    for source in (WORDS + "<!-- " + WORDS, WORDS + "<script>" + WORDS):
        _, problems = page_of(capture(source))
        assert [p.code for p in problems] == ["S022"]
    assert [p.code for p in page_of(capture("<html></html>"))[1]] == ["S024"]
    assert "S026" in [p.code for p in page_of(capture(HOSTILE["nested"]))[1]]
