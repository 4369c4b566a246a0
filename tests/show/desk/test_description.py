"""The description of the desk's paths holds: whatever is asked by it, the answer is one it names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

from sayso.show.desk import gate
from sayso.show.desk.app import create
from sayso.show.desk.desk import Desk

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
LEFT_OUT = ("/login.json", "/logout.json", ".zip", ".html")
"""Paths that have tests of their own."""


@pytest.fixture
def served(ledger: Path) -> Iterator[tuple[Any, str]]:
    app = create(Desk(ledger), gate.Gate(None, "Ada", frozenset({"testserver", *gate.LOOPBACK})))
    with TestClient(app, base_url="http://localhost") as client:
        yield app, client.get("/session.json").json()["csrf"]


def test_answers_are_as_described(served: tuple[Any, str]) -> None:
    app, csrf = served
    schema = schemathesis.openapi.from_asgi("/openapi.json", app)
    headers = {"x-sayso-csrf": csrf}
    asked = 0
    for found in schema.get_all_operations():
        operation = found.ok()  # type: ignore[union-attr]  # an invalid one fails here
        if operation.path.endswith(LEFT_OUT):
            continue

        @settings(
            max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None
        )
        @given(case=operation.as_strategy())
        def answered(case: Any) -> None:
            answer = case.call(headers=headers)
            case.validate_response(answer, checks=CHECKS)

        answered()
        asked += 1
    assert asked > 20
