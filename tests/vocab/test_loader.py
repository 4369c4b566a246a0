"""Word lists are read once, checked against their shape, and may be laid over by a user's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from sayso.model.problem import SaysoError
from sayso.vocab import loader

SHIPPED = sorted(loader.HERE.rglob("*.yaml"))


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a user's folder of word lists, with nothing remembered from before."""
    monkeypatch.setenv(loader.EXTRA, str(tmp_path))
    for cached in (loader.load, loader.load_all):
        cached.cache_clear()
    yield tmp_path
    for cached in (loader.load, loader.load_all):
        cached.cache_clear()


def put(folder: Path, name: str, text: str) -> None:
    path = folder / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_list_is_read_as_its_shape(own: Path) -> None:
    put(own, "mine/list", "# a comment\nwords: [said, заявил]\n")
    assert loader.load("mine/list", Words) == Words(("said", "заявил"))


def test_a_list_is_read_once(own: Path) -> None:
    put(own, "mine/list", "words: [a]\n")
    first = loader.load("mine/list", Words)
    put(own, "mine/list", "words: [b]\n")
    assert loader.load("mine/list", Words) is first


def test_a_folder_gives_every_file_by_name(own: Path) -> None:
    put(own, "mine/b", "words: [b]\n")
    put(own, "mine/a", "words: [a]\n")
    assert loader.load_all("mine", Words) == (Words(("a",)), Words(("b",)))


def test_a_user_s_list_takes_the_place_of_the_shipped_and_adds_to_a_folder(
    own: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = tmp_path_factory.mktemp("shipped")
    monkeypatch.setattr(loader, "HERE", shipped)
    put(shipped, "mine/a", "words: [shipped a]\n")
    put(shipped, "mine/b", "words: [shipped b]\n")
    put(own, "mine/b", "words: [my b]\n")
    put(own, "mine/c", "words: [my c]\n")
    assert loader.load("mine/b", Words).words == ("my b",)
    assert loader.load("mine/a", Words).words == ("shipped a",)
    assert [w.words[0] for w in loader.load_all("mine", Words)] == ["shipped a", "my b", "my c"]


@pytest.mark.parametrize(
    "text",
    [
        "words: [",
        "words: 3\n",
        "word: [a]\n",
        "",
        "- a\n",
        "words: [a]\nmore: 1\n",
        "!!python/object/apply:os.getcwd []\n",
    ],
)
def test_a_list_that_does_not_fit_is_an_error_that_names_the_file(own: Path, text: str) -> None:
    put(own, "mine/bad", text)
    with pytest.raises(SaysoError, match=r"mine/bad\.yaml"):
        loader.load("mine/bad", Words)


def test_a_list_in_another_encoding_is_an_error_that_names_the_file(own: Path) -> None:
    (own / "bad.yaml").write_bytes("words: [заявил]\n".encode("cp1251"))
    with pytest.raises(SaysoError, match=r"bad\.yaml"):
        loader.load("bad", Words)


@pytest.mark.usefixtures("own")
def test_a_list_that_is_not_there_is_an_error_that_names_it() -> None:
    with pytest.raises(SaysoError, match=r"nothing/here\.yaml"):
        loader.load("nothing/here", Words)
    with pytest.raises(SaysoError, match="nothing/here"):
        loader.load_all("nothing/here", Words)


def test_a_folder_of_the_user_that_is_not_there_is_told(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(loader.EXTRA, f"{own}:{own}/typo")
    with pytest.raises(SaysoError, match=r"SAYSO_VOCAB names no folder: .*typo"):
        loader.load("any", Words)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: str(p.relative_to(loader.HERE)))
def test_a_shipped_list_opens_with_a_comment_that_says_what_it_is(path: Path) -> None:
    first = path.read_text(encoding="utf-8").lstrip().splitlines()[0]
    assert first.startswith("# ")
    assert len(first.split()) > 3
