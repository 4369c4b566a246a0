"""Packs laid over the shipped gazetteer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.resolve.building.by_hand import GEONAMES, WOF, dump

from sayso.model.problem import SaysoError
from sayso.resolve import gazetteer, packs
from sayso.resolve.building.pack import build
from sayso.resolve.placekeys import key


def forget() -> None:
    for cached in (
        packs.named,
        gazetteer.named,
        gazetteer.alike,
        gazetteer.numbered,
        gazetteer.seat,
        gazetteer._of_pack,
    ):
        cached.cache_clear()


@pytest.fixture
def laid_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Lay two packs over the shipped gazetteer, one by its file and one by its folder."""
    one = build([dump(tmp_path, *GEONAMES)], tmp_path / "xk.pack").path
    build([dump(tmp_path, *WOF, name="w.tsv")], tmp_path / "more" / "wof.pack")
    monkeypatch.setenv(packs.NAMED_IN, os.pathsep.join([str(one), str(tmp_path / "more")]))
    forget()
    yield tmp_path
    forget()


@pytest.mark.usefixtures("laid_over")
@pytest.mark.parametrize("spelling", ["Qyrlisht i Eperm", "Горње Чурлиште", "Gornje-Churlishte"])
def test_a_village_of_a_pack_is_found_under_each_name(spelling: str) -> None:
    (village,) = (p for p in gazetteer.named(key(spelling)) if p.country == "XK")
    assert (village.id, village.kind) == ("geonames:990000002", "town")
    province = gazetteer.numbered(village.province)
    assert province is not None
    assert province.name == "Testova"


@pytest.mark.usefixtures("laid_over")
def test_a_misspelled_village_is_found_by_its_bones() -> None:
    assert "Bardhovec" in {p.name for p, _ in gazetteer.alike(key("Bardovec"), "XK")}


@pytest.mark.usefixtures("laid_over")
def test_a_place_the_shipped_file_has_stays_the_shipped_one() -> None:
    shipped = {p.id: p for p in gazetteer.shipped(key("Pristina"))}
    found = [p for p in gazetteer.named(key("Prishtinë e Re")) if p.id == "geonames:786714"]
    assert found == [shipped["geonames:786714"]]
    assert len([p for p in gazetteer.named(key("Pristina")) if p.id == "geonames:786714"]) == 1


@pytest.mark.usefixtures("laid_over")
def test_other_names_are_what_they_were() -> None:
    assert gazetteer.named(key("Raqqa")) == gazetteer.shipped(key("Raqqa"))


def test_without_packs_nothing_more_is_found() -> None:
    assert not packs.numbers("testova", 10)
    assert not packs.keys("XKtsb", 10)


@pytest.mark.parametrize("content", [b"", b"text", b"SQLite format 3\x00" + bytes(84)])
def test_a_file_that_is_no_pack_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.pack").write_bytes(content)
    with pytest.raises(SaysoError, match=r"x\.pack"):
        packs.about(tmp_path / "x.pack")


def test_the_shipped_file_is_no_pack() -> None:
    with pytest.raises(SaysoError, match="not a pack"):
        packs.about(gazetteer.FILE)


def test_a_damaged_pack_is_told_and_a_check_sees_it(laid_over: Path) -> None:
    path = laid_over / "xk.pack"
    data = path.read_bytes()
    start = data.index(b"x\xda")
    while start >= 0:  # every packed page
        data = data[: start + 2] + bytes(8) + data[start + 10 :]
        start = data.find(b"x\xda", start + 10)
    path.unlink()
    path.write_bytes(data)
    packs._connection.cache_clear()
    assert not packs.whole(path)
    with pytest.raises(SaysoError, match="damaged"):
        packs.numbers(key("Gornje Churlishte"), 10)


def test_a_name_of_no_file_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(packs.NAMED_IN, "/no/such.pack")
    packs.named.cache_clear()
    with pytest.raises(SaysoError, match="names no file"):
        packs.named()
    packs.named.cache_clear()
