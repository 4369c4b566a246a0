"""A map style of one's own: read with care, and nobody else is asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.model.problem import SaysoError
from sayso.show.desk import gate, mapstyle
from sayso.show.desk.app import create
from sayso.show.desk.desk import Desk

STYLE = {
    "version": 8,
    "sources": {
        "a": {"type": "raster", "tiles": ["https://tiles.example.org/{z}/{x}/{y}.png"], "attribution": '<a href="https://elsewhere.example">me</a>'},
        "b": {"type": "vector", "url": "pmtiles://https://maps.example.org:8443/x.pmtiles"},
    },
    "glyphs": "https://fonts.example.org/{fontstack}/{range}.pbf",
    "layers": [{"id": "x", "type": "background"}],
}  # fmt: skip


def written(path: Path, style: Any) -> Path:
    path.write_text(style if isinstance(style, str) else json.dumps(style), encoding="utf-8")
    return path


def test_maps_take_tiles_from_where_the_style_says_and_from_nobody_else(ledger: Path, tmp_path: Path) -> None:
    style = mapstyle.read(written(tmp_path / "s.json", STYLE))
    assert style.origins == ("https://fonts.example.org", "https://maps.example.org:8443", "https://tiles.example.org")
    guard = gate.Gate(None, "Ada", frozenset({"localhost"}), style.origins)
    with TestClient(create(Desk(ledger), guard, style), base_url="http://localhost") as client:
        assert client.get("/basemap/style-dark.json").json() == STYLE
        policy = client.get("/happenings").headers["content-security-policy"]
    assert (
        "connect-src 'self' https://fonts.example.org https://maps.example.org:8443 https://tiles.example.org;"
        in policy
    )
    assert "script-src 'self';" in policy
    assert "elsewhere" not in policy


@pytest.mark.parametrize(
    "style", ["", "{", "[]", {"version": 7, "layers": []}, {"version": 8}, {"version": 8, "layers": {}}]
)
def test_what_is_no_style_is_refused_in_words(tmp_path: Path, style: Any) -> None:
    with pytest.raises(SaysoError, match="no map style"):
        mapstyle.read(written(tmp_path / "s.json", style))


def test_a_style_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match="no map style"):
        mapstyle.read(tmp_path / "none.json")
