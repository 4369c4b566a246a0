from __future__ import annotations

import pytest

from sayso.read.html_marks import NOTHING, told


@pytest.mark.parametrize(
    ("attrs", "words"),
    [
        (" class='site-footer x'", ("footer",)),
        (" class=relatedPosts id=SIDEBAR", ("related", "sidebar")),
        (" class=shareable", ()),
        (" role=navigation", ("navigation",)),
        (" rel='author nofollow'", ("author",)),
        (" href=/related/share", ()),
        ("", ()),
    ],
)
def test_telling_words(attrs: str, words: tuple[str, ...]) -> None:
    assert told(attrs).words == words


@pytest.mark.parametrize(
    "attrs",
    [
        " hidden",
        " hidden=''",
        " style='display: none'",
        " STYLE=visibility:hidden",
        ' style="font-size:0"',
        " class='a sr-only'",
    ],
)
def test_hidden(attrs: str) -> None:
    assert told(attrs).hidden


@pytest.mark.parametrize(
    "attrs",
    [
        " hidden=until-found",
        " style='display:block'",
        " style='font-size:0.9em'",
        " class=hidden-gems",
        " aria-hidden=true",
        " data-x=hidden",
    ],
)
def test_not_hidden(attrs: str) -> None:
    assert not told(attrs).hidden


def test_credit_and_nothing() -> None:
    assert told(" class=photo-credit").credit
    assert told(" href=x") == NOTHING
