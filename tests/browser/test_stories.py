"""What users bring on day one, done at the desk in a real browser; each test names its story."""

from __future__ import annotations

import io
import re
import zipfile

from playwright.sync_api import Page, expect
from tests.browser.conftest import Watched

SEED = "/articles?text=US-Russian+Tensions"
PASTED = "Douma\n\nAir strikes killed 31 people in Douma on Tuesday, the Syrian Observatory for Human Rights said."


def seed(at: Watched) -> Page:
    """Open the seed story."""
    page = at.to(SEED)
    page.get_by_role("link", name=re.compile("Tensions Grow")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Deir Ezzor")
    return page


def claims(at: Watched, query: str) -> Page:
    """Open the list of claims."""
    page = at.to(f"/claims?{query}")
    expect(page.locator("article.claim").first).to_be_visible()
    return page


def test_01_trace_a_claim_to_its_origin(at: Watched) -> None:
    page = claims(at, "text=surveillance&said_by=CNN")
    card = page.locator("article.claim").first
    expect(card).to_contain_text(re.compile(r"South Front.*CNN.*US official"))
    expect(card).to_contain_text("unnamed")


def test_02_rumours_apart(at: Watched) -> None:
    page = claims(at, "certainty=possible&text=%22command+post%22")
    expect(page.locator("article.claim").first).to_contain_text("possible")


def test_03_place_variants_show_what_else_was_weighed(at: Watched) -> None:
    page = claims(at, "place=Deir&text=Asapov")
    page.locator("article.claim a.words").first.click()
    expect(page.locator("table.fields")).to_contain_text("Deir ez-Zor")
    expect(page.locator("table.fields")).to_contain_text("also weighed")


def test_05_territory(at: Watched) -> None:
    page = claims(at, "kind=government-regains-territory&text=Maadan")
    expect(page.locator("article.claim").first).to_contain_text("Maadan")


def test_07_a_pasted_text_is_read_and_its_claims_shown_with_their_chain(at: Watched) -> None:
    page = at.to("/compare")
    page.get_by_label("Text").fill(PASTED)
    page.get_by_role("button", name="Read and compare").click()
    expect(page.get_by_text("Syrian Observatory for Human Rights").first).to_be_visible()
    expect(page.get_by_text(re.compile(r"Air strikes killed 31 people")).first).to_be_visible()


def test_08_who_else_carries_it(at: Watched) -> None:
    page = at.to("/compare")
    page.get_by_label("Text").fill(PASTED)
    page.get_by_label("Published").fill("2016-07-06")
    page.get_by_role("button", name="Read and compare").click()
    expect(page.get_by_text(re.compile(r"\d articles, \d wire famil")).first).to_be_visible()


def test_11_what_is_denied(at: Watched) -> None:
    page = claims(at, "polarity=negative&text=Douma")
    expect(page.locator("article.claim").first).to_contain_text("denied or said not to be so")


def test_12_rows_for_some_days_as_csv(at: Watched) -> None:
    page = claims(at, "since=2017-09-24&until=2017-09-26")
    with page.expect_download() as kept:
        page.get_by_role("link", name=re.compile("CSV")).click()
    rows = kept.value.path().read_text(encoding="utf-8").splitlines()
    assert rows[0].startswith("id,words,chain,")
    assert len(rows) > 5


def test_13_how_many_were_killed_and_who_says_so(at: Watched) -> None:
    page = claims(at, "text=Asapov&killed_min=1")
    expect(page.locator("article.claim").first).to_contain_text("killed 1")
    expect(page.locator("article.claim").first).to_contain_text(re.compile("defence ministry", re.IGNORECASE))


def test_14_two_coders_and_their_kappa(writing: Watched) -> None:
    page = writing.to("/review?queue=agreement")
    expect(page.get_by_text(re.compile("decided by two people"))).to_be_visible()


def test_15_every_field_names_its_rule(at: Watched) -> None:
    page = claims(at, "text=Asapov")
    page.locator("article.claim a.words").first.click()
    rules = page.locator("table.fields code")
    expect(rules.first).to_be_visible()
    assert all(rule.strip() for rule in rules.all_inner_texts())


def test_20_what_speaks_against_it_stands_on_the_same_page(at: Watched) -> None:
    page = at.to("/happenings?contested=yes")
    page.locator("article.happening a").first.click()
    expect(page.get_by_text("contradict each other").first).to_be_visible()
    expect(page.get_by_text("31", exact=False).first).to_be_visible()


def test_21_the_morning_board(at: Watched) -> None:
    page = at.to("/")
    expect(page.get_by_role("heading", name="Board")).to_be_visible()
    expect(page.get_by_text("Jayrud").first).to_be_visible()
    expect(page.get_by_text(re.compile("contradict", re.IGNORECASE)).first).to_be_visible()


def test_22_origins_are_counted_beside_articles(at: Watched) -> None:
    page = at.to("/happenings?articles_min=2")
    expect(page.locator("article.happening").first).to_contain_text(
        re.compile(r"\d+ articles, \d+ wire famil\w+, (\d+|no known) origin")
    )


def test_23_a_line_that_can_be_quoted(at: Watched) -> None:
    page = claims(at, "text=surveillance&said_by=CNN")
    page.locator("article.claim a.words").first.click()
    expect(page.locator(".quotable")).to_contain_text(
        re.compile(r"South Front wrote.*citing CNN, citing a US official \(unnamed\)")
    )


def test_24_what_an_outlet_changed_and_what_was_built_on_it(at: Watched) -> None:
    page = at.to("/articles?text=Jayrud")
    page.get_by_role("link", name=re.compile("Jayrud shelled")).first.click()
    expect(page.get_by_text(re.compile("Changed|changed")).first).to_be_visible()


def test_25_who_reposts_whom(at: Watched) -> None:
    page = at.to("/sources")
    expect(page.get_by_text("South Front").first).to_be_attached()
    with page.expect_download() as kept:
        page.get_by_role("link", name=re.compile("GraphML")).click()
    assert "South Front" in kept.value.path().read_text(encoding="utf-8")


def test_map_and_timeline_brush_each_other(at: Watched) -> None:
    page = at.to("/happenings")
    expect(page.locator("[data-ready=true]")).to_be_visible(timeout=30_000)
    box = page.locator("figure.timeline svg").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 5, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 5, box["y"] + 40, steps=5)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"since=\d{4}-\d\d-\d\d&until="))


def test_what_has_no_place_has_its_own_list(at: Watched) -> None:
    page = at.to("/happenings")
    page.get_by_role("link", name=re.compile("without a place")).click()
    expect(page).to_have_url(re.compile("placed=no"))


def test_picking_words_amends_a_field_and_undo_takes_it_back(writing: Watched) -> None:
    page = writing.to("/claims?text=Asapov")
    page.locator("article.claim a.words").first.click()
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("reading confirmed").first).to_be_visible()
    page.get_by_role("button", name=re.compile("Amend")).click()
    page.get_by_label("Rightly").fill("Deir ez-Zor province")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text(re.compile("a reviewer put: Deir ez-Zor province")).first).to_be_visible()
    page.get_by_role("button", name=re.compile("Undo")).click()
    expect(page.get_by_text(re.compile("a reviewer put"))).to_have_count(0)


def test_keys_decide_in_the_review_queue(writing: Watched) -> None:
    page = writing.to("/review")
    expect(page.get_by_role("button", name="Confirm")).to_be_visible()
    page.keyboard.press("y")
    expect(page.get_by_text(re.compile("confirm"))).not_to_have_count(0)
    page.goto(writing.base + "/review?queue=agreement")
    expect(page.get_by_text("Ada").first).to_be_visible()


def test_a_dossier_is_made_and_published(writing: Watched) -> None:
    page = writing.to("/happenings?contested=yes")
    page.locator("article.happening a").first.click()
    page.get_by_role("button", name="Add to a dossier").click()
    page.get_by_label(re.compile("titled")).fill("Douma raids")
    page.get_by_role("button", name="Make it").click()
    expect(page.get_by_text("Douma raids").first).to_be_visible()
    page.goto(writing.base + "/dossiers/douma-raids")
    expect(page.get_by_role("heading", name="Publish")).to_be_visible()
    with page.expect_download() as kept:
        page.get_by_role("link", name=re.compile(r"ZIP")).first.click()
    assert kept.value.path().read_bytes()[:2] == b"PK"


def test_keys_go_from_page_to_page(at: Watched) -> None:
    page = at.to("/")
    page.keyboard.press("g")
    page.keyboard.press("c")
    expect(page).to_have_url(re.compile("/claims$"))
    expect(page.locator("article.claim").first).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/claims/c"))
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


def test_04_equipment_and_who_claims_it(at: Watched) -> None:
    page = claims(at, "text=PMM-2M")
    page.locator("article.claim a.words").first.click()
    expect(page.get_by_role("row", name=re.compile("^means"))).not_to_have_count(0)


def test_19_every_claim_that_a_party_did_something(at: Watched) -> None:
    page = claims(at, "about=Syrian+Democratic+Forces&kind=advance-or-hold")
    expect(page.locator("article.claim").first).to_contain_text("advance or hold")
    assert page.locator("article.claim").count() >= 2


def test_30_a_version_to_share_says_what_it_holds_back(writing: Watched) -> None:
    page = writing.to("/dossiers")
    page.get_by_label(re.compile("title", re.IGNORECASE)).first.fill("To share")
    page.get_by_role("button", name=re.compile("Begin|Make|New", re.IGNORECASE)).first.click()
    expect(page).to_have_url(re.compile("/dossiers/to-share"))
    expect(page.get_by_text(re.compile("72 hours")).first).to_be_visible()
    answer = page.request.get(f"{writing.base}/dossiers/to-share.zip?profile=public")
    with zipfile.ZipFile(io.BytesIO(answer.body())) as site:
        manifest = next(n for n in site.namelist() if n.endswith("manifest.json"))
        assert "public" in site.read(manifest).decode()
