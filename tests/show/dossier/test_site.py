from __future__ import annotations

import base64
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from tests.show.dossier.made import AHRAM, HOSTILE, NOW, SAW, key

from sayso.ledger.reviews import Reviews
from sayso.ledger.sqlite import SqliteStore
from sayso.model.review import Dossier
from sayso.show.dossier.gather import gathered
from sayso.show.dossier.site import files, zipped

VOID = {"meta", "link", "br", "hr"}
DRAWN = {"rect", "path", "circle", "line"}
"""Elements of SVG that our builder closes themselves."""


class Page(HTMLParser):
    """Reads a page: its ids and addresses; fails where a tag is not closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in DRAWN
        self.tags.append((tag, dict(attrs)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [v for n, v in attrs if n == "id" and v]
        self.links += [v for n, v in attrs if n in {"href", "src"} and v]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(params=["public", "own"])
def site(request: pytest.FixtureRequest, store: SqliteStore, dossier: Dossier) -> dict[str, bytes]:
    return files(gathered(store, dossier, profile=request.param, now=NOW))


@pytest.fixture
def pages(site: dict[str, bytes]) -> dict[str, Page]:
    return {n: Page(b.decode()) for n, b in site.items() if n.endswith(".html")}


def test_the_site_has_all_its_pages(site: dict[str, bytes]) -> None:
    pages = ("index", "map", "timeline", "chronology", "sources", "tags", "method")
    assert list(site) == [*(f"{n}.html" for n in pages), "map.svg", "data.json", "manifest.json"]


def test_nothing_runs_and_nothing_is_fetched(pages: dict[str, Page], site: dict[str, bytes]) -> None:
    for page in pages.values():
        assert not {t for t, _ in page.tags} & {
            "script",
            "img",
            "iframe",
            "object",
            "embed",
            "form",
            "base",
            "audio",
            "video",
        }
        assert not any(n.startswith("on") or n in {"src", "srcset", "style"} for _, a in page.tags for n in a)
        assert all(t in {"a", "link"} for t, a in page.tags if "href" in a)
        assert [a["href"] for t, a in page.tags if t == "link"] == ["data:,"]
    assert not re.search(
        rb"@import|url\(|<script|http-equiv=\"refresh", b"".join(site[n] for n in pages) + site["map.svg"]
    )


def test_the_policy_allows_the_one_style_sheet_and_nothing_else(pages: dict[str, Page], site: dict[str, bytes]) -> None:
    for name, page in pages.items():
        policy = next(a["content"] for t, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
        style = re.search(r"<style>(.*?)</style>", site[name].decode(), re.DOTALL)
        assert style
        assert policy
        digest = base64.b64encode(sha256(style[1].encode()).digest()).decode()
        assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")


def test_links_lead_somewhere_and_those_out_are_marked(pages: dict[str, Page], site: dict[str, bytes]) -> None:
    out = [a for page in pages.values() for t, a in page.tags if t == "a" and "://" in (a["href"] or "")]
    assert out
    assert all((a["href"] or "").startswith(("https://", "http://")) and "noopener" in (a["rel"] or "") for a in out)
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name
        for link in page.links:
            if link.startswith(("https://", "http://", "data:")):
                continue
            there, _, anchor = link.partition("#")
            assert (there or name) in site, link
            assert not anchor or anchor in pages[there or name].ids, link


def test_words_of_strangers_are_never_html(site: dict[str, bytes]) -> None:
    text = b"".join(site[n] for n in site if n.endswith((".html", ".svg")))
    assert HOSTILE.encode() not in text
    assert b"&lt;script&gt;" in text
    assert b"javascript:" not in text


def test_the_drawing_alone_is_xml_and_has_an_area_for_every_place(site: dict[str, bytes]) -> None:
    root = ET.fromstring(site["map.svg"].decode())
    links = {a.get("href") for a in root.iter("{http://www.w3.org/2000/svg}a")}
    assert links
    assert all(link and link.startswith("map.html#m") for link in links)
    assert all(
        a.find("{http://www.w3.org/2000/svg}title") is not None for a in root.iter("{http://www.w3.org/2000/svg}a")
    )


def test_the_manifest_has_the_digest_of_every_other_file(site: dict[str, bytes]) -> None:
    told = json.loads(site["manifest.json"])
    assert {f["name"]: f["sha256"] for f in told["files"]} == {
        n: sha256(b).hexdigest() for n, b in site.items() if n != "manifest.json"
    }
    assert told["made_at"] == "2017-10-01T00:00:00+00:00"
    assert told["tool"].startswith("sayso ")
    assert json.loads(site["data.json"])["log_head"] == told["ledger"]["log_head"]


def test_every_page_says_what_it_is(site: dict[str, bytes]) -> None:
    own = json.loads(site["manifest.json"])["profile"] == "own"
    for name, data in site.items():
        if name.endswith(".html"):
            assert (b"Not for publication" in data) == own
            assert b"does not mean that it happened" in data


def test_every_quotation_names_who_wrote_it_and_when(site: dict[str, bytes]) -> None:
    claims = json.loads(site["data.json"])["claims"].values()
    cards = re.findall(r"<article.*?</article>", site["index.html"].decode(), re.DOTALL)
    assert len(cards) >= len({c["id"] for c in claims})
    assert all(" wrote on " in card for card in cards)


def test_rejected_claims_are_marked_with_who_and_why(site: dict[str, bytes]) -> None:
    card = next(
        c for c in re.findall(r"<article.*?</article>", site["index.html"].decode(), re.DOTALL) if "Heavy shelling" in c
    )
    assert 'class="claim rejected"' in card
    assert "rejected by a person" in card
    assert "<strong>Jo</strong> rejected this on " in card
    assert "counts another day" in card


def test_rights_stand_in_the_outlets_words(site: dict[str, bytes]) -> None:
    assert "“sells bread”" in site["sources.html"].decode()
    assert "Trt" in site["sources.html"].decode()


def test_claims_without_a_day_or_place_stand_apart(site: dict[str, bytes]) -> None:
    day, place = site["chronology.html"].decode(), site["map.html"].decode()
    for text, heading in ((day, "Without a day"), (place, "Without a place")):
        assert f"-{key(SAW, 1)}" in text.partition(heading)[2]


def test_labels_of_outlets_are_theirs(site: dict[str, bytes]) -> None:
    text = site["tags.html"].decode()
    assert "Given to this dossier by Mona" in text
    assert "Levant <span" in text
    assert "(Ahram&#x27;s label)" in text


def test_the_same_ledger_dossier_and_time_give_the_same_bytes(store: SqliteStore, dossier: Dossier) -> None:
    one = zipped(store, dossier, profile="public", now=NOW)
    assert one == zipped(store, dossier, profile="public", now=NOW)
    with zipfile.ZipFile(io.BytesIO(one)) as packed:
        assert packed.testzip() is None
        assert {i.date_time for i in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_empty_dossier_is_a_site_too(store: SqliteStore) -> None:
    reviews = Reviews(store.db)
    with reviews.writing():
        made = reviews.save("empty", 0, "Nothing", [], [], [], "Mona")
    assert made
    found = files(gathered(store, made, profile="public", now=NOW))
    assert "map.svg" not in found
    assert b"No claim shown here gives a day." in found["timeline.html"]
    assert key(AHRAM).encode() not in found["index.html"]
