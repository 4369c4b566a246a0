"""Progress is silent in a pipe and when told to be."""

from __future__ import annotations

import sys

import pytest

from sayso.show import progress


@pytest.mark.parametrize("quiet", [True, False])
def test_in_a_pipe_nothing_is_said(quiet: bool, capsys: pytest.CaptureFixture[str]) -> None:
    with progress.bar(10, quiet=quiet) as step:
        step(3)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("total", [10, None])
def test_on_a_terminal_a_bar_moves(
    total: int | None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "100")
    with progress.bar(total, quiet=False) as step:
        step(3)
        step(7)
    assert "10/10" in (err := capsys.readouterr().err) or "10/?" in err
