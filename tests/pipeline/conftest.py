"""Stages that need no language model: what runs them is under test here, not what they find."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

import pytest
from tests.builders import article, claim

from sayso.model.article import Capture
from sayso.model.reading import Reading
from sayso.pipeline import run

Maker = Callable[[str], Capture]


@pytest.fixture
def capture() -> Maker:
    def make(text: str) -> Capture:
        data = text.encode()
        return Capture(data, sha256(data).hexdigest(), text[:20], f"/src/{text[:20]}", "text")

    return make


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Put stand-in stages in place, which fail on texts that say so, and give the batches they were run on."""
    seen: list[list[str]] = []

    def readings(captures: Sequence[Capture], _parser: object) -> list[Reading]:
        texts = [c.data.decode() for c in captures]
        seen.append(texts)
        if any("breaks" in t for t in texts):
            raise IndexError("no such token")
        found = [article(t, ref=c.ref) for t, c in zip(texts, captures, strict=True)]
        return [Reading(a, (claim(a, a.text),)) for a in found]

    import sayso.find.parse
    import sayso.pipeline.stages

    monkeypatch.setattr(sayso.pipeline.stages, "readings", readings)
    monkeypatch.setattr(sayso.find.parse, "parser", lambda _name=None: None)
    monkeypatch.setattr(run, "CHUNK", 4)
    return seen
