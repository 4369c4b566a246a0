"""The shipped encoder: whole, the same on every machine, and bounded on hostile text."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

import pytest
from bench.encoder import PINNED, pinned

from sayso.find.encoder.hear import hear
from sayso.find.encoder.session import FOLDER, Encoder
from sayso.model.article import Article, Zone
from sayso.model.problem import SaysoError
from sayso.model.span import Span


def body(text: str) -> Article:
    return Article("a", "a", "", text, (Zone("body", Span(0, len(text)), "test"),))


def test_what_is_heard_in_the_sample_is_the_same_on_every_machine() -> None:
    assert pinned() == json.loads(PINNED.read_text())


def test_a_text_is_heard_alike_alone_and_after_others(doc: str) -> None:
    """Activists said the army shelled Douma on Sunday, killing 12 people."""
    first = hear(body(doc))
    hear(body("The ministry denied it. " * 200))
    assert hear(body(doc)) == first


def test_the_speaker_and_what_he_says_are_heard(doc: str) -> None:
    """Activists said that government forces shelled the town of Douma on Sunday."""
    (found,) = hear(body(doc)).said
    assert found.source is not None
    assert found.source.of(doc) == "Activists"
    assert found.cue.of(doc).startswith("said")
    assert "shelled the town" in found.content[0].of(doc)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "\u200f\u202e" * 500,
        "said " * 20_000,
        '"' * 5_000,
        "THE ARMY SAID " * 500,
        "x" * 200_000,
        "они сказали " * 300,
    ],
    ids=["empty", "blank", "marks", "saids", "quotes", "capitals", "one-word", "cyrillic"],
)
def test_any_text_is_heard_in_bounded_time(text: str) -> None:
    began = time.process_time()
    for h in hear(body(text)).said:
        assert 0 <= h.cue.start < h.cue.end <= len(text)
    assert time.process_time() - began < 30


def test_files_that_are_not_as_shipped_are_refused(tmp_path: Path) -> None:
    for file in FOLDER.iterdir():
        shutil.copyfile(file, tmp_path / file.name)
    with (tmp_path / "vocab.txt").open("a") as out:
        out.write("more\n")
    with pytest.raises(SaysoError, match=r"not as it was shipped: vocab\.txt"):
        Encoder(tmp_path)
    (tmp_path / "encoder.json").unlink()
    with pytest.raises(SaysoError, match="can't be read"):
        Encoder(tmp_path)
