"""Sayso as a library: a text or a file in, records out, and errors that say what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.model.article import Supplied
from sayso.model.problem import SaysoError
from sayso.pipeline import library


def test_a_text_is_a_capture_of_its_own_bytes() -> None:
    found = library.text_capture("Дума\ud800", Supplied(outlet="X"))
    assert found.data == "Дума?".encode()
    assert (found.ref, found.origin, found.form, found.supplied.outlet) == ("text", "-", "text", "X")
    assert len(found.sha256) == 64


@pytest.mark.parametrize("text", ["a\nb", "x" * 5000, "nul\0", "no such file.txt", ""])
def test_a_text_is_no_file_name(text: str) -> None:
    assert not library._names_file(text)


def test_the_name_of_a_file_that_is_there_is_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    assert library._names_file(str(path))
    assert not library._names_file(str(tmp_path))


def test_a_file_that_can_t_be_read_is_an_error_that_names_it(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    for source in (path, str(path), tmp_path / "missing.txt"):
        with pytest.raises(SaysoError, match=r"\.txt"):
            library.read(source)


def test_a_file_of_several_articles_is_sent_to_read_all(tmp_path: Path, stages: list[list[str]]) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text('{"text": "one"}\n{"text": "two"}\n')
    with pytest.raises(SaysoError, match=r"two\.jsonl holds 2 articles: use sayso\.read_all"):
        library.read(path)
    assert len(list(library.read_all([path]))) == 2
    assert stages


def test_a_text_without_words_is_an_article_without_claims_or_an_error() -> None:
    for text in ("", "   \n  "):
        try:
            assert library.read(text).claims == ()
        except SaysoError as error:
            assert str(error)  # noqa: PT017 - either answer will do
