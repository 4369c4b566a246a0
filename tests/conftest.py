"""Shared by all tests: the article under test is the test's own docstring."""

from __future__ import annotations

import inspect

import pytest


@pytest.fixture
def doc(request: pytest.FixtureRequest) -> str:
    """Return the docstring of the running test, indentation taken off, outer blank lines left out."""
    found = inspect.getdoc(request.function)
    assert found, "this test has no docstring to read"
    return found.strip("\n")
