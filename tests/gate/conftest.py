"""The gate's own option: where the shared data lies, when it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--gate", default=str(ROOT.parent / "shared"), help="folder of the shared data (gold/dev in it)")


@pytest.fixture(scope="session")
def shared(request: pytest.FixtureRequest) -> Path:
    return Path(str(request.config.getoption("--gate")))
