"""Dumps packed and plain, whole and not."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.problem import SaysoError
from sayso.resolve.building.dump import FEW, Tally, lines

TEXT = "".join(f"{n}\tTown {n} Горње\u2028x\n" for n in range(3000))
WANTED = TEXT.split("\n")[:-1]


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("XK.txt", TEXT)


def zstd_of_two(path: Path) -> None:
    pack = zstandard.ZstdCompressor().compress
    path.write_bytes(pack(TEXT[:500].encode()) + pack(TEXT[500:].encode()))


PACKED: dict[str, Callable[[Path], object]] = {
    "plain": lambda p: p.write_text(TEXT, encoding="utf-8"),
    "mark": lambda p: p.write_text("\ufeff" + TEXT.replace("\n", "\r\n"), encoding="utf-8"),
    "zip": zipped,
    "gz": lambda p: p.write_bytes(gzip.compress(TEXT.encode())),
    "zst": zstd_of_two,
}


@pytest.mark.parametrize("how", PACKED)
def test_lines_are_the_same_however_packed(how: str, tmp_path: Path) -> None:
    PACKED[how](tmp_path / "dump")
    assert list(lines(tmp_path / "dump")) == WANTED


@pytest.mark.parametrize("how", ["zip", "gz", "zst"])
@pytest.mark.parametrize("part", [0.3, 0.7, 0.99])
def test_a_packed_dump_that_is_cut_off_is_told(how: str, part: float, tmp_path: Path) -> None:
    PACKED[how](tmp_path / "dump")
    data = (tmp_path / "dump").read_bytes()
    (tmp_path / "dump").write_bytes(data[: int(part * len(data))])
    with pytest.raises(SaysoError, match="can't be read to its end"):
        list(lines(tmp_path / "dump"))


@given(st.binary(max_size=300))
def test_any_bytes_are_lines_or_told(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "dump"
    path.write_bytes(data)
    try:
        assert all("\n" not in line for line in lines(path))
    except SaysoError as error:
        assert str(path) in str(error)  # noqa: PT017 - either outcome is right


def test_an_endless_line_is_told(tmp_path: Path) -> None:
    (tmp_path / "dump").write_text("x" * 1_000_001, encoding="utf-8")
    with pytest.raises(SaysoError, match="not a dump"):
        list(lines(tmp_path / "dump"))


def test_an_archive_of_two_dumps_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z", "w") as archive:
        archive.writestr("a.txt", "a")
        archive.writestr("b.txt", "b")
    with pytest.raises(SaysoError, match="unpack the one"):
        list(lines(tmp_path / "z"))


def test_few_broken_rows_pass_and_many_do_not(tmp_path: Path) -> None:
    tally = Tally(tmp_path)
    for n in range(FEW):
        tally.bad(n, "odd")
    tally.good()
    tally.check()
    tally.bad(77, "odd")
    tally.good()
    with pytest.raises(SaysoError, match="21 of 23 rows are broken, line 0: odd"):
        tally.check()
