"""Two people with accounts sign in, decide on the same claims, and see how far they agree (story 14)."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Served, Watched

from sayso.show.desk.accounts import Accounts

PASSWORD = "correct horse battery"


def signed_in(browser: Browser, base: str, name: str) -> Page:
    """Return a page of somebody who signed in."""
    page = Watched(browser.new_context(), base).page
    page.goto(base + "/review")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text(f"{name} (coder)")).to_be_visible()
    return page


def decide(page: Page, base: str, claims: list[str], words: list[str]) -> None:
    """Have a person decide on some claims, through the same way the page takes."""
    csrf = page.request.get(f"{base}/session.json").json()["csrf"]
    for claim, word in zip(claims, words, strict=True):
        body = {"claim": claim, "decision": word, "why": f"because {word}"}
        assert page.request.post(f"{base}/reviews.json", data=body, headers={"x-sayso-csrf": csrf}).ok


def test_14_two_coders_their_kappa_and_where_they_differ(browser: Browser, filled: Path, tmp_path: Path) -> None:
    users = tmp_path / "desk.users"
    accounts = Accounts(users, create=True)
    for name in ("Ada", "Grace"):
        accounts.add(name, PASSWORD, "coder")
    served = Served(Path(shutil.copy(filled, tmp_path / "desk.ledger")), "--users", str(users))
    try:
        ada, grace = (signed_in(browser, served.base, name) for name in ("Ada", "Grace"))
        rows = ada.request.get(f"{served.base}/claims.json?limit=4").json()["rows"]
        claims = [r["claim"]["id"] for r in rows]
        decide(ada, served.base, claims, ["confirm", "confirm", "reject", "reject"])
        decide(grace, served.base, claims, ["confirm", "confirm", "reject", "confirm"])
        ada.goto(served.base + "/review?queue=agreement")
        expect(ada.get_by_text(re.compile("kappa", re.IGNORECASE)).first).to_be_visible()
        expect(ada.get_by_text("0.50").first).to_be_visible()
        expect(ada.get_by_text("because confirm").first).to_be_visible()
        assert (
            ada.request.get(f"{served.base}/claims.json?state=disputed").json()["rows"][0]["claim"]["id"] == claims[3]
        )
        ada.get_by_role("button", name="Sign out").click()
        expect(ada.get_by_role("heading", name="Sign in")).to_be_visible()
        assert ada.request.get(f"{served.base}/claims.json").status == 401
    finally:
        served.end()
