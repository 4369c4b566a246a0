"""Problems carry a code that is known, and nothing else."""

from __future__ import annotations

import re

import pytest

from sayso.model.problem import CODES, Problem


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(ValueError, match="S999"):
        Problem("S999", "never heard of")


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_code_is_in_a_room_s_range_and_says_what_it_means(code: str) -> None:
    assert re.fullmatch(r"S[01235]\d\d", code)
    assert CODES[code].endswith(".")
    assert len(CODES[code]) > 10
