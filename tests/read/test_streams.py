from __future__ import annotations

import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.streams import CHUNK, Broken, Stream


class Dribble(io.BytesIO):
    """A pipe that gives a few bytes at a time."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size or 7, 7))


@given(st.lists(st.binary(max_size=40)).map(b"\n".join), st.booleans())
def test_lines_give_back_every_byte_at_its_place(data: bytes, packed: bool) -> None:
    source = gzip.compress(data) if packed else data
    if not packed and data.startswith(b"\x1f\x8b"):
        return
    lines = list(Stream(Dribble(source)).lines(1000))
    assert b"".join(line.data or b"" for line in lines) == data
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert all(line.data is not None and data[line.offset :].startswith(line.data) for line in lines)


def test_long_lines_come_without_data_and_the_rest_stays_in_place() -> None:
    data = b"a\n" + b"b" * (3 * CHUNK) + b"\nc\n" + b"d" * 100 + b"\n"
    lines = list(Stream(io.BytesIO(data)).lines(50))
    assert [(x.number, x.offset, x.data) for x in lines] == [
        (1, 0, b"a\n"),
        (2, 2, None),
        (3, 3 + 3 * CHUNK, b"c\n"),
        (4, 5 + 3 * CHUNK, None),
    ]


def test_head_is_seen_and_read_again() -> None:
    stream = Stream(io.BytesIO(b"abc"))
    assert stream.head == b"abc"
    assert stream.whole(10) == b"abc"
    assert Stream(io.BytesIO(b"abc")).whole(2) is None


def test_a_cut_file_gives_its_whole_lines_first() -> None:
    packed = gzip.compress(b"one\ntwo\nthree")
    lines = Stream(io.BytesIO(packed[:-9])).lines(100)
    assert next(lines).data == b"one\n"
    assert next(lines).data == b"two\n"
    with pytest.raises(Broken, match="cut"):
        next(lines)
