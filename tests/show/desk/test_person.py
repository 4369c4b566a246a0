# ruff: noqa: F401, F811 - fixtures come from doors.py, and tests name them as arguments
from __future__ import annotations

import asyncio

import pytest
from fastapi import HTTPException, Request
from starlette.testclient import TestClient
from tests.show.desk.doors import clock, desk, guard, kept, sign_in

from sayso.show.desk.gate import Person, need


@pytest.mark.parametrize(
    ("name", "path", "code"),
    [
        ("rana", "/code.json", 403), ("omar", "/code.json", 200), ("lena", "/code.json", 200), ("kai", "/code.json", 200),
        ("omar", "/review.json", 403), ("lena", "/review.json", 200), ("lena", "/keep.json", 403), ("kai", "/keep.json", 200),
    ],
)  # fmt: skip
def test_each_role_may_do_what_those_before_it_may(desk: TestClient, name: str, path: str, code: int) -> None:
    done = desk.post(path, headers={"X-Sayso-CSRF": sign_in(desk, name)})
    assert done.status_code == code
    assert name in done.text  # refusals name who asked, as which


def test_need_refuses_nobody() -> None:
    request = Request({"type": "http", "headers": [], "state": {"person": Person("", "", "", accounts=True)}})
    with pytest.raises(HTTPException) as refused:
        asyncio.run(need("reader")(request))  # type: ignore[arg-type]
    assert refused.value.status_code == 401
