"""Packs from dumps: what is in them, the same bytes twice, and nothing half-written."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.resolve.building.by_hand import GEONAMES, WOF, dump, geonames_row, wof_row

from sayso.model.problem import SaysoError
from sayso.resolve import packs
from sayso.resolve.building import pack, pages
from sayso.resolve.building.pack import build


def test_a_pack_of_geonames(tmp_path: Path) -> None:
    built = build([dump(tmp_path, *GEONAMES)], tmp_path / "xk.pack")
    about = packs.about(built.path)
    assert (built.places, built.countries, built.broken) == (4, ("XK",), ())
    assert (about.places, about.countries, about.newest) == (4, ("XK",), "2024-05-01")
    assert about.licence.startswith("GeoNames: CC BY 4.0")
    assert about.inputs[0]["name"] == "XK.txt"
    assert packs.whole(built.path)


def test_a_pack_of_both_with_other_names_is_the_same_twice(tmp_path: Path) -> None:
    names = dump(
        tmp_path, "1\t990000002\ten\tUpper Kurlisht\t\t\t\t", "2\t990000002\tlink\thttps://x\t\t\t\t", name="alt.txt"
    )
    dumps = [dump(tmp_path, *GEONAMES), dump(tmp_path, *WOF, name="wof.tsv")]
    one = build(dumps, tmp_path / "one", names=names)
    other = build(dumps, tmp_path / "other", names=names)
    assert one.places == 6
    assert one.path.read_bytes() == other.path.read_bytes()


def test_only_countries_asked_for(tmp_path: Path) -> None:
    path = dump(tmp_path, *GEONAMES, geonames_row(990_000_009, "Elsewhere", "PPL", country="RS"))
    assert build([path], tmp_path / "p", countries=frozenset({"RS"})).countries == ("RS",)
    with pytest.raises(SaysoError, match="no place of these countries"):
        build([path], tmp_path / "q", countries=frozenset({"ZZ"}))


BAD = {
    "empty": (),
    "other": ("a,b,c",),
    "alternate names": ("1\t2\ten\tName\t\t\t\t",),
    "cut": (*GEONAMES, GEONAMES[0][:40]),
    "day cut": (*GEONAMES, GEONAMES[0][:-4]),
    "garbled": tuple(row if n % 3 == 0 else row.replace("\t", " ") for n, row in enumerate(GEONAMES * 20))
    + GEONAMES[:1],
    "off the earth": tuple(geonames_row(n, "X", "PPL", lat=95.0) for n in range(30)),
    "no number": tuple(geonames_row(n, "X", "PPL").replace("42.6", "4x") for n in range(30)),
    "wof cut": (*WOF, WOF[1][:30]),
}


@pytest.mark.parametrize("rows", BAD.values(), ids=BAD)
def test_a_bad_dump_is_told_and_leaves_what_was_there(rows: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "xk.pack").write_text("old", encoding="utf-8")
    with pytest.raises(SaysoError):
        build([dump(tmp_path, *rows)], tmp_path / "xk.pack")
    assert (tmp_path / "xk.pack").read_text("utf-8") == "old"
    assert {p.name for p in tmp_path.iterdir()} == {"xk.pack", "XK.txt"}


def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pages, "_fill", full)
    with pytest.raises(SaysoError, match="No space left"):
        build([dump(tmp_path, *GEONAMES)], tmp_path / "xk.pack")
    assert {p.name for p in tmp_path.iterdir()} == {"XK.txt"}


def test_one_broken_row_is_left_out_and_counted(tmp_path: Path) -> None:
    path = dump(tmp_path, GEONAMES[0], "one\ttwo", *GEONAMES[1:])
    assert build([path], tmp_path / "p").broken == ((str(path), 1, "line 2: 2 columns, not 19"),)


def test_too_many_places_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack, "MOST", 3)
    with pytest.raises(SaysoError, match="--country"):
        build([dump(tmp_path, *GEONAMES)], tmp_path / "p")


def test_places_of_who_s_on_first_go_under_their_geonames_number(tmp_path: Path) -> None:
    rows = (WOF[0], wof_row(99_000_003, "Twin", geonames="990000002", names="sqi:Tjetri"))
    assert build([dump(tmp_path, *GEONAMES), dump(tmp_path, *rows, name="w.tsv")], tmp_path / "p").places == 4
