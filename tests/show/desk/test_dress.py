# ruff: noqa: F401, F811 - fixtures come from doors.py, and tests name them as arguments
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.show.desk.doors import alone

from sayso.show.desk.dress import HEADERS, LARGEST

ASKED: list[tuple[str, Callable[[TestClient], Any], int]] = [
    ("data", lambda c: c.get("/claims.json"), 200),
    ("page", lambda c: c.get("/claims"), 200),
    ("asset", lambda c: c.get("/static/desk.js"), 200),
    ("stream", lambda c: c.get("/stream"), 200),
    ("missing", lambda c: c.get("/nothing.json"), 404),
    ("missing asset", lambda c: c.get("/static/nothing.js"), 404),
    (
        "wrong method",
        lambda c: c.delete("/claims.json", headers={"X-Sayso-CSRF": c.get("/session.json").json()["csrf"]}),
        405,
    ),
    ("no token", lambda c: c.post("/write.json"), 403),
    ("foreign host", lambda c: c.get("/claims.json", headers={"Host": "evil.example"}), 421),
    ("too large", lambda c: c.post("/write.json", content=b"x" * (LARGEST + 1)), 413),
    ("broken", lambda c: c.get("/broken.json"), 500),
]


@pytest.mark.parametrize(("ask", "code"), [a[1:] for a in ASKED], ids=[a[0] for a in ASKED])
def test_every_answer_carries_the_headers(alone: TestClient, ask: Callable[[TestClient], Any], code: int) -> None:
    done = ask(alone)
    assert done.status_code == code
    assert {name: done.headers.get(name) for name in HEADERS} == HEADERS
    assert "server error" not in done.text.lower()


def test_the_policy_lets_in_nothing_inline_and_nothing_from_elsewhere() -> None:
    policy = HEADERS["content-security-policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self'"
    assert rules["frame-ancestors"] == "'none'"
    assert not any(word in policy for word in ("unsafe", "http", "*"))


@pytest.mark.parametrize(
    ("path", "kept_for"),
    [
        ("/claims.json", "no-store"), ("/claims.csv", "no-store"), ("/claims", "no-cache"), ("/static/desk.js", "max-age=3600"),
        ("/static/nothing.js", "no-store"),
    ],
)  # fmt: skip
def test_only_what_ships_with_sayso_is_kept_by_caches(alone: TestClient, path: str, kept_for: str) -> None:
    assert alone.get(path).headers["cache-control"] == kept_for
