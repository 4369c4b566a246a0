from __future__ import annotations

import pytest

from sayso.model.problem import Problem
from sayso.read.json_file import elements


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b' {"a": 1} ', [(0, 1, 9)]),
        (b"[]", []),
        (b'[{"a":1} , {}]', [(1, 1, 8), (2, 11, 13)]),
        ('\ufeff[{"é":1},2]'.encode(), [(1, 4, 12), (2, 13, 14)]),
    ],
)
def test_where_elements_stand(data: bytes, found: list[tuple[int, int, int]]) -> None:
    assert elements(data) == found


@pytest.mark.parametrize(
    "data", [b"", b"[", b"[1,]", b"[1 2]", b'{"a"', b"[] x", b"[" * 100_000, b"1" * 5000, b"\xff\xff"]
)
def test_no_json(data: bytes) -> None:
    found = elements(data)
    assert isinstance(found, Problem)
    assert found.code == "S016"
