"""Nothing that strangers wrote ever runs, and everybody can use the pages: axe finds nothing serious, in light and dark, wide and narrow."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.browser.conftest import Served, Watched
from tests.show.desk.conftest import NASTY

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
PATHS = (
    "/",
    "/claims",
    "/happenings",
    "/articles",
    "/sources",
    "/review",
    "/review?queue=agreement",
    "/dossiers",
    "/compare",
)
GRAVE = {"serious", "critical"}


def paths(base: str, page: Any) -> list[str]:
    """Return the fixed pages, and one of each kind that has an id."""
    found = list(PATHS)
    for listed, key in (("claims", "claim"), ("articles", ""), ("happenings", "")):
        row = page.request.get(f"{base}/{listed}.json?text=Douma&limit=1").json()["rows"][0]
        found.append(f"/{listed}/{row[key]['id'] if key else row['id']}")
    return [*found, "/sources/Ahram"]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 1440), ("light", 390)])
def test_axe_finds_nothing_serious(browser: Browser, desk: Served, scheme: Any, width: int) -> None:
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True, reduced_motion="reduce"
    )
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for path in paths(desk.base, page):
        page.goto(desk.base + path)
        page.wait_for_load_state("networkidle")
        page.add_script_tag(path=str(AXE))
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        grave = [v for v in result["violations"] if v["impact"] in GRAVE]
        if grave:
            found[path] = [f"{v['id']}: {json.dumps([n['html'][:160] for n in v['nodes'][:3]])}" for v in grave]
    context.close()
    assert found == {}


@pytest.mark.parametrize("width", [360, 1920])
def test_no_page_is_wider_than_the_screen(browser: Browser, desk: Served, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    wide = {}
    for path in paths(desk.base, page):
        page.goto(desk.base + path)
        page.wait_for_load_state("networkidle")
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            wide[path] = over
    context.close()
    assert wide == {}


def test_words_of_strangers_are_shown_and_never_run(at: Watched) -> None:
    row = at.page.request.get(f"{at.base}/articles.json?outlet=onerror").json()["rows"][0]
    assert row["outlet"] == NASTY
    claim = at.page.request.get(f"{at.base}/claims.json?outlet=onerror").json()["rows"][0]["claim"]["id"]
    happening = at.page.request.get(f"{at.base}/happenings.json?outlet=onerror").json()["rows"][0]["id"]
    for path in (
        "/articles?outlet=onerror", f"/articles/{row['id']}?claim={claim}", f"/claims/{claim}", "/claims?outlet=onerror", f"/happenings/{happening}",
        "/sources", "/", "/happenings?outlet=onerror", f"/claims?text={NASTY}", f"/claims?outlet={NASTY}",
    ):  # fmt: skip
        page = at.to(path)
        assert page.evaluate("document.querySelectorAll('img[onerror], #desk script').length") == 0
    assert at.to("/articles?outlet=onerror").get_by_text("onerror=alert", exact=False).first.is_visible()


def test_without_javascript_the_way_to_the_data_is_told(browser: Browser, desk: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(desk.base + "/claims")
    assert ".json" in page.content()
    context.close()
