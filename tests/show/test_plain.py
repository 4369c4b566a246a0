"""Words of strangers can't command a terminal, turn its direction, or run in a spreadsheet."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.show.plain import FORMULA, cell, clean


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "�[31mred�[0m"), ("a\u202egnp.exe", "a�gnp.exe"), ("a\u2066b\u2069", "a�b�"),
        ("zero\u200bwidth\ufeff", "zero�width�"), ("two\nlines\tand\r\nmore", "two lines and more"), ("\x07bell\x00", "�bell�"),
        ("\x9b31m", "�31m"), ("a\u2028b", "a b"), ("می\u200cخواهم", "می\u200cخواهم"), ("soft\u00adhyphen", "soft�hyphen"),
        ("\U000e0041tag", "�tag"), ("half \ud800", "half �"), ("Al-Mayādīn “said” – ok", "Al-Mayādīn “said” – ok"), ("", ""),
    ],
)  # fmt: skip
def test_what_commands_or_hides_is_made_visible(words: str, shown: str) -> None:
    assert clean(words) == shown


@given(st.text(st.characters(), max_size=40))
def test_clean_words_are_one_line_without_commands(words: str) -> None:
    shown = clean(words)
    assert clean(shown) == shown
    bad = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    assert not [c for c in shown if unicodedata.category(c) in bad and c not in "\u200c\u200d"]


@pytest.mark.parametrize("value", ['=HYPERLINK("x")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\n=1", "=1", "-", "+"])
def test_a_cell_is_never_a_formula(value: str) -> None:
    assert cell(value) == "'" + value


@pytest.mark.parametrize(
    ("value", "shown"),
    [(-5, "-5"), (-36.25, "-36.25"), ("-36.25", "-36.25"), (None, ""), ("a=b", "a=b"), (True, "True")],
)
def test_other_cells_are_what_they_are(value: object, shown: str) -> None:
    assert cell(value) == shown


@given(st.text(max_size=20))
def test_any_words_make_a_safe_cell(words: str) -> None:
    shown = cell(words)
    unix = words.replace("\r\n", "\n").replace("\r", "\n")
    assert shown in {unix, "'" + unix}
    if shown.startswith(FORMULA):
        float(shown)
