from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sayso.read.decode import decode
from sayso.read.offsets import Offsets


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.integers(0, 60),
    st.integers(0, 60),
)
def test_every_range_leads_back_to_its_bytes(text: str, encoding: str, a: int, b: int) -> None:
    assume(not (encoding == "utf-16" and text.startswith("\0")))  # these bytes begin as UTF-32 does
    data = text.encode(encoding)
    decoded, name, _ = decode(data)
    start, end = sorted((min(a, len(decoded)), min(b, len(decoded))))
    offsets = Offsets(data, name, decoded)
    assert offsets.known
    first, last = offsets.byte(start), offsets.byte(end)
    piece = "utf-16-le" if name == "utf-16" else "utf-8"
    assert data[first:last].decode(piece) == decoded[start:end]


@pytest.mark.parametrize(
    "data", [b"caf\xe9 \x81 and \x93more\x94", "é é é ".encode() + b"\xff" + "é".encode(), "é é é é".encode()[:-1]]
)
def test_undecodable_bytes_keep_their_places(data: bytes) -> None:
    decoded, name, _ = decode(data)
    offsets = Offsets(data, name, decoded)
    at = [offsets.byte(i) for i in range(len(decoded) + 1)]
    assert at[0] == 0
    assert at[-1] == len(data)
    assert at == sorted(set(at))


def test_an_encoding_without_a_way_back_is_not_known() -> None:
    data = "見出し".encode("iso2022_jp")
    assert not Offsets(data, "utf-7", "something else").known
