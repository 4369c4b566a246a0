from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.show.dossier.markup import Html, away, between, joined, listed, paragraphs, tag, web


class Read(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: dict[str, str | None] = {}
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= dict(attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_words_stay_words(words: str) -> None:
    read = Read(tag("p", words, title=words))
    assert read.tags == ["p"]
    assert read.attributes == {"title": words}
    assert read.text == words


def test_what_is_html_already_stays_so() -> None:
    assert tag("p", tag("b", "<"), ">", None) == "<p><b>&lt;</b>&gt;</p>"
    assert joined(Html("<hr>"), "<hr>") == "<hr>&lt;hr&gt;"
    assert between(" & ", ["<", Html("<br>")]) == "&lt; &amp; <br>"
    assert listed([]) == ""
    assert listed(["<"], class_="x") == '<ul class="x"><li>&lt;</li></ul>'
    assert paragraphs("one\n\n\n\n<two>") == "<p>one</p><p>&lt;two&gt;</p>"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//evil.example", "https://", "ftp://a.example/", "https://a b.example/", "http://[", "file:///etc/passwd", ""],
)  # fmt: skip
def test_only_addresses_of_the_web_are_linked(address: str) -> None:
    assert not web(address)
    assert away(address, "<x>") == "&lt;x&gt;"


def test_links_out_say_so() -> None:
    assert away('https://a.example/?q="&x', "x") == (
        '<a href="https://a.example/?q=&quot;&amp;x" rel="noopener noreferrer nofollow external">x</a>'
    )
