from __future__ import annotations

import pytest

from sayso.read.stated import day_of, language_of


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2017-09-26", "2017-09-26"),
        ("2017-09-26T23:59:59+03:00", "2017-09-26"),
        ("20170926", "2017-09-26"),
        ("20170926T101010Z", "2017-09-26"),
        ("Tue, 26 Sep 2017 10:00:00 GMT", "2017-09-26"),
        ("September 26, 2017 at 10 am", "2017-09-26"),
        ("2017-02-30", ""),
        ("1506412800", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_days(said: str, day: str) -> None:
    assert day_of(said) == day


@pytest.mark.parametrize(
    ("said", "code"),
    [("en", "en"), ("en-GB", "en"), (" EN_us ", "en"), ("kmr", "kmr"), ("English", ""), ("12", ""), ("", "")],
)
def test_languages(said: str, code: str) -> None:
    assert language_of(said) == code
